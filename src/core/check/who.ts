import type { Refusal } from '../answer/refusal.js';
import type { Patient } from '../patient/patient.js';
import { assessRenalFunction } from '../renal-function/assess.js';
import type { RenalFunction } from '../renal-function/types.js';
import { type Bounds, boundsOf } from '../titration/ladder.js';
import type { Country } from '../titration/rules.js';
import type { RuleContext } from '../titration/types.js';
import { isAtLeast } from '../values/thresholds.js';

/** A patient as the rules see them: what they may be given, or why titration plans nothing. */
export interface Who {
  readonly patient: Patient;
  readonly country: Country;
  readonly renal: RenalFunction;
  readonly bounds: Bounds | Refusal;
  /** From 18 years: the same without what only the weight forbids. */
  readonly labelled?: Bounds;
}

/**
 * Asked once for a patient, however many orders are judged.
 * @throws InputError on a creatinine without age or sex.
 */
export function whoIs(patient: Patient, country: Country, context: RuleContext): Who {
  const renal = assessRenalFunction(patient, context.renal);
  const bounds = boundsOf(patient, { country }, context, renal);
  const labelled = 'code' in bounds ? undefined : labelledBounds(patient, country, renal, context);
  return { patient, country, renal, bounds, ...(labelled && { labelled }) };
}

function labelledBounds(
  patient: Patient,
  country: Country,
  renal: RenalFunction,
  context: RuleContext,
): Bounds | undefined {
  const { weight, ...others } = patient;
  const { adultAge } = context.renal;
  const grown = patient.age
    ? isAtLeast(patient.age.value, adultAge.value)
    : weight !== undefined && isAtLeast(weight.value, context.titration.weight.doubtful.value);
  if (!grown || weight === undefined) return undefined;
  const bounds = boundsOf(others, { country }, context, renal);
  return 'code' in bounds ? undefined : bounds;
}
