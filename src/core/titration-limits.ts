import type { RenalBand } from './band.js';
import { cite, plain } from './citation.js';
import type { Patient } from './patient.js';
import { doseRefusal, makeDose, type Product, smallestDose } from './product.js';
import { perDay, quantity, tidy } from './quantity.js';
import { type Refusal, refusal } from './refusal.js';
import type { Regimen, RuleSet } from './regimen.js';
import type { RenalFunction, RenalParameters } from './renal-function.js';
import type { TitrationContext, TitrationParameters, TitrationRequest } from './titration.js';

/** Dialysis, or a clearance in a band that avoids the drug. */
export function clearanceRefusal(
  patient: Patient | undefined,
  { deciding, band }: RenalFunction,
  { dialysisStatements }: RenalParameters,
): Refusal | undefined {
  if (patient?.dialysis) return refusal('dialysis', {}, cite(...dialysisStatements));
  if (band?.action.kind !== 'avoid' || deciding === undefined || band.below === null) return undefined;
  return refusal(
    'clearance-too-low',
    { clearance: deciding.value, below: band.below },
    cite(band.action.reason, band.edges),
  );
}

/** A start that cannot be made or is above a ceiling, or a pace that the clearance does not allow. */
export function startRefusal(
  request: TitrationRequest,
  rules: RuleSet,
  band: RenalBand | undefined,
  products: readonly Product[],
  { products: all }: TitrationContext,
): Refusal | undefined {
  const { start, increment, interval, timesDaily } = request;
  if (start.value > rules.doseCeiling.value) {
    return refusal('start-above-ceiling', { asked: start, ceiling: plain(rules.doseCeiling) }, cite(rules.doseCeiling));
  }
  for (const dose of [start, ...(increment ? [increment] : [])]) {
    if (makeDose(dose, products) === undefined) return doseRefusal(dose, products, all.products);
  }
  if (band === undefined || band.action.kind === 'usual' || band.action.kind === 'avoid') return undefined;
  if (interval && interval.value < band.interval.value) {
    return refusal(
      'faster-than-clearance-allows',
      { asked: interval, shortest: plain(band.interval) },
      cite(band.interval),
    );
  }
  const { action } = band;
  if (action.kind === 'scale') {
    const daily = perDay(start, timesDaily ?? rules.timesDaily.value).value;
    const scaled = quantity(tidy((daily * action.keep.numerator) / action.keep.denominator), 'mg/d');
    const smallest = smallestDose(products);
    if (scaled.value >= smallest.value) return undefined;
    const makes = all.products.filter((product) => smallestDose([product]).value <= scaled.value).map(({ id }) => id);
    return refusal('scaled-start-too-small', { scaled, smallest, makes }, cite(action.keep));
  }
  if (timesDaily !== undefined || increment) {
    return refusal('fixed-by-clearance', { part: increment ? 'increment' : 'times' }, cite(action.dose));
  }
  return start.value > action.dose.value
    ? refusal('start-above-ceiling', { asked: start, ceiling: plain(action.dose) }, cite(action.dose))
    : undefined;
}

/** A target above what the rules, the clearance or the division of the day allow. */
export function targetRefusal(
  { target }: TitrationRequest,
  regimen: Regimen,
  rules: RuleSet,
  { neverAbove }: TitrationParameters,
): Refusal | undefined {
  if (target === undefined || target.value <= regimen.ceiling.value) return undefined;
  if (target.value > neverAbove.value) {
    return refusal('target-never-computed', { asked: target, limit: plain(neverAbove) }, cite(neverAbove));
  }
  return refusal('target-above-ceiling', { asked: target, ceiling: regimen.ceiling }, [
    ...regimen.citations.ceiling,
    ...cite(rules.doseCeiling),
  ]);
}
