import type { CommandRequest } from '../answer/command-request.js';
import { type CurrentDose, dailyTotal } from '../doses/current-dose.js';
import { makeDose, type Product, smallestDose } from '../doses/product.js';
import { wayDown } from '../titration/way-down.js';
import type { Quantity } from '../values/quantity.js';
import { isAt, isAtMost, isBelow } from '../values/thresholds.js';
import { dosesIn } from './doses.js';
import type { Side, SwitchContext, SwitchRequest } from './types.js';

/**
 * The line that brings a present dose down from above a ceiling (mg/d), or to none where the drug is to be avoided; of the
 * old product where that makes the way, else of the new one or another that does.
 * @returns none where no product makes the doses that are taken and one below the ceiling.
 */
export function downLines(
  from: CurrentDose,
  { from: old, to, patient, rules, drugs, conditions }: SwitchRequest,
  end: Quantity<'mg/d'> | 'none',
  context: SwitchContext,
): CommandRequest[] {
  const present = dailyTotal(from);
  // A taper refuses more as a slip of the hand.
  if (!isAtMost(present.value, context.switch.implausibleAbove.value)) return [];
  const all = context.products.products;
  const candidates = [...all.filter((each) => isOf(old, each)), ...all.filter((each) => isOf(to, each)), ...all];
  const made = candidates.find((product) => {
    const least = smallestDose([product]).value;
    const fits = end === 'none' ? isBelow(least, present.value) : isAtMost(least, end.value);
    return fits && dosesIn(from).every(({ dose }) => makeDose(dose, [product]) !== undefined);
  });
  if (made === undefined) return [];
  const person = { ...(patient && { patient }), ...(rules && { rules }), products: [made.id] };
  const beside = { ...(drugs && { drugs }), ...(conditions && { conditions }) };
  return [wayDown(from, { ...person, ...beside }, context, end === 'none' ? undefined : 'ceiling')];
}

/** The product of a side, or a liquid of its strength. */
function isOf(side: Side | undefined, product: Product): boolean {
  if (side === undefined) return false;
  if ('product' in side) return product.id === side.product;
  return product.kind === 'liquid' && isAt(product.concentration.value, side.strength.value);
}
