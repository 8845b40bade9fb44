import type { Quantity } from '../values/quantity.js';

/** The age of an infant since birth, in the unit that it was given in. */
export type InfantAge = Quantity<'d'> | Quantity<'wk'> | Quantity<'mo'>;

/** No month is longer. */
const longestMonth = 31;

/** Completed days; undefined for an age in months, which are not all of one length. */
export function daysOf({ value, unit }: InfantAge): number | undefined {
  if (unit === 'mo') return undefined;
  return unit === 'd' ? value : value * 7;
}

/** How many months old an infant is at least. */
export function monthsAtLeast(age: InfantAge): number {
  const days = daysOf(age);
  return days === undefined ? age.value : days / longestMonth;
}
