import type { Citation } from '../values/citation.js';
import type { Quantity, Unit } from '../values/quantity.js';
import type { CommandRequest } from './command-request.js';
import type { Piece } from './piece.js';
import type { Rule } from './rule.js';

/** The signs that were seen, and what the data say of them. */
interface SignsParams {
  signs: readonly string[];
  reason: string;
  instead: readonly string[];
  /** After a gap: the dose before it. */
  previous?: Quantity<'mg/d'>;
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
  /** One dose above the largest that one dose may be. */
  'start-above-ceiling': { asked: Quantity<'mg'>; ceiling: Quantity<'mg'> };
  /** Above the first level where a rule lets no start be higher. */
  /** `day` where the first level is one of the whole day: a child's. */
  'start-above-first': { asked: Quantity<'mg'>; day?: Quantity<'mg/d'>; first: Quantity<'mg/d'>; rule: Rule };
  /** Day 1 above where the plan would end. */
  'start-above-end': { asked: Quantity<'mg'>; day: Quantity<'mg/d'>; end: Quantity<'mg/d'> };
  'step-cannot-be-made': {
    level: Quantity<'mg/d'>;
    step: Quantity<'mg/d'>;
    products: readonly string[];
    makes: readonly string[];
  };
  /** A start for somebody who takes the drug. */
  'already-taking': { present: Quantity<'mg/d'> };
  'at-the-target': { present: Quantity<'mg/d'>; target: Quantity<'mg/d'>; next?: Quantity<'mg/d'> };
  'above-the-ceiling': { present: Quantity<'mg/d'>; ceiling: Quantity<'mg/d'> };
  'target-above-ceiling': {
    asked: Quantity<'mg/d'>;
    ceiling: Quantity<'mg/d'>;
    rule: Rule;
    /** Whether a specialist may lift it for this patient. */
    liftable: boolean;
  };
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
  'weight-implausible': { weight: Quantity<'kg'>; age: Quantity<'a'>; from: Quantity<'kg'>; to: Quantity<'kg'> };
  'height-implausible': { height: Quantity<'cm'>; from: Quantity<'cm'> };
  /** A body so light may be a child's. */
  'age-needed': { weight: Quantity<'kg'>; below: Quantity<'kg'> };
  /** Dialysis where no number is given. */
  'child-with-clearance': { age: Quantity<'a'>; below: Quantity<'mL/min'>; number?: Quantity<Unit> };
  /** A creatinine that no estimate can be made of. */
  'child-creatinine': { creatinine: Quantity<Unit> };
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
  /** Reasons and advice as the data word them. */
  'pump-interrupted': { reason: string; instead: readonly string[] };
  'restart-where-avoided': { reason: string; instead: readonly string[]; previous: Quantity<'mg/d'> };
  /** Another drug or another route: what is published of a conversion. */
  'switch-elsewhere': { kind: 'drug' | 'route'; name: string; published: readonly string[] };
  'strength-unknown': { strength: Quantity<'mg/mL'>; known: readonly Quantity<'mg/mL'>[] };
  'switch-cannot-be-made': {
    which: 'old' | 'new';
    dose: Quantity<'mg'>;
    name: string;
    nearest: readonly {
      dose: Quantity<'mg'>;
      amount: Quantity<'mL'> | Quantity<'1'>;
      change: Quantity<'%'>;
    }[];
    makes: readonly string[];
  };
  'no-levels-below-age': { age: Quantity<'a'>; from: Quantity<'a'>; reason: string };
  'no-levels-on-dialysis': { reason: string; line: CommandRequest };
  'no-levels-at-clearance': {
    clearance: Quantity<Unit>;
    below: Quantity<'mL/min'>;
    dose: Quantity<'mg'>;
    timesDaily: number;
    at: Quantity<'mL/min'>;
    mean: Quantity<'ug/L'>;
    quotedFrom: Quantity<'ug/L'>;
    quotedTo: Quantity<'ug/L'>;
    line: CommandRequest;
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
    /** Lines to type instead, each of which is answered with a plan. */
    readonly instead?: readonly CommandRequest[];
  };
}[RefusalCode];

export function refusal<Code extends RefusalCode>(
  code: Code,
  params: RefusalParams[Code],
  citations: readonly Citation[],
  instead: readonly CommandRequest[] = [],
): Refusal {
  // As in notice(): one generic call is one member of the union.
  return { code, params, citations, ...(instead.length > 0 && { instead }) } as unknown as Refusal;
}
