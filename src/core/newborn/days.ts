import type { LiquidProduct } from '../doses/product.js';
import type { Step, TimeOfDay } from '../doses/schedule.js';
import { addDays, type CivilDate } from '../values/calendar.js';
import type { Statement } from '../values/citation.js';
import { type Quantity, quantity, tidy } from '../values/quantity.js';
import { wholeUnits } from '../values/rounding.js';

/** A daily dose by weight on some days, in so many doses. */
export interface PublishedStep {
  readonly fromDay: number;
  readonly toDay: number;
  readonly dailyDose: Quantity<'mg/kg/d'>;
  readonly timesDaily: number;
}

/** What was published for some days and what of it can be measured for this weight. */
export interface NewbornDay {
  readonly fromDay: number;
  readonly toDay: number;
  readonly published: Quantity<'mg/kg/d'>;
  /** Each dose before rounding. */
  readonly exact: Quantity<'mg'>;
  /** Each dose as measured: mg and mL say the same; both are zero where nothing can be measured. */
  readonly dose: Quantity<'mg'>;
  readonly volume: Quantity<'mL'>;
  readonly timesDaily: number;
  readonly dailyDose: Quantity<'mg/d'>;
  /** The daily dose as measured, by weight. */
  readonly given: Quantity<'mg/kg/d'>;
  /** What the step was made dependent on, where it was. */
  readonly condition?: Statement;
  /** Published and measured dose with what milk adds, where milk is counted. */
  readonly withMilk?: { readonly published: Quantity<'mg/kg/d'>; readonly given: Quantity<'mg/kg/d'> };
}

/** Each published step for a weight (kg), every dose rounded down to whole marks (mL) of the liquid. */
export function newbornDays(
  steps: readonly PublishedStep[],
  weight: Quantity<'kg'>,
  { concentration }: Pick<LiquidProduct, 'concentration'>,
  mark: Quantity<'mL'>,
  milk: Quantity<'mg/kg/d'> | undefined,
): NewbornDay[] {
  const markAmount = tidy(concentration.value * mark.value);
  return steps.map(({ fromDay, toDay, dailyDose: published, timesDaily }) => {
    const daily = tidy(published.value * weight.value);
    const exact = quantity(tidy(daily / timesDaily), 'mg');
    const measured = wholeMarks(exact.value, daily, timesDaily, markAmount);
    const dailyDose = quantity(tidy(measured.marks * measured.timesDaily * markAmount), 'mg/d');
    const given = quantity(tidy(dailyDose.value / weight.value), 'mg/kg/d');
    return {
      fromDay,
      toDay,
      published,
      exact,
      dose: quantity(tidy(measured.marks * markAmount), 'mg'),
      volume: quantity(tidy(measured.marks * mark.value), 'mL'),
      timesDaily: measured.timesDaily,
      dailyDose,
      given,
      ...(milk && { withMilk: { published: sum(published, milk), given: sum(given, milk) } }),
    };
  });
}

/** As many equal doses as published, rounded down; fewer doses of one mark where a dose is below the mark. */
function wholeMarks(dose: number, daily: number, timesDaily: number, markAmount: number) {
  const marks = wholeUnits(dose, markAmount, 'down');
  if (marks > 0) return { marks, timesDaily };
  const left = wholeUnits(daily, markAmount, 'down');
  return left > 0 ? { marks: 1, timesDaily: left } : { marks: 0, timesDaily: 0 };
}

function sum(a: Quantity<'mg/kg/d'>, b: Quantity<'mg/kg/d'>): Quantity<'mg/kg/d'> {
  return quantity(tidy(a.value + b.value), 'mg/kg/d');
}

const timesOfDay: readonly (readonly TimeOfDay[])[] = [
  [],
  ['morning'],
  ['morning', 'bedtime'],
  ['morning', 'midday', 'bedtime'],
  ['morning', 'midday', 'evening', 'bedtime'],
];

/** The days as a schedule whose last step is none, without end; with dates where day 1 has one. */
export function stepsOf(
  days: readonly NewbornDay[],
  lastDay: number,
  { id }: Pick<LiquidProduct, 'id'>,
  dayOne: CivilDate | undefined,
): Step[] {
  const steps = days.map(({ fromDay, toDay, dose, volume, timesDaily, dailyDose }): Step => {
    const times = timesOfDay[timesDaily];
    if (times === undefined) throw new RangeError(`${timesDaily} doses a day: only 0 to 4 have a time of day`);
    return { fromDay, toDay, doses: times.map((time) => ({ time, dose, make: [{ product: id, volume }] })), dailyDose };
  });
  const after: Step = { fromDay: lastDay + 1, toDay: null, doses: [], dailyDose: quantity(0, 'mg/d') };
  const all = [...steps, after];
  if (dayOne === undefined) return all;
  return all.map((step) => ({
    ...step,
    fromDate: addDays(dayOne, step.fromDay - 1),
    ...(step.toDay !== null && { toDate: addDays(dayOne, step.toDay - 1) }),
  }));
}
