import type { Notice } from '../answer/notice.js';
import { kidneyDiseases } from '../renal-function/file-notices.js';
import { finding } from './finding.js';
import type { Sequence } from './sequence.js';
import type { CheckContext, CheckRequest, Finding } from './types.js';

/**
 * A disease of the kidney that a record names, beside a number that says something else or beside none: to be asked about.
 * Nothing gainsays one on which the drug is to be avoided where no number is known; on the way to none it is asked about.
 */
export function recordFindings(
  { patientFile, patient }: CheckRequest,
  { leaving }: Sequence,
  context: CheckContext,
): Finding[] {
  if (patientFile === undefined) return [];
  const transplanted = patientFile.leftOut.some(({ part }) => part === 'transplant');
  return kidneyDiseases(patientFile, patient, context).flatMap((each): Finding[] => {
    switch (each.code) {
      case 'kidney-acute':
        return [finding('kidney-in-record', 'ask', { why: 'acute', ...each.params })];
      case 'kidney-disease-disagrees':
        return [finding('kidney-in-record', 'ask', { why: 'disagrees', ...each.params })];
      case 'kidney-not-read': {
        const { disease, from, more, dialysis = false } = each.params;
        if (disease === undefined) return [];
        const level = dialysis && !transplanted && !leaving ? 'stop' : 'ask';
        const named = { disease, from, ...(more !== undefined && { more }), dialysis };
        return [finding('kidney-in-record', level, { why: 'no number', ...named })];
      }
      default:
        return [];
    }
  });
}

/** Whether a notice of a record is said as a finding already. */
export function isFound({ code, params }: Notice, findings: readonly Finding[]): boolean {
  if (code === 'pump-in-record') {
    return findings.some((each) => each.code === 'two-orders' && each.params.why === 'pump');
  }
  if (code === 'kidney-not-read' && !('disease' in params)) return false;
  const ofTheKidney = code === 'kidney-acute' || code === 'kidney-disease-disagrees' || code === 'kidney-not-read';
  return ofTheKidney && findings.some((each) => each.code === 'kidney-in-record');
}
