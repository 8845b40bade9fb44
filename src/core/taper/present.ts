import type { Refusal } from '../answer/refusal.js';
import type { CurrentDose, TimedDose } from '../doses/current-dose.js';
import { doseRefusal, type LiquidProduct, makeDose, type Product } from '../doses/product.js';
import {
  type Administration,
  dailyDoseRefusal,
  splitDailyDose,
  splitUnderDoseCeiling,
  type TimeOfDay,
  timesOfDay,
} from '../doses/schedule.js';
import { type Quantity, quantity, tidy } from '../values/quantity.js';
import { isAbove } from '../values/thresholds.js';
import { onlyLiquid, toMark } from './grid.js';
import type { DividedDose } from './types.js';

/** Over how many times of day a daily total is divided. */
export interface Division {
  readonly timesDaily: number;
  /** Whether that was asked for; else there is one time more, up to four, while a dose would pass the largest. */
  readonly asked: boolean;
  readonly largest: Quantity<'mg'>;
}

/**
 * The present dose at each time of day and what it is made of, a liquid rounded down to its marks, or the refusal of a
 * dose that the products do not make.
 */
export function presentDose(
  current: CurrentDose,
  division: Division,
  products: readonly Product[],
  all: readonly Product[],
): DividedDose | Refusal {
  const liquid = onlyLiquid(products);
  if ('dailyDose' in current) {
    const doses = liquid
      ? administered(equalDoses(current.dailyDose, division, liquid), products)
      : divided(current.dailyDose, division, products);
    return doses ? withTotal(doses) : dailyDoseRefusal(current.dailyDose, division.timesDaily, products, all);
  }
  const timed =
    'doses' in current ? current.doses : timesIn(current.timesDaily).map((time) => ({ time, dose: current.dose }));
  const doses: Administration[] = [];
  for (const { time, dose } of timed) {
    const [made] = administered([{ time, dose: liquid ? toMark(liquid, dose) : dose }], products) ?? [];
    if (made === undefined) return doseRefusal(dose, products, all);
    doses.push(made);
  }
  return withTotal(doses);
}

function withTotal(doses: readonly Administration[]): DividedDose {
  return { dailyDose: quantity(tidy(doses.reduce((sum, { dose }) => sum + dose.value, 0)), 'mg/d'), doses };
}

function divided(
  dailyDose: Quantity<'mg/d'>,
  { timesDaily, asked, largest }: Division,
  products: readonly Product[],
): Administration[] | undefined {
  return asked
    ? splitDailyDose(dailyDose, timesDaily, products)
    : splitUnderDoseCeiling(dailyDose, timesDaily, largest, products);
}

/** Equal volumes, as a carer measures them, rounded down to the mark. */
function equalDoses(
  { value }: Quantity<'mg/d'>,
  { timesDaily, asked, largest }: Division,
  liquid: LiquidProduct,
): TimedDose[] {
  const each = (times: number) => toMark(liquid, quantity(tidy(value / times), 'mg'));
  let times = timesDaily;
  while (!asked && times < 4 && isAbove(each(times).value, largest.value)) times += 1;
  return timesIn(times).map((time) => ({ time, dose: each(times) }));
}

/** Each dose with its pieces; undefined where one cannot be made. */
function administered(doses: readonly TimedDose[], products: readonly Product[]): Administration[] | undefined {
  const made = doses.flatMap(({ time, dose }) => {
    const make = makeDose(dose, products);
    return make === undefined ? [] : [{ time, dose, make }];
  });
  return made.length === doses.length ? made : undefined;
}

function timesIn(timesDaily: number): readonly TimeOfDay[] {
  const times = timesOfDay[timesDaily];
  if (times === undefined) throw new RangeError(`${timesDaily} doses a day: only 1 to 4 are planned`);
  return times;
}
