import { type Refusal, type RefusalCode, refusal } from '../answer/refusal.js';
import type { Patient } from '../patient/patient.js';
import type { RenalBand } from '../renal-function/band.js';
import type { RenalFunction, RenalParameters } from '../renal-function/types.js';
import { cite, plain } from '../values/citation.js';
import { InputError } from '../values/input-error.js';
import { type Quantity, quantity, tidy } from '../values/quantity.js';
import type { ChildRules, Override, RuleSet } from './rules.js';
import type { Asked, ChildSituation, Found, SituationParameters } from './types.js';

/** Refusals that can be lifted; hypersensitivity and the highest dose ever computed cannot. */
export const liftable = ['dialysis', 'clearance-too-low', 'target-above-ceiling'] as const satisfies RefusalCode[];

/** Under which rules the patient is planned, or why not at all. @throws InputError on an override that no refusal has. */
export function situationOf(
  patient: Patient,
  asked: Asked,
  renal: RenalFunction,
  parameters: SituationParameters,
  renalParameters: RenalParameters,
): Found {
  const { override } = asked;
  if (override && !liftable.some((code) => code === override.code)) {
    throw new InputError('override', `"${override.code}"`, `one of ${liftable.join(', ')}`);
  }
  if (patient.hypersensitivity) return { refusal: refusal('hypersensitivity', {}, cite(parameters.hypersensitivity)) };
  const child = childOf(patient, parameters.child, override, renalParameters);
  if (child && 'code' in child) return { refusal: child };
  const adult = bandFor(patient, renal, override, renalParameters);
  if ('code' in adult) return { refusal: adult };
  const older = patient.age && patient.age.value >= parameters.older.age.value ? parameters.older : undefined;
  const raised = child ? undefined : raisedRules(parameters, asked, adult.band);
  const lifted = adult.lifted ?? (raised && override);
  return {
    situation: {
      rules: raised ?? parameters.rules[asked.country],
      ...(adult.band && { band: adult.band }),
      ...(older && { older }),
      ...(child && { child }),
      ...(lifted && { lifted }),
    },
  };
}

/** With the ceiling lifted for a target: the most ever computed, in doses that the country with that ceiling allows. */
function raisedRules(
  { rules, neverAbove }: SituationParameters,
  { country, target, override }: Asked,
  band: RenalBand | undefined,
): RuleSet | undefined {
  const reduced = band !== undefined && band.action.kind !== 'usual';
  if (override?.code !== 'target-above-ceiling' || reduced || target === undefined) return undefined;
  if (target.value <= rules[country].dailyCeiling.value) return undefined;
  return { ...rules[country], dailyCeiling: neverAbove, doseCeiling: rules.uk.doseCeiling };
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

/**
 * A child's age and weight, or why no plan is made; undefined for an adolescent, an adult, or no age at all.
 * What is known of reduced clearance and dialysis is known of adults: below that age it is never planned with.
 */
function childOf(
  patient: Patient,
  rules: ChildRules,
  override: Override | undefined,
  { adultAge }: RenalParameters,
): ChildSituation | Refusal | undefined {
  const { age, weight, creatinine, creatinineClearance, egfr } = patient;
  if (age === undefined || age.value >= adultAge.value) return undefined;
  if (creatinine) return refusal('adults-only', { age, from: plain(adultAge) }, cite(adultAge));
  if (age.value < rules.fromAge.value)
    return refusal('under-age', { age, from: plain(rules.fromAge) }, cite(rules.fromAge));
  if (creatinineClearance || egfr || (patient.dialysis && override?.code === 'dialysis')) {
    return refusal('child-with-clearance', { age }, cite(adultAge));
  }
  if (age.value >= rules.belowAge.value) return undefined;
  if (weight === undefined) return refusal('child-weight-missing', {}, cite(rules.start));
  if (weight.value < rules.lightest.value || weight.value > rules.heaviest.value) {
    const params = { weight, from: plain(rules.lightest), to: plain(rules.heaviest) };
    return refusal('child-weight-implausible', params, cite(rules.lightest));
  }
  return { rules, age, weight };
}

/** mg/d over kg gives mg/kg/d. */
export function perKilogram(dailyDose: Quantity<'mg/d'>, weight: Quantity<'kg'>): Quantity<'mg/kg/d'> {
  return quantity(tidy(dailyDose.value / weight.value), 'mg/kg/d');
}
