import type { Fraction, Quantity, Unit } from './quantity.js';

/** How strong the ground under a value is. */
export const evidenceGrades = [
  'label',
  'guideline',
  'study',
  'case report',
  'equation',
  'reference work',
  'secondary',
  'judgement',
] as const;

export type Evidence = (typeof evidenceGrades)[number];

/** Where a value stands: a source id of data/sources.json and the place inside that source. */
export interface Citation {
  readonly source: string;
  readonly locator: string;
}

export interface Provenance extends Citation {
  readonly evidence: Evidence;
  /** The day on which somebody last held the value against its source, YYYY-MM-DD. */
  readonly checked: string;
  readonly note: string;
}

/** What another source says instead. Shown, never averaged in. */
export interface Alternative extends Provenance {
  readonly value: number;
}

export type Cited<U extends Unit> = Quantity<U> & Provenance & { readonly alternatives?: readonly Alternative[] };

export type CitedFraction = Fraction & Provenance;

/** A sentence with its source; `brief` says it in a few words, for a line that names several. */
export type CitedText = { readonly text: string; readonly brief?: string } & Provenance;

/** A sentence and where it stands. */
export interface Statement {
  readonly text: string;
  readonly brief?: string;
  readonly citations: readonly Citation[];
}

export function cite(...provenances: readonly Citation[]): Citation[] {
  return provenances.map(({ source, locator }) => ({ source, locator }));
}

export function statement(cited: CitedText): Statement {
  return { text: cited.text, ...(cited.brief && { brief: cited.brief }), citations: cite(cited) };
}

/** The bare quantity of a cited value, as plans and JSON carry it. */
export function plain<U extends Unit>(cited: Quantity<U>): Quantity<U> {
  return { value: cited.value, unit: cited.unit };
}

/** A value that the calculator adopted, and what other sources say instead. */
export interface Disagreement {
  readonly part: string;
  readonly adopted: Quantity<Unit>;
  readonly citations: readonly Citation[];
  /** For a pace: on which day it reaches the target. */
  readonly reaches?: { readonly target: Quantity<'mg/d'>; readonly day: number };
  readonly others: readonly {
    readonly reachesOnDay?: number;
    readonly value: Quantity<Unit>;
    readonly note: string;
    readonly citations: readonly Citation[];
  }[];
}

/** The disagreement that a cited value carries, if it has alternatives. */
export function disagreement<U extends Unit>(part: string, cited: Cited<U>): Disagreement[] {
  const others = (cited.alternatives ?? []).map(({ value, note, source, locator }) => ({
    value: { value, unit: cited.unit },
    note,
    citations: [{ source, locator }],
  }));
  return others.length === 0 ? [] : [{ part, adopted: plain(cited), citations: cite(cited), others }];
}
