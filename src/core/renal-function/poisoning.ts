import { type Notice, notice } from '../answer/notice.js';
import type { Patient } from '../patient/patient.js';
import { type CitedText, cite } from '../values/citation.js';
import { isBelow } from '../values/thresholds.js';
import type { RenalFunction, RenalParameters } from './types.js';

/**
 * Whether somebody who takes the drug may be poisoned, asked before anything else: with a low number of the kidney, on
 * dialysis, or from a dose above what the kidney allows.
 * @param isAbove whether the present dose is above the ceiling of a reduced kidney.
 */
export function poisoningNotices(
  patient: Patient = {},
  renal: Pick<RenalFunction, 'deciding'>,
  isAbove: boolean,
  { poisoning }: Pick<RenalParameters, 'poisoning'>,
  words: readonly CitedText[] = poisoning.words,
): Notice[] {
  return isAbove || buildsUp(patient, renal, { poisoning })
    ? [notice('poisoning-first', { words: words.map(({ text }) => text) }, cite(...words))]
    : [];
}

/** Whether the drug builds up in this patient: a low number of the kidney, or dialysis. */
export function buildsUp(
  { dialysis = false }: Patient,
  { deciding }: Pick<RenalFunction, 'deciding'>,
  { poisoning }: Pick<RenalParameters, 'poisoning'>,
): boolean {
  return dialysis || (deciding !== undefined && isBelow(deciding.value.value, poisoning.clearanceBelow.value));
}
