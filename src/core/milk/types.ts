import type { Cited, CitedText, Provenance, Statement } from '../values/citation.js';
import type { ClockTime } from '../values/clock.js';
import type { Quantity } from '../values/quantity.js';
import type { MilkModelParameters } from './model.js';

/** What the milk level over the day takes from data/milk.json. */
export interface MilkParameters extends MilkModelParameters {
  readonly model: CitedText;
  /** A late level after the single dose, which the model was not fitted to. */
  readonly singleDoseCheck: { readonly time: Cited<'h'>; readonly level: Cited<'umol/L'> };
  /** Levels of another woman on regular doses. */
  readonly regimenCheck: {
    readonly dose: Cited<'mg'>;
    readonly times: { readonly clock: readonly ClockTime[] } & Provenance;
    readonly readings: readonly { readonly clock: ClockTime; readonly level: Cited<'mg/L'> }[];
    readonly mean: Cited<'mg/L'>;
  };
  readonly timing: readonly CitedText[];
  readonly limits: readonly CitedText[];
}

export interface MilkContext {
  readonly milk: MilkParameters;
  readonly molarMass: Cited<'g/mol'>;
  /** The highest dose at which a milk level has been published. */
  readonly publishedDose: Cited<'mg/d'>;
}

export interface MilkDayRequest {
  readonly dose: Quantity<'mg'>;
  /** The same dose at each of these times, every day. */
  readonly times: readonly ClockTime[];
}

export interface LevelAt {
  readonly time: ClockTime;
  readonly level: Quantity<'mg/L'>;
}

/** A level that the model was not fitted to, and what the model says of it. */
export interface ModelCheck {
  readonly id: string;
  readonly predicted: Quantity<'mg/L'> | Quantity<'umol/L'>;
  readonly observed: Quantity<'mg/L'> | Quantity<'umol/L'>;
  /** Predicted less observed, in percent of the observed. */
  readonly difference: Quantity<'%'>;
  readonly citations: Statement['citations'];
}

export interface MilkDayPlan {
  readonly dailyDose: Quantity<'mg/d'>;
  readonly times: readonly ClockTime[];
  /** Every half hour from midnight, at steady state. */
  readonly curve: readonly LevelAt[];
  readonly highest: LevelAt;
  readonly lowest: LevelAt;
  readonly mean: Quantity<'mg/L'>;
  /** Highest over lowest. */
  readonly ratio: Quantity<'1'>;
  readonly checks: readonly ModelCheck[];
  readonly model: Statement;
  readonly timing: readonly Statement[];
  readonly limits: readonly Statement[];
}
