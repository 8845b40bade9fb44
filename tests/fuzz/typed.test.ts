import { describe, expect, it } from 'vitest';
import { expectCivil } from '../cli/trouble.js';
import { callsOf, growsLittle, seed, timed } from './calls.js';
import { randomFrom } from './mutate.js';

/** Where something is typed, and the place of its value in the request where that is one number. */
const places: readonly (readonly [line: readonly string[], flag: string, value?: readonly string[]])[] = [
  [['renal', '--crcl', '50'], '--weight', ['patient', 'weight', 'value']],
  [['renal', '--crcl', '50'], '--height', ['patient', 'height', 'value']],
  [['renal', '--age', '72', '--sex', 'female', '--weight', '60'], '--creatinine', ['patient', 'creatinine', 'value']],
  [['renal'], '--crcl', ['patient', 'creatinineClearance', 'value']],
  [['renal', '--crcl', '50'], '--egfr', ['patient', 'egfr', 'value']],
  [['infant-dose'], '--milk', ['milk', 'value']],
  [['titrate'], '--start', ['start', 'value']],
  [['titrate', '--start', '5'], '--age'],
  [['titrate', '--start', '5'], '--every'],
  [['taper', '--days', '14'], '--from'],
  [['infant-dose', '--milk', '0.32'], '--maternal-dose'],
  [['infant-dose', '--milk', '0.32'], '--infant-age'],
  [['check', '--age', '45', '--crcl', '105'], '--dose'],
  [['levels'], '--dose'],
  [['restart', '--from', '20x3'], '--missed'],
  [['switch', '--from', 'solution-1', '--to', 'suspension-5'], '--dose'],
  [['switch', '--dose', '7x3', '--from', 'solution-1'], '--to'],
  [['intrathecal', '--dose', '350mcg'], '--concentration'],
  [['intrathecal', '--concentration', '2000mcg/mL'], '--dose'],
  [['newborn', '--regimen', 'a'], '--weight'],
];

const numbers = ['0', '1', '5', '7.5', '10', '20', '60', '62.5', '124', '350', '2000', '0.32', '.5', '5.', '05', '5.0'];
const strange = [
  '1,5',
  '1,000',
  '1e3',
  '1e999',
  '-5',
  '+5',
  '１０',
  '٣',
  '½',
  '1/2',
  '5-10',
  '9'.repeat(70),
  'five',
  'NaN',
  '',
];
const units = [
  ...[
    '',
    'mg',
    ' mg',
    'MG',
    'mcg',
    'ug',
    'µg',
    'g',
    'kg',
    ' Kg',
    'lb',
    ' pounds',
    'cm',
    'm',
    'in',
    "'",
    'mL',
    'ml/min',
    ' mL/min',
  ],
  ...[
    'mL/min/1.73m2',
    'mg/dL',
    'mg/dl',
    ' umol/L',
    'µmol/L',
    'mmol/L',
    'mg/L',
    'mcg/L',
    'ng/mL',
    'mg/mL',
    'mcg/mL',
    'mcg/day',
  ],
  ...[
    'y',
    ' years',
    'mo',
    'm',
    'wk',
    'd',
    ' days',
    'h',
    '%',
    'mg/day',
    ' mg per day',
    'x3',
    ' x 3',
    '*4',
    ' tds',
    ' bd',
    ' mg tid',
    ' q8h',
  ],
  ...[
    ' three times daily',
    ' per kg',
    'mg/kg',
    '/7',
    '-10-20',
    '+3',
    ' tablets',
    ' puffs',
    ' \u202e',
    '\u200b',
    '\0',
    '\n',
    ' --',
    '=',
  ],
];

/** The digits that say how much, without what only says where the point stands: 0.320 and 32 are alike. */
const significant = (text: string) => text.replaceAll('.', '').replaceAll(/^0+|0+$/g, '');

function at(part: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], part);
}

describe(`typed quantities, ${callsOf('typed')} calls from seed ${seed}`, { timeout: 3_600_000 }, () => {
  it('are taken with the digits that were typed, or told in one plain sentence', () => {
    const random = randomFrom(seed);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    const word = () => (random() < 0.8 ? pick(numbers) : pick(strange)) + pick(units);
    let taken = 0;
    growsLittle(() => {
      for (let call = 0; call < callsOf('typed'); call += 1) {
        const [line, flag, value] = places[call % places.length] as (typeof places)[number];
        const typed = random() < 0.85 ? word() : word() + pick([' ', '', '-', ',']) + word();
        const argv = [...line, `${flag}=${typed}`, ...(value ? ['--json'] : [])];
        const { code, out } = timed(() => expectCivil(argv), argv);
        if (code === 2) continue;
        taken += 1;
        if (value === undefined) continue;
        const found = at(JSON.parse(out).request, value);
        // Powers of ten alone may stand between what was typed and what is computed with: g and kg, mg/L and mcg/L.
        expect(
          significant(
            typed
              .replaceAll(/[^\d.]/g, ' ')
              .trim()
              .split(' ')[0] ?? '',
          ),
          argv.join(' '),
        ).toBe(significant(String(found)));
      }
    });
    expect(taken).toBeGreaterThan(callsOf('typed') * 0.02);
    expect(taken).toBeLessThan(callsOf('typed') * 0.6);
  });
});
