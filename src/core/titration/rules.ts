import type { Cited, CitedText, Provenance } from '../values/citation.js';

export const countries = ['us', 'ca', 'uk', 'au', 'de', 'fr'] as const;

/** Whose labelled schedule is followed. */
export type Country = (typeof countries)[number];

/** One country's schedule for adults. */
export interface RuleSet {
  readonly name: string;
  /** ISO 3166 code, as the markets of products have it. */
  readonly country: string;
  readonly start: Cited<'mg'>;
  readonly timesDaily: Cited<'/d'>;
  readonly increment: Cited<'mg'>;
  readonly interval: Cited<'d'>;
  readonly doseCeiling: Cited<'mg'>;
  readonly dailyCeiling: Cited<'mg/d'>;
  /** Where the usual schedule ends; more only if needed. */
  readonly target: Cited<'mg/d'>;
  /** The level from which the label's own last step goes to the ceiling at once, larger than the others. */
  readonly lastStep?: Cited<'mg/d'>;
  readonly responseCheck: CitedText;
}

/** Whose rules are followed where none are named. */
export type UsualRules = { readonly country: Country } & Provenance;

/** Older adults: one small dose a day more at each step. */
export interface OlderRules {
  readonly age: Cited<'a'>;
  readonly dose: Cited<'mg'>;
  readonly interval: Cited<'d'>;
  readonly target: Cited<'mg/d'>;
}

/** Which weights are plausible for an age: so much at birth, so much more each year. */
interface ByAge {
  readonly at: Cited<'kg'>;
  readonly perYear: Cited<'kg'>;
}

/** Children, by weight; from `belowAge` some countries follow the adult schedule within limits. */
export interface ChildRules {
  readonly fromAge: Cited<'a'>;
  readonly belowAge: Cited<'a'>;
  readonly start: Cited<'mg/kg/d'>;
  readonly timesDaily: Cited<'/d'>;
  readonly step: Cited<'mg/kg/d'>;
  readonly interval: Cited<'d'>;
  readonly shortestInterval: Cited<'d'>;
  readonly target: Cited<'mg/kg/d'>;
  readonly ceilingPerKilogram: Cited<'mg/kg/d'>;
  readonly youngCeiling: Cited<'mg/d'>;
  readonly oldCeiling: Cited<'mg/d'>;
  readonly oldFrom: Cited<'a'>;
  readonly tabletFrom: Cited<'kg'>;
  readonly plausible: {
    readonly lightest: ByAge;
    readonly heaviest: ByAge;
    readonly adolescent: { readonly from: Cited<'kg'>; readonly to: Cited<'kg'> };
  };
  readonly product: { readonly id: string } & Provenance;
  readonly adolescentCeiling: Cited<'mg/d'>;
  readonly notEstablished: CitedText;
}

/** From 12 to 17 years under the adult schedule. */
export interface AdolescentRules {
  readonly interval: Cited<'d'>;
  readonly target: Cited<'mg/d'>;
  /** Where the rules of children run on to below 18 years. */
  readonly childRulesIn: { readonly countries: readonly Country[] } & Provenance;
}

/** What a body weight allows, whatever the age. */
export interface WeightRules {
  /** Below this an adult is dosed as a child of that weight. */
  readonly light: Cited<'kg'>;
  /** Below this the patient may be a child, where no age is given. */
  readonly doubtful: Cited<'kg'>;
  /** Below this the weight makes the schedule slower. */
  readonly low: Cited<'kg'>;
  readonly step: Cited<'mg/kg/d'>;
  /** For a light body with a clearance for which the dose is fixed. */
  readonly severeStep: Cited<'mg/kg/d'>;
  readonly severeTarget: Cited<'mg/kg/d'>;
  readonly ceiling: Cited<'mg/kg/d'>;
  readonly interval: Cited<'d'>;
  readonly target: Cited<'mg/d'>;
  readonly adultHeight: Cited<'cm'>;
}

/** A refusal that a specialist lifts, and why. */
export interface Override {
  readonly code: string;
  readonly reason: string;
}
