import type { Assumption, CalculationStep } from '../answer/outcome.js';
import type { Patient } from '../patient/patient.js';
import { cite, statement } from '../values/citation.js';
import { isAtLeast, isBelow } from '../values/thresholds.js';
import { bandOf } from './band.js';
import { decidingNumber, kidneyNumbers } from './deciding.js';
import { draftEstimates } from './estimates.js';
import { renalNotices } from './notices.js';
import type { Draft, Estimate, RenalFunction, RenalParameters, RenalStatement } from './types.js';

/**
 * Puts every number on renal function that the patient's data allow (mL/min or mL/min/1.73 m2), and bands on the one
 * that decides, unrounded: the lowest given, else the lower of Cockcroft-Gault with the adopted weight and the eGFR of
 * this body size.
 * @throws InputError where a creatinine stands alone without age, or for an adult without sex.
 */
export function assessRenalFunction(patient: Patient, parameters: RenalParameters): RenalFunction {
  const drafts = draftEstimates(patient, parameters);
  const estimates = drafts.map((draft) => estimateOf(draft, parameters));
  const candidates = estimates.filter((_, index) => drafts[index]?.decides);
  const injury = patient.spinalCordInjury && parameters.spinalCordInjury[patient.spinalCordInjury];
  const decided = decidingNumber(kidneyNumbers(patient), parameters, injury?.value ?? 1);
  const deciding = candidates.find(({ method }) => method === decided?.method);
  return {
    estimates,
    ...(deciding && { deciding, band: bandOf(deciding.value.value, parameters.bands) }),
    // Made when they are asked for: a row of a cohort needs the numbers alone.
    get assumptions() {
      return assumptions(patient, estimates);
    },
    get notices() {
      return renalNotices(patient, { estimates, candidates, deciding }, parameters);
    },
    get working() {
      return [...drafts.flatMap(({ working }) => working), ...bandWorking(candidates, deciding, parameters)];
    },
  };
}

function estimateOf({ working: _, decides: __, ...draft }: Draft, { bands }: RenalParameters): Estimate {
  return { ...draft, band: bandOf(draft.value.value, bands).id };
}

/** What other sources say at this clearance or on dialysis; always shown, never mixed into the dose. */
export function renalStatements(
  { deciding }: Pick<RenalFunction, 'deciding'>,
  patient: Patient | undefined,
  { statements, dialysisStatements }: RenalParameters,
): RenalStatement[] {
  const clearance = deciding?.value.value ?? Number.POSITIVE_INFINITY;
  return [
    ...(patient?.dialysis ? dialysisStatements : []),
    ...statements.filter(
      ({ from, below }) => isAtLeast(clearance, from?.value ?? 0) && isBelow(clearance, below.value),
    ),
  ].map((each) => ({ ...statement(each), ...(each.gives && { gives: each.gives }) }));
}

function bandWorking(
  candidates: readonly Estimate[],
  deciding: Estimate | undefined,
  { bands, lowestDecides }: RenalParameters,
): CalculationStep[] {
  if (deciding === undefined) return [];
  const { from, below, edges } = bandOf(deciding.value.value, bands);
  return [
    {
      label: 'Band of clearance',
      formula:
        'the band that holds the lower of the numbers that decide, not rounded; the lower edge belongs to a band',
      inputs: { lowest: deciding.value, 'numbers that decide': String(candidates.length) },
      result: below
        ? `${from.value === 0 ? '' : `${from.value} to `}below ${below.value} mL/min`
        : `${from.value} mL/min and over`,
      citations: cite(...(candidates.length > 1 ? [lowestDecides] : []), edges),
    },
  ];
}

function assumptions(patient: Patient, estimates: readonly Estimate[]): Assumption[] {
  const byWeight = estimates.some(({ weight }) => weight !== undefined);
  return byWeight && patient.height === undefined && patient.weight
    ? [{ name: 'weight-for-clearance', value: patient.weight, citations: [], lowers: true }]
    : [];
}
