import { type Quantity, quantity, tidy } from '../../core/values/quantity.js';
import { formatNumber } from '../../report/number.js';
import { miswritten, splitNumber } from './number.js';
import { within } from './quantity.js';
import { plain, type Read } from './read.js';

export interface TimeSpec {
  /** In words: "how long the taper lasts". */
  readonly what: string;
  readonly from: number;
  readonly to: number;
  /** With its unit: "14" or "14 days", "12h". */
  readonly example: string;
}

/** The unit behind a number to copy, of those that are taken. */
function spell(unit: string, units: readonly (readonly [form: RegExp, spelling: string])[]): string | undefined {
  return unit === '' ? '' : units.find(([form]) => form.test(unit))?.[1];
}

const isDay = /^(?:d|days?)$/i;
const isWeek = /^(?:w|wk|wks|weeks?)$/i;
const isHour = /^(?:h|hrs?|hours?)$/i;
const inDays = [
  [isDay, 'd'],
  [isWeek, 'w'],
] as const;
const inHours = [[isHour, 'h'], ...inDays] as const;

/** Units of which each has another length. */
const uneven = /^(?:m|mo|mos|mths?|months?|y|yrs?|years?)$/i;

/** Whole days: "14", "14d", "2w", "8 weeks". */
export function readDays(text: string, spec: TimeSpec): Read<Quantity<'d'>> {
  const takes = takesDays(spec);
  const written = splitNumber(text, 'write one number of days');
  if (written === undefined) return { wrong: `it takes ${takes}` };
  if (!('digits' in written)) return { wrong: miswritten(written, takes, (unit) => spell(unit, inDays)) };
  const { digits, unit } = written;
  if (uneven.test(unit))
    return { wrong: `months and years differ in length: write days or weeks, such as ${spec.example}` };
  const days =
    unit === '' || isDay.test(unit) ? Number(digits) : isWeek.test(unit) ? tidy(Number(digits) * 7) : Number.NaN;
  return Number.isInteger(days) && within(days, spec) ? { ok: quantity(days, 'd') } : { wrong: `it takes ${takes}` };
}

/** What a flag takes: "how many days the taper lasts, a whole number from 1 to 1,826, such as 14 or 2w". */
export function takesDays({ what, from, to, example }: TimeSpec): string {
  return `${what}, whole days from ${formatNumber(from)} to ${formatNumber(to)}, such as ${example}`;
}

/** A time since something, in hours: "12h", "2d", "1 day", "36 hours". The unit must be written. */
export function readHours(text: string, spec: TimeSpec): Read<Quantity<'h'>> {
  const written = splitNumber(text, 'write one number of hours');
  if (written === undefined) return { wrong: `it takes ${takesHours(spec)}` };
  if (!('digits' in written)) return { wrong: miswritten(written, takesHours(spec), (unit) => spell(unit, inHours)) };
  const { digits, unit } = written;
  if (unit === '') return { wrong: `hours or days? Write ${plain(digits)}h or ${plain(digits)}d` };
  if (uneven.test(unit))
    return { wrong: `months and years differ in length: write hours or days, such as ${spec.example}` };
  const hours = Number(digits) * (isHour.test(unit) ? 1 : isDay.test(unit) ? 24 : isWeek.test(unit) ? 168 : Number.NaN);
  return within(tidy(hours), spec) ? { ok: quantity(tidy(hours), 'h') } : { wrong: `it takes ${takesHours(spec)}` };
}

export function takesHours({ what, from, to, example }: TimeSpec): string {
  return `${what}, from ${formatNumber(from)} to ${formatNumber(to)} hours, with the unit, such as ${example}`;
}
