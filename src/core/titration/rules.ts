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
  readonly responseCheck: CitedText;
}

/** Whose rules are followed where none are named. */
export type UsualRules = { readonly country: Country } & Provenance;

/** Older adults: one small dose a day more at each step. */
export interface OlderRules {
  readonly age: Cited<'a'>;
  readonly dose: Cited<'mg'>;
  readonly interval: Cited<'d'>;
}

/** Children, by weight; from `belowAge` the adult schedule is used. */
export interface ChildRules {
  readonly fromAge: Cited<'a'>;
  readonly belowAge: Cited<'a'>;
  readonly start: Cited<'mg/kg/d'>;
  readonly timesDaily: Cited<'/d'>;
  readonly step: Cited<'mg/kg/d'>;
  readonly interval: Cited<'d'>;
  readonly target: Cited<'mg/kg/d'>;
  readonly ceilingPerKilogram: Cited<'mg/kg/d'>;
  readonly youngCeiling: Cited<'mg/d'>;
  readonly oldCeiling: Cited<'mg/d'>;
  readonly oldFrom: Cited<'a'>;
  readonly tabletFrom: Cited<'kg'>;
  readonly lightest: Cited<'kg'>;
  readonly heaviest: Cited<'kg'>;
  readonly product: { readonly id: string } & Provenance;
  readonly adolescentCeiling: Cited<'mg/d'>;
  readonly notEstablished: CitedText;
}

/** A refusal that a specialist lifts, and why. */
export interface Override {
  readonly code: string;
  readonly reason: string;
}
