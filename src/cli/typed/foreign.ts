import { tidy, type Unit } from '../../core/values/quantity.js';
import { round } from '../../report/number.js';
import { spaced } from './read.js';
import { plainUnit, unitOf } from './unit.js';

const kgPerPound = 0.45359237;
const cmPerInch = 2.54;

const number = '(\\d+(?:\\.\\d+)?)';
const stones = '(?:st|stones?)';
const pounds = '(?:lbs?|pounds?|#)';
const ounces = '(?:oz|ounces?)';
const feet = "(?:ft|feet|foot|['’′])";
const inches = "(?:in|ins|inch|inches|[\"”″]|''|’’)";

/** A quantity in a unit of another system, in one that is asked for; never taken, only shown to be copied. */
export function foreign(text: string, unit: Unit): string | undefined {
  const typed = spaced(text).toLowerCase();
  const value = unit === 'kg' ? kilograms(typed) : unit === 'cm' ? centimetres(typed) : quotient(typed, unit);
  return value === undefined ? undefined : String(round(value, value < 10 ? 2 : 1));
}

function kilograms(typed: string): number | undefined {
  const poundsAndOunces = sum(typed, [
    [pounds, 1],
    [ounces, 1 / 16],
  ]);
  const inPounds =
    poundsAndOunces ??
    sum(typed, [
      [stones, 14],
      [`${pounds}?`, 1],
    ]) ??
    sum(typed, [[ounces, 1 / 16]]);
  return inPounds === undefined ? undefined : tidy(inPounds * kgPerPound);
}

function centimetres(typed: string): number | undefined {
  const metres = /^(\d)m(\d{2})$/.exec(typed);
  if (metres) return Number(`${metres[1]}${metres[2]}`);
  const inInches =
    sum(typed, [[inches, 1]]) ??
    sum(typed, [
      [feet, 12],
      [`${inches}?`, 1],
    ]);
  return inInches === undefined ? undefined : tidy(inInches * cmPerInch);
}

/** "5 ft 4 in" in the smaller unit; the second part may be left out. */
function sum(typed: string, parts: readonly (readonly [name: string, size: number])[]): number | undefined {
  const [[first = '', size = 1] = [], second] = parts;
  const rest = second ? `(?: ?(?:and )?${number} ?${second[0]})?` : '';
  const [, large, small = '0'] = new RegExp(`^${number} ?${first}${rest}$`).exec(typed) ?? [];
  return large === undefined ? undefined : Number(large) * size + Number(small) * (second?.[1] ?? 0);
}

/** How many mL per minute one of each unit makes. */
const flows: Readonly<Record<string, number>> = { 'ml/s': 60, 'ml/sec': 60, 'l/h': 1000 / 60, 'l/hr': 1000 / 60 };

/** A rate in another unit of time, and a strength per so many mL as labels have it: 5 mg/5 mL. */
function quotient(typed: string, unit: Unit): number | undefined {
  const [, digits = '', rest = ''] = new RegExp(`^${number} ?(.+)$`).exec(typed) ?? [];
  const spelling = plainUnit(rest);
  if (unitOf(rest)) return undefined;
  if (unit === 'mg/mL') {
    const [, volume] = /^mg\/(\d{1,4}) ?ml$/.exec(spelling) ?? [];
    return Number(volume) > 0 ? tidy(Number(digits) / Number(volume)) : undefined;
  }
  const flow = Object.hasOwn(flows, spelling) ? flows[spelling] : undefined;
  return unit === 'mL/min' && flow !== undefined ? tidy(Number(digits) * flow) : undefined;
}
