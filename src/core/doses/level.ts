import { type Quantity, quantity, tidy } from '../values/quantity.js';
import { ofUnits, wholeUnits } from '../values/rounding.js';
import { isAbove, isAtMost, isBelow } from '../values/thresholds.js';
import { finestGrid, makeDose, measuredAtMost, type Product } from './product.js';
import { type Administration, largestDose, splitDailyDose, splitUnderDoseCeiling, timesOfDay } from './schedule.js';

/** How a day is divided: so many doses, more up to four where one would pass the largest unless the number is fixed. */
export interface Division {
  readonly timesDaily: number;
  readonly fixed: boolean;
  readonly largestDose: Quantity<'mg'>;
}

/** A daily dose as it is taken: which doses at which times, made of what. */
export interface DoseLevel {
  readonly dailyDose: Quantity<'mg/d'>;
  /** Over how many doses the day was divided; tablets may make fewer. */
  readonly timesDaily: number;
  readonly doses: readonly Administration[];
}

/**
 * The largest daily dose (mg/d) at or below one that the products make in this division: liquids in equal doses, tablets
 * and packets in whole increments as even as they can be. Undefined where they make none so small.
 */
export function levelAtMost(
  dailyDose: Quantity<'mg/d'>,
  division: Division,
  products: readonly Product[],
): DoseLevel | undefined {
  if (products.some(({ kind }) => kind === 'liquid')) return equalAtMost(dailyDose, division, products);
  const exact = dividedExactly(dailyDose, division, products);
  if (exact) return exact;
  const grid = finestGrid(products).value;
  for (let units = wholeUnits(dailyDose.value, grid, 'down'); units > 0; units -= 1) {
    const level = dividedExactly(quantity(ofUnits(units, grid), 'mg/d'), division, products);
    if (level) return level;
  }
  return undefined;
}

/** A daily dose (mg/d) divided with no dose above the largest, or undefined where it cannot be. */
function dividedExactly(
  dailyDose: Quantity<'mg/d'>,
  { timesDaily, fixed, largestDose: most }: Division,
  products: readonly Product[],
): DoseLevel | undefined {
  const doses = fixed
    ? splitDailyDose(dailyDose, timesDaily, products)
    : splitUnderDoseCeiling(dailyDose, timesDaily, most, products);
  return doses && doses.length > 0 && isAtMost(largestDose(doses).value, most.value)
    ? { dailyDose, timesDaily: Math.max(timesDaily, doses.length), doses }
    : undefined;
}

/** Equal doses, one more a day where they would pass the largest. */
function equalAtMost(
  dailyDose: Quantity<'mg/d'>,
  division: Division,
  products: readonly Product[],
): DoseLevel | undefined {
  const { timesDaily, fixed, largestDose: most } = division;
  const each = (times: number) => doseAtMost(quantity(tidy(dailyDose.value / times), 'mg'), products);
  let times = timesDaily;
  while (!fixed && times < 4 && isAbove(each(times)?.value ?? 0, most.value)) times += 1;
  const measured = each(times);
  const dose = measured && isAbove(measured.value, most.value) ? doseAtMost(most, products) : measured;
  const make = dose && makeDose(dose, products);
  if (dose === undefined || make === undefined) return undefined;
  const made = quantity(tidy(dose.value * times), 'mg/d');
  if (times > timesDaily && isBelow(made.value, dailyDose.value)) {
    // What is left after rounding may fit into fewer doses: 61.5 mg become 4 x 15, which is 3 x 20.
    const fewer = equalAtMost(made, division, products);
    if (fewer?.dailyDose.value === made.value) return fewer;
  }
  return {
    dailyDose: made,
    timesDaily: times,
    doses: (timesOfDay[times] ?? []).map((time) => ({ time, dose, make })),
  };
}

/** The largest dose (mg) at or below one that the products make. */
function doseAtMost(dose: Quantity<'mg'>, products: readonly Product[]): Quantity<'mg'> | undefined {
  const [only] = products;
  if (products.length === 1 && only?.kind === 'liquid') return positive(measuredAtMost(dose, only));
  const grid = finestGrid(products).value;
  for (let units = wholeUnits(dose.value, grid, 'down'); units > 0; units -= 1) {
    const made = quantity(ofUnits(units, grid), 'mg');
    if (makeDose(made, products)) return made;
  }
  return undefined;
}

function positive(dose: Quantity<'mg'>): Quantity<'mg'> | undefined {
  return dose.value > 0 ? dose : undefined;
}
