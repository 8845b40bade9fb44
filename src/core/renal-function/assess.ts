import { type Notice, notice } from '../answer/notice.js';
import type { Assumption, CalculationStep } from '../answer/outcome.js';
import type { Patient } from '../patient/patient.js';
import { cite, statement } from '../values/citation.js';
import { creatinineMassConcentration, type Quantity } from '../values/quantity.js';
import { bandOf } from './band.js';
import { draftEstimates } from './estimates.js';
import type { Estimate, RenalFunction, RenalParameters, RenalStatement, UsualRange } from './types.js';

/**
 * Puts every number on renal function that the patient's data allow, and bands on the lowest, unrounded.
 * A clearance or eGFR that the clinician gives stands instead of estimates from creatinine.
 * @throws InputError where a creatinine comes without age or sex.
 */
export function assessRenalFunction(patient: Patient, parameters: RenalParameters): RenalFunction {
  const drafts = draftEstimates(patient, parameters);
  const estimates = drafts.map(({ working: _, ...draft }) => ({
    ...draft,
    band: bandOf(draft.value.value, parameters.bands).id,
  }));
  const sorted = [...estimates].sort((a, b) => a.value.value - b.value.value);
  const [deciding, ...higher] = sorted;
  const highest = higher.at(-1);
  return {
    estimates,
    ...(deciding && { deciding, band: bandOf(deciding.value.value, parameters.bands) }),
    assumptions: assumptions(patient, estimates),
    notices: [
      ...olderAdultNotices(patient, estimates, parameters),
      ...(deciding && highest && deciding.band !== highest.band
        ? [
            notice(
              'estimates-in-different-bands',
              { lowest: deciding.band, highest: highest.band },
              cite(parameters.lowestDecides),
            ),
          ]
        : []),
      ...injuryNotices(estimates, parameters),
      ...unusualNotices(patient, parameters),
    ],
    working: [...drafts.flatMap(({ working }) => working), ...bandWorking(estimates, deciding, parameters)],
  };
}

/** What other sources say at this clearance or on dialysis; always shown, never mixed into the dose. */
export function renalStatements(
  { deciding }: RenalFunction,
  patient: Patient | undefined,
  { statements, dialysisStatements }: RenalParameters,
): RenalStatement[] {
  const clearance = deciding?.value.value ?? Number.POSITIVE_INFINITY;
  return [
    ...(patient?.dialysis ? dialysisStatements : []),
    ...statements.filter(({ from, below }) => clearance >= (from?.value ?? 0) && clearance < below.value),
  ].map((each) => ({ ...statement(each), ...(each.gives && { gives: each.gives }) }));
}

function bandWorking(
  estimates: readonly Estimate[],
  deciding: Estimate | undefined,
  { bands, lowestDecides }: RenalParameters,
): CalculationStep[] {
  if (deciding === undefined) return [];
  const { from, below, edges } = bandOf(deciding.value.value, bands);
  return [
    {
      label: 'Band of clearance',
      formula: 'the band that holds the lowest estimate, not rounded; the lower edge belongs to a band',
      inputs: { lowest: deciding.value, estimates: String(estimates.length) },
      result: below
        ? `${from.value === 0 ? '' : `${from.value} to `}below ${below.value} mL/min`
        : `${from.value} mL/min and over`,
      citations: cite(...(estimates.length > 1 ? [lowestDecides] : []), edges),
    },
  ];
}

function assumptions(patient: Patient, estimates: readonly Estimate[]): Assumption[] {
  const byWeight = estimates.some(({ weight }) => weight !== undefined);
  return byWeight && patient.height === undefined && patient.weight
    ? [{ name: 'weight-for-clearance', value: patient.weight, citations: [] }]
    : [];
}

function olderAdultNotices(
  { age, dialysis }: Patient,
  estimates: readonly Estimate[],
  { older }: RenalParameters,
): Notice[] {
  const low = dialysis || estimates.some(({ value }) => value.value < older.avoidBelow.value);
  return age && age.value >= older.age.value && low
    ? [notice('avoid-in-older-adult', { age: older.age, below: older.avoidBelow }, cite(older.avoidBelow))]
    : [];
}

function injuryNotices(estimates: readonly Estimate[], { spinalCordInjury }: RenalParameters): Notice[] {
  const injury = estimates.find(({ correctedFor }) => correctedFor)?.correctedFor;
  if (injury === undefined) return [];
  const factor = spinalCordInjury[injury];
  return [notice('correction-for-spinal-cord-injury', { factor: factor.value }, cite(factor, spinalCordInjury.advice))];
}

function unusualNotices({ creatinine, weight, height }: Patient, { usual }: RenalParameters): Notice[] {
  const outside = <U extends 'kg' | 'cm' | 'mg/dL'>(value: Quantity<U>, { from, to }: UsualRange<U>) =>
    value.value < from.value || value.value > to.value;
  const notices: Notice[] = [];
  if (creatinine && outside(creatinineMassConcentration(creatinine), usual.creatinine)) {
    notices.push(notice('creatinine-unusual', { creatinine }, cite(usual.creatinine.from)));
  }
  if (weight && outside(weight, usual.weight))
    notices.push(notice('weight-unusual', { weight }, cite(usual.weight.from)));
  if (height && outside(height, usual.height))
    notices.push(notice('height-unusual', { height }, cite(usual.height.from)));
  return notices;
}
