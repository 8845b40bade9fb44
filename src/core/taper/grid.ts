import type { LiquidProduct, Product } from '../doses/product.js';
import { markAt, smallestDose } from '../doses/product.js';
import { type Quantity, quantity, tidy } from '../values/quantity.js';
import { ofUnits, roundTo } from '../values/rounding.js';

/** By how much the doses of a taper can differ. */
export interface Grid {
  /** The least by which one dose differs from another. */
  readonly mark: Quantity<'mg'>;
  /** The least by which one level differs from another. */
  readonly unit: Quantity<'mg/d'>;
  /** Liquids only: levels are equal doses, rounded down. */
  readonly liquid: boolean;
}

/** The liquid that all doses are measured in, where there is nothing but liquids. */
export function onlyLiquid(products: readonly Product[]): LiquidProduct | undefined {
  const [first] = products;
  return first?.kind === 'liquid' && products.every(({ kind }) => kind === 'liquid') ? first : undefined;
}

/** The mark (mg) at which a dose (mg) of this liquid is measured. */
export function markOf(liquid: LiquidProduct, dose: Quantity<'mg'>): Quantity<'mg'> {
  const { concentration } = liquid;
  const volume = quantity(tidy(dose.value / concentration.value), 'mL');
  return quantity(ofUnits(concentration.value, markAt(liquid, volume).value), 'mg');
}

/** A dose (mg) rounded down to the marks of a liquid. */
export function toMark(liquid: LiquidProduct, dose: Quantity<'mg'>): Quantity<'mg'> {
  return quantity(roundTo(dose.value, markOf(liquid, dose).value, 'down'), 'mg');
}

/**
 * The grid of a taper from these doses (mg): the products' smallest dose; of a liquid the mark at the largest present
 * volume, once in each dose of the day where these are equal, so that they stay so.
 */
export function gridFor(products: readonly Product[], present: readonly Quantity<'mg'>[]): Grid {
  const liquid = onlyLiquid(products);
  const [first, ...others] = present.map(({ value }) => value);
  const equal = others.every((value) => value === first);
  const mark = liquid ? markOf(liquid, quantity(Math.max(first ?? 0, ...others), 'mg')) : smallestDose(products);
  const times = liquid && equal ? present.length : 1;
  return { mark, unit: quantity(ofUnits(times, mark.value), 'mg/d'), liquid: liquid !== undefined };
}
