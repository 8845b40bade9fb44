import { type Notice, notice } from '../answer/notice.js';
import type { Outcome } from '../answer/outcome.js';
import type { PatientFile } from '../patient/file.js';
import { cite, plain } from '../values/citation.js';
import type { RenalParameters } from './types.js';

/** Adds to an outcome what a clinician should know about a file that the patient's data came from. */
export function withPatientFile<Request extends { readonly patientFile?: PatientFile }, Plan>(
  outcome: Outcome<Request, Plan>,
  parameters: RenalParameters,
): Outcome<Request, Plan> {
  const { patientFile } = outcome.request;
  return patientFile ? { ...outcome, notices: [...fileNotices(patientFile, parameters), ...outcome.notices] } : outcome;
}

export function fileNotices(
  { form, taken, leftOut }: PatientFile,
  { creatinineCurrentFor: limit }: Pick<RenalParameters, 'creatinineCurrentFor'>,
): Notice[] {
  const overridden = taken.filter(({ use }) => use === 'flag instead').map(({ part }) => part);
  const dose = taken.find(({ part, use }) => part === 'currentDose' && use === 'not used');
  const creatinine = taken.find(({ part, use }) => part === 'creatinine' && use === 'taken');
  const old = creatinine?.old;
  return [
    ...(old && old.value > limit.value ? [notice('creatinine-old', { old, limit: plain(limit) }, cite(limit))] : []),
    ...(creatinine && form === 'fhir' && old === undefined ? [notice('creatinine-undated', {}, cite(limit))] : []),
    ...(dose ? [notice('taken-already', { dose: dose.value, timesDaily: dose.timesDaily ?? 1 }, [])] : []),
    ...leftOut.map((params) => notice('file-part-left-out', params, [])),
    ...(overridden.length > 0 ? [notice('flag-instead-of-file', { parts: overridden }, [])] : []),
    ...(form === 'fhir' ? [notice('not-read-from-fhir', {}, [])] : []),
  ];
}
