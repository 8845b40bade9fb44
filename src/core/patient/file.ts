import type { Quantity, Unit } from '../values/quantity.js';
import type { Patient } from './patient.js';

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
