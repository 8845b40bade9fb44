import { describe, expect, it } from 'vitest';
import { loadParameters } from '../../src/parameters/load.js';
import { csvOf, people } from '../cli/panel/people.js';
import { type Ran, run } from '../cli/run.js';
import { callsOf, growsLittle, seed, timed } from './calls.js';
import { garbled, randomFrom } from './mutate.js';

const parameters = loadParameters();
const persons = people(8, 20_261_126);
const cohort = csvOf(
  persons,
  persons.map((_, index) => index + 1),
);
const [head = '', ...lines] = cohort.trimEnd().split('\n');

const ask = (text: string, flags: readonly string[]): Ran =>
  timed(() => run(['panel', 'c.csv', ...flags], 80, { files: { 'c.csv': text }, load: () => parameters }), text);

/** What is put into a cell: none has a comma, a quotation mark or a line end, so that the table keeps its form. */
const cells = [
  ...['', ' ', '-', '0', '-0', '-1', '1e3', '1e999', '0x10', 'NaN', 'Infinity', '9'.repeat(400), '0.0000000001', '007'],
  ...[
    '=1+1',
    '+1',
    '@SUM(A1)',
    '\t5',
    "'5",
    '5 mg',
    '5mg',
    '7.5.5',
    '٣',
    '５',
    '½',
    '\u202e5',
    '\u200b5',
    '\u0007',
    '\u001b[31m',
  ],
  ...[
    'null',
    'true',
    '__proto__',
    'constructor',
    'toString',
    '[object Object]',
    '{}',
    '[]',
    '<b>',
    '%s',
    '\\',
    '`id`',
    '$(id)',
  ],
  ...[
    'yes',
    'no',
    'female',
    'm',
    'F',
    '88.4',
    '60',
    '61',
    '29.97',
    '14.999999999',
    '2026-02-30',
    'oxycodone;;',
    ';',
    'x'.repeat(5000),
  ],
];
const known = /^(?:unreadable|stop|ask|no-kidney-data|none)$/;
/** What a program prints where something was forgotten. */
const hole = /undefined|\bNaN\b|Infinity|\[object/;
const hidden = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

describe(`a cohort, ${callsOf('panel')} calls from seed ${seed}`, { timeout: 3_600_000 }, () => {
  it('with one cell changed says of everybody else what it said before', () => {
    const whole = ask(cohort, []).out.trimEnd().split('\n');
    expect(whole).toHaveLength(1 + persons.length);
    const random = randomFrom(seed);
    growsLittle(() => {
      for (let call = 0; call < callsOf('panel') / 2; call += 1) {
        const at = Math.floor(random() * lines.length);
        const row = (lines[at] as string).split(',');
        // Not the id: whose row it is stays known.
        row[1 + Math.floor(random() * (row.length - 1))] = cells[Math.floor(random() * cells.length)] as string;
        const text = [head, ...lines.slice(0, at), row.join(','), ...lines.slice(at + 1)].join('\n');
        const { code, out } = ask(text, []);
        const answered = out.trimEnd().split('\n');
        expect(code, text).toBe(0);
        expect(answered, text).toHaveLength(whole.length);
        expect(answered.toSpliced(at + 1, 1), text).toEqual(whole.toSpliced(at + 1, 1));
        const [id, status = ''] = (answered[at + 1] as string).split(',');
        expect([id, known.test(status)], text).toEqual([String(at + 1), true]);
        if (!hole.test(text)) expect(out, text).not.toMatch(hole);
        expect(out.replaceAll(/\r?\n/g, ''), text).not.toMatch(hidden);
        expect(out, text).not.toMatch(/(?:^|,)"?[=+@\t]/m);
      }
    });
  });

  it('garbled anywhere is answered or named in one sentence, in every form', () => {
    const random = randomFrom(seed + 1);
    const forms = [[], ['--format', 'ndjson'], ['--format', 'table'], ['--summary'], ['--summary', '--json']];
    for (let call = 0; call < callsOf('panel') / 2; call += 1) {
      const text = garbled(garbled(cohort, random), random);
      const { code, out, err } = ask(text, forms[call % forms.length] as string[]);
      expect([0, 2], text).toContain(code);
      expect(out + err, text).not.toMatch(/\n {4}at /);
      expect(out + err, text).not.toMatch(hole);
      expect((out + err).replaceAll(/\r?\n/g, ''), text).not.toMatch(hidden);
      if (code === 2) expect([out, err.split('\n').length], text).toEqual(['', 2]);
    }
  });
});
