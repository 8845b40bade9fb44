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

const takesInfantAge = 'an age in months from 0 to 36, such as 3; days and weeks go with --postnatal-age, such as 10d';

/** An age in months: "3", "3mo", "1y2m". Days and weeks are the other flag's. */
export function readInfantAge(text: string): Read<Quantity<'mo'>> {
  const typed = spaced(text);
  const parts = partsOf(typed);
  if (parts?.weeks !== undefined)
    return { wrong: `weeks go with --postnatal-age: write --postnatal-age ${postnatal(parts)}` };
  if (parts?.days !== undefined) return { wrong: `days go with --postnatal-age: write --postnatal-age ${parts.days}d` };
  const inYears = parts && tidy((parts.years ?? 0) * 12 + (parts.months ?? 0));
  const value = /^\d{1,3}(?:\.\d{1,9})?$/.test(typed) ? Number(typed) : inYears;
  if (value !== undefined && value <= 36) return { ok: quantity(value, 'mo') };
  return refused(value === undefined ? typed : '', takesInfantAge);
}

/** Weeks and days as the other flag takes them. */
function postnatal({ weeks = 0, days = 0 }: Parts): string {
  return days === 0 ? `${weeks}wk` : `${weeks * 7 + days}d`;
}

const takesPostnatalAge = 'an age since birth up to 2 years, in days or weeks: 10d or 6wk';

/** An age since birth: "10d", "6 weeks", "6w3d" in days. Months are the other flag's. */
export function readPostnatalAge(text: string): Read<Quantity<'d'> | Quantity<'wk'>> {
  const typed = spaced(text);
  if (/^\d{1,3}$/.test(typed)) return { wrong: `days or weeks? Write ${plain(typed)}d or ${plain(typed)}wk` };
  const parts = partsOf(typed);
  if (parts === undefined) return refused(typed, takesPostnatalAge);
  if (parts.years !== undefined || (parts.weeks === undefined && parts.months !== undefined)) {
    const inMonths = tidy((parts.years ?? 0) * 12 + (parts.months ?? 0));
    return {
      wrong:
        inMonths <= 36
          ? `months go with --infant-age: write --infant-age ${inMonths}`
          : `it takes ${takesPostnatalAge}`,
    };
  }
  const { weeks = 0, days = 0 } = parts;
  const inDays = weeks * 7 + days;
  if (!Number.isInteger(inDays) || inDays > 730) return { wrong: `it takes ${takesPostnatalAge}` };
  return { ok: days === 0 && weeks > 0 ? quantity(weeks, 'wk') : quantity(inDays, 'd') };
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
