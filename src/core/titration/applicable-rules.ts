import { type Refusal, refusal } from '../answer/refusal.js';
import type { Patient } from '../patient/patient.js';
import type { RenalBand } from '../renal-function/band.js';
import { isChild } from '../renal-function/estimates.js';
import type { RenalFunction, RenalParameters } from '../renal-function/types.js';
import { cite, plain } from '../values/citation.js';
import { InputError } from '../values/input-error.js';
import { type Quantity, quantity, tidy } from '../values/quantity.js';
import { isAbove, isAtLeast, isBelow } from '../values/thresholds.js';
import { childRefusal } from './child.js';
import type { Override, RuleSet } from './rules.js';
import type { ApplicableRules, Asked, SituationParameters } from './types.js';

/** What a specialist can lift; hypersensitivity and the highest dose ever computed cannot be. */
export const liftable = ['dialysis', 'clearance-too-low', 'target-above-ceiling', 'weight'] as const;

/**
 * Under which rules the patient is planned, or why not at all.
 * @throws InputError on an override that no refusal has.
 */
export function applicableRulesOf(
  patient: Patient,
  asked: Asked,
  renal: RenalFunction,
  parameters: SituationParameters,
  renalParameters: RenalParameters,
): ApplicableRules | Refusal {
  const { override, country } = asked;
  if (override && !liftable.some((code) => code === override.code)) {
    throw new InputError('override', `"${override.code}"`, `one of ${liftable.join(', ')}`);
  }
  const who = personRefusal(patient, asked, renal, parameters, renalParameters);
  if (who) return who;
  const adult = bandFor(patient, renal, override, renalParameters);
  if ('code' in adult) return adult;
  const { age, weight } = patient;
  const { older, child } = parameters;
  const body = bodyOf(patient, country, parameters, renalParameters);
  const raised = raisedRules(parameters, asked, body, adult.band);
  const weightLifted = override?.code === 'weight' && !isPlausible(patient, child, renalParameters);
  const grown = body.adolescent && isAboveAdolescents(asked, child);
  const lifted = adult.lifted ?? (raised || weightLifted || grown ? override : undefined);
  return {
    country,
    rules: raised ?? parameters.rules[country],
    ...(age && { age }),
    ...(weight && { weight }),
    ...(renal.deciding && { clearance: renal.deciding.value.value }),
    ...(adult.band && { band: adult.band }),
    ...(age && isAtLeast(age.value, older.age.value) && { older }),
    ...body,
    ...(lifted && { lifted }),
  };
}

function isPlausible(patient: Patient, child: SituationParameters['child'], renal: RenalParameters): boolean {
  return childRefusal(patient, {}, child, renal)?.code !== 'weight-implausible';
}

/** Why nobody with these data is planned. */
function personRefusal(
  patient: Patient,
  { override }: Pick<Asked, 'override'>,
  { deciding }: RenalFunction,
  { hypersensitivity, child, weight: limits }: SituationParameters,
  renal: RenalParameters,
): Refusal | undefined {
  if (patient.hypersensitivity) return refusal('hypersensitivity', {}, cite(hypersensitivity));
  const { age, weight, height } = patient;
  if (isChild(patient, renal)) {
    return childRefusal(patient, { ...(override && { override }), ...(deciding && { deciding }) }, child, renal);
  }
  if (height && isBelow(height.value, limits.adultHeight.value)) {
    return refusal('height-implausible', { height, from: plain(limits.adultHeight) }, cite(limits.adultHeight));
  }
  return age === undefined && weight && isBelow(weight.value, limits.light.value)
    ? refusal('age-needed', { weight, below: plain(limits.light) }, cite(limits.light))
    : undefined;
}

/** What the size of the body and the age below 18 years make of the schedule. */
function bodyOf(
  patient: Patient,
  country: Asked['country'],
  { child, adolescent, weight: limits }: SituationParameters,
  renal: RenalParameters,
): Pick<ApplicableRules, 'byWeight' | 'adolescent' | 'lowWeight'> {
  const { age, weight } = patient;
  if (weight === undefined) return {};
  const light = isBelow(weight.value, limits.light.value);
  if (age && isChild(patient, renal)) {
    const grown = isAtLeast(age.value, child.belowAge.value) && !adolescent.childRulesIn.countries.includes(country);
    return grown && !light ? { adolescent } : { byWeight: { kind: 'child', rules: child } };
  }
  if (light) return { byWeight: { kind: 'light adult', rules: child } };
  return isBelow(weight.value, limits.low.value) ? { lowWeight: limits } : {};
}

/** Whether the ceiling of adolescents was lifted for a target. */
function isAboveAdolescents({ override, target }: Asked, { adolescentCeiling }: SituationParameters['child']): boolean {
  const asked = target !== undefined && isAbove(target.value, adolescentCeiling.value);
  return override?.code === 'target-above-ceiling' && asked;
}

/** With the country's number lifted for a target: the most ever computed, in doses no larger than the largest. */
function raisedRules(
  { rules, neverAbove }: SituationParameters,
  { country, target, override }: Asked,
  { byWeight }: Pick<ApplicableRules, 'byWeight'>,
  band: RenalBand | undefined,
): RuleSet | undefined {
  const reduced = band !== undefined && band.action.kind !== 'usual';
  if (override?.code !== 'target-above-ceiling' || reduced || byWeight || target === undefined) return undefined;
  const { dailyCeiling, doseCeiling } = rules[country];
  const most = Math.min(neverAbove.value, 4 * doseCeiling.value);
  return isAbove(target.value, dailyCeiling.value) && isAbove(most, dailyCeiling.value)
    ? { ...rules[country], dailyCeiling: { ...neverAbove, value: most } }
    : undefined;
}

interface AdultBand {
  readonly band?: RenalBand;
  readonly lifted?: Override;
}

/** The band of clearance; where it avoids the drug, the refusal, or what is planned when that is lifted. */
function bandFor(
  patient: Patient,
  { deciding, band }: RenalFunction,
  override: Override | undefined,
  { bands, dialysis, dialysisStatements }: RenalParameters,
): AdultBand | Refusal {
  const [lowest] = bands;
  if (patient.dialysis && lowest) {
    if (override?.code !== 'dialysis') return refusal('dialysis', {}, cite(...dialysisStatements));
    return { band: { ...lowest, id: 'dialysis', action: { kind: 'fixed', ...dialysis } }, lifted: override };
  }
  if (band?.action.kind !== 'avoid' || deciding === undefined || band.below === null) return { ...(band && { band }) };
  if (override?.code === 'clearance-too-low') {
    return { band: { ...band, action: { kind: 'fixed', ...band.action.ifOverridden } }, lifted: override };
  }
  return refusal(
    'clearance-too-low',
    { clearance: deciding.value, below: band.below },
    cite(band.action.reason, band.edges),
  );
}

/** Whether this is why nobody with such a kidney is given the drug. */
export function isToAvoid({ code }: { readonly code: string }): boolean {
  return code === 'dialysis' || code === 'clearance-too-low';
}

/** mg/d over kg gives mg/kg/d. */
export function perKilogram(dailyDose: Quantity<'mg/d'>, weight: Quantity<'kg'>): Quantity<'mg/kg/d'> {
  return quantity(tidy(dailyDose.value / weight.value), 'mg/kg/d');
}

/** Nothing is increased where the drug is to be avoided and a specialist lifted that. */
export function isToStay({ lifted }: ApplicableRules): boolean {
  return lifted !== undefined && isToAvoid(lifted);
}
