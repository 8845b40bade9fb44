import type { Cited, Provenance } from '../values/citation.js';

/** The code systems that records name things by. */
export type CodeSystem = 'loinc' | 'snomed' | 'rxnorm' | 'atc' | 'icd10';

/** Codes of one system that mean the same. */
export interface CodeList extends Provenance {
  readonly system: CodeSystem;
  readonly codes: readonly string[];
}

/** Codes of a measurement, and the unit that they are of, where they are of one. */
export interface MeasureCodes extends CodeList {
  readonly per?: 'mass' | 'substance';
}

/** Beginnings of words by which a record names something, in small letters and without accents. */
export interface WordList extends Provenance {
  readonly words: readonly string[];
}

/** What a record can speak of. */
export interface Topic {
  readonly codes: readonly CodeList[];
  readonly words: WordList;
}

/** A disease of the kidney by the name that says how weak it is. */
export interface NamedKidneyDisease extends Topic {
  readonly name: string;
  /** A number from here on does not agree with it; none where no number holds. */
  readonly below?: Cited<'mL/min/{1.73_m2}'>;
  /** For how long it is what its name says. */
  readonly currentFor?: Cited<'d'>;
  /** Whether it may mean that the patient is on dialysis. */
  readonly dialysis?: boolean;
}

/** What the readers of records take from data/records.json. */
export interface RecordParameters {
  readonly creatinine: { readonly codes: readonly MeasureCodes[]; readonly words: WordList };
  readonly egfr: Topic;
  readonly creatinineClearance: Topic;
  readonly weight: readonly CodeList[];
  readonly height: readonly CodeList[];
  /** A question for the weight on a form. */
  readonly weightAsked: WordList;
  /** Creatinine in something else than blood, and ratios to it. */
  readonly otherMaterial: Topic;
  readonly dialysis: Topic;
  readonly transplant: Topic;
  readonly kidneyDisease: Topic;
  /** Worst first. */
  readonly namedKidneyDiseases: readonly NamedKidneyDisease[];
  readonly pregnancy: {
    /** Results that say whether the patient is pregnant. */
    readonly status: readonly CodeList[];
    readonly pregnant: Topic;
    /** Tests for one, and the words of their result that say so. */
    readonly test: Topic;
    readonly positive: WordList;
    /** The day on which the child is expected. */
    readonly dueDate: readonly CodeList[];
    readonly currentFor: Cited<'d'>;
  };
  /** Words of a pump into the spinal fluid. */
  readonly pump: WordList;
  /** Words of a procedure that takes one out, and of one that puts another in its place. */
  readonly pumpRemoval: WordList;
  readonly pumpReplacement: WordList;
  readonly baclofen: Topic;
  /** The isomer, which is another drug. */
  readonly arbaclofen: WordList;
  /** Words of a route, a form or a site that is not by mouth. */
  readonly notByMouth: WordList;
  readonly byMouth: Topic;
  readonly oralForms: WordList;
  /** Words that take back what stands beside them. */
  readonly denied: WordList;
  readonly asNeeded: WordList;
  /** Words in the text of an order that change what its numbers say. */
  readonly changes: WordList;
  /** Two results of one day further apart than this are both said, as parts of the one taken. */
  readonly sameDayDiffers: Cited<'%'>;
  /** An order older than this may no longer hold. */
  readonly orderCurrentFor: Cited<'d'>;
  /** From which hour on the clock of an order is which dose of the day; bedtime lasts until the morning. */
  readonly hoursOfDay: Readonly<Record<'morning' | 'midday' | 'evening' | 'bedtime', Cited<'h'>>>;
}
