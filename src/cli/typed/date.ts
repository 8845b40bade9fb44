import { type CivilDate, parseDate, plannedYears } from '../../core/values/calendar.js';
import { type Read, spaced } from './read.js';

const takes = `it takes a date that exists, from ${plannedYears.from} to ${plannedYears.to}, as YYYY-MM-DD such as 2026-12-01`;

/** A day of the calendar: YYYY-MM-DD. */
export function readDate(text: string): Read<CivilDate> {
  return dateOr(text, takes);
}

/** The same, or today. */
export function readStartDate(text: string): Read<CivilDate | 'today'> {
  return spaced(text).toLowerCase() === 'today' ? { ok: 'today' } : dateOr(text, `${takes}, or today`);
}

function dateOr(text: string, words: string): Read<CivilDate> {
  const typed = spaced(text);
  const date = parseDate(typed);
  if (date !== undefined) return { ok: date };
  const meant = rewritten(typed);
  if (meant === 'ambiguous') return { wrong: 'day or month first? Write the year first, as YYYY-MM-DD' };
  if (meant === 'short year') return { wrong: 'write the year in full and first, as YYYY-MM-DD' };
  return { wrong: meant === undefined ? words : `write ${meant}` };
}

const monthNames: readonly string[] = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];
const month = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';

/** A date in another order, where it can be only one day. */
function rewritten(typed: string): CivilDate | 'ambiguous' | 'short year' | undefined {
  const yearFirst = /^(\d{4})([-/. ]?)(\d{1,2})\2(\d{1,2})$/.exec(typed);
  if (yearFirst) return written(yearFirst[1], yearFirst[3], yearFirst[4]);
  const dayFirst = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[-/. ]?(?:of )?${month}[-/., ]* ?(\\d{4})$`, 'i').exec(typed);
  if (dayFirst) return written(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const named = new RegExp(`^${month} ?(\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, 'i').exec(typed);
  if (named) return written(named[3], monthNumber(named[1]), named[2]);
  if (/^\d{1,2}([-/.])\d{1,2}\1\d{2}$/.test(typed)) return 'short year';
  const [, one, , two, year] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(typed) ?? [];
  const possible = [written(year, one, two), written(year, two, one)].filter((date) => date !== undefined);
  return new Set(possible).size > 1 ? 'ambiguous' : possible[0];
}

function monthNumber(name = ''): string {
  return String(monthNames.indexOf(name.toLowerCase()) + 1);
}

function written(year = '', month = '', day = ''): CivilDate | undefined {
  return parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
