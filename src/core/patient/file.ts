import type { Quantity, Unit } from '../values/quantity.js';
import type { Patient } from './patient.js';

/** What a file can tell: a part of the patient, or what is taken now. */
export type FilePart = keyof Patient | 'currentDose';

/** What a file can speak of without telling it in a form that can be used. */
export type SpokenOf = FilePart | 'baclofenNamed' | 'allergy' | 'transplant' | 'kidneyDisease' | 'pump' | 'pregnancy';

/** States of a result that can still change. */
export const provisional = ['preliminary', 'registered', 'unknown', 'partial'] as const;

export type Provisional = (typeof provisional)[number];

/** One part that a file held, and what became of it. */
export interface TakenPart {
  readonly part: FilePart;
  readonly value: Quantity<Unit> | string;
  /** For the current dose: how often a day, where all doses of the day are the same. */
  readonly timesDaily?: number;
  /** For the current dose: all of the day. */
  readonly dailyDose?: Quantity<'mg/d'>;
  /** For the current dose: each dose of the day, where the record says when it is taken. */
  readonly doses?: readonly DoseAt[];
  /** For the current dose: the strength of the tablet, the packet or the liquid that it is taken as. */
  readonly strength?: Quantity<'mg'> | Quantity<'mg/mL'>;
  /** Whether that is the strength of a packet of granules. */
  readonly packet?: true;
  /** Where in the file, where it has several places: "Observation/17". */
  readonly from?: string;
  /** The day it was measured or written, YYYY-MM-DD. */
  readonly date?: string;
  /** How long before the day on which the file was read. */
  readonly old?: Quantity<'d'>;
  /** Where the result can still change. */
  readonly status?: Provisional;
  readonly use: 'taken' | 'flag instead' | 'less cautious';
}

export interface DoseAt {
  readonly time: 'morning' | 'midday' | 'evening' | 'bedtime';
  readonly dose: Quantity<'mg'>;
}

/** Why something that a file speaks of was not taken. */
export type WhyLeftOut =
  // of a person
  | 'gender'
  | 'birth date incomplete'
  // of an order
  | 'dose in words'
  | 'dose unit'
  | 'doses disagree'
  | 'timing'
  | 'as needed'
  | 'route'
  | 'several'
  | 'several steps'
  | 'text disagrees'
  | 'text not understood'
  | 'element'
  | 'ended'
  | 'not begun'
  | 'course'
  | 'not taken'
  | 'on hold'
  | 'acute'
  | 'forbidden'
  | 'proposal'
  | 'not active'
  | 'replaced'
  | 'older standard'
  | 'resource not read'
  | 'arbaclofen'
  // of a result
  | 'no value'
  | 'cancelled'
  | 'only a bound'
  | 'other material'
  | 'not this patient'
  | 'undated'
  | 'not final'
  | 'same day'
  // of a finding
  | 'denied or past'
  | 'long ago'
  | 'intolerance'
  | 'in words';

/** Something that stood in a file and was not taken. */
export interface LeftOut {
  readonly part: SpokenOf;
  readonly from: string;
  readonly why: WhyLeftOut;
  /** The element of an order that is not understood. */
  readonly element?: string;
  /** What stands there, where it can be shown. */
  readonly text?: string;
  /** The result that another was taken instead of, its day, and its state where it can still change. */
  readonly value?: Quantity<Unit>;
  readonly date?: string;
  readonly status?: Provisional;
  /** The disease by the name that it has in data/records.json. */
  readonly disease?: string;
  /** How many more there are of the same kind. */
  readonly more?: number;
}

/** What a clinician should know of a record as a whole. */
export interface RecordRemark {
  readonly what:
    | 'next page'
    | 'fewer than its total'
    | 'subsetted'
    | 'server message'
    | 'replaced'
    | 'inactive'
    | 'reported';
  readonly from: string;
}

/** A medication or a condition that a record lists, by the names and codes that it has. */
export interface RecordEntry {
  readonly from: string;
  readonly name?: string;
  readonly codes: readonly { readonly system?: string; readonly code: string }[];
  /** Of a condition: the day it began or was recorded, YYYY-MM-DD, and how long before the day of reading. */
  readonly date?: string;
  readonly old?: Quantity<'d'>;
}

/** What a record lists beside what is read out of it: what is taken now, and what the patient has. */
export interface RecordLists {
  readonly medications: readonly RecordEntry[];
  readonly conditions: readonly RecordEntry[];
  /** Entries with neither a name nor a code, by their place. */
  readonly unnamed: readonly string[];
}

/** What was read about a patient from a file, on which day. */
export interface PatientFile extends Partial<RecordLists> {
  readonly form: 'baclofen' | 'fhir';
  /** As it was typed; absent for standard input, and where the answer goes to another system. */
  readonly name?: string;
  readonly readOn: string;
  /** The patient as the record refers to them: "Patient/17". */
  readonly subject?: string;
  readonly taken: readonly TakenPart[];
  readonly leftOut: readonly LeftOut[];
  readonly remarks?: readonly RecordRemark[];
  /** Of its medications and conditions those that are known here, by the names that they have here. */
  readonly known?: { readonly drugs: readonly string[]; readonly conditions: readonly string[] };
}
