import { proof } from '../../contract/prove.js';
import { patient } from '../../contract/shapes.js';
import type { Patient } from '../../core/patient/patient.js';
import { printable } from '../flags/printable.js';
import { fileError, type InputFile } from '../input-file.js';
import type { PatientContent } from './content.js';

const lists = 'the parts of a patient that baclofen schema patient lists';

/** A patient as this tool writes one. @throws InputError for the first part that is not as it should be. */
export function readPatientJson(content: unknown, file: InputFile): PatientContent {
  const result = proof(patient, content);
  if ('ok' in result) {
    if (Object.keys(result.ok).length === 0) throw fileError(file, 'in which nothing stands', lists);
    const parts = Object.entries(result.ok) as [keyof Patient, NonNullable<Patient[keyof Patient]>][];
    return { form: 'baclofen', leftOut: [], parts: parts.map(([part, value]) => ({ part, value: () => value })) };
  }
  const [fault] = result.faults;
  const where = printable(fault?.path.join('.') ?? '');
  if (where === '') throw fileError(file, 'which is no patient', lists);
  if (fault?.takes === 'no such field') throw fileError(file, `where "${where}" stands`, lists);
  throw fileError(file, `where ${where} is not as it should be`, fault?.takes ?? lists);
}
