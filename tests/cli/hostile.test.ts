import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectCivil, quickRun } from './trouble.js';

/** What no clinician types, and some that one might paste. */
const nasty: readonly string[] = [
  '',
  ' ',
  '\t',
  '\n',
  '5\n10',
  '5\r',
  '\0',
  '5\0',
  '\u0007',
  '\u007f',
  '\u009b31m',
  '\u001b[31mred\u001b[0m',
  '\u001b]8;;https://example.org\u0007link\u001b]8;;\u0007',
  '\u200b5',
  '\u202e5gm',
  '\u2066x\u2069',
  '\u2028',
  '\ufeff5',
  '\ud800',
  '💊',
  '👩‍⚕️',
  'é',
  'ΔΩ',
  '５',
  '½',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'true',
  '[object Object]',
  '{}',
  '[]',
  '1e999',
  '-0',
  '-1',
  '1/0',
  '0/0',
  '9999999999999999999',
  '0.0000000001',
  '00005',
  '5.0000000000000001',
  '0x10',
  '1_000',
  '1,000',
  '5e-324',
  'Infinity',
  '--',
  '-',
  '---',
  '=',
  '$(id)',
  '`id`',
  '; ls',
  '../../../etc/passwd',
  '%s%n%d',
  '<script>alert(1)</script>',
  "'; DROP TABLE doses; --",
  '"',
  "'",
  '\\',
  'x'.repeat(5000),
  '9'.repeat(5000),
  `0.${'0'.repeat(5000)}1`,
  '\u0301'.repeat(500),
];

/** Every place where a word can stand. */
const places: Readonly<Record<string, (word: string) => readonly string[]>> = {
  'as the command': (word) => [word],
  'after the command': (word) => ['titrate', word],
  'as a flag': (word) => ['titrate', '--start', '5', `--${word}`],
  'as a short flag': (word) => ['titrate', '--start', '5', `-${word}`],
  'as help of a command': (word) => ['help', word],
  'as a source': (word) => ['sources', word],
  'as a schema': (word) => ['schema', word],
  'as a number': (word) => ['titrate', '--start', word],
  'as a number after an equals sign': (word) => ['titrate', `--start=${word}`],
  'as a whole number': (word) => ['taper', '--days', word],
  'as a dose': (word) => ['taper', '--days', '14', '--from', word],
  'as a product': (word) => ['titrate', '--start', '5', '--product', word],
  'as a second product': (word) => ['titrate', '--start', '5', '--product', 'tablet-10', word],
  'as a format': (word) => ['titrate', '--start', '5', '--format', word],
  'as a creatinine': (word) => ['renal', '--age', '72', '--sex', 'female', '--creatinine', word],
  'as the unit of a creatinine': (word) => ['renal', '--age', '72', '--sex', 'female', '--creatinine', `1.4${word}`],
  'as a sex': (word) => ['renal', '--crcl', '25', '--sex', word],
  'as a milk level': (word) => ['infant-dose', '--milk', word],
  'as the unit of a milk level': (word) => ['infant-dose', '--milk', `0.32${word}`],
  'as a country': (word) => ['titrate', '--start', '5', '--rules', word],
  'as an override': (word) => ['titrate', '--start', '5', '--override', word, '--reason', 'because'],
  'as a reason': (word) => ['titrate', '--start', '5', '--dialysis', '--override', 'dialysis', '--reason', word],
  'as an age': (word) => ['titrate', '--start', '5', '--age', word],
  'as a share': (word) => ['infant-dose', '--milk', '0.32', '--share', word],
};

/** Whole argument lists that have tripped parsers before. */
const lists: readonly (readonly string[])[] = [
  [],
  ['-h'],
  ['--help', '--help'],
  ['--help', 'titrate'],
  ['titrate', '--help', '--start'],
  ['-V', '-V'],
  ['--version', '--help'],
  ['help'],
  ['help', 'help'],
  ['help', '--help'],
  ['help', 'titrate', 'taper'],
  ['titrate', 'titrate'],
  ['titrate', 'renal', '--crcl', '25'],
  ['titrate', 'help'],
  ['--', 'titrate'],
  ['--', '--'],
  ['titrate', '--'],
  ['titrate', '--', '--start', '5'],
  ['titrate', '--start', '--', '5'],
  ['titrate', '--start', '--crcl', '25'],
  ['titrate', '--start', '-h'],
  ['--start', '5', 'titrate'],
  ['titrate', '--start', '5', '--no-json'],
  ['titrate', '--start', '5', '--no-start'],
  ['titrate', '--start', '5', '--color'],
  ['titrate', '--start', '5', '--json=true'],
  ['titrate', '--start', '5', '--dialysis=no'],
  ['titrate', '--start', '5', '--product'],
  ['titrate', '--start', '5', '--product='],
  ['titrate', '--product', '--start', '5'],
  ['titrate', '--start', '5', '--product', 'tablet-10', '--product', 'tablet-10'],
  ['titrate', '--start', '5', '--product', ...Array.from({ length: 500 }, (_, index) => `tablet-${index}`)],
  ['titrate', ...Array.from({ length: 2000 }, () => '--start')],
  ['titrate', '--start', '5', '--__proto__', '5'],
  ['titrate', '--start', '5', '--constructor=5'],
  ['titrate', '--START', '5'],
  ['Titrate', '--start', '5'],
  ['titrate', '--start', '5', '--dialysis', '--override', 'dialysis', '--reason', `${'x'.repeat(70)}\u202e`],
  ['titrate', '-start', '5'],
  ['titrate', '-s5'],
  ['titrate', '—start', '5'],
  ['taper', '--from', '400', '--percent', '0.0001', '--every', '365', '--product', 'suspension-5', '--json'],
  ['taper', '--from', '400', '--reduce', '0.5', '--every', '365', '--product', 'solution-1', '--json'],
  ['taper', '--from', '399.5', '--days', '1826', '--product', 'solution-1', 'tablet-10'],
  ['taper', '--from', '10000x4', '--days', '1'],
  ['titrate', '--start', '0.5', '--increment', '0.5', '--every', '90', '--product', 'solution-1', '--supply', '1826'],
  ['infant-dose', '--milk', '100', '--share', '1/99999999999999999999'],
  ['renal', '--crcl', '0'],
  ['renal', '--crcl', '25', '--json', '--explain', '--no-color', '--format', 'json'],
  ['sources', 'judgement', '--json', '--json'],
  ['schema', 'titrate', '--format', 'markdown', '--explain'],
];

describe('hostile argument lists', () => {
  it('are 200 or more', () => {
    expect(nasty.length * Object.keys(places).length + lists.length).toBeGreaterThanOrEqual(200);
  });

  it.each(Object.entries(places))('%s', (_, place) => {
    for (const word of nasty) expectCivil(place(word));
  });

  it.each(lists.map((list) => [JSON.stringify(list).slice(0, 100), list] as const))('%s', (_, list) => {
    expectCivil(list);
  });

  it('a prototype is no plan', () => {
    for (const word of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect(quickRun(['schema', word]).code).toBe(2);
      expect(quickRun(['sources', word]).code).toBe(2);
      expect(quickRun(['titrate', '--start', '5', '--product', word]).code).toBe(2);
      expect(quickRun([word]).code).toBe(2);
    }
  });

  it('leaves nothing behind: the same answer before and after', () => {
    const plain = quickRun(['titrate', '--start', '5']);
    for (const place of Object.values(places)) quickRun(place('__proto__'));
    expect(quickRun(['titrate', '--start', '5'])).toEqual(plain);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('an amount that no product list can make', () => {
  // 997 mg out of five strengths of tablet: answered in well under a second, as everything is.
  it('is answered at once', { timeout: 60_000 }, () => {
    const strengths = ['tablet-5', 'tablet-10', 'tablet-15', 'tablet-20', 'tablet-25'];
    const begin = performance.now();
    expectCivil(['titrate', '--start', '5', '--increment', '997', '--product', ...strengths]);
    expect(performance.now() - begin).toBeLessThan(2000);
  });
});

describe('any argument list', () => {
  const commands = [
    'titrate',
    'renal',
    'taper',
    'infant-dose',
    'monograph',
    'rules',
    'products',
    'sources',
    'schema',
    'help',
  ];
  const switches = [
    '--dialysis',
    '--hypersensitivity',
    '--debug',
    '--json',
    '--explain',
    '--no-color',
    '--help',
    '-h',
    '-V',
  ];
  const valued = [
    '--start',
    '--times',
    '--increment',
    '--every',
    '--target',
    '--supply',
    '--product',
    '--crcl',
    '--egfr',
    '--age',
    '--sex',
    '--weight',
    '--height',
    '--creatinine',
    '--spinal-cord-injury',
    '--daily-dose',
    '--from',
    '--days',
    '--reduce',
    '--percent',
    '--used-for',
    '--milk',
    '--maternal-dose',
    '--maternal-weight',
    '--infant-weight',
    '--intake',
    '--share',
    '--rules',
    '--override',
    '--reason',
    '--format',
  ];
  const sensible = [
    '1',
    '5',
    '7',
    '10',
    '14',
    '60',
    '0.5',
    '1/3',
    '20x3',
    '62.5',
    '1.4mg/dL',
    '124umol/L',
    'female',
    'tetraplegia',
    'tablet-10',
    'solution-1',
    'csv',
    'markdown',
    'json',
    'titrate',
    'judgement',
  ];

  const word = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...sensible) },
    { weight: 2, arbitrary: fc.constantFrom(...nasty) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
    { weight: 1, arbitrary: fc.double({ noNaN: false }).map(String) },
  );
  const flag = fc.oneof(
    { weight: 8, arbitrary: fc.tuple(fc.constantFrom(...valued), word) },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...valued), word).map(([name, value]) => [`${name}=${value}`]) },
    { weight: 2, arbitrary: fc.constantFrom(...switches).map((name) => [name]) },
    { weight: 1, arbitrary: word.map((bare) => [bare]) },
  );
  const command = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...commands) }, { weight: 1, arbitrary: word });
  const argv = fc
    .tuple(command, fc.array(flag, { maxLength: 6 }))
    .map(([name, flags]) => [name, ...flags.flat()] as readonly string[]);

  it('is answered, refused, or named as bad input', () => {
    fc.assert(
      fc.property(argv, (list) => {
        expectCivil(list);
      }),
      { numRuns: 600 },
    );
  });

  it('also with flags that belong to the command, so that many get through', () => {
    const belonging = fc.oneof(
      fc.record({
        base: fc.constant(['titrate', '--start', '5']),
        more: fc.uniqueArray(
          fc.tuple(
            fc.constantFrom('--times', '--increment', '--every', '--target', '--supply', '--crcl', '--egfr'),
            fc.oneof(fc.integer({ min: 0, max: 120 }).map(String), word),
          ),
          { maxLength: 3, selector: ([name]) => name },
        ),
      }),
      fc.record({
        base: fc.constant(['taper', '--days', '14']),
        more: fc.uniqueArray(
          fc.tuple(
            fc.constantFrom('--from', '--used-for', '--product', '--format'),
            fc.oneof(
              fc.integer({ min: 0, max: 80 }).map((fives) => String(5 * fives)),
              word,
            ),
          ),
          { maxLength: 3, selector: ([name]) => name },
        ),
      }),
    );
    const seen = new Set<number>();
    fc.assert(
      fc.property(belonging, ({ base, more }) => {
        seen.add(expectCivil([...base, ...more.flat()]).code);
      }),
      { numRuns: 400 },
    );
    expect([...seen].sort()).toEqual([0, 1, 2]);
  });
});
