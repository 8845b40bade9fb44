import type { Product } from '../core/doses/product.js';
import type { Step, TimeOfDay } from '../core/doses/schedule.js';
import { dateRange } from './date.js';
import { doseLines, isRegular, makeLines, onlyLines } from './dose.js';
import { formatNumber } from './number.js';
import { formatQuantity } from './quantity.js';
import { type Block, paragraph, type Table, text } from './report.js';
import { timeNames } from './wording/times.js';

/** "1 to 3", "4", "from 10". */
export function dayRange({ fromDay, toDay }: Pick<Step, 'fromDay' | 'toDay'>): string {
  if (toDay === null) return `from ${formatNumber(fromDay)}`;
  return fromDay === toDay ? formatNumber(fromDay) : `${formatNumber(fromDay)} to ${formatNumber(toDay)}`;
}

/** Whom a plan is for, where that was given. */
export function nameLine(name: string | undefined): Block[] {
  return name === undefined ? [] : [paragraph(`Patient: ${name}`)];
}

/** What is taken before day 1, as the first row of a table. */
export type Now = Pick<Step, 'doses' | 'dailyDose'>;

const widestTable = 6;

/**
 * A schedule, never shortened: what to take at each dose in words, or, where a day is uneven, the levels are many or
 * dates need the room, laid flat as a grid of the times of day.
 */
export function scheduleTable(
  schedule: readonly Step[],
  used: readonly string[],
  products: readonly Product[],
  now?: Now,
): Table {
  const only = onlyProduct(used, products);
  return isLaidFlat(schedule, only) ? grid(schedule, now) : inWords(schedule, only, products, now);
}

/** Where a liquid or several products are taken, mg, mL and product stay together in words. */
function isLaidFlat(schedule: readonly (Now & Pick<Step, 'fromDate'>)[], only: Product | undefined): boolean {
  const even = schedule.every(({ doses }) => doses.length < 2 || isRegular(doses));
  const crowded = schedule.length > widestTable || schedule.some(({ fromDate }) => fromDate !== undefined);
  return only?.kind === 'solid' && (!even || crowded);
}

/** The broken doses of a grid: "In tablets of 10 mg: 5 mg is half, 15 mg is 1 and a half." */
export function gridKey(schedule: readonly Now[], used: readonly string[], products: readonly Product[]): string {
  const only = onlyProduct(used, products);
  if (only?.kind !== 'solid' || !isLaidFlat(schedule, only)) return '';
  const doses = new Map(schedule.flatMap((step) => step.doses).map((each) => [each.dose.value, each]));
  const parts = [...doses.values()]
    .sort((a, b) => a.dose.value - b.dose.value)
    .flatMap(({ dose, make }) =>
      make.flatMap((piece) =>
        'count' in piece && !Number.isInteger(piece.count)
          ? [`${formatQuantity(dose)} is ${countWords(piece.count)}`]
          : [],
      ),
    );
  return parts.length === 0 ? '' : `In ${only.form}s of ${formatQuantity(only.strength)}: ${parts.join(', ')}.`;
}

/** "half", "1", "1 and a half". */
function countWords(count: number): string {
  const whole = Math.floor(count);
  if (count === whole) return formatNumber(whole);
  return whole === 0 ? 'half' : `${formatNumber(whole)} and a half`;
}

/** A solid by its name; a liquid by its concentration, as its name stands with the quantity to dispense. */
function takenAs(product: Product): string {
  return product.kind === 'liquid' ? formatQuantity(product.concentration) : product.name;
}

function onlyProduct(used: readonly string[], products: readonly Product[]): Product | undefined {
  return used.length === 1 ? products.find(({ id }) => id === used[0]) : undefined;
}

function inWords(schedule: readonly Step[], only: Product | undefined, products: readonly Product[], now?: Now): Table {
  const take = only ? `Take (${takenAs(only)})` : 'Take each time';
  const dated = isDated(schedule);
  const weighed = schedule.some(({ perKilogram }) => perKilogram);
  const cells = ({ doses, dailyDose, perKilogram }: Now & Pick<Step, 'perKilogram'>) => [
    text(doseLines(doses).join('\n')),
    text((only ? onlyLines(doses, only) : makeLines(doses, products)).join('\n')),
    text(formatQuantity(dailyDose)),
    ...(weighed ? [text(perKilogram ? formatNumber(perKilogram.value) : '')] : []),
  ];
  return {
    kind: 'table',
    head: ['Days', ...(dated ? ['Dates'] : []), 'Dose', take, 'Daily total', ...(weighed ? ['mg/kg/day'] : [])],
    rows: [
      ...(now ? [[text('now'), ...(dated ? [text('')] : []), ...cells(now)]] : []),
      ...schedule.map((step) => [text(dayRange(step)), ...(dated ? [text(dateRange(step))] : []), ...cells(step)]),
    ],
  };
}

function grid(schedule: readonly Step[], now?: Now): Table {
  const days = [...(now ? [now] : []), ...schedule];
  const times = (Object.keys(timeNames) as TimeOfDay[]).filter((time) =>
    days.some(({ doses }) => doses.some((each) => each.time === time)),
  );
  const dated = isDated(schedule);
  const cells = ({ doses, dailyDose }: Now) => [
    ...times.map((time) => {
      const taken = doses.find((each) => each.time === time);
      return text(taken ? formatQuantity(taken.dose) : 'none');
    }),
    text(formatQuantity(dailyDose)),
  ];
  return {
    kind: 'table',
    head: ['Days', ...(dated ? ['Dates'] : []), ...times.map((time) => timeNames[time]), 'Daily total'],
    rows: [
      ...(now ? [[text('now'), ...(dated ? [text('')] : []), ...cells(now)]] : []),
      ...schedule.map((step) => [text(dayRange(step)), ...(dated ? [text(dateRange(step))] : []), ...cells(step)]),
    ],
  };
}

function isDated(schedule: readonly Step[]): boolean {
  return schedule.some(({ fromDate }) => fromDate !== undefined);
}
