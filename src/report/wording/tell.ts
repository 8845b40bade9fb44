import type { BriefParameters } from '../../core/answer/brief.js';
import type { Piece } from '../../core/answer/piece.js';
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

/** What patient or parents are to hear of what is dispensed, in a line. */
export function tellLine(patient: Patient | undefined, dispensed: readonly Piece[], brief: BriefParameters): string {
  const { tell, tellParents, tellParentsOfLiquid } = brief.titration;
  if (spokenTo(patient, brief) === 'patient') return `Tell the patient: ${tell.text}`;
  const liquid = dispensed.some((piece) => 'volume' in piece);
  return `Tell the parents: ${tellParents.text}${liquid ? ` ${tellParentsOfLiquid.text}` : ''}`;
}
