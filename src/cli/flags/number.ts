import { type Fraction, type Quantity, quantity, type Unit } from '../../core/values/quantity.js';
import { takes } from './reader.js';

/** A number as clinicians write it: no sign, no exponent, a point and not a comma. */
const decimal = /^\d+(\.\d+)?$/;

interface Range {
  /** What the flag takes, for the sentence that says so. */
  readonly takes: string;
  /** Smallest value; `above` leaves the bound itself out. */
  readonly from?: number;
  readonly above?: number;
  readonly to: number;
}

function readNumber(text: string, { from = 0, above = -1, to }: Range): number | undefined {
  if (!decimal.test(text)) return undefined;
  const value = Number(text);
  return value >= from && value > above && value <= to ? value : undefined;
}

/** Splits "1.4 mg/dL" into "1.4" and "mg/dL". */
function splitUnit(text: string): [number: string, unit: string] {
  const number = /^[\d.,]*/.exec(text)?.[0] ?? '';
  return [number, text.slice(number.length).trim()];
}

/** A quantity in the unit of the flag; the unit may be written behind the number, no other. */
export function amount<U extends Unit>(unit: U, written: string, range: Range) {
  return takes((text) => {
    const [number, suffix] = splitUnit(text);
    const value = suffix === '' || suffix === written ? readNumber(number, range) : undefined;
    return value === undefined ? undefined : quantity(value, unit);
  }, range.takes);
}

/** A whole number in the unit of the flag. */
export function wholeAmount<U extends Unit>(unit: U, range: Range) {
  return takes((text) => {
    const value = readNumber(text, range);
    return value !== undefined && Number.isInteger(value) ? quantity(value, unit) : undefined;
  }, range.takes);
}

/** A quantity whose unit is part of the value: the spelling decides, and its range. */
export function amountWithUnit<U extends Unit>(
  units: Readonly<Record<string, { readonly unit: U; readonly to: number; readonly from?: number }>>,
  words: string,
) {
  return takes((text): { [Each in U]: Quantity<Each> }[U] | undefined => {
    const [number, suffix] = splitUnit(text);
    const spelled = Object.hasOwn(units, suffix.toLowerCase()) ? units[suffix.toLowerCase()] : undefined;
    if (spelled === undefined) return undefined;
    const value = readNumber(number, { takes: words, above: 0, ...spelled });
    return value === undefined ? undefined : quantity(value, spelled.unit);
  }, words);
}

/** A share above 0 and up to 1: "0.5", "1/3" or "50%". */
export function share(words: string) {
  return takes((text): Fraction | undefined => {
    const [, numerator = '', denominator = ''] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
    const fraction = text.endsWith('%')
      ? { numerator: readNumber(text.slice(0, -1), { takes: words, to: 100 }), denominator: 100 }
      : numerator === ''
        ? { numerator: readNumber(text, { takes: words, to: 1 }), denominator: 1 }
        : { numerator: Number(numerator), denominator: Number(denominator) };
    const value = (fraction.numerator ?? 0) / fraction.denominator;
    return fraction.numerator !== undefined && value > 0 && value <= 1
      ? { numerator: fraction.numerator, denominator: fraction.denominator }
      : undefined;
  }, words);
}

/** An age in years: "72", "0.5", or years and months: "7y11m", "11m". */
export function age(range: Range) {
  return takes((text) => {
    const [written, years = '', months = ''] = /^(?:(\d{1,3})y)?(?:(\d{1,2})m)?$/.exec(text) ?? [];
    if (!written) {
      const value = readNumber(text, range);
      return value === undefined ? undefined : quantity(value, 'a');
    }
    const value = Number(years) + Number(months) / 12;
    return Number(months) < 12 && value > 0 && value <= range.to ? quantity(value, 'a') : undefined;
  }, range.takes);
}
