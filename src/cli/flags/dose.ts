import { productFields, sheetFields, taperEndFields } from '../../contract/fields/dose.js';
import { type Sign, signs } from '../../core/answer/signs.js';
import { type CurrentDose, dailyTotal } from '../../core/doses/current-dose.js';
import type { TaperEnd } from '../../core/taper/types.js';
import type { Quantity } from '../../core/values/quantity.js';
import { readStartDate } from '../typed/date.js';
import { readDose } from '../typed/dose.js';
import type { Read } from '../typed/read.js';
import { readChoice } from '../typed/word.js';
import { fieldFlag, switchFlag } from './flag.js';
import { readAmount } from './reader.js';
import { viewFlags } from './views.js';

/** What is taken now: "60" in mg per day, "20x3" as a dose and how often, "10-10-20" as each dose. */
export function readCurrentDose(text: string): Read<CurrentDose> {
  const takes =
    'the present dose: mg per day such as 60, a dose and times per day such as 20x3 (1 to 4 times), or each dose such as 10-10-20';
  return readDose(text, { to: 10_000, bare: 'daily', takes });
}

/** The same as the total of the day (mg/d). */
export function readDailyTotal(text: string): Read<Quantity<'mg/d'>> {
  const read = readCurrentDose(text);
  return 'ok' in read ? { ok: dailyTotal(read.ok) } : read;
}

/** What a taper ends at: "10" in mg per day, "0", or the word "ceiling". */
export function readTaperEnd(text: string): Read<TaperEnd> {
  return text.trim().toLowerCase() === 'ceiling' ? { ok: 'ceiling' } : readAmount(text, taperEndFields.dailyDose);
}

/** Signs that the patient shows now, one or several. */
export function readSigns(texts: readonly string[]): Read<readonly Sign[]> {
  const read = texts.map((text) => readChoice(text, signs));
  const wrong = read.find((each) => 'wrong' in each);
  return wrong ?? { ok: read.flatMap((each) => ('ok' in each ? [each.ok] : [])) };
}

/** Product ids; whether they exist is for the core to say. */
export const productFlags = {
  product: fieldFlag(productFields.products, {
    to: 'products',
    takes: '<id...>',
    group: 'Products',
    values: ({ products }) => products.products.map(({ id }) => id),
    default: ({ products }) => `${products.usual.id}, ${products.usual.source}`,
  }),
};

/** What a plan is labelled with and drawn as; none of it changes a dose. */
export const labelFlags = {
  name: fieldFlag(sheetFields.name, { to: 'name', takes: '<name>', group: 'Sheet' }),
  chart: switchFlag({ group: 'Sheet', words: 'draw the dose over time below the table' }),
  ...viewFlags,
};

/** The same with a date for day 1. */
export const sheetFlags = {
  startDate: fieldFlag(sheetFields.startDate, {
    to: 'startDate',
    takes: '<date>',
    group: 'Sheet',
    read: (text, { today }) => {
      const read = readStartDate(text);
      return 'ok' in read && read.ok === 'today' ? { ok: today() } : read;
    },
  }),
  ...labelFlags,
};
