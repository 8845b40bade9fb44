import { type CivilDate, parseDate, plannedYears } from '../../core/values/calendar.js';
import { textThat } from './reader.js';

const words = `a date that exists, as YYYY-MM-DD such as 2026-12-01, from ${plannedYears.from} to ${plannedYears.to}`;

/** A day of the calendar. */
export const date = dateOr(words);

/** A date, or today: it reads the clock only when told to. */
export const startDate = dateOr(`${words}, or today`, 'today');

function dateOr(takes: string, word?: string) {
  return textThat((text) => text === word || parseDate(text) !== undefined, takes);
}

/** The date of day 1: as given, or today's. */
export function dateOf(given: string, today: () => CivilDate): CivilDate {
  return given === 'today' ? today() : given;
}
