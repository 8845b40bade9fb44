import { type Notice, notice } from '../answer/notice.js';
import { ordered } from '../answer/notice-order.js';
import type { Outcome } from '../answer/outcome.js';
import type { PatientFile, TakenPart } from '../patient/file.js';
import type { Patient } from '../patient/patient.js';
import { cite, plain } from '../values/citation.js';
import { isAbove, isBelow } from '../values/thresholds.js';
import type { RenalParameters } from './types.js';

/** Adds to an outcome what a clinician should know about a file that the patient's data came from. */
export function withPatientFile<
  Request extends { readonly patientFile?: PatientFile; readonly patient?: Patient },
  Plan,
>(outcome: Outcome<Request, Plan>, parameters: RenalParameters): Outcome<Request, Plan> {
  const { patientFile } = outcome.request;
  const { patient } = outcome.request;
  return patientFile
    ? { ...outcome, notices: ordered([...fileNotices(patientFile, parameters, patient), ...outcome.notices]) }
    : outcome;
}

export function fileNotices(
  { form, taken, leftOut }: PatientFile,
  { creatinineCurrentFor: limit, weightCurrentFor }: Pick<RenalParameters, 'creatinineCurrentFor' | 'weightCurrentFor'>,
  { age }: Patient = {},
): Notice[] {
  const overridden = taken.filter(({ use }) => use === 'flag instead').map(({ part }) => part);
  const dose = taken.find(({ part, use }) => part === 'currentDose' && use === 'not used');
  const creatinine = taken.find(({ part, use }) => part === 'creatinine' && use === 'taken');
  const old = creatinine?.old;
  return [
    ...(old && old.value > limit.value ? [notice('creatinine-old', { old, limit: plain(limit) }, cite(limit))] : []),
    ...(creatinine && form === 'fhir' && old === undefined ? [notice('creatinine-undated', {}, cite(limit))] : []),
    ...(dose ? [notice('taken-already', { dose: dose.value, timesDaily: dose.timesDaily ?? 1 }, [])] : []),
    ...leftOut.map((params) =>
      params.part === 'currentDose'
        ? notice('present-dose-unread', { from: params.from, why: params.why }, [])
        : notice('file-part-left-out', params, []),
    ),
    ...weightNotices(taken, age, weightCurrentFor),
    ...(overridden.length > 0 ? [notice('flag-instead-of-file', { parts: overridden }, [])] : []),
    ...(form === 'fhir' ? [notice('not-read-from-fhir', {}, [])] : []),
  ];
}

/** A child's weight that may no longer hold. */
function weightNotices(
  taken: readonly TakenPart[],
  age: Patient['age'],
  { below, young, child, until }: RenalParameters['weightCurrentFor'],
): Notice[] {
  const old = taken.find(({ part, use }) => part === 'weight' && use === 'taken')?.old;
  if (old === undefined || age === undefined || !isBelow(age.value, until.value)) return [];
  const limit = isBelow(age.value, below.value) ? young : child;
  return isAbove(old.value, limit.value) ? [notice('weight-old', { old, limit: plain(limit) }, cite(limit))] : [];
}
