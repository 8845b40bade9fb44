import { type Refusal, refusal } from '../answer/refusal.js';
import type { Rule } from '../answer/rule.js';
import { doseRefusal, makeDose, nearestDoses, type Product, smallestDose } from '../doses/product.js';
import { reducedInterval } from '../renal-function/band.js';
import { type Citation, type Cited, cite, plain } from '../values/citation.js';
import { perDay, type Quantity, quantity, tidy } from '../values/quantity.js';
import { ofWeight } from './child-regimen.js';
import type { Regimen, Situation, TitrationContext, TitrationParameters, TitrationRequest } from './types.js';

/** A start or an increase that cannot be made or is above a ceiling, or a pace that the patient does not allow. */
export function startRefusal(
  request: TitrationRequest,
  situation: Situation,
  products: readonly Product[],
  { products: { products: all } }: TitrationContext,
): Refusal | undefined {
  const { start, increment } = request;
  for (const dose of [start, increment]) {
    if (dose && makeDose(dose, products) === undefined) return doseRefusal(dose, products, all);
  }
  return (
    aboveDoseCeiling(request, situation, products) ??
    tooFast(request, situation) ??
    fixedPart(request, situation) ??
    tooSmall(request, situation, products, all)
  );
}

function aboveDoseCeiling(
  { start, timesDaily }: TitrationRequest,
  situation: Situation,
  products: readonly Product[],
): Refusal | undefined {
  const [ceiling, stands] = firstDoseCeiling(timesDaily, situation);
  if (start === undefined || start.value <= ceiling.value) return undefined;
  const highest = nearestDoses(ceiling, products).find(({ value }) => value <= ceiling.value);
  return refusal('start-above-ceiling', { asked: start, ceiling, ...(highest && { highest }) }, cite(stands));
}

/** The most that the first dose may be, and where it stands: a child's weight, the clearance, the age or the label. */
function firstDoseCeiling(
  timesDaily: number | undefined,
  { rules, band, older, child }: Situation,
): readonly [Quantity<'mg'>, Citation] {
  const partOf = (daily: Quantity<'mg/d'>, usualTimes: Quantity<'/d'>) =>
    quantity(tidy(daily.value / (timesDaily ?? usualTimes.value)), 'mg');
  if (child) return [partOf(ofWeight(child.rules.start, child.weight), child.rules.timesDaily), child.rules.start];
  const cited = band?.action.kind === 'fixed' ? band.action.dose : (older?.dose ?? rules.doseCeiling);
  // 25 mg four times daily would pass the 75 mg per day of Germany.
  const part = partOf(rules.dailyCeiling, rules.timesDaily);
  return part.value < cited.value ? [part, rules.dailyCeiling] : [plain(cited), cited];
}

function tooFast({ interval }: TitrationRequest, { band, older, child }: Situation): Refusal | undefined {
  const shortest: [Rule, Cited<'d'> | undefined][] = [
    ['child', child?.rules.interval],
    ['clearance', reducedInterval(band)],
    ['older adult', older?.interval],
  ];
  for (const [rule, least] of shortest) {
    if (interval && least && interval.value < least.value) {
      return refusal('faster-than-allowed', { asked: interval, shortest: plain(least), rule }, cite(least));
    }
  }
  return undefined;
}

/** Parts that a rule fixes and no flag changes. */
function fixedPart(
  { timesDaily, increment }: TitrationRequest,
  { band, older, child }: Situation,
): Refusal | undefined {
  if (band?.action.kind === 'fixed' && (timesDaily !== undefined || increment)) {
    return refusal(
      'fixed-by-rule',
      { part: increment ? 'increment' : 'times', rule: 'clearance' },
      cite(band.action.dose),
    );
  }
  if (increment === undefined) return undefined;
  if (child) return refusal('fixed-by-rule', { part: 'increment', rule: 'child' }, cite(child.rules.step));
  return older ? refusal('fixed-by-rule', { part: 'increment', rule: 'older adult' }, cite(older.dose)) : undefined;
}

/** A start that the clearance or the weight makes smaller than anything that the products hold. */
function tooSmall(
  { start, timesDaily }: TitrationRequest,
  { rules, band, child }: Situation,
  products: readonly Product[],
  all: readonly Product[],
): Refusal | undefined {
  const keep = band?.action.kind === 'scale' ? band.action.keep : undefined;
  const daily = start ? perDay(start, timesDaily ?? rules.timesDaily.value).value : 0;
  const reduced: readonly [Quantity<'mg/d'>, Citation] | undefined = child
    ? [ofWeight(child.rules.start, child.weight), child.rules.start]
    : keep && [quantity(tidy((daily * keep.numerator) / keep.denominator), 'mg/d'), keep];
  if (reduced === undefined) return undefined;
  const [scaled, stands] = reduced;
  const smallest = smallestDose(products);
  if (scaled.value >= smallest.value) return undefined;
  const makes = all.filter((product) => smallestDose([product]).value <= scaled.value).map(({ id }) => id);
  return refusal('start-too-small', { scaled, smallest, makes }, cite(stands));
}

/** A target above what the rules, the clearance or the division of the day allow. */
export function targetRefusal(
  { target }: TitrationRequest,
  regimen: Regimen,
  { rules }: Situation,
  { neverAbove }: TitrationParameters,
): Refusal | undefined {
  if (target === undefined || target.value <= regimen.ceiling.value) return undefined;
  if (target.value > neverAbove.value) {
    return refusal('target-never-computed', { asked: target, limit: plain(neverAbove) }, cite(neverAbove));
  }
  const citations = [...regimen.citations.ceiling, ...cite(rules.doseCeiling)];
  return refusal('target-above-ceiling', { asked: target, ceiling: regimen.ceiling }, citations);
}
