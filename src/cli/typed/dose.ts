import { type TimeOfDay, timesOfDay } from '../../core/doses/schedule.js';
import { type Quantity, quantity, tidy } from '../../core/values/quantity.js';
import { frequencyOf, isIrregular } from './frequency.js';
import { miswritten, splitNumber } from './number.js';
import { plain, type Read, spaced } from './read.js';
import { plainUnit } from './unit.js';

/** What is taken by mouth in a day, as it was written: in all, each time, or dose by dose at its time. */
export type TypedDose =
  | { readonly dailyDose: Quantity<'mg/d'> }
  | { readonly dose: Quantity<'mg'>; readonly timesDaily: number }
  | { readonly doses: readonly { readonly time: TimeOfDay; readonly dose: Quantity<'mg'> }[] };

export interface DoseSpec {
  /** The most that is plausible in a day, in mg. */
  readonly to: number;
  /** What a number without words is: the dose of a day, or to be asked. */
  readonly bare: 'daily' | 'ask';
  /** What the flag takes, where it is more than a dose of a day. */
  readonly takes?: string;
}

const takesDose = 'a dose in mg: of a day such as 60mg/day, each time such as 20mg x 3, or each dose such as 10-10-20';

/** "60", "60 mg per day", "20x3", "20 mg tds", "20 mg every 8 hours", "10-10-20". */
export function readDose(text: string, spec: DoseSpec): Read<TypedDose> {
  const typed = spaced(text).replaceAll(/[×*]/g, 'x');
  const read = notMilligrams(typed) ?? eachDose(typed) ?? product(typed) ?? amountAndWords(typed, spec);
  if (read === undefined) return { wrong: `it takes ${spec.takes ?? takesDose}` };
  if ('wrong' in read) return read;
  const total = dailyTotal(read.ok);
  return total > 0 && total <= spec.to ? read : { wrong: `it takes ${spec.takes ?? takesDose}` };
}

/** The same, or the dose of a pump in mcg per day; one is never converted into the other. */
export function readMaternalDose(
  text: string,
  to: { readonly mouth: number; readonly pump: number },
): Read<TypedDose | { readonly pump: Quantity<'ug/d'> }> {
  const takes = 'the dose of the mother per day: mg by mouth such as 80, or mcg of a pump such as 330mcg';
  const written = splitNumber(text, 'write one number');
  if (written && 'digits' in written && /^ug(?:\/d)?$/.test(plainUnit(written.unit))) {
    const value = Number(written.digits);
    return value > 0 && value <= to.pump ? { ok: { pump: quantity(value, 'ug/d') } } : { wrong: `it takes ${takes}` };
  }
  return readDose(text, { to: to.mouth, bare: 'daily', takes });
}

function dailyTotal(dose: TypedDose): number {
  if ('dailyDose' in dose) return dose.dailyDose.value;
  if ('dose' in dose) return tidy(dose.dose.value * dose.timesDaily);
  return tidy(dose.doses.reduce((sum, each) => sum + each.dose.value, 0));
}

/** What is no amount in mg, and what to write instead. */
const otherwise: readonly (readonly [RegExp, string])[] = [
  [
    /\d ?(?:mcg|ug|\u00b5g|\u03bcg|micrograms?|microgrammes?)\b/i,
    'mcg is for a pump: write a dose by mouth in mg, such as 60mg/day',
  ],
  [/mg ?(?:\/|per) ?kg/i, 'write it in mg and not per kg, such as 20mg x 3'],
  [/\d ?(?:ml|millilit(?:re|er)s?)\b/i, 'mL depend on the strength: write it in mg, such as 20mg x 3'],
  [
    /\b(?:tab|tabs|tablets?|caps?|capsules?|pills?)\b/i,
    'tablets depend on the strength: write it in mg, such as 20mg x 3',
  ],
  [/\d ?(?:g|grams?)\b/i, 'write it in mg, such as 60mg/day'],
];

function notMilligrams(typed: string): Read<never> | undefined {
  if (isIrregular(typed)) return { wrong: 'it takes the dose of one day, every day the same, such as 60mg/day' };
  const [, wrong] = otherwise.find(([form]) => form.test(typed)) ?? [];
  return wrong === undefined ? undefined : { wrong };
}

const amount = '(\\d+(?:\\.\\d+)?)';
const mg = '(?:mg|mgs|milligrams?|milligrammes?)';

/** "10-10-20", "10-0-20 mg", "20/20/20": each dose of a day at its time. */
function eachDose(typed: string): Read<TypedDose> | undefined {
  const form = new RegExp(
    `^(?:${amount} ?${mg}? ?([-–/+]) ?)(?:${amount} ?${mg}? ?\\2 ?){0,2}${amount} ?${mg}?(?: ?(?:daily|a day|per day|/ ?day|/ ?d))?$`,
    'i',
  );
  const separator = form.exec(typed)?.[2];
  if (separator === undefined) return undefined;
  const numbers = typed.match(/\d+(?:\.\d+)?/g) ?? [];
  const values = numbers.map(Number);
  const [first = 0, second = 0] = values;
  if (values.length === 2 && separator === '/' && first !== second) return undefined;
  if (values.length === 2 && (separator === '/' || (separator !== '+' && first < second))) {
    return { wrong: `are these two doses? Write ${numbers.map((digits) => `${plain(digits)}mg`).join('+')}` };
  }
  const times = timesOfDay[values.length] ?? [];
  if (!/mg|milli/i.test(typed) && values.every((value) => value <= 4)) {
    return { wrong: 'that could count tablets: write each dose with its unit, such as 5mg-5mg-10mg' };
  }
  return {
    ok: {
      doses: times.flatMap((time, index) => {
        const value = values[index] ?? 0;
        return value > 0 ? [{ time, dose: quantity(value, 'mg') }] : [];
      }),
    },
  };
}

/** "20x3", "3x20", "20 mg x 3", "3 x 20 mg": the number with the unit is the dose, or the one that cannot count doses. */
function product(typed: string): Read<TypedDose> | undefined {
  const form = new RegExp(
    `^${amount} ?(${mg})? ?x ?${amount} ?(${mg})?(?: ?(?:daily|a day|per day|each day|/ ?day|/ ?d|times daily|times a day|times))?$`,
    'i',
  );
  const [, first, firstUnit, second, secondUnit] = form.exec(typed) ?? [];
  if (first === undefined || second === undefined) return undefined;
  if (firstUnit && secondUnit) return { wrong: 'write one of the two in mg, such as 4 mg x 3' };
  if (!firstUnit && !secondUnit && countsDoses(first) === countsDoses(second)) return ambiguous(first, second);
  const doseFirst = firstUnit !== undefined || (secondUnit === undefined && countsDoses(second));
  const [dose, times] = doseFirst ? [first, second] : [second, first];
  return countsDoses(times)
    ? each(Number(dose), Number(times))
    : { wrong: 'it takes 1 to 4 doses a day, such as 20mg x 3' };
}

/** Both readings where there are two, each with what to write; else how a dose is written. */
function ambiguous(first: string, second: string): Read<never> {
  if (!countsDoses(first) || first === second)
    return { wrong: 'which number is the dose? Write it in mg and how often, 1 to 4 times, such as 4 mg x 3' };
  const readings = [
    [first, second],
    [second, first],
  ].map(([times = '', dose = '']) => ({ times, dose }));
  const asked = readings.map(({ times, dose }) => `${times} ${times === '1' ? 'dose' : 'doses'} of ${dose} mg`);
  return {
    wrong: `is it ${asked.join(', or ')} a day? Write ${readings.map(({ times, dose }) => `${dose}mgx${times}`).join(', or ')}`,
  };
}

function countsDoses(number: string): boolean {
  return [1, 2, 3, 4].includes(Number(number));
}

function each(dose: number, timesDaily: number): Read<TypedDose> {
  return { ok: { dose: quantity(dose, 'mg'), timesDaily } };
}

/** Three numbers or more, in no order that is known. */
const severalNumbers = /^\d[^-–/+]*[-–/+][^-–/+]*\d[^-–/+]*[-–/+] ?\d/;

/** "60", "60 mg/day", "20 mg tds", "20 mg three times daily". */
function amountAndWords(typed: string, { bare, takes }: DoseSpec): Read<TypedDose> | undefined {
  const written = splitNumber(typed, 'write the dose that is taken, such as 60mg/day');
  if (written === undefined || severalNumbers.test(typed)) return undefined;
  if (!('digits' in written)) return { wrong: miswritten(written, takes ?? takesDose, spell) };
  const { digits, unit } = written;
  const value = Number(digits);
  if (isPerDay(unit) || (bare === 'daily' && (unit === '' || isMg(unit))))
    return { ok: { dailyDose: quantity(value, 'mg/d') } };
  const number = plain(digits);
  if (unit === '' || isMg(unit)) {
    return { wrong: `in all, or each time? Write ${number}mg/day, or each dose and how often: ${number}mg x 3` };
  }
  const times = timesBehind(unit);
  return times === undefined ? undefined : each(value, times);
}

function isMg(unit: string): boolean {
  return new RegExp(`^${mg}$`, 'i').test(unit);
}

function isPerDay(unit: string): boolean {
  return (
    plainUnit(unit) === 'mg/d' || /^(?:mg )?(?:daily|per day|a day|\/ ?d|\/ ?day|in all|in total|total)$/i.test(unit)
  );
}

/** How often a day, with "mg" before it or not, and "by mouth" between. */
function timesBehind(unit: string): number | undefined {
  return frequencyOf(
    unit.replace(new RegExp(`^(?:${mg}(?:/dose)?(?![a-z]))?,? ?(?:(?:po|orally|by mouth) )?`, 'i'), ''),
  );
}

/** What stands behind a number to copy, so that it stays the same dose. */
function spell(unit: string): string | undefined {
  if (unit === '') return '';
  if (isMg(unit)) return 'mg';
  if (isPerDay(unit)) return 'mg/day';
  const times = timesBehind(unit);
  return times === undefined ? undefined : `mg x ${times}`;
}
