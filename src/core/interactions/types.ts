import type { Cited, CitedText, Provenance, Statement } from '../values/citation.js';
import type { Quantity } from '../values/quantity.js';

/** What a pair calls for, worst first; `unstated` where the source gives no reason. A judgement, always. */
export const severities = ['avoid', 'high', 'moderate', 'caution', 'unstated'] as const;

export type InteractionSeverity = (typeof severities)[number];

export type JudgedSeverity = { readonly value: InteractionSeverity } & Provenance;

/** What is said in addition, and the severity it raises a group to, in one circumstance. */
export type Raised = { readonly severity: InteractionSeverity } & CitedText;

/** Drugs that do the same thing with baclofen. */
export interface InteractionGroup {
  readonly id: string;
  readonly name: string;
  readonly severity: JudgedSeverity;
  readonly mechanism: CitedText;
  readonly advice: CitedText;
  /** What another source says instead. */
  readonly others?: readonly CitedText[];
  /** Depresses the central nervous system, so that two of them are a warning. */
  readonly depressant: boolean;
  /** Where the clearance is reduced. */
  readonly kidney?: Raised;
  /** While baclofen is reduced. */
  readonly taper?: Raised;
}

export interface Drug {
  readonly name: string;
  readonly group: string;
  readonly synonyms?: readonly string[];
  readonly brands?: readonly string[];
  /** Brands that were not held against a source. */
  readonly furtherBrands?: readonly string[];
  readonly atc?: readonly string[];
  readonly rxnorm?: string;
  /** What holds for this drug and not for its whole group. */
  readonly also?: readonly CitedText[];
}

/** Drugs that stand at one place of one source. */
export type DrugList = { readonly id: string; readonly drugs: readonly Drug[] } & Provenance;

export interface InteractionParameters {
  /** Where each kind of name and code stands. */
  readonly names: {
    readonly synonyms: Provenance;
    readonly brands: Provenance;
    readonly furtherBrands: Provenance;
    readonly salts: { readonly words: readonly string[] } & Provenance;
    readonly atc: Provenance;
    readonly rxnorm: Provenance;
  };
  /** What baclofen itself is called. */
  readonly ownNames: { readonly names: readonly string[]; readonly atc: readonly string[] } & Provenance;
  readonly anotherBaclofen: CitedText;
  readonly twoSedatives: {
    readonly severity: JudgedSeverity;
    /** Below this clearance one depressant counts as two. */
    readonly kidneyBelow: Cited<'mL/min'>;
    readonly two: CitedText;
    readonly one: CitedText;
    readonly advice: CitedText;
  };
  /** Within one severity, in the order in which they are said. */
  readonly groups: readonly InteractionGroup[];
  readonly lists: readonly DrugList[];
}

/** A name that stands for nothing known. It is not known; that is never "no interaction". */
export interface UnknownName {
  readonly kind: 'unknown';
  readonly name: string;
  /** A known name that is spelled almost so: to be asked, never taken. */
  readonly meant?: string;
}

export type RecognisedDrug =
  | { readonly kind: 'drug'; readonly drug: Drug; readonly group: InteractionGroup }
  | { readonly kind: 'baclofen' }
  | UnknownName;

/** Several depressants beside baclofen, or one and a reduced clearance. */
export interface TwoSedatives {
  readonly kind: 'two-sedatives';
  readonly because: 'two' | 'clearance';
  readonly severity: InteractionSeverity;
  readonly drugs: readonly string[];
  readonly mechanism: Statement;
  readonly advice: Statement;
}

export interface AnotherBaclofen {
  readonly kind: 'another-baclofen';
  readonly drugs: readonly string[];
  readonly advice: Statement;
}

/** One group and those of its drugs that were named. */
export interface GroupFinding {
  readonly kind: 'group';
  readonly group: string;
  readonly name: string;
  readonly severity: InteractionSeverity;
  readonly drugs: readonly string[];
  readonly mechanism: Statement;
  readonly advice: Statement;
  /** What holds for this patient or for one of the drugs. */
  readonly also: readonly Statement[];
  /** What other sources say instead. */
  readonly others: readonly Statement[];
}

export type InteractionFinding = TwoSedatives | AnotherBaclofen | GroupFinding;

export interface InteractionFindings {
  readonly findings: readonly InteractionFinding[];
  readonly unknown: readonly UnknownName[];
}

/** What makes a pair worse than it is by itself. */
export interface InteractionCircumstances {
  readonly clearance?: Quantity<'mL/min'>;
  readonly tapering?: boolean;
}
