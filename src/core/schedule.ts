import { addDays, type CivilDate } from './calendar.js';
import { makeDose, type Piece, type Product, productCitations, smallestDose } from './product.js';
import { type Quantity, quantity, tidy } from './quantity.js';
import { type Refusal, refusal } from './refusal.js';

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
}

/** When so many doses a day are taken, unless a plan says otherwise. */
const timesOfDay: Readonly<Record<number, readonly TimeOfDay[]>> = {
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
const largerFirst: readonly TimeOfDay[] = ['bedtime', 'morning', 'evening', 'midday'];

/**
 * Splits a daily dose (mg/d) over the times of day: equal doses where they can be made, else whole increments (mg)
 * as even as possible. Times of day left without an increment are dropped. Undefined where no split can be made.
 */
export function splitDailyDose(
  dailyDose: Quantity<'mg/d'>,
  timesDaily: number,
  products: readonly Product[],
): Administration[] | undefined {
  const times = timesOfDay[timesDaily];
  if (times === undefined) throw new RangeError(`${timesDaily} doses a day: only 1 to 4 are planned`);
  const doses = equalDoses(dailyDose, times, products) ?? evenDoses(dailyDose, times, products);
  return doses?.flatMap(({ time, dose }) => {
    const make = makeDose(dose, products);
    return make === undefined ? [] : [{ time, dose, make }];
  });
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

function evenDoses(
  dailyDose: Quantity<'mg/d'>,
  times: readonly TimeOfDay[],
  products: readonly Product[],
): Part[] | undefined {
  const increment = smallestDose(products);
  const units = wholeIncrements(dailyDose, increment);
  if (units === undefined) return undefined;
  const order = largerFirst.filter((time) => times.includes(time));
  return times.map((time) => {
    const share = Math.floor(units / times.length) + (order.indexOf(time) < units % times.length ? 1 : 0);
    return { time, dose: quantity(tidy(share * increment.value), 'mg') };
  });
}

/** How many increments (mg) make a daily dose (mg/d), or undefined where it is not a whole number of them. */
export function wholeIncrements(dailyDose: Quantity<'mg/d'>, increment: Quantity<'mg'>): number | undefined {
  const units = Math.round(dailyDose.value / increment.value);
  return Math.abs(units * increment.value - dailyDose.value) < 1e-9 ? units : undefined;
}

/** The most that any one time of day gets. */
export function largestDose(doses: readonly Administration[]): Quantity<'mg'> {
  return quantity(Math.max(...doses.map(({ dose }) => dose.value)), 'mg');
}

/** An equal split first; one dose more a day, up to four, while a dose would pass the ceiling per dose (mg). */
export function splitUnderDoseCeiling(
  dailyDose: Quantity<'mg/d'>,
  timesDaily: number,
  doseCeiling: Quantity<'mg'>,
  products: readonly Product[],
): Administration[] | undefined {
  const doses = splitDailyDose(dailyDose, timesDaily, products);
  const passes = doses !== undefined && largestDose(doses).value > doseCeiling.value;
  return passes && timesDaily < 4 ? splitUnderDoseCeiling(dailyDose, timesDaily + 1, doseCeiling, products) : doses;
}
/** The refusal for a daily dose (mg/d) that the products do not make in so many doses. */
export function dailyDoseRefusal(
  dailyDose: Quantity<'mg/d'>,
  timesDaily: number,
  products: readonly Product[],
  all: readonly Product[],
): Refusal {
  const { value: increment } = smallestDose(products);
  const below = Math.floor(dailyDose.value / increment) * increment;
  const nearest = [below, below + increment].filter((value) => value > 0).map((value) => quantity(tidy(value), 'mg/d'));
  const others = all
    .filter((product) => splitDailyDose(dailyDose, timesDaily, [product]) !== undefined)
    .map(({ id }) => id);
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
