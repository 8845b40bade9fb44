import type { BriefParameters } from '../../core/answer/brief.js';
import type { Patient } from '../../core/patient/patient.js';
import type { Quantity } from '../../core/values/quantity.js';
import { isBelow } from '../../core/values/thresholds.js';

/** Whom a plan speaks to: the parents of a child, or the patient. */
export function spokenTo(
  { age }: Pick<Patient, 'age'> = {},
  { parentsBelow }: { readonly parentsBelow: Quantity<'a'> },
): 'parents' | 'patient' {
  return age && isBelow(age.value, parentsBelow.value) ? 'parents' : 'patient';
}

/** What patient or parents are to hear, in a line. */
export function tellLine(patient: Patient | undefined, brief: BriefParameters): string {
  const whom = spokenTo(patient, brief);
  const { tell, tellParents } = brief.titration;
  return `Tell the ${whom}: ${(whom === 'parents' ? tellParents : tell).text}`;
}
