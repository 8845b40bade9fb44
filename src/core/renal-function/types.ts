import type { Notice } from '../answer/notice.js';
import type { Assumption, CalculationStep } from '../answer/outcome.js';
import type { SpinalCordInjury } from '../patient/patient.js';
import type { Citation, Cited, CitedText, Provenance, Statement } from '../values/citation.js';
import type { Fraction, Quantity } from '../values/quantity.js';
import type { FixedDose, RenalBand } from './band.js';

/** A range outside which a value is strange but possible. */
export interface UsualRange<U extends 'kg' | 'cm' | 'mg/dL'> {
  readonly from: Cited<U>;
  readonly to: Cited<U>;
}

/** What the renal rules take from data/renal.json. */
export interface RenalParameters {
  readonly bands: readonly RenalBand[];
  readonly adultAge: Cited<'a'>;
  readonly equations: Readonly<
    Record<
      'cockcroftGault' | 'ckdEpi2021' | 'bodySurfaceArea' | 'idealWeight' | 'adjustedWeight' | 'deindex' | 'schwartz',
      Provenance
    >
  >;
  /** Body mass index from which the lower of ideal and actual weight is taken; the actual weight below. */
  readonly idealWeightFrom: Cited<'kg/m2'>;
  /** Body mass index from which the adjusted weight is taken. */
  readonly adjustedWeightFrom: Cited<'kg/m2'>;
  /** Heights below this were not in the data of the ideal weight. */
  readonly idealWeightHeight: Cited<'cm'>;
  readonly lowestDecides: Provenance;
  /** Below this a child is not planned at all. */
  readonly childFrom: Cited<'mL/min'>;
  /** A creatinine older than this may no longer hold. */
  readonly creatinineCurrentFor: Cited<'d'>;
  /** A weight older than this may no longer hold: below an age, from there until another, and then. */
  readonly weightCurrentFor: {
    readonly below: Quantity<'a'>;
    readonly young: Cited<'d'>;
    readonly child: Cited<'d'>;
    readonly until: Quantity<'a'>;
    /** From that age on, and where no age is known. */
    readonly grown: Cited<'d'>;
  };
  readonly spinalCordInjury: Readonly<Record<SpinalCordInjury, Cited<'1'>>> & { readonly advice: CitedText };
  readonly usual: {
    readonly creatinine: UsualRange<'mg/dL'>;
    readonly weight: UsualRange<'kg'>;
    readonly height: UsualRange<'cm'>;
  };
  readonly older: { readonly age: Cited<'a'>; readonly avoidBelow: Cited<'mL/min/{1.73_m2}'> };
  readonly accumulation: CitedText;
  /** Whether somebody who takes the drug may be poisoned: below which number it is asked, and in which words. */
  readonly poisoning: { readonly clearanceBelow: Cited<'mL/min'>; readonly words: readonly CitedText[] };
  /** What a source says from (included, zero where left out) to below a clearance. */
  readonly statements: readonly (RenalText & {
    readonly from?: Quantity<'mL/min'>;
    readonly below: Quantity<'mL/min'>;
  })[];
  readonly dialysisStatements: readonly RenalText[];
  /** What is planned on dialysis where a specialist lifted the refusal. */
  readonly dialysis: FixedDose;
  /** Below the first number a plan ends by default at the second (mg/d); the lowest that fits decides. */
  readonly usualEnd: readonly { readonly below: Quantity<'mL/min'>; readonly target: Cited<'mg/d'> }[];
  /** Below this the ceiling is this from the age of older adults on. */
  readonly olderCeiling: Cited<'mg/d'>;
  /** The lowest daily dose at which neurotoxicity was reported in severe disease. */
  readonly lowestToxic: Cited<'mg/d'>;
  /** When the dose is taken on dialysis. */
  readonly afterSession: CitedText;
}

/** What a source would have one do, where it says so in numbers. */
export type Advice =
  | { readonly kind: 'avoid' }
  | ({ readonly kind: 'keep' } & Fraction)
  | ({ readonly kind: 'start' } & Quantity<'mg/d'>);

export type RenalText = CitedText & { readonly gives?: Advice };

export type RenalStatement = Statement & { readonly gives?: Advice };

export interface RenalFunction {
  readonly estimates: readonly Estimate[];
  /** The number that decides: the lowest given, else the lower of two estimates. Absent where nothing is known. */
  readonly deciding?: Estimate;
  readonly band?: RenalBand;
  readonly assumptions: readonly Assumption[];
  readonly notices: readonly Notice[];
  readonly working: readonly CalculationStep[];
}

export type EstimateMethod =
  | 'given-clearance'
  | 'given-egfr'
  | 'cockcroft-gault'
  | 'ckd-epi-2021'
  | 'ckd-epi-2021-deindexed'
  | 'schwartz';

/** One way to put a number on renal function, and the band that it falls into. */
export interface Estimate {
  readonly method: EstimateMethod;
  readonly weight?: { readonly kind: 'actual' | 'ideal' | 'adjusted'; readonly value: Quantity<'kg'> };
  readonly correctedFor?: SpinalCordInjury;
  readonly value: Quantity<'mL/min'> | Quantity<'mL/min/{1.73_m2}'>;
  readonly band: string;
  readonly citations: readonly Citation[];
}

/** An estimate before its band is known, and how it came about. */
export type Draft = Omit<Estimate, 'band'> & {
  /** Whether it is one of those of which the lowest decides; the others are shown beside them. */
  readonly decides: boolean;
  readonly working: readonly CalculationStep[];
};
