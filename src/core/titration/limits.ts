import { type Refusal, refusal } from '../answer/refusal.js';
import type { DoseLevel } from '../doses/level.js';
import { doseRefusal, makeDose, smallestDose } from '../doses/product.js';
import { dailyDoseRefusal } from '../doses/schedule.js';
import { cite, plain } from '../values/citation.js';
import { perDay, type Quantity, quantity, tidy } from '../values/quantity.js';
import { ofUnits, wholeUnits } from '../values/rounding.js';
import { isAbove, isAt, isAtLeast, isBelow } from '../values/thresholds.js';
import { landing } from './ladder.js';
import type { ApplicableRules, Asked, Ladder, Regimen, TitrationContext, TitrationParameters } from './types.js';

/** Whether a rule sets the first level, so that a start may be left out. */
export function setsOwnStart({ byWeight, older, adolescent, band }: ApplicableRules): boolean {
  return byWeight !== undefined || older !== undefined || adolescent !== undefined || band?.action.kind === 'fixed';
}

/** A dose that cannot be made, a part that a rule fixes, or a pace that the patient does not allow. */
export function askedRefusal(
  asked: Asked,
  { applicable, regimen, products }: Pick<Ladder, 'applicable' | 'regimen' | 'products'>,
  { products: { products: all } }: TitrationContext,
): Refusal | undefined {
  for (const dose of [asked.start, asked.increment]) {
    if (dose && makeDose(dose, products) === undefined) return doseRefusal(dose, products, all);
  }
  return fixedPart(asked, applicable) ?? tooFast(asked, regimen);
}

function tooFast({ interval }: Asked, { shortestInterval: least }: Regimen): Refusal | undefined {
  return interval && least && isBelow(interval.value, least.value.value)
    ? refusal('faster-than-allowed', { asked: interval, shortest: least.value, rule: least.by }, least.citations)
    : undefined;
}

/** Parts that a rule fixes and no flag changes. */
function fixedPart({ timesDaily, increment }: Asked, { band, older, byWeight }: ApplicableRules): Refusal | undefined {
  if (band?.action.kind === 'fixed' && (timesDaily !== undefined || increment)) {
    const part = increment ? 'increment' : 'times';
    return refusal('fixed-by-rule', { part, rule: 'clearance' }, cite(band.action.dose));
  }
  if (increment === undefined) return undefined;
  if (byWeight) {
    const rule = byWeight.kind === 'child' ? 'child' : 'weight';
    return refusal('fixed-by-rule', { part: 'increment', rule }, cite(byWeight.rules.step));
  }
  return older ? refusal('fixed-by-rule', { part: 'increment', rule: 'older adult' }, cite(older.dose)) : undefined;
}

/**
 * A start above what this patient may begin with.
 * @param own the same patient's ladder without the asked start.
 */
export function startRefusal(asked: Asked, { applicable, regimen, levels }: Ladder, own: Ladder): Refusal | undefined {
  const { start } = asked;
  if (start === undefined) return undefined;
  const { rules, older, byWeight, band } = applicable;
  if (isAbove(start.value, rules.doseCeiling.value)) {
    return refusal('start-above-ceiling', { asked: start, ceiling: plain(rules.doseCeiling) }, cite(rules.doseCeiling));
  }
  const first = own.regimen.first;
  const day = perDay(start, regimen.timesDaily);
  const above = (most: number) => isAbove(start.value, most);
  const strict =
    (older && above(older.dose.value)) ||
    (band?.action.kind === 'fixed' && above(band.action.dose.value)) ||
    (byWeight?.kind === 'child' && isAbove(day.value, first.value.value));
  if (strict) {
    const told = { asked: start, first: first.value, rule: first.by, ...(first.by === 'child' && { day }) };
    return refusal('start-above-first', told, first.citations);
  }
  return asked.target === undefined ? aboveEnd(start, regimen, levels) : undefined;
}

function aboveEnd(start: Quantity<'mg'>, { target }: Regimen, [first]: readonly DoseLevel[]): Refusal | undefined {
  return first && isAbove(first.dailyDose.value, target.value.value)
    ? refusal('start-above-end', { asked: start, day: first.dailyDose, end: target.value }, target.citations)
    : undefined;
}

/** A target above what the rules, the clearance or the division of the day allow, or that tablets do not make. */
export function targetRefusal(
  asked: Asked,
  ladder: Ladder,
  { neverAbove }: TitrationParameters,
  { products: { products: all } }: TitrationContext,
): Refusal | undefined {
  const { target } = asked;
  if (target === undefined) return undefined;
  const { regimen, products, applicable } = ladder;
  if (isAbove(target.value, neverAbove.value)) {
    return refusal('target-never-computed', { asked: target, limit: plain(neverAbove) }, cite(neverAbove));
  }
  const { ceiling } = regimen;
  if (isAbove(target.value, ceiling.value.value)) {
    const citations = [...ceiling.citations, ...cite(applicable.rules.doseCeiling)];
    return refusal(
      'target-above-ceiling',
      { asked: target, ceiling: ladder.ceiling, rule: ceiling.by, liftable: false },
      citations,
    );
  }
  if (products.some(({ kind }) => kind === 'liquid')) return undefined;
  const made = landing(ladder, target, asked);
  return made && isAt(made.dailyDose.value, target.value)
    ? undefined
    : withNearest(
        dailyDoseRefusal(target, regimen.timesDaily, products, all, regimen.largestDose.value),
        ladder,
        asked,
      );
}

/** Names the nearest daily doses that this patient may have and the products make, not lower than the first level. */
function withNearest(why: Refusal, ladder: Ladder, asked: Asked): Refusal {
  if (why.code !== 'daily-dose-cannot-be-made') return why;
  const { dailyDose } = why.params;
  const smallest = smallestDose(ladder.products).value;
  const ceiling = ladder.regimen.ceiling.value.value;
  const below = landing(ladder, dailyDose, asked)?.dailyDose;
  let above: Quantity<'mg/d'> | undefined;
  for (let units = wholeUnits(dailyDose.value, smallest, 'down') + 1; above === undefined; units += 1) {
    const next = quantity(ofUnits(units, smallest), 'mg/d');
    if (isAbove(next.value, ceiling)) break;
    if (isAt(landing(ladder, next, asked)?.dailyDose.value ?? 0, next.value)) above = next;
  }
  const first = ladder.levels[0]?.dailyDose.value ?? 0;
  const nearest = [below, above].filter((each) => each !== undefined).filter(({ value }) => isAtLeast(value, first));
  return refusal(why.code, { ...why.params, nearest }, why.citations);
}

/** What an asked start comes to on day 1 before any rule lowers it, mg/d. */
export function dayOf(start: Quantity<'mg'>, timesDaily: number): Quantity<'mg/d'> {
  return quantity(tidy(start.value * timesDaily), 'mg/d');
}
