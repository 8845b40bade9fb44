import { expect, it } from 'vitest';
import { manual } from '../../src/cli/manual.js';
import { describeCommands } from '../../src/cli/program.js';
import { version } from '../../src/cli/version.js';
import { world } from './run.js';

// `npx vitest run -u` writes the page anew.
it('the manual page is current', async () => {
  const page = manual(describeCommands(world), version, world.load().date);
  await expect(page).toMatchFileSnapshot('../../man/baclofen.1');
});
