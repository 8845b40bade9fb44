import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { argvOf, run } from './cli/run.js';

const path = new URL('../README.md', import.meta.url);
const readme = readFileSync(path, 'utf8');
const example = /```console\n\$ (baclofen[^\n]*)\n[\s\S]*?```/g;

describe('README', () => {
  it('shows one example of each main command', () => {
    const shown = [...readme.matchAll(example)].map(([, line = '']) => argvOf(line)[0]);
    expect(new Set(shown)).toEqual(new Set(['titrate', 'renal', 'taper', 'infant-dose', 'milk', 'newborn']));
  });

  // `npx vitest run -u` writes the examples anew.
  it('prints what its examples print', async () => {
    const printed = readme.replace(
      example,
      (_, line: string) => `\`\`\`console\n$ ${line}\n${run(argvOf(line)).out.trimEnd()}\n\`\`\``,
    );
    await expect(printed).toMatchFileSnapshot(path.pathname);
  });
});
