import type { Patient } from '../../core/patient/patient.js';
import { printable } from '../flags/printable.js';
import { fileError, type InputFile } from '../input-file.js';
import type { PatientContent } from './content.js';
import { patientSchema, patientWords } from './schema.js';

const takes = 'the parts of a patient that baclofen schema patient lists';

/** A patient as this tool writes one. @throws InputError for the first part that is not as it should be. */
export function readPatientJson(content: unknown, file: InputFile): PatientContent {
  const result = patientSchema.safeParse(content);
  if (result.success) {
    if (Object.keys(result.data).length === 0) throw fileError(file, 'in which nothing stands', takes);
    const parts = Object.entries(result.data) as [keyof Patient, NonNullable<Patient[keyof Patient]>][];
    return { form: 'baclofen', leftOut: [], parts: parts.map(([part, value]) => ({ part, value: () => value })) };
  }
  const [issue] = result.error.issues;
  const part = String(issue?.path[0] ?? '');
  if (issue?.code === 'unrecognized_keys' || !Object.hasOwn(patientWords, part)) {
    const key = issue?.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]].join('.') : '';
    const what = key === '' ? 'which is no patient' : `where "${printable(key)}" stands`;
    throw fileError(file, what, takes);
  }
  const where = issue?.path.join('.') ?? '';
  throw fileError(file, `where ${where} is not as it should be`, patientWords[part as keyof Patient]);
}
