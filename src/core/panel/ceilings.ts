import { ceilingFor, type Who } from '../check/who.js';
import { isBelow } from '../values/thresholds.js';
import type { PanelContext } from './types.js';

/** The most that a patient may have (mg/d) as the products make it; NaN where nothing may be given. */
export type CeilingOf = (who: Who) => number;

/** How many different regimens are remembered: those of adults of 50 kg and more are a few dozen. */
const most = 10_000;

/**
 * The ceiling of one patient after another. Making doses is what takes time in a row, and patients under the same rules
 * have the same: what was made is remembered.
 */
export function ceilings(context: PanelContext): CeilingOf {
  const made = new Map<string, number>();
  return (who) => {
    const key = keyOf(who, context);
    if (key === undefined) return Number.NaN;
    const known = made.get(key);
    if (known !== undefined) return known;
    if (made.size >= most) made.clear();
    const ceiling = ceilingFor(who, context)?.value ?? Number.NaN;
    made.set(key, ceiling);
    return ceiling;
  };
}

/** All that levels are made of. */
function keyOf({ bounds, country }: Who, { titration }: PanelContext): string | undefined {
  if ('code' in bounds) return undefined;
  const { regimen, applicable } = bounds;
  const { byWeight, weight, older, adolescent, lowWeight, band } = applicable;
  const isLight = weight !== undefined && isBelow(weight.value, titration.child.tabletFrom.value);
  return [
    country,
    ...[regimen.first, regimen.step, regimen.ceiling, regimen.largestDose].map(({ value }) => value.value),
    regimen.timesDaily,
    band?.id,
    byWeight?.kind,
    [isLight, older, adolescent, lowWeight].map(Boolean),
  ].join(' ');
}
