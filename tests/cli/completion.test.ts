import { beforeAll, describe, expect, it } from 'vitest';
import { run } from './run.js';
import { installed, tabShells, typeTab } from './tab.js';

const output = [
  '--explain',
  '--force',
  '--format',
  '--full',
  '--help',
  '--json',
  '--no-color',
  '--no-pager',
  '--output',
];
const files = ['plan of may.json', 'plan.json'];

/** Lines, and what Tab may offer behind them. */
const lines: readonly (readonly [line: string, offers: readonly string[]])[] = [
  // commands
  ['baclofen ti', ['titrate']],
  ['baclofen ru', ['rules']],
  ['baclofen help tap', ['taper']],
  ['baclofen help taper ', []],
  ['baclofen nonsense ', []],
  // flags, each once
  ['baclofen titrate --su', ['--supply']],
  ['baclofen titrate --dialysis --cr', ['--crcl', '--creatinine']],
  ['baclofen titrate --start 5 --sta', ['--start-date']],
  ['baclofen titrate --json --js', []],
  ['baclofen milk --times 06:00,14:00 --do', ['--dose']],
  ['baclofen demo ', ['--help']],
  ['baclofen schema titrate --', output],
  // values
  ['baclofen titrate --format m', ['markdown']],
  ['baclofen titrate --format=m', ['--format=markdown']],
  ['baclofen titrate --rules ', ['au', 'ca', 'de', 'fr', 'uk', 'us']],
  ['baclofen titrate --rules=', ['au', 'ca', 'de', 'fr', 'uk', 'us'].map((country) => `--rules=${country}`)],
  ['baclofen titrate --name de --rules d', ['de']],
  ['baclofen titrate --name "Anna Bell" --sex f', ['female']],
  ['baclofen infant-dose --assume j', ['janusmed']],
  ['baclofen newborn --regimen ', ['a', 'b']],
  ['baclofen titrate --start ', []],
  ['baclofen titrate --start=', []],
  // a flag that takes several
  ['baclofen titrate --start 5 --product tablet-2', ['tablet-20', 'tablet-25', 'tablet-25-divisible']],
  ['baclofen titrate --product tablet-20 tablet-2', ['tablet-25', 'tablet-25-divisible']],
  ['baclofen titrate --product tablet-20 --ru', ['--rules']],
  ['baclofen titrate --product=tablet-20 tablet-2', []],
  // the argument, once
  ['baclofen sources judg', ['judgement']],
  ['baclofen sources --json judg', ['judgement']],
  ['baclofen sources --format csv judg', ['judgement']],
  ['baclofen sources judgement ', [...output, '--stale']],
  // a value that may be left out
  ['baclofen sources --stale --j', ['--json']],
  ['baclofen schema pat', ['patient']],
  ['baclofen completion z', ['zsh']],
  ['baclofen completion zsh ', ['--help']],
  // files
  ['baclofen titrate --output ', files],
  ['baclofen titrate --patient plan.', ['plan.json']],
  ['baclofen titrate --output=plan.', ['--output=plan.json']],
  ['baclofen explain ', files],
  ['baclofen explain --fo', ['--force', '--format']],
  ['baclofen explain plan.json ', output],
];

describe('completion', () => {
  it.each(['bash', 'zsh', 'fish', 'powershell'])('prints a script for %s with commands, flags and values', (shell) => {
    const { out, code } = run(['completion', shell]);
    expect(code).toBe(0);
    for (const word of ['infant-dose', 'supply', 'tablet-10', 'tetraplegia', 'markdown', 'judgement']) {
      expect(out).toContain(word);
    }
  });

  for (const shell of tabShells) {
    const here = installed(shell);
    describe.skipIf(!here)(here ? shell : `${shell}, which is not installed here`, () => {
      let offers: ReturnType<typeof typeTab>;
      beforeAll(() => {
        const { out } = run(['completion', shell]);
        const typed = lines.map(([line]) => line);
        offers = typeTab(shell, out, typed, files);
      }, 120_000);

      it.each(lines)('completes "%s"', (line, expected) => {
        expect(offers.get(line)).toEqual([...expected].sort());
      });
    });
  }
});
