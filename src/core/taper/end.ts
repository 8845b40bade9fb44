import { type Refusal, refusal } from '../answer/refusal.js';
import { type Product, smallestDose } from '../doses/product.js';
import { dailyDoseRefusal, splitDailyDose } from '../doses/schedule.js';
import { isToAvoid } from '../titration/applicable-rules.js';
import { cite } from '../values/citation.js';
import { type Quantity, quantity } from '../values/quantity.js';
import { roundTo } from '../values/rounding.js';
import { isAtLeast, isBelow } from '../values/thresholds.js';
import type { Ceiling } from './ceiling.js';
import type { Grid } from './grid.js';
import type { DividedDose, TaperContext, TaperEnd } from './types.js';

/** What a taper ends at (mg/d), as it can be made, or why it cannot end there. */
export function endOf(
  to: TaperEnd | undefined,
  now: DividedDose,
  ceiling: Ceiling | Refusal,
  grid: Grid,
  products: readonly Product[],
  { products: all, taper }: TaperContext,
): Quantity<'mg/d'> | Refusal {
  if (to === undefined || (to !== 'ceiling' && to.value === 0)) return quantity(0, 'mg/d');
  if (to === 'ceiling' && 'code' in ceiling) return noCeiling(ceiling, now);
  const { dailyDose, dose } = ceiling as Ceiling;
  const asked = to === 'ceiling' ? dailyDose : to;
  if (isAtLeast(asked.value, now.dailyDose.value)) {
    const end = to === 'ceiling' ? 'ceiling' : 'dose';
    return refusal('nothing-to-bring-down', { from: now.dailyDose, to: asked, end }, cite(taper.levels));
  }
  const times = now.doses.length;
  // One dose of these products is more than this patient may have.
  if (to === 'ceiling' && isBelow(dose.value, smallestDose(products).value)) {
    return dailyDoseRefusal(asked, times, products, all.products, dose);
  }
  if (isBelow(asked.value, grid.unit.value)) {
    return refusal('end-too-small', { asked, smallest: grid.unit }, cite(taper.levels));
  }
  if (to === 'ceiling' || grid.liquid) return quantity(roundTo(asked.value, grid.unit.value, 'down'), 'mg/d');
  return splitDailyDose(asked, times, products) ? asked : dailyDoseRefusal(asked, times, products, all.products);
}

/** Where the drug is to be avoided there is no ceiling but none at all; any other refusal stands as it is. */
function noCeiling(why: Refusal, { dailyDose }: DividedDose): Refusal {
  return isToAvoid(why) ? refusal('ceiling-where-avoided', { from: dailyDose }, why.citations) : why;
}
