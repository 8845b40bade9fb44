import type { Refusal } from '../answer/refusal.js';
import type { ProductParameters } from '../doses/product.js';
import { isToAvoid } from '../titration/applicable-rules.js';
import { type Bounds, madeCeiling } from '../titration/ladder.js';
import type { Citation } from '../values/citation.js';
import type { Quantity } from '../values/quantity.js';
import { isAbove } from '../values/thresholds.js';

/** A daily dose that is more than somebody may have: a ceiling (mg/d) below it, or none where baclofen is to be avoided. */
export interface TooMuch {
  readonly ceiling?: Quantity<'mg/d'>;
  readonly citations: readonly Citation[];
}

/**
 * Whether a daily dose (mg/d) is above the ceiling that `renal` and `titrate` give the same patient.
 * @param bounds what this patient may have.
 * @returns undefined where it is not, or where no ceiling is known.
 */
export function tooMuch(
  bounds: Bounds | Refusal,
  dailyDose: Quantity<'mg/d'>,
  products: ProductParameters,
): TooMuch | undefined {
  if ('code' in bounds) return isToAvoid(bounds) ? { citations: bounds.citations } : undefined;
  const { value, citations } = bounds.regimen.ceiling;
  const ceiling = madeCeiling(bounds, products) ?? value;
  return isAbove(dailyDose.value, ceiling.value) ? { ceiling, citations } : undefined;
}
