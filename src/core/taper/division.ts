import type { TimedDose } from '../doses/current-dose.js';
import { makeableDoses, makeDose, type Product } from '../doses/product.js';
import { type Administration, largerFirst, wholeIncrements } from '../doses/schedule.js';
import { type Quantity, quantity, tidy } from '../values/quantity.js';
import { ofUnits, wholeUnits } from '../values/rounding.js';

/**
 * Divides a daily dose (mg/d) so that no time of day gets more than before: the parts as alike as that allows, larger
 * ones at bedtime, then in the morning; a time of day left without a dose is dropped. Whole marks (mg) first, else
 * any doses that the products make. Undefined where there is no such division.
 */
export function divideWithin(
  dailyDose: Quantity<'mg/d'>,
  before: readonly TimedDose[],
  mark: Quantity<'mg'>,
  products: readonly Product[],
): Administration[] | undefined {
  const order = largerFirst.flatMap((time) => before.filter((each) => each.time === time));
  const parts = inMarks(dailyDose, order, mark) ?? inAnyDoses(dailyDose, order, products);
  if (parts === undefined) return undefined;
  return before.flatMap(({ time }) => {
    const dose = quantity(parts[order.findIndex((each) => each.time === time)] ?? 0, 'mg');
    const make = makeDose(dose, products);
    return make === undefined ? [] : [{ time, dose, make }];
  });
}

/** Marks are handed out evenly to all who may still have more, and the last ones in order. */
function inMarks(
  dailyDose: Quantity<'mg/d'>,
  before: readonly TimedDose[],
  mark: Quantity<'mg'>,
): number[] | undefined {
  let left = wholeIncrements(dailyDose, mark);
  if (left === undefined) return undefined;
  const most = before.map(({ dose }) => wholeUnits(dose.value, mark.value, 'down'));
  const parts = most.map(() => 0);
  while (left > 0) {
    const open = parts.flatMap((part, index) => (part < (most[index] ?? 0) ? [index] : []));
    if (open.length === 0) return undefined;
    const share = Math.floor(left / open.length);
    for (const index of share === 0 ? open.slice(0, left) : open) {
      const part = parts[index] ?? 0;
      const added = Math.min(Math.max(share, 1), (most[index] ?? 0) - part);
      parts[index] = part + added;
      left -= added;
    }
  }
  return parts.map((count) => ofUnits(count, mark.value));
}

/** The same for products whose doses are no multiples of the smallest, such as tablets of 15 and 20 mg. */
function inAnyDoses(
  dailyDose: Quantity<'mg/d'>,
  before: readonly TimedDose[],
  products: readonly Product[],
): number[] | undefined {
  const highest = quantity(Math.max(...before.map(({ dose }) => dose.value)), 'mg/d');
  const makeable = [0, ...makeableDoses(highest, products)].reverse();
  const room = before.map((_, index) => before.slice(index).reduce((sum, { dose }) => sum + dose.value, 0));
  const spread = (parts: readonly number[]) => Math.max(...parts) - Math.min(...parts);
  let best: readonly number[] | undefined;
  const search = (rest: number, parts: readonly number[]): void => {
    const here = before[parts.length];
    if (best !== undefined && parts.length > 0 && spread(parts) >= spread(best)) return;
    if (here === undefined) {
      if (rest === 0) best = parts;
      return;
    }
    if (rest > (room[parts.length] ?? 0)) return;
    for (const dose of makeable) {
      if (dose <= Math.min(rest, here.dose.value)) search(tidy(rest - dose), [...parts, dose]);
    }
  };
  search(dailyDose.value, []);
  return best && [...best];
}
