import { type Quantity, quantity, tidy } from '../../core/values/quantity.js';
import { miswritten, splitNumber } from './number.js';
import { plain, type Read, spaced } from './read.js';

/** Days of a year on average, leap years counted. */
const daysPerYear = 365.25;

const years = '(?:y|yo|yrs?|years?|y/o|years? old|yrs? old)';
const months = '(?:m|mo|mos|mths?|months?|months? old)';
const weeks = '(?:w|wk|wks|weeks?|weeks? old)';
const days = '(?:d|days?|days? old)';

interface Parts {
  readonly years?: number;
  readonly months?: number;
  readonly weeks?: number;
  readonly days?: number;
}

const forms: readonly (readonly [string, (one: number, two: number) => Parts | undefined])[] = [
  [`${years}(?: ?(?:and )?(\\d{1,2}) ?${months})?`, (one, two) => (two < 12 ? { years: one, months: two } : undefined)],
  [months, (one) => ({ months: one })],
  [`${weeks}(?: ?(?:and )?(\\d) ?${days})?`, (one, two) => (two < 7 ? { weeks: one, days: two } : undefined)],
  [days, (one) => ({ days: one })],
];

/** An age written with its units, or undefined. Parts other than the last are whole numbers. */
function partsOf(text: string): Parts | undefined {
  for (const [form, parts] of forms) {
    const [, one, two = '0'] = new RegExp(`^(\\d{1,4}(?:\\.\\d{1,6})?) ?${form}$`, 'i').exec(text) ?? [];
    if (one !== undefined) return one.includes('.') && two !== '0' ? undefined : parts(Number(one), Number(two));
  }
  return undefined;
}

/** What is wrong with the number, or else what is taken. */
function refused(text: string, takes: string): { readonly wrong: string } {
  const written = splitNumber(text, 'write one age');
  return { wrong: written && !('digits' in written) ? miswritten(written, takes, spell) : `it takes ${takes}` };
}

/** The unit behind a number to copy. */
function spell(unit: string): string | undefined {
  const units = [
    ['', ''],
    [years, 'y'],
    [months, 'mo'],
    [weeks, 'wk'],
    [days, 'd'],
  ] as const;
  return units.find(([form]) => new RegExp(`^${form}$`, 'i').test(unit))?.[1];
}

const takesAge = 'an age above 0 and up to 120 years, such as 72, 7y11m, 11m or 6wk';

/** An age in years: "44", "44y", "44 years old", "7y11m", "6 months", "10d", "6wk". */
export function readAge(text: string): Read<Quantity<'a'>> {
  const typed = spaced(text);
  const value = /^\d{1,3}(?:\.\d{1,9})?$/.test(typed) ? Number(typed) : yearsOf(partsOf(typed));
  if (value !== undefined && value > 0 && value <= 120) return { ok: quantity(value, 'a') };
  return refused(value === undefined ? typed : '', takesAge);
}

function yearsOf(parts: Parts | undefined): number | undefined {
  if (parts === undefined) return undefined;
  const { years = 0, months = 0, weeks = 0, days = 0 } = parts;
  return years + months / 12 + (weeks * 7 + days) / daysPerYear;
}

const takesInfantAge = 'an age since birth with its unit, up to 2 years: 10d, 6wk or 6mo';

type InfantAge = Quantity<'d'> | Quantity<'wk'> | Quantity<'mo'>;

/** An age since birth in the unit that was written: "10d", "6 weeks", "3mo", "1y2m" in months, "6w3d" in days. */
export function readInfantAge(text: string): Read<InfantAge> {
  const typed = spaced(text);
  if (/^\d{1,3}$/.test(typed)) {
    const bare = plain(typed);
    return { wrong: `days, weeks or months? Write ${bare}d, ${bare}wk or ${bare}mo` };
  }
  const parts = partsOf(typed);
  const age = parts && infantAgeOf(parts);
  return age ? { ok: age } : refused(parts ? '' : typed, takesInfantAge);
}

/** In months, or in days and weeks; not in both, and not above two years. */
function infantAgeOf({ years: inYears, months: inMonths, weeks: inWeeks, days: inDays }: Parts): InfantAge | undefined {
  if (inYears !== undefined || inMonths !== undefined) {
    const value = tidy((inYears ?? 0) * 12 + (inMonths ?? 0));
    return inWeeks === undefined && inDays === undefined && value <= 24 ? quantity(value, 'mo') : undefined;
  }
  const [weeks, days] = [inWeeks ?? 0, inDays ?? 0];
  const value = weeks * 7 + days;
  if (!Number.isInteger(value) || value > 730) return undefined;
  return days === 0 && weeks > 0 ? quantity(weeks, 'wk') : quantity(value, 'd');
}

const takesGestationalAge = 'weeks of gestation at birth from 22 to 44, with days where known: 34 or 34+3';

/** Gestational age at birth: "34", "34+3" for 34 weeks and 3 days, "34w3d", "34 weeks 3 days". */
export function readGestationalAge(text: string): Read<Quantity<'wk'>> {
  const typed = spaced(text);
  const [, point] = /^(\d{2})[.,]\d{1,2}/.exec(typed) ?? [];
  if (point !== undefined) return { wrong: `write weeks and days with a plus between, such as ${point}+3` };
  const rest = `([0-6])(?: ?${days})?`;
  const form = new RegExp(`^(\\d{2})(?: ?${weeks})?(?: ?\\+ ?${rest}(?: ?${weeks})?)?$`, 'i');
  const inWords = new RegExp(`^(\\d{2}) ?${weeks} ?(?:and )?${rest}$`, 'i');
  const [, inWeeks = '', inDays = '0'] = form.exec(typed) ?? inWords.exec(typed) ?? [];
  const value = tidy(Number(inWeeks) + Number(inDays) / 7);
  return inWeeks !== '' && value >= 22 && value < 45
    ? { ok: quantity(value, 'wk') }
    : { wrong: `it takes ${takesGestationalAge}` };
}
