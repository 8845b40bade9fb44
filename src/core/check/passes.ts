import type { Ladder } from '../titration/types.js';
import { type Quantity, quantity, tidy, type Unit } from '../values/quantity.js';
import { isAbove } from '../values/thresholds.js';
import type { Finding, LimitParameters } from './types.js';

/** What would pass in place of what was written, where that is one number. */
export function passesOf(
  found: Finding,
  ladder: Pick<Ladder, 'levels'> | undefined,
  ceiling: Quantity<'mg/d'> | undefined,
  { check }: Pick<LimitParameters, 'check'>,
): Quantity<Unit> | undefined {
  switch (found.code) {
    case 'strength-disagrees':
      return found.params.passes ?? found.params.limit;
    case 'cannot-be-made':
      return found.params.nearest[0];
    case 'dose-above-largest':
    case 'quantity-disagrees':
      return found.params.limit;
    case 'day-above-ceiling':
      return ceiling ?? found.params.limit;
    case 'child':
      return found.params.why === 'ceiling' ? (ceiling ?? found.params.limit) : undefined;
    case 'start-above':
    case 'start-below':
      return ladder?.levels[0]?.dailyDose ?? found.params.limit;
    case 'jump':
      return ofJump(found.params, check.fall, ceiling);
    default:
      return undefined;
  }
}

/** The next level, the dose that is taken until its time is over, or the largest fall, where that may be given. */
function ofJump(
  { why, taking, limit }: Extract<Finding, { readonly code: 'jump' }>['params'],
  fall: Quantity<'mg/d'>,
  ceiling: Quantity<'mg/d'> | undefined,
): Quantity<Unit> | undefined {
  if (why === 'sooner' || why === 'much sooner') return taking;
  if (why !== 'to nothing' && why !== 'fall') return limit;
  const least = quantity(tidy(taking.value - fall.value), 'mg/d');
  return ceiling === undefined || isAbove(least.value, ceiling.value) ? undefined : least;
}
