import type { Citation } from '../values/citation.js';
import type { Quantity, Unit } from '../values/quantity.js';
import type { Piece } from './piece.js';
import type { Rule } from './rule.js';

/** The signs that were seen, and what the data say of them. */
interface SignsParams {
  signs: readonly string[];
  reason: string;
  instead: readonly string[];
}

/** Every refusal and what its sentences need: the reason and what could be done instead. */
export interface RefusalParams {
  'cannot-be-made': {
    dose: Quantity<'mg'>;
    products: readonly string[];
    nearest: readonly Quantity<'mg'>[];
    makes: readonly Piece[];
  };
  'daily-dose-cannot-be-made': {
    dailyDose: Quantity<'mg/d'>;
    products: readonly string[];
    nearest: readonly Quantity<'mg/d'>[];
    others: readonly string[];
  };
  'start-above-ceiling': {
    asked: Quantity<'mg'>;
    ceiling: Quantity<'mg'>;
    /** The highest start that can be made; absent where the products make none so low. */
    highest?: Quantity<'mg'>;
  };
  'target-above-ceiling': { asked: Quantity<'mg/d'>; ceiling: Quantity<'mg/d'> };
  'target-never-computed': { asked: Quantity<'mg/d'>; limit: Quantity<'mg/d'> };
  'faster-than-allowed': { asked: Quantity<'d'>; shortest: Quantity<'d'>; rule: Rule };
  'start-too-small': { scaled: Quantity<'mg/d'>; smallest: Quantity<'mg'>; makes: readonly string[] };
  'fixed-by-rule': { part: 'times' | 'increment'; rule: Rule };
  'clearance-too-low': { clearance: Quantity<Unit>; below: Quantity<'mL/min'> };
  dialysis: Record<string, never>;
  hypersensitivity: Record<string, never>;
  contraindicated: { condition: string; country: string; sentence: string };
  'under-age': { age: Quantity<'a'>; from: Quantity<'a'> };
  'child-weight-missing': Record<string, never>;
  'child-weight-implausible': { weight: Quantity<'kg'>; from: Quantity<'kg'>; to: Quantity<'kg'> };
  'child-with-clearance': { age: Quantity<'a'> };
  'adults-only': { age: Quantity<'a'>; from: Quantity<'a'> };
  'abrupt-stop': { from: Quantity<'mg/d'>; to: Quantity<'mg/d'> };
  'suspected-toxicity': SignsParams;
  'suspected-withdrawal': SignsParams;
  'toxicity-or-withdrawal': SignsParams;
  'nothing-to-bring-down': { from: Quantity<'mg/d'>; to: Quantity<'mg/d'>; end: 'dose' | 'ceiling' };
  'end-too-small': { asked: Quantity<'mg/d'>; smallest: Quantity<'mg/d'> };
  'ceiling-where-avoided': { from: Quantity<'mg/d'> };
  'reduction-too-small': { asked: Quantity<'mg/d'>; smallest: Quantity<'mg/d'> };
  'taper-too-long': { days: Quantity<'d'>; longest: Quantity<'d'> };
  'would-rise': { dailyDose: Quantity<'mg/d'>; products: readonly string[]; others: readonly string[] };
  'no-level-below': { from: Quantity<'mg/d'>; smallest: Quantity<'mg'>; makes: readonly string[] };
  'newborn-weight-outside': { weight: Quantity<'kg'>; from: Quantity<'kg'>; to: Quantity<'kg'> };
  'concentration-unknown': {
    asked: Quantity<'mg/mL'>;
    liquids: readonly { product: string; concentration: Quantity<'mg/mL'> }[];
  };
  'no-levels-below-age': { age: Quantity<'a'>; from: Quantity<'a'>; reason: string };
  'no-levels-on-dialysis': { reason: string };
  'no-levels-at-clearance': {
    clearance: Quantity<Unit>;
    below: Quantity<'mL/min'>;
    dose: Quantity<'mg'>;
    timesDaily: number;
    at: Quantity<'mL/min'>;
    mean: Quantity<'ug/L'>;
    quotedFrom: Quantity<'ug/L'>;
    quotedTo: Quantity<'ug/L'>;
  };
  'no-oral-conversion': { reason: string; done: readonly string[] };
  'concentration-change': { reason: string };
  'concentration-not-labelled': { asked: Quantity<'ug/mL'>; known: readonly Quantity<'ug/mL'>[] };
  'reserve-not-below-reservoir': { reserve: Quantity<'mL'>; reservoir: Quantity<'mL'> };
  'intrathecal-dose-too-high': { asked: Quantity<'ug/d'>; highest: Quantity<'ug/d'> };
  'intrathecal-step-too-large': {
    direction: 'up' | 'down';
    percent: Quantity<'%'>;
    of: 'spinal' | 'cerebral' | 'child';
    at: 'titration' | 'refill';
    range: { from: Quantity<'%'>; to: Quantity<'%'> };
  };
  'from-implausible': { from: Quantity<'mg/d'>; limit: Quantity<'mg/d'> };
}

export type RefusalCode = keyof RefusalParams;

/** The answer is "do not". */
export type Refusal = {
  [Code in RefusalCode]: {
    readonly code: Code;
    readonly params: RefusalParams[Code];
    readonly citations: readonly Citation[];
  };
}[RefusalCode];

export function refusal<Code extends RefusalCode>(
  code: Code,
  params: RefusalParams[Code],
  citations: readonly Citation[],
): Refusal {
  // As in notice(): one generic call is one member of the union.
  return { code, params, citations } as unknown as Refusal;
}
