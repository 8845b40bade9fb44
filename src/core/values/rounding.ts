import { tidy } from './quantity.js';
import { isAt } from './thresholds.js';

export type Direction = 'down' | 'up' | 'nearest';

/**
 * How many whole units an amount is, both in the same unit of measure. An amount that stands on a whole number of
 * units is that number, from whichever side; a tie goes up where the nearest is asked for.
 */
export function wholeUnits(amount: number, unit: number, direction: Direction): number {
  const units = amount / unit;
  const nearest = Math.round(units);
  if (isAt(units, nearest)) return nearest;
  switch (direction) {
    case 'down':
      return Math.floor(units);
    case 'up':
      return Math.ceil(units);
    case 'nearest':
      return Math.floor(tidy(units + 0.5));
  }
}

/** So many units as an amount, without the noise of binary arithmetic: 3 x 0.1 is 0.3. */
export function ofUnits(count: number, unit: number): number {
  return tidy(count * unit);
}

/** An amount rounded to whole units. Round once, from the raw product. */
export function roundTo(amount: number, unit: number, direction: Direction): number {
  return ofUnits(wholeUnits(amount, unit, direction), unit);
}
