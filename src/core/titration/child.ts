import { type Refusal, refusal } from '../answer/refusal.js';
import type { Patient } from '../patient/patient.js';
import type { Estimate, RenalParameters } from '../renal-function/types.js';
import { cite, plain } from '../values/citation.js';
import { type Quantity, quantity, tidy } from '../values/quantity.js';
import { isAbove, isBelow } from '../values/thresholds.js';
import type { ChildRules, Override } from './rules.js';

/** Why no plan is made for a patient below the age of adults. */
export function childRefusal(
  patient: Patient,
  { override, deciding }: { readonly override?: Override; readonly deciding?: Estimate },
  rules: ChildRules,
  renal: RenalParameters,
): Refusal | undefined {
  const { age, weight } = patient;
  if (age === undefined || !isBelow(age.value, renal.adultAge.value)) return undefined;
  if (isBelow(age.value, rules.fromAge.value)) {
    return refusal('under-age', { age, from: plain(rules.fromAge) }, cite(rules.fromAge));
  }
  const kidney = kidneyRefusal(patient, age, deciding, renal);
  if (kidney) return kidney;
  if (weight === undefined) return refusal('child-weight-missing', {}, cite(rules.start));
  if (override?.code === 'weight') return undefined;
  const { from, to } = plausibleWeight(age, rules);
  return isBelow(weight.value, from.value) || isAbove(weight.value, to.value)
    ? refusal('weight-implausible', { weight, age, from, to }, cite(rules.plausible.lightest.at))
    : undefined;
}

/** The bands are those of adults: a child with less than a normal kidney is not planned. */
function kidneyRefusal(
  { creatinine, dialysis }: Patient,
  age: Quantity<'a'>,
  deciding: Estimate | undefined,
  { childFrom, adultAge, equations }: RenalParameters,
): Refusal | undefined {
  if (dialysis) return refusal('child-with-clearance', { age, below: plain(childFrom) }, cite(childFrom, adultAge));
  if (deciding && isBelow(deciding.value.value, childFrom.value)) {
    const params = { age, below: plain(childFrom), number: deciding.value };
    return refusal('child-with-clearance', params, cite(childFrom, adultAge));
  }
  return creatinine && deciding === undefined
    ? refusal('child-creatinine', { creatinine }, cite(equations.schwartz))
    : undefined;
}

/** From and to which weight (kg) a child of an age (years) is plausible, edges included. */
export function plausibleWeight(
  age: Quantity<'a'>,
  { belowAge, plausible: { lightest, heaviest, adolescent } }: ChildRules,
): { readonly from: Quantity<'kg'>; readonly to: Quantity<'kg'> } {
  if (!isBelow(age.value, belowAge.value)) return { from: plain(adolescent.from), to: plain(adolescent.to) };
  return {
    from: quantity(tidy(lightest.at.value + lightest.perYear.value * age.value), 'kg'),
    to: quantity(tidy(heaviest.at.value + heaviest.perYear.value * age.value), 'kg'),
  };
}
