import type { Piece } from '../answer/piece.js';
import { type Refusal, refusal } from '../answer/refusal.js';
import { addDays, type CivilDate } from '../values/calendar.js';
import { type Quantity, quantity, tidy } from '../values/quantity.js';
import { wholeUnits } from '../values/rounding.js';
import { isAt, isAtLeast, isAtMost } from '../values/thresholds.js';
import { makeableDoses, makeDose, type Product, productCitations, smallestDose } from './product.js';

export type TimeOfDay = 'morning' | 'midday' | 'evening' | 'bedtime';

/** One dose at one time of day and what it is made of; the pieces sum to the dose exactly. */
export interface Administration {
  readonly time: TimeOfDay;
  readonly dose: Quantity<'mg'>;
  readonly make: readonly Piece[];
}

/** The same doses every day from one day to another, both counted; `toDay: null` has no end. */
export interface Step {
  readonly fromDay: number;
  readonly toDay: number | null;
  /** The dates of these days, where the plan has a start date; no `toDate` where it has no end. */
  readonly fromDate?: CivilDate;
  readonly toDate?: CivilDate;
  readonly doses: readonly Administration[];
  readonly dailyDose: Quantity<'mg/d'>;
  /** For a child: the daily dose per kg of body weight. */
  readonly perKilogram?: Quantity<'mg/kg/d'>;
}

/** When so many doses a day are taken, unless a plan says otherwise. */
export const timesOfDay: Readonly<Record<number, readonly TimeOfDay[]>> = {
  1: ['bedtime'],
  2: ['morning', 'bedtime'],
  3: ['morning', 'midday', 'bedtime'],
  4: ['morning', 'midday', 'evening', 'bedtime'],
};

/** Whether doses are taken at the times that go without saying for so many a day. */
export function atUsualTimes(doses: readonly Administration[]): boolean {
  return timesOfDay[doses.length]?.every((time, index) => doses[index]?.time === time) ?? false;
}

/** Larger parts go to bedtime, then morning; midday empties first (judgement: night spasms). */
export const largerFirst: readonly TimeOfDay[] = ['bedtime', 'morning', 'evening', 'midday'];

/**
 * Splits a daily dose (mg/d) over the times of day: equal doses where they can be made, else whole increments (mg)
 * as even as possible; with a unit (mg) only whole units. Times of day left without an increment are dropped. Undefined where no split can be made.
 */
export function splitDailyDose(
  dailyDose: Quantity<'mg/d'>,
  timesDaily: number,
  products: readonly Product[],
  unit?: Quantity<'mg'>,
): Administration[] | undefined {
  const times = timesOfDay[timesDaily];
  if (times === undefined) throw new RangeError(`${timesDaily} doses a day: only 1 to 4 are planned`);
  const ways = unit
    ? [() => evenDoses(dailyDose, times, unit)]
    : [
        () => equalDoses(dailyDose, times, products),
        ...increments(products).map((increment) => () => evenDoses(dailyDose, times, increment)),
        () => (products.some(({ kind }) => kind === 'liquid') ? undefined : unevenDoses(dailyDose, times, products)),
      ];
  for (const way of ways) {
    const made = way()
      ?.filter(({ dose }) => dose.value > 0)
      .map((part) => madeOf(part, products));
    if (made?.every((each) => each !== undefined)) return made;
  }
  return undefined;
}

function madeOf({ time, dose }: Part, products: readonly Product[]): Administration | undefined {
  const make = makeDose(dose, products);
  return make && { time, dose, make };
}

/** The units that a day can be divided into, finest first: the smallest dose, and the coarser marks of a liquid. */
function increments(products: readonly Product[]): Quantity<'mg'>[] {
  const marks = products.flatMap((product) =>
    product.kind === 'liquid' ? [tidy(product.concentration.value * product.step.value)] : [],
  );
  const smallest = smallestDose(products).value;
  return [...new Set([smallest, ...marks.filter((mark) => mark > smallest)])].map((value) => quantity(value, 'mg'));
}

type Part = Pick<Administration, 'time' | 'dose'>;

function equalDoses(
  dailyDose: Quantity<'mg/d'>,
  times: readonly TimeOfDay[],
  products: readonly Product[],
): Part[] | undefined {
  const dose = quantity(tidy(dailyDose.value / times.length), 'mg');
  return makeDose(dose, products) && times.map((time) => ({ time, dose }));
}

/** Whole increments (mg), the parts as alike as they can be; larger ones by `largerFirst`. */
function evenDoses(
  dailyDose: Quantity<'mg/d'>,
  times: readonly TimeOfDay[],
  increment: Quantity<'mg'>,
): Part[] | undefined {
  const units = wholeIncrements(dailyDose, increment);
  if (units === undefined) return undefined;
  const share = Math.floor(units / times.length);
  return placed(
    times
      .map((_, index) => share + (index < units % times.length ? 1 : 0))
      .map((count) => tidy(count * increment.value)),
    times,
  );
}

/** Doses (mg), largest first, given to the times of day by `largerFirst`. */
function placed(doses: readonly number[], times: readonly TimeOfDay[]): Part[] {
  const order = largerFirst.filter((time) => times.includes(time));
  return times.map((time) => ({ time, dose: quantity(doses[order.indexOf(time)] ?? 0, 'mg') }));
}

/**
 * Any doses that the products make, the parts as alike as they can be: for products whose doses are no multiples
 * of the smallest, such as tablets of 15 and 20 mg.
 */
function unevenDoses(
  dailyDose: Quantity<'mg/d'>,
  times: readonly TimeOfDay[],
  products: readonly Product[],
): Part[] | undefined {
  const makeable = [0, ...makeableDoses(dailyDose, products)];
  let best: readonly number[] | undefined;
  const spread = (doses: readonly number[]) => (doses[0] ?? 0) - (doses.at(-1) ?? 0);
  const search = (rest: number, parts: readonly number[]): void => {
    const left = times.length - parts.length;
    if (left === 0) {
      if (best === undefined || spread(parts) < spread(best)) best = parts;
      return;
    }
    // No part is larger than the one before or than the rest, and as many of it as are left are enough for the rest.
    const most = Math.min(rest, parts.at(-1) ?? rest);
    for (const dose of makeable) {
      if (isAtMost(dose, most) && isAtLeast(dose * left, rest)) search(tidy(rest - dose), [...parts, dose]);
    }
  };
  search(dailyDose.value, []);
  return best && placed(best, times);
}

/** How many increments (mg) make a daily dose (mg/d), or undefined where it is not a whole number of them. */
export function wholeIncrements(dailyDose: Quantity<'mg/d'>, increment: Quantity<'mg'>): number | undefined {
  const units = Math.round(dailyDose.value / increment.value);
  return isAt(units * increment.value, dailyDose.value) ? units : undefined;
}

/** The most that any one time of day gets. */
export function largestDose(doses: readonly Administration[]): Quantity<'mg'> {
  return quantity(Math.max(...doses.map(({ dose }) => dose.value)), 'mg');
}

/**
 * An equal split first; one dose more a day, up to four, while a dose would pass the ceiling per dose (mg). Where whole
 * units pass it even in four, the day is divided without the unit.
 */
export function splitUnderDoseCeiling(
  dailyDose: Quantity<'mg/d'>,
  timesDaily: number,
  doseCeiling: Quantity<'mg'>,
  products: readonly Product[],
  unit?: Quantity<'mg'>,
): Administration[] | undefined {
  const doses = splitDailyDose(dailyDose, timesDaily, products, unit);
  if (doses === undefined || largestDose(doses).value <= doseCeiling.value) return doses;
  if (timesDaily < 4) return splitUnderDoseCeiling(dailyDose, timesDaily + 1, doseCeiling, products, unit);
  return unit ? splitDailyDose(dailyDose, timesDaily, products) : doses;
}

/** The multiples of an increment (mg) next below and above a daily dose (mg/d); all of them can be made. */
function nearestDailyDoses(dailyDose: Quantity<'mg/d'>, increment: Quantity<'mg'>): Quantity<'mg/d'>[] {
  const below = wholeUnits(dailyDose.value, increment.value, 'down');
  return [below, below + 1]
    .filter((units) => units > 0)
    .map((units) => quantity(tidy(units * increment.value), 'mg/d'));
}

/**
 * The refusal for a daily dose (mg/d) that the products do not make in so many doses. Others are named that do, with no
 * dose above the ceiling per dose (mg) where there is one.
 */
export function dailyDoseRefusal(
  dailyDose: Quantity<'mg/d'>,
  timesDaily: number,
  products: readonly Product[],
  all: readonly Product[],
  doseCeiling: Quantity<'mg'> = quantity(Number.POSITIVE_INFINITY, 'mg'),
): Refusal {
  const isMade = (total: Quantity<'mg/d'>, from: readonly Product[]) => {
    const doses = splitUnderDoseCeiling(total, timesDaily, doseCeiling, from);
    return doses !== undefined && largestDose(doses).value <= doseCeiling.value;
  };
  const nearest = nearestDailyDoses(dailyDose, smallestDose(products)).filter((each) => isMade(each, products));
  const others = all.filter((product) => isMade(dailyDose, [product])).map(({ id }) => id);
  return refusal(
    'daily-dose-cannot-be-made',
    { dailyDose, products: products.map(({ id }) => id), nearest, others },
    productCitations(products),
  );
}

/** The same steps with their dates, where there is a date for day 1. */
export function datedSteps<S extends Pick<Step, 'fromDay' | 'toDay'>>(
  steps: readonly S[],
  startDate: CivilDate | undefined,
): readonly (S & Pick<Step, 'fromDate' | 'toDate'>)[] {
  if (startDate === undefined) return steps;
  return steps.map((step) => ({
    ...step,
    fromDate: addDays(startDate, step.fromDay - 1),
    ...(step.toDay !== null && { toDate: addDays(startDate, step.toDay - 1) }),
  }));
}
