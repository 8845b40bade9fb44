import { cite, plain } from './citation.js';
import { type Notice, notice } from './notice.js';
import type { Patient } from './patient.js';
import type { Outcome } from './plan.js';
import type { Quantity, Unit } from './quantity.js';
import type { RenalParameters } from './renal-function.js';

/** What a file can tell: a part of the patient, or what is taken now. */
export type FilePart = keyof Patient | 'currentDose';

/** One part that a file held, and what became of it. */
export interface TakenPart {
  readonly part: FilePart;
  readonly value: Quantity<Unit> | string;
  /** For the current dose: how often a day. */
  readonly timesDaily?: number;
  /** Where in the file, where it has several places: "Observation/17". */
  readonly from?: string;
  /** The day it was measured or written, YYYY-MM-DD. */
  readonly date?: string;
  /** How long before the day on which the file was read. */
  readonly old?: Quantity<'d'>;
  readonly use: 'taken' | 'flag instead' | 'not used';
}

/** Something that stood in a file and was not understood. */
export interface LeftOut {
  readonly part: FilePart;
  readonly from: string;
  readonly why:
    | 'gender'
    | 'birth date incomplete'
    | 'dose in words'
    | 'dose unit'
    | 'timing'
    | 'as needed'
    | 'route'
    | 'several';
}

/** What was read about a patient from a file, on which day. */
export interface PatientFile {
  readonly form: 'baclofen' | 'fhir';
  readonly readOn: string;
  readonly taken: readonly TakenPart[];
  readonly leftOut: readonly LeftOut[];
}

/** Adds to an outcome what a clinician should know about a file that the patient's data came from. */
export function withPatientFile<Request extends { readonly patientFile?: PatientFile }, Plan>(
  outcome: Outcome<Request, Plan>,
  parameters: RenalParameters,
): Outcome<Request, Plan> {
  const { patientFile } = outcome.request;
  return patientFile ? { ...outcome, notices: [...fileNotices(patientFile, parameters), ...outcome.notices] } : outcome;
}

function fileNotices(
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
