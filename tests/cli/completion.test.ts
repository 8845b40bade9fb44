import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { run } from './run.js';

describe('completion', () => {
  it.each(['bash', 'zsh', 'fish', 'powershell'])('prints a script for %s with commands, flags and values', (shell) => {
    const { out, code } = run(['completion', shell]);
    expect(code).toBe(0);
    for (const word of ['infant-dose', 'supply', 'tablet-10', 'tetraplegia', 'markdown', 'judgement']) {
      expect(out).toContain(word);
    }
  });

  it.each([
    ['baclofen ti', ['titrate']],
    ['baclofen titrate --su', ['--supply']],
    ['baclofen titrate --format m', ['markdown']],
    ['baclofen titrate --start 5 --product tablet-2', ['tablet-20', 'tablet-25']],
    ['baclofen titrate --dialysis --cr', ['--crcl', '--creatinine']],
    ['baclofen titrate --rules ', ['us', 'ca', 'uk', 'au', 'de', 'fr']],
    ['baclofen infant-dose --assume j', ['janusmed']],
    ['baclofen newborn --regimen ', ['a', 'b']],
    ['baclofen ru', ['rules']],
    ['baclofen sources judg', ['judgement']],
    ['baclofen sources --st', ['--stale']],
    // Its value may be left out.
    ['baclofen sources --stale --j', ['--json']],
    ['baclofen help tap', ['taper']],
  ])('bash completes "%s"', (line, expected) => {
    const { out } = run(['completion', 'bash']);
    const typed = line.split(' ');
    const words = typed.map((word) => `'${word}'`).join(' ');
    const script = `${out}\nCOMP_WORDS=(${words}); COMP_CWORD=${typed.length - 1}; _baclofen; printf '%s\\n' "\${COMPREPLY[@]}"`;
    expect(execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim().split('\n')).toEqual(expected);
  });
});
