import { addDays, type CivilDate, parseDate } from '../../core/values/calendar.js';

/** When something was, as exactly as a record says: a moment, a day, a month, a year or nothing. */
export interface Moment {
  /** The first and the last day that it may have been. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** In milliseconds, where hour and zone are known. */
  readonly time?: number;
}

/** Before and after every day of a record. */
export const undated: Moment = { from: '1900-01-01', to: '2199-12-31' };

/** A date as FHIR has it, to the year, the month, the day or the second; undefined where it is none. */
export function momentOf(text: string): Moment | undefined {
  const [whole, year, month, day, clock] =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?)?)?$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  if (day !== undefined) return dayOf(`${year}-${month}-${day}`, clock, text);
  const from = parseDate(`${year}-${month ?? '01'}-01`);
  if (from === undefined) return undefined;
  if (month === undefined) return { from, to: `${year}-12-31` };
  const later = addDays(from, 31);
  return { from, to: addDays(`${later.slice(0, 7)}-01`, -1) };
}

function dayOf(date: string, clock: string | undefined, text: string): Moment | undefined {
  const day = parseDate(date);
  if (day === undefined) return undefined;
  if (clock === undefined) return { from: day, to: day };
  const time = Date.parse(text);
  if (Number.isNaN(time)) return undefined;
  // Without a zone the hour is that of an unknown place: the day is all that is known.
  if (!/(Z|[+-]\d\d:\d\d)$/.test(clock)) return { from: day, to: day };
  const utc = new Date(time).toISOString().slice(0, 10);
  return { from: utc < day ? utc : day, to: utc > day ? utc : day, time };
}

/** Whether it lies ahead. A day ahead is a matter of time zones. */
export function isAhead({ from }: Moment, today: CivilDate): boolean {
  return from > addDays(today, 1);
}

/** Those of which none is surely older than another: of them the newest may be any. */
export function newestOf<T extends { readonly moment: Moment }>(all: readonly T[]): T[] {
  const latestDay = all.reduce((latest, { moment }) => (moment.from > latest ? moment.from : latest), '');
  const latestTime = all.reduce(
    (latest, { moment: { time = latest } }) => Math.max(latest, time),
    Number.NEGATIVE_INFINITY,
  );
  return all.filter(({ moment: { to, time = latestTime } }) => to >= latestDay && time >= latestTime);
}
