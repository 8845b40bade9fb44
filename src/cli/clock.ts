import type { CivilDate } from '../core/values/calendar.js';

/** Today's date where the computer stands, YYYY-MM-DD. */
export function today(now = new Date()): CivilDate {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}

/** This moment in UTC, YYYY-MM-DDTHH:MM:SSZ. */
export function now(moment = new Date()): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}
