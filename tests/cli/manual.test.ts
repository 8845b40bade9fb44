import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
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

/** A letter printed over itself, for bold. */
const overstruck = new RegExp(`.${String.fromCharCode(8)}`, 'g');

/** The page as somebody reads it; where nothing here renders one, what the macros of roff would leave of it. */
function readPage(): string {
  const path = fileURLToPath(new URL('../../man/baclofen.1', import.meta.url));
  for (const [program, ...args] of [
    ['mandoc', '-T', 'ascii', path],
    ['groff', '-man', '-T', 'ascii', '-P', '-cbou', path],
    ['man', '-P', 'cat', path],
  ] as const) {
    const { status, stdout } = spawnSync(program, args, { encoding: 'utf8', env: { ...process.env, MANWIDTH: '100' } });
    if (status === 0 && stdout.includes('completion')) return stdout.replaceAll(overstruck, '');
  }
  const page = readFileSync(path, 'utf8');
  // A macro takes a quote as the bounds of its argument, and drops it.
  const lines = page.split('\n').map((line) => (/^\.(B|I) /.test(line) ? line.replaceAll('"', '') : line));
  return lines.join('\n').replaceAll('\\(dq', '"').replaceAll('\\-', '-');
}

it('the rendered page shows the quotes of what is to be copied', () => {
  expect(readPage()).toContain('eval "$(baclofen completion bash)"');
});
