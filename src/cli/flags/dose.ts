import { productFields, sheetFields } from '../../contract/fields/dose.js';
import type { CurrentDose } from '../../core/taper/types.js';
import { quantity, tidy } from '../../core/values/quantity.js';
import { readStartDate } from '../typed/date.js';
import { readDose } from '../typed/dose.js';
import type { Read } from '../typed/read.js';
import { fieldFlag, switchFlag } from './flag.js';

/** What is taken now: "60" in mg per day, "20x3" as a dose and how often. */
export function readCurrentDose(text: string): Read<CurrentDose> {
  const takes = 'the present dose: mg per day such as 60, or a dose and times per day such as 20x3 (1 to 4 times)';
  const read = readDose(text, { to: 10_000, bare: 'daily', takes });
  if ('wrong' in read) return read;
  if (!('doses' in read.ok)) return { ok: read.ok };
  const [first, ...others] = read.ok.doses.map(({ dose }) => dose.value);
  if (first !== undefined && others.every((each) => each === first)) {
    return { ok: { dose: quantity(first, 'mg'), timesDaily: others.length + 1 } };
  }
  const total = tidy(read.ok.doses.reduce((sum, { dose }) => sum + dose.value, 0));
  return { wrong: `it takes equal doses, or the dose of the day: write ${total}mg/day` };
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
