/** A day of the civil calendar, YYYY-MM-DD: no time of day, no time zone, so nothing can shift it. */
export type CivilDate = string;

/** Years in which a plan may start; a start outside them is a slip of the hand. */
export const plannedYears = { from: 1900, to: 2199 } as const;

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

export type Weekday = (typeof weekdays)[number];

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** No day at all in a month that the calendar does not have. */
function monthLength(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A date out of YYYY-MM-DD, or undefined where the text is none or the calendar has no such day. */
export function parseDate(text: string): CivilDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const { year, month, day } = datePartsOf(text);
  const exists = day >= 1 && day <= monthLength(year, month);
  return exists && year >= plannedYears.from && year <= plannedYears.to ? text : undefined;
}

/** Year, month (1 to 12) and day of a date. */
export function datePartsOf(date: CivilDate): DateParts {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}

/** Days since 1 March of the year 0: years that begin in March end on the leap day, so months need no cases. */
function dayNumber(date: CivilDate): number {
  const { year, month, day } = datePartsOf(date);
  const y = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const before = 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return before + Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
}

/** The date so many days later (or earlier, below 0). */
export function addDays(date: CivilDate, days: number): CivilDate {
  let { year, month, day } = datePartsOf(date);
  day += days;
  while (day > monthLength(year, month)) {
    day -= monthLength(year, month);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  while (day < 1) {
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
    day += monthLength(year, month);
  }
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** How many days one date is after another; negative where it comes before. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day of the week. 1 March of the year 0 was a Wednesday. */
export function weekdayOf(date: CivilDate): Weekday {
  return weekdays[(dayNumber(date) + 3) % 7] ?? 'Sunday';
}
