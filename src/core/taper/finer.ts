import { type Product, smallestDose } from '../doses/product.js';
import { type Quantity, quantity, tidy } from '../values/quantity.js';
import { isAtMost } from '../values/thresholds.js';
import { type TaperCase, taperFrom } from './schedule.js';
import type { TaperSchedule } from './types.js';

/** A product that goes down in smaller steps, and how far the dose then falls at most at once. */
export interface Finer {
  readonly product: string;
  readonly fall: Quantity<'mg/d'>;
}

/** The largest fall (mg/d) from one level to the next, and the day on which it comes. */
export function largestFall({ from, schedule }: TaperSchedule): {
  readonly fall: Quantity<'mg/d'>;
  readonly day: number;
} {
  const falls = schedule.map(({ dailyDose, fromDay }, index) => ({
    fall: quantity(tidy((schedule[index - 1]?.dailyDose ?? from).value - dailyDose.value), 'mg/d'),
    day: fromDay,
  }));
  return falls.reduce((largest, each) => (each.fall.value > largest.fall.value ? each : largest));
}

/**
 * Another product that makes smaller doses and with which the same taper stays within the largest fall that sources
 * take, the usual one first; none where the pattern itself sets the falls or no present dose was given.
 */
export function finerProduct(taperCase: TaperCase): Finer | undefined {
  const { request, products, context } = taperCase;
  const { from, pattern } = request;
  if (from === undefined || (pattern && pattern.kind !== 'days')) return undefined;
  const { usual, products: all } = context.products;
  const smallest = smallestDose(products).value;
  const finer = all.filter((each) => smallestDose([each]).value < smallest);
  const ordered = [...finer.filter(({ id }) => id === usual.id), ...finer.filter(({ id }) => id !== usual.id)];
  for (const product of ordered) {
    const fall = fallWith(product, taperCase);
    if (fall && isAtMost(fall.value, context.taper.largestFall.value)) return { product: product.id, fall };
  }
  return undefined;
}

/** How far the same taper would fall at most with this product; none where it cannot be made. */
function fallWith(product: Product, taperCase: TaperCase): Quantity<'mg/d'> | undefined {
  const { request } = taperCase;
  if (request.from === undefined) return undefined;
  const other = { ...taperCase, products: [product], request: { ...request, products: [product.id] } };
  const taper = taperFrom(request.from, other);
  return 'code' in taper ? undefined : largestFall(taper).fall;
}
