import { type Product, productOf } from '../../core/doses/product.js';
import type { Administration, TimeOfDay } from '../../core/doses/schedule.js';
import { formatDate, formatLongDate } from '../date.js';
import { formatPieces, frequency, intervalWords, isRegular } from '../dose.js';
import { formatNumber } from '../number.js';
import { formatQuantity } from '../quantity.js';
import { isOpen, type PlannedDoses, type PlannedStep } from './plan.js';

/** "day 4", "days 1 to 3", "from day 10 on". */
export function dayWords(plan: PlannedDoses, step: PlannedStep): string {
  if (isOpen(plan, step)) return `from day ${formatNumber(step.fromDay)} on`;
  return step.fromDay === step.toDay
    ? `day ${formatNumber(step.fromDay)}`
    : `days ${formatNumber(step.fromDay)} to ${formatNumber(step.toDay)}`;
}

/** "Tue 1 Dec 2026 to Thu 3 Dec 2026", "from Thu 10 Dec 2026 on"; empty without dates. */
export function dateWords(plan: PlannedDoses, step: PlannedStep, long = false): string {
  const { fromDate, toDate } = step;
  const format = long ? formatLongDate : formatDate;
  if (fromDate === undefined || toDate === undefined) return '';
  if (isOpen(plan, step)) return `from ${format(fromDate)} on`;
  return fromDate === toDate ? format(fromDate) : `${format(fromDate)} to ${format(toDate)}`;
}

/** "in the morning, at midday and at bedtime". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

export const timeWords: Readonly<Record<TimeOfDay, string>> = {
  morning: 'in the morning',
  midday: 'at midday',
  evening: 'in the evening',
  bedtime: 'at bedtime',
};

/** The times of day at which a plan has a dose, in the order of the day. */
export function timesUsed({ steps }: PlannedDoses): TimeOfDay[] {
  const used = new Set(steps.flatMap(({ doses }) => doses.map(({ time }) => time)));
  return (['morning', 'midday', 'evening', 'bedtime'] as const).filter((time) => used.has(time));
}

/** What to take over a day: "0.07 mL (0.07 mg) ... every 6 hours", "half tablet of 10 mg (5 mg) three times daily", or dose by dose where that does not say it all. */
export function daySig({ doses, everyHours, condition }: PlannedStep, products: readonly Product[]): string {
  const [first] = doses;
  if (first === undefined) return 'none';
  if (everyHours !== undefined)
    return `${taken(first, products)} ${intervalWords(everyHours)}${condition ? `, ${condition}` : ''}`;
  if (doses.length === 1) return `${taken(first, products)} once daily ${timeWords[first.time]}`;
  if (isRegular(doses)) return `${taken(first, products)} ${frequency(doses.length)}`;
  return listed(doses.map((each) => `${taken(each, products)} ${timeWords[each.time]}`));
}

/** One dose with its mg: "half tablet of 10 mg (5 mg)". A liquid alone says its mg already. */
export function taken({ dose, make }: Administration, products: readonly Product[]): string {
  const pieces = formatPieces(make, products);
  const [first] = make;
  const liquidAlone = make.length === 1 && first && productOf(first.product, products).kind === 'liquid';
  return liquidAlone ? pieces : `${pieces} (${formatQuantity(dose)})`;
}
