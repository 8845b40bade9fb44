import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAge, readGestationalAge, readInfantAge } from '../../../src/cli/typed/age.js';
import { readDate, readStartDate } from '../../../src/cli/typed/date.js';
import { readDays, readHours } from '../../../src/cli/typed/days.js';
import { readDose, readMaternalDose } from '../../../src/cli/typed/dose.js';
import { readTimes } from '../../../src/cli/typed/frequency.js';
import { type QuantitySpec, readQuantity } from '../../../src/cli/typed/quantity.js';
import type { Read } from '../../../src/cli/typed/read.js';
import { readShare } from '../../../src/cli/typed/share.js';
import { inUnit, unitOf } from '../../../src/cli/typed/unit.js';
import { readChoice, readCountry, readSex } from '../../../src/cli/typed/word.js';
import { timesOfDay } from '../../../src/core/doses/schedule.js';
import { type Quantity, quantity, type Unit } from '../../../src/core/values/quantity.js';
import { doseLines, valueWords } from '../../../src/report/dose.js';
import { formatQuantity } from '../../../src/report/quantity.js';

const wide = { from: 0, to: 1_000_000 };
const days = { what: 'a time', from: 0, to: 100_000, example: '14' };

function spec<U extends Unit>(...units: readonly U[]): QuantitySpec<U> {
  const ranges = Object.fromEntries(units.map((unit) => [unit, wide])) as unknown as {
    readonly [Each in U]: typeof wide;
  };
  return { what: 'a quantity', in: ranges, example: '1' };
}

/** Values with so many decimals; below 1,000, as a comma in a thousand is asked about. */
const decimals = (places: number, most = 999) =>
  fc.integer({ min: 1, max: most * 10 ** places }).map((digits) => Number(`${digits}e-${places}`));

/** Values of three significant digits, as levels are printed, from 0.001 up. */
const significant = fc
  .tuple(fc.integer({ min: 100, max: 999 }), fc.integer({ min: -5, max: 0 }))
  .map(([digits, power]) => Number(`${digits}e${power}`));

const asQuantity =
  <U extends Unit>(...units: readonly U[]) =>
  (text: string): Read<unknown> =>
    readQuantity<U>(text, spec<U>(...units));

const printed: readonly (readonly [Unit, fc.Arbitrary<number>, (text: string) => Read<unknown>])[] = [
  ['kg', decimals(1), asQuantity('kg')],
  ['cm', decimals(1), asQuantity('cm')],
  ['mg', decimals(3), asQuantity('mg', 'mg/d')],
  ['mg/d', decimals(3), asQuantity('mg/d')],
  ['mg/kg', decimals(3), asQuantity('mg/kg')],
  ['mg/kg/d', significant, asQuantity('mg/kg/d')],
  ['mL', decimals(3), asQuantity('mL')],
  ['mL/kg/d', decimals(3), asQuantity('mL/kg/d')],
  ['mL/min', decimals(1), asQuantity('mL/min')],
  ['mL/min/{1.73_m2}', decimals(1), asQuantity('mL/min/{1.73_m2}')],
  ['mg/mL', decimals(3), asQuantity('mg/mL')],
  ['mg/dL', decimals(2), asQuantity('mg/dL', 'umol/L')],
  ['umol/L', decimals(1), asQuantity('mg/dL', 'umol/L')],
  ['mg/L', significant, asQuantity('mg/L', 'ug/L', 'umol/L')],
  ['ug/L', significant, asQuantity('mg/L', 'ug/L', 'umol/L')],
  ['ug/d', decimals(3), asQuantity('ug/d')],
  ['%', decimals(1).filter((value) => value >= 1), asQuantity('%')],
  ['a', decimals(3, 120), readAge],
  ['mo', decimals(3, 24).filter((value) => value <= 24), readInfantAge],
  ['d', decimals(0), (text) => readDays(text, days)],
  ['h', decimals(3), (text) => readHours(text, days)],
  ['wk', fc.integer({ min: 1, max: 104 }), readInfantAge],
  ['/d', fc.integer({ min: 1, max: 4 }), readTimes],
];

describe('what is printed', () => {
  it.each(printed)('in %s reads back as the same', (unit, values, read) => {
    fc.assert(
      fc.property(values, (value) => {
        expect(read(valueWords(quantity(value, unit)))).toEqual({ ok: { value, unit } });
      }),
    );
  });

  it('of a gestational age reads back as the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 22, max: 44 }), fc.integer({ min: 0, max: 6 }), (weeks, rest) => {
        const typed = readGestationalAge(`${weeks}+${rest}`);
        expect(typed).toHaveProperty('ok.unit', 'wk');
        const value = 'ok' in typed ? typed.ok : undefined;
        expect(readGestationalAge(formatQuantity(value as Quantity<'wk'>))).toEqual(typed);
      }),
    );
  });

  it('of a day of equal doses reads back as the same', () => {
    fc.assert(
      fc.property(decimals(3), fc.integer({ min: 2, max: 4 }), (value, times) => {
        const dose = quantity(value, 'mg');
        const [line = ''] = doseLines((timesOfDay[times] ?? []).map((time) => ({ time, dose, make: [] })));
        expect(readDose(line, { to: 10_000, bare: 'ask' })).toEqual({ ok: { dose, timesDaily: times } });
      }),
    );
  });

  it('of each dose reads back with a plus between', () => {
    fc.assert(
      fc.property(fc.array(decimals(1, 100), { minLength: 2, maxLength: 4 }), (values) => {
        const doses = values.map((value) => quantity(value, 'mg'));
        const read = readDose(doses.map(formatQuantity).join(' + '), { to: 10_000, bare: 'ask' });
        const times = timesOfDay[values.length] ?? [];
        expect(read).toEqual({ ok: { doses: doses.map((dose, index) => ({ time: times[index], dose })) } });
      }),
    );
  });
});

const readers: Readonly<Record<string, (text: string) => Read<unknown>>> = {
  weight: (text) => readQuantity(text, { ...spec('kg'), bare: 'kg' }),
  height: (text) => readQuantity(text, { ...spec('cm'), bare: 'cm' }),
  creatinine: asQuantity('mg/dL', 'umol/L'),
  clearance: (text) =>
    readQuantity(text, { ...spec('mL/min'), bare: 'mL/min', flagFor: { 'mL/min/{1.73_m2}': '--egfr' } }),
  strength: asQuantity('mg/mL'),
  pump: asQuantity('ug/d'),
  dose: (text) => readDose(text, { to: 10_000, bare: 'daily' }),
  'dose to check': (text) => readDose(text, { to: 10_000, bare: 'ask' }),
  'dose of a mother': (text) => readMaternalDose(text, { mouth: 1000, pump: 5000 }),
  times: readTimes,
  share: (text) => readShare(text, 'a share such as 1/3'),
  age: readAge,
  'age of an infant': readInfantAge,
  'gestational age': readGestationalAge,
  days: (text) => readDays(text, days),
  hours: (text) => readHours(text, days),
  date: readDate,
  'start date': readStartDate,
  sex: readSex,
  country: readCountry,
  choice: (text) => readChoice(text, ['oral', 'intrathecal']),
};

const pieces = fc.constantFrom(
  ...[
    '1',
    '20',
    '0',
    '3',
    '.',
    ',',
    '-',
    '+',
    '/',
    ' ',
    'x',
    'e',
    '~',
    '<',
    '>',
    '%',
    "'",
    '"',
    'mg',
    'mcg',
    '\u00b5',
    'g',
    'kg',
  ],
  ...[
    'lb',
    'st',
    'ft',
    'in',
    'cm',
    'm',
    'mL',
    'min',
    '1.73m2',
    'L',
    'day',
    'd',
    'w',
    'h',
    'years',
    'mo',
    'y',
    'tds',
    'bid',
  ],
  ...[
    'daily',
    'three times',
    'every',
    '\u0000',
    '\u001b[31m',
    '\n',
    '\t',
    '\u202e',
    '\u00a0',
    '\uff11',
    '2026',
    '12',
    '__proto__',
  ],
);
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
);

describe('any text', () => {
  it.each(Object.entries(readers))('as %s is read, or told in one plain sentence without Latin', (_, read) => {
    fc.assert(
      fc.property(anything, (text) => {
        const result = read(text);
        if ('ok' in result) return;
        expect(result.wrong).toMatch(/^[\x20-\x7e]+$/);
        expect(result.wrong.length).toBeLessThan(220);
        expect(result.wrong).not.toMatch(/[<>@&~]|\b(?:tds|tid|bd|bid|qds|qid|od|qd|hs|nocte|prn)\b/i);
        expect(result.wrong).not.toMatch(/undefined|NaN|Infinity|\[object/);
      }),
      { numRuns: 2000 },
    );
  });

  it('is a known unit or none', () => {
    fc.assert(
      fc.property(anything, fc.double(), (text, value) => {
        const known = unitOf(text);
        const inKg = inUnit(value, text, 'kg');
        expect(inKg === undefined || known === undefined || known.dimension === 'weight').toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a number to copy', () => {
  const copied = (read: Read<unknown>) => ('wrong' in read ? /: ([^:]*)$/.exec(read.wrong)?.[1] : undefined) ?? '';

  it('from pounds and inches is taken, and is as near as its last digit', () => {
    fc.assert(
      fc.property(decimals(1, 800), (value) => {
        const kilograms = readers.weight?.(copied(readers.weight(`${value} lb`)));
        const found = kilograms && 'ok' in kilograms ? (kilograms.ok as Quantity<'kg'>).value : Number.NaN;
        expect(Math.abs(found - value * 0.45359237)).toBeLessThanOrEqual(0.05 + 1e-9);
        const centimetres = readers.height?.(copied(readers.height(`${value}in`)));
        const long = centimetres && 'ok' in centimetres ? (centimetres.ok as Quantity<'cm'>).value : Number.NaN;
        expect(Math.abs(long - value * 2.54)).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
    );
  });

  /** What stands behind a number must stand behind the number to copy, or it would be another quantity. */
  it.each([
    ['weight', ['', 'kg', ' g', ' lb']],
    ['height', ['', ' m', 'cm', 'in']],
    ['creatinine', ['mg/dL', ' umol/L', ' mg/L', ' mmol/L']],
    ['dose', ['', ' mg', ' mg/day', ' tds', ' mg twice daily', ' mg q6h', ' mcg', ' lb']],
    ['age', ['', 'y', ' months', 'wk', 'd', ' kg']],
    ['age of an infant', ['', ' months', 'y', 'wk']],
    ['hours', ['h', 'd', ' weeks', ' months']],
  ] as const)('instead of a decimal comma is the same %s', (name, units) => {
    const read = readers[name];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(...units),
        (whole, part, unit) => {
          const withComma = read?.(`${whole},${part}${unit}`);
          if (withComma === undefined || !('wrong' in withComma) || !withComma.wrong.startsWith('write a point'))
            return;
          expect(read?.(copied(withComma))).toEqual(read?.(`${whole}.${part}${unit}`));
        },
      ),
    );
  });
});
