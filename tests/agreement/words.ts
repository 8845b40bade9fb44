import type { ReadDose } from './plan.js';
import { clean, mgOf } from './plan.js';

const piece =
  /(?:(half|\d[\d,]*) )(?:(and a half) )?(tablets?|(?:granule )?packets?)(?: of ([\d.]+) mg)?|([\d,.]+) mL \(([\d,.]+) mg\) of oral (solution|suspension) of ([\d.]+) mg per mL/g;

export const number = (text: string) => Number(text.replaceAll(',', ''));

/** "1 and a half tablets of 10 mg and 1 tablet of 5 mg" as products and amounts. `only` names what a head names. */
export function readPieces(text: string, only?: string): Record<string, number> {
  const make: Record<string, number> = {};
  for (const [, count, half, form = '', strength, volume, mg, liquid, concentration] of text.matchAll(piece)) {
    if (volume !== undefined) {
      make[`${liquid}-${concentration}`] = number(volume);
      if (clean(number(volume) * number(concentration ?? '')) !== number(mg ?? ''))
        throw new Error(`mg and mL differ: ${text}`);
      continue;
    }
    if (count === '0') throw new Error(`nothing counted: ${text}`);
    const product = strength === undefined ? only : `${/tablet/.test(form) ? 'tablet' : 'granules'}-${strength}`;
    if (product === undefined) throw new Error(`no strength: ${text}`);
    make[product] = (count === 'half' ? 0.5 : number(count ?? '')) + (half === undefined ? 0 : 0.5);
  }
  return make;
}

const times: Readonly<Record<string, readonly string[]>> = {
  once: ['bedtime'],
  twice: ['morning', 'bedtime'],
  'three times': ['morning', 'midday', 'bedtime'],
  'four times': ['morning', 'midday', 'evening', 'bedtime'],
};

/** "three times daily" and "once daily, morning" as times of day. */
export function readTimes(text: string): readonly string[] {
  const [, how = '', when] =
    /(once|twice|three times|four times) daily(?:,? (?:in the |at )?(morning|midday|evening|bedtime))?/.exec(text) ??
    [];
  return when === undefined ? (times[how] ?? []) : [when];
}

/** A dose: its pieces, and its mg where they are written; a liquid writes them beside the mL. */
export function readTaken(text: string): ReadDose {
  const make = readPieces(text);
  const written = /\(([\d.]+) mg\)$/.exec(text.trim())?.[1];
  return { mg: written === undefined ? mgOf(make) : number(written), make };
}

/** "15 mg morning; 20 mg bedtime" beside "1 and a half tablets; 2 tablets" as doses. */
export function readDoses(doseLines: readonly string[], takeLines: readonly string[], only?: string) {
  const doses: Record<string, ReadDose> = {};
  for (const [index, line] of doseLines.entries()) {
    const mg = number(/^([\d.,]+) mg/.exec(line)?.[1] ?? '');
    const at = /daily/.test(line) ? readTimes(line) : [line.split(' ').at(-1) ?? ''];
    for (const time of at) doses[time] = { mg, make: readPieces(takeLines[index] ?? '', only) };
  }
  return doses;
}

/** "1 to 3", "4", "from 10", "days 1 to 3", "from day 10 on". */
export function readDays(text: string): { fromDay: number; toDay: number | null } {
  const [from, to] = [...text.matchAll(/[\d,]+/g)].map(([digits]) => number(digits));
  return { fromDay: from ?? Number.NaN, toDay: /from/i.test(text) ? null : (to ?? from ?? Number.NaN) };
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Every "Tue 1 Dec 2026" of a text as 2026-12-01, the weekday checked; "Tue 1 to Thu 3 Dec 2026" is two. */
export function readDates(text: string): string[] {
  const whole = text.replaceAll(
    /([A-Z][a-z]{2} \d{1,2})( [A-Z][a-z]{2})? to ([A-Z][a-z]{2} \d{1,2}( [A-Z][a-z]{2})( \d{4}))/g,
    (_, day, month, last, lastMonth, year) => `${day}${month ?? lastMonth}${year} to ${last}`,
  );
  return [...whole.matchAll(/([A-Z][a-z]{2}) (\d{1,2}) ([A-Z][a-z]{2}) (\d{4})/g)].map(
    ([all, weekday, day, month = '', year]) => {
      const date = new Date(Date.UTC(Number(year), months.indexOf(month), Number(day)));
      if (['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][date.getUTCDay()] !== weekday)
        throw new Error(`no such day: ${all}`);
      return date.toISOString().slice(0, 10);
    },
  );
}
