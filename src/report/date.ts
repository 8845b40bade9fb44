import type { Step } from '../core/doses/schedule.js';
import { type CivilDate, datePartsOf, weekdayOf } from '../core/values/calendar.js';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export function monthName(month: number): string {
  return months[month - 1] ?? '';
}

/** "Tue 1 Dec 2026": the month in letters, as 1/12 is read two ways. */
export function formatDate(date: CivilDate): string {
  const { year, month, day } = datePartsOf(date);
  return `${weekdayOf(date).slice(0, 3)} ${day} ${monthName(month).slice(0, 3)} ${year}`;
}

/** "Tuesday 1 December 2026". */
export function formatLongDate(date: CivilDate): string {
  const { year, month, day } = datePartsOf(date);
  return `${weekdayOf(date)} ${day} ${monthName(month)} ${year}`;
}

/** The dates of a step: "Tue 1 to Thu 3 Dec 2026", "from Thu 10 Dec 2026"; empty where it has none. */
export function dateRange({ fromDate, toDate }: Pick<Step, 'fromDate' | 'toDate'>): string {
  if (fromDate === undefined) return '';
  const first = formatDate(fromDate);
  if (toDate === undefined) return `from ${first}`;
  const last = formatDate(toDate);
  return first === last ? first : `${sharing(first, last)} to ${last}`;
}

/** The first of two printed dates without what the second says again: its year, and its month where that is the same. */
function sharing(first: string, second: string): string {
  const [one, other] = [first.split(' '), second.split(' ')];
  while (one.at(-1) === other.pop()) one.pop();
  return one.join(' ');
}
