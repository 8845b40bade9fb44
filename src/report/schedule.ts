import type { Product } from '../core/doses/product.js';
import type { Step } from '../core/doses/schedule.js';
import { dateRange } from './date.js';
import { doseLines, makeLines, onlyLines } from './dose.js';
import { formatNumber } from './number.js';
import { formatQuantity } from './quantity.js';
import { type Block, paragraph, type Table, text } from './report.js';

/** "1 to 3", "4", "from 10". */
export function dayRange({ fromDay, toDay }: Pick<Step, 'fromDay' | 'toDay'>): string {
  if (toDay === null) return `from ${formatNumber(fromDay)}`;
  return fromDay === toDay ? formatNumber(fromDay) : `${formatNumber(fromDay)} to ${formatNumber(toDay)}`;
}

/** Whom a plan is for, where that was given. */
export function nameLine(name: string | undefined): Block[] {
  return name === undefined ? [] : [paragraph(`Patient: ${name}`)];
}

/** A step of a schedule, or doses of another time: "now". */
export type ScheduleRow = Step | (Pick<Step, 'doses' | 'dailyDose'> & { readonly when: string });

/** A schedule as a table: days, doses, what to take at each dose, and the daily total. */
export function scheduleTable(
  schedule: readonly ScheduleRow[],
  used: readonly string[],
  products: readonly Product[],
): Table {
  const only = used.length === 1 ? products.find(({ id }) => id === used[0]) : undefined;
  const dated = schedule.some((row) => 'fromDate' in row && row.fromDate !== undefined);
  const take = only ? `Take (${only.name})` : 'Take each time';
  return {
    kind: 'table',
    head: ['Days', ...(dated ? ['Dates'] : []), 'Dose', take, 'Daily total'],
    rows: schedule.map((step) => [
      text('when' in step ? step.when : dayRange(step)),
      ...(dated ? [text('when' in step ? '' : dateRange(step))] : []),
      text(doseLines(step.doses).join('\n')),
      text((only ? onlyLines(step.doses, only) : makeLines(step.doses, products)).join('\n')),
      text(
        [step.dailyDose, ...('perKilogram' in step && step.perKilogram ? [step.perKilogram] : [])]
          .map(formatQuantity)
          .join('\n'),
      ),
    ]),
  };
}
