import { type Quantity, tidy } from '../values/quantity.js';

/** How a taper goes down: over so many days, by a fixed amount, or by a share of the dose at the time. */
export type TaperPattern =
  | { readonly kind: 'days'; readonly days: Quantity<'d'> }
  | { readonly kind: 'reduce'; readonly reduction: Quantity<'mg/d'>; readonly every: Quantity<'d'> }
  | { readonly kind: 'percent'; readonly percent: Quantity<'%'>; readonly every: Quantity<'d'> };

/** A daily dose of so many increments, held for so many days. */
export interface Level {
  readonly units: number;
  readonly days: number;
}

/** How finely a taper over days is cut: at least so many levels where dose and days allow, more in long tapers. */
export interface LevelRule {
  readonly atLeast: number;
  readonly daysPerLevel: number;
}

/** A reduction that the products cannot make. */
export interface NotWhole {
  readonly notWhole: Quantity<'mg/d'>;
}

/**
 * The levels below a daily dose of `units` increments (mg, not always whole), highest first, without the zero at the end.
 * Empty where the pattern goes to zero at once; the reduction where it is no whole number of increments.
 */
export function dailyLevels(
  units: number,
  increment: Quantity<'mg'>,
  pattern: TaperPattern,
  rule: LevelRule,
): readonly Level[] | NotWhole {
  switch (pattern.kind) {
    case 'days':
      return overDays(units, pattern.days.value, rule);
    case 'reduce': {
      const step = tidy(pattern.reduction.value / increment.value);
      if (!Number.isInteger(step)) return { notWhole: pattern.reduction };
      return levelsBelow(units, pattern.every.value, (current) => current - step);
    }
    case 'percent': {
      const kept = 1 - pattern.percent.value / 100;
      const next = (current: number) => Math.min(Math.ceil(current) - 1, roundHalfUp(current * kept));
      return levelsBelow(units, pattern.every.value, next);
    }
  }
}

/** Rounds to a whole increment; a tie goes up, to the gentler reduction. */
function roundHalfUp(units: number): number {
  return Math.floor(tidy(units + 0.5));
}

function levelsBelow(from: number, days: number, next: (units: number) => number): Level[] {
  const levels: Level[] = [];
  for (let units = next(from); units > 0; units = next(units)) levels.push({ units, days });
  return levels;
}

/** Reductions as even as possible, the larger ones first; days left over go one each to the lowest levels. */
function overDays(from: number, days: number, { atLeast, daysPerLevel }: LevelRule): Level[] {
  // A dose between two increments loses the difference with its first, larger reduction.
  const units = Math.max(Math.floor(tidy(from)), Math.min(Math.ceil(tidy(from)), 2));
  const count = Math.min(units - 1, days, Math.max(atLeast, Math.floor(days / daysPerLevel)));
  const reductions = count + 1;
  const [small, larger] = [Math.floor(units / reductions), units % reductions];
  const [length, longer] = [Math.floor(days / count), days % count];
  return Array.from({ length: count }, (_, index) => ({
    units: units - small * (index + 1) - Math.min(index + 1, larger),
    days: length + (index >= count - longer ? 1 : 0),
  }));
}
