import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { planFormats } from '../../src/cli/flags/format.js';
import { quickRun } from '../cli/trouble.js';

const flag = (name: string, values: fc.Arbitrary<unknown>) =>
  fc.option(values, { nil: undefined }).map((value) => (value === undefined ? [] : [[name, String(value)]]));

const titration = fc
  .tuple(
    fc.constant([['--start', '5']]),
    flag('--crcl', fc.integer({ min: 5, max: 120 })),
    flag('--age', fc.integer({ min: 12, max: 95 })),
    flag('--times', fc.integer({ min: 1, max: 4 })),
    flag('--target', fc.constantFrom(30, 45, 60, 80)),
    flag('--supply', fc.integer({ min: 1, max: 60 })),
    flag('--product', fc.constantFrom('tablet-5', 'tablet-20', 'solution-1')),
    flag('--rules', fc.constantFrom('us', 'ca', 'uk', 'au', 'de', 'fr')),
  )
  .map((parts) => parts.flat());

const taper = fc
  .tuple(
    fc.constant([['--days', '21']]),
    flag(
      '--from',
      fc.integer({ min: 2, max: 20 }).map((fives) => fives * 5),
    ),
    flag('--used-for', fc.integer({ min: 1, max: 400 })),
    flag('--age', fc.integer({ min: 12, max: 95 })),
  )
  .map((parts) => parts.flat());

const renal = fc
  .tuple(
    fc.constant([
      ['--creatinine', '1.4mg/dL'],
      ['--sex', 'female'],
    ]),
    fc.integer({ min: 18, max: 95 }).map((age) => [['--age', String(age)]]),
    flag('--weight', fc.integer({ min: 40, max: 150 })),
    flag('--height', fc.integer({ min: 150, max: 190 })),
    flag('--daily-dose', fc.integer({ min: 5, max: 100 })),
  )
  .map((parts) => parts.flat());

const infant = fc
  .tuple(
    fc.constant([['--milk', '0.32']]),
    flag('--maternal-dose', fc.integer({ min: 5, max: 100 })),
    flag('--maternal-weight', fc.integer({ min: 45, max: 100 })),
    flag('--infant-weight', fc.integer({ min: 2, max: 9 })),
    flag('--share', fc.constantFrom('1/3', '0.5')),
  )
  .map((parts) => parts.flat());

interface Line {
  readonly command: string;
  readonly flags: readonly (readonly string[])[];
}

const lines: fc.Arbitrary<Line> = fc.oneof(
  titration.map((flags) => ({ command: 'titrate', flags })),
  taper.map((flags) => ({ command: 'taper', flags })),
  renal.map((flags) => ({ command: 'renal', flags })),
  infant.map((flags) => ({ command: 'infant-dose', flags })),
);

describe('a command line', () => {
  it('the order of flags never matters', () => {
    const shuffled = lines.chain(({ command, flags }) =>
      fc.record({
        command: fc.constant(command),
        flags: fc.constant(flags),
        other: fc.shuffledSubarray([...flags], { minLength: flags.length, maxLength: flags.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, fc.constantFrom('json', 'table', 'csv'), ({ command, flags, other }, format) => {
        const more = ['--format', format];
        expect(quickRun([command, ...more, ...other.flat()])).toEqual(quickRun([command, ...flags.flat(), ...more]));
      }),
      { numRuns: 300 },
    );
  });

  it('says the same twice', () => {
    fc.assert(
      fc.property(lines, ({ command, flags }) => {
        const argv = [command, ...flags.flat()];
        expect(quickRun(argv)).toEqual(quickRun(argv));
      }),
      { numRuns: 100 },
    );
  });
});

/** The most a plan gives a day and in one dose, or nothing where it is refused. */
function most(argv: readonly string[]): { daily: number; dose: number } | undefined {
  const { out, code } = quickRun([...argv, '--json']);
  if (code !== 0) return undefined;
  const steps: { dailyDose: { value: number }; doses: { dose: { value: number } }[] }[] = JSON.parse(out).plan.schedule;
  return {
    daily: Math.max(...steps.map(({ dailyDose }) => dailyDose.value)),
    dose: Math.max(...steps.flatMap(({ doses }) => doses.map(({ dose }) => dose.value))),
  };
}

describe('one risk more', () => {
  const patients = fc.record({
    crcl: fc.option(fc.integer({ min: 15, max: 120 }), { nil: undefined }),
    age: fc.option(fc.integer({ min: 18, max: 95 }), { nil: undefined }),
  });
  const argvOf = ({ crcl, age }: { crcl?: number | undefined; age?: number | undefined }, rules: string) => [
    'titrate',
    '--start',
    '5',
    '--rules',
    rules,
    ...(crcl === undefined ? [] : ['--crcl', String(crcl)]),
    ...(age === undefined ? [] : ['--age', String(age)]),
  ];

  it('never gives more by the rules of any country: years and a lower clearance', () => {
    fc.assert(
      fc.property(
        patients,
        fc.constantFrom('us', 'ca', 'uk', 'au', 'de', 'fr'),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        (patient, rules, years, less) => {
          const before = most(argvOf(patient, rules));
          const worse = {
            age: Math.min((patient.age ?? 40) + years, 99),
            crcl: Math.max((patient.crcl ?? 90) - less, 15),
          };
          const after = most(argvOf(worse, rules));
          if (before === undefined || after === undefined) return;
          expect(after.daily).toBeLessThanOrEqual(before.daily);
          expect(after.dose).toBeLessThanOrEqual(before.dose);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a country with a lower ceiling refuses every target that is above it, and with the label of the higher one not', () => {
    // 75 mg per day in Germany, 80 in the United States, 100 in the United Kingdom.
    const code = (rules: string, target: number) =>
      quickRun(['titrate', '--start', '5', '--rules', rules, '--target', String(target)]).code;
    expect(['de', 'us', 'uk'].map((rules) => [75, 80, 90].map((target) => code(rules, target)))).toEqual([
      [0, 1, 1],
      [0, 0, 1],
      [0, 0, 0],
    ]);
  });
});

describe('--output', () => {
  const folder = mkdtempSync(join(tmpdir(), 'baclofen-laws-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('leaves a whole file or none', () => {
    let number = 0;
    fc.assert(
      fc.property(
        lines,
        fc.constantFrom(...planFormats),
        fc.constantFrom([], ['--start-date', '2026-12-01'], ['--nonsense'], ['--start', '0']),
        ({ command, flags }, format, more) => {
          number += 1;
          const path = join(folder, String(number));
          const argv = [command, ...flags.flat(), ...more, '--format', format];
          const { out: direct, code: expected } = quickRun(argv);
          const { code, out } = quickRun([...argv, '--output', path]);
          expect(code).toBe(expected);
          const names = readdirSync(folder);
          if (out === `Written to ${path}.\n`) {
            expect(names).toEqual([String(number)]);
            expect(readFileSync(path, 'utf8')).toBe(direct);
            rmSync(path);
          } else expect(names).toEqual([]);
        },
      ),
      { numRuns: 250 },
    );
  });
});
