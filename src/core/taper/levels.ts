import { type Quantity, tidy } from '../values/quantity.js';
import { wholeUnits } from '../values/rounding.js';
import { isBelow } from '../values/thresholds.js';

/** How a taper goes down: over so many days, by a fixed amount, or by a share of the dose at the time. */
export type TaperPattern =
  | { readonly kind: 'days'; readonly days: Quantity<'d'> }
  | { readonly kind: 'reduce'; readonly reduction: Quantity<'mg/d'>; readonly every: Quantity<'d'> }
  | { readonly kind: 'percent'; readonly percent: Quantity<'%'>; readonly every: Quantity<'d'> };

/** A daily dose of so many units, held for so many days. */
export interface Level {
  readonly units: number;
  readonly days: number;
}

/** How finely a taper over days is cut: at least so many levels where dose and days allow, more in long tapers. */
export interface LevelRule {
  readonly atLeast: number;
  readonly daysPerLevel: number;
}

/** From where to where, counted in units; where one of them lies between two units, its count is not whole. */
export interface Way {
  readonly from: number;
  readonly to: number;
  /** What one unit is. */
  readonly unit: Quantity<'mg/d'>;
  /** Each level is rounded down to whole units (equal doses of a liquid); else a percentage to the nearest, and a reduction has to be whole. */
  readonly roundDown: boolean;
}

/** A reduction that the products cannot make, or one below a unit. */
export type Unmakeable = { readonly notWhole: Quantity<'mg/d'> } | { readonly tooSmall: Quantity<'mg/d'> };

/**
 * The levels between two daily doses, highest first, without either of them.
 * Empty where the pattern goes to the end at once; the reduction where it cannot be made.
 */
export function dailyLevels(way: Way, pattern: TaperPattern, rule: LevelRule): readonly Level[] | Unmakeable {
  switch (pattern.kind) {
    case 'days':
      return overDays(way, pattern.days.value, rule);
    case 'reduce': {
      const { reduction, every } = pattern;
      if (way.roundDown && isBelow(reduction.value, way.unit.value)) return { tooSmall: reduction };
      const step = tidy(reduction.value / way.unit.value);
      if (!way.roundDown && !Number.isInteger(step)) return { notWhole: reduction };
      const next = (current: number) => (way.roundDown ? wholeUnits(current - step, 1, 'down') : tidy(current - step));
      return levelsBelow(way, every.value, next);
    }
    case 'percent': {
      const kept = 1 - pattern.percent.value / 100;
      const rounding = way.roundDown ? 'down' : 'nearest';
      const next = (current: number) => Math.min(Math.ceil(current) - 1, wholeUnits(current * kept, 1, rounding));
      return levelsBelow(way, pattern.every.value, next);
    }
  }
}

function levelsBelow({ from, to }: Way, days: number, next: (units: number) => number): Level[] {
  const levels: Level[] = [];
  for (let units = next(from); units > to; units = next(units)) levels.push({ units, days });
  return levels;
}

/** How many units a way has to go. What lies between two units goes with the first, larger reduction. */
export function unitsToGo({ from, to }: Way): number {
  const below = Math.floor(to);
  // A dose just above a single unit still has that unit as its level.
  return Math.max(Math.floor(from), Math.min(Math.ceil(from), below + 2)) - below;
}

/**
 * The fewest levels with which no fall is above a limit (mg/d); one unit a level where a unit itself is above it.
 */
export function levelsForFall(way: Way, limit: Quantity<'mg/d'>): number {
  const most = Math.max(1, wholeUnits(limit.value, way.unit.value, 'down'));
  return wholeUnits(unitsToGo(way), most, 'up') - 1;
}

/** Reductions as even as possible, the larger ones first; days left over go one each to the lowest levels. */
function overDays(way: Way, days: number, { atLeast, daysPerLevel }: LevelRule): Level[] {
  const units = unitsToGo(way);
  const below = Math.floor(way.to);
  const count = Math.min(units - 1, days, Math.max(atLeast, Math.floor(days / daysPerLevel)));
  const reductions = count + 1;
  const [small, larger] = [Math.floor(units / reductions), units % reductions];
  const [length, longer] = [Math.floor(days / count), days % count];
  return Array.from({ length: Math.max(count, 0) }, (_, index) => ({
    units: below + units - small * (index + 1) - Math.min(index + 1, larger),
    days: length + (index >= count - longer ? 1 : 0),
  }));
}
