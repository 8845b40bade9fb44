import type { CommandRequest } from '../answer/command-request.js';
import type { ShownEstimate } from '../answer/notice.js';
import type { Piece } from '../answer/piece.js';
import type { Rule } from '../answer/rule.js';
import type { CurrentDose } from '../doses/current-dose.js';
import type { ConditionParameters } from '../interactions/conditions.js';
import type { InteractionParameters, UnknownName } from '../interactions/types.js';
import type { LeftOut, PatientFile } from '../patient/file.js';
import type { Patient } from '../patient/patient.js';
import type { FileParameters } from '../renal-function/file-notices.js';
import type { Estimate, RenalParameters } from '../renal-function/types.js';
import type { TaperContext } from '../taper/types.js';
import type { Country } from '../titration/rules.js';
import type { TitrationParameters } from '../titration/types.js';
import type { Citation, Cited, CitedFraction, CitedText, Provenance } from '../values/citation.js';
import type { Quantity, Unit } from '../values/quantity.js';

/** How much a finding weighs, worst first: not to be given so, to be asked of who wrote it, to be known. */
export const findingLevels = ['stop', 'ask', 'note'] as const;

export type FindingLevel = (typeof findingLevels)[number];

/** An amount in the words of who wrote it: `mcg` is no unit of a dose by mouth, and is a finding. */
export interface WrittenAmount {
  readonly value: number;
  readonly unit: string;
}

/** A dose as it is written: the same so many times, each dose of the day, or all of the day. */
export type WrittenDose =
  | { readonly each: WrittenAmount; readonly timesDaily: number }
  | { readonly doses: readonly WrittenAmount[] }
  | { readonly day: WrittenAmount };

/** Directions that hold for some days, or until something else is ordered. */
export interface WrittenStep {
  readonly dose?: WrittenDose;
  /** Of a liquid, each time. */
  readonly volume?: Quantity<'mL'>;
  readonly strength?: Quantity<'mg/mL'>;
  /** How often a volume is taken. */
  readonly timesDaily?: number;
  readonly days?: Quantity<'d'>;
}

/** An order of a record, as it is written. */
export interface WrittenOrder {
  readonly from: string;
  readonly id?: string;
  /** The id of the order that it replaces. */
  readonly replaces?: string;
  readonly draft: boolean;
  /** By a pump, or another way that is not by mouth. */
  readonly notByMouth: boolean;
  /** None where it is not in numbers. */
  readonly steps?: readonly WrittenStep[];
  /** Why its numbers are not taken for a dose by mouth. */
  readonly unread?: Pick<LeftOut, 'why' | 'element'>;
  /** The strength of its tablet. */
  readonly tablet?: Quantity<'mg'>;
  readonly quantity?: Quantity<'1'> | Quantity<'mL'>;
  readonly supply?: Quantity<'d'>;
}

/** What a check takes from data/check.json. */
export interface CheckParameters {
  /** A first dose above so many times the patient's own is stopped. */
  readonly startTimes: Cited<'1'>;
  /** A first dose below this part of the patient's own is asked about. */
  readonly startShare: CitedFraction;
  /** A step before this part of the interval is stopped. */
  readonly intervalShare: CitedFraction;
  /** A fall above both, the amount and the part of what is taken, is asked about. */
  readonly fall: Cited<'mg/d'>;
  readonly fallShare: CitedFraction;
  /** A single dose above this is stopped, whatever the country. */
  readonly largestEver: Cited<'mg'>;
  /** From here on, with nothing taken before, in an older adult with a low number of the kidney. */
  readonly olderStop: Cited<'mg/d'>;
  /** The strengths of liquids that a volume alone may mean. */
  readonly strengths: { readonly values: readonly Quantity<'mg/mL'>[] } & Provenance;
  /** What has gone wrong in print, beside the finding that would have stopped it. */
  readonly cases: readonly ({ readonly finding: FindingCode } & CitedText)[];
  readonly unit: CitedText;
  readonly twoOrders: CitedText;
  readonly kidneyInRecord: CitedText;
  readonly quantity: CitedText;
}

/** Every finding and the numbers of its sentence; `written`, `limit` and `passes` in each that has them. */
export interface FindingParams {
  'unit-not-oral': { written: WrittenAmount };
  'volume-without-strength': {
    written: Quantity<'mL'>;
    timesDaily?: number;
    /** What it would be at each strength that liquids have. */
    could: readonly { readonly strength: Quantity<'mg/mL'>; readonly amount: Quantity<'mg'> | Quantity<'mg/d'> }[];
  };
  'strength-disagrees': {
    written: Quantity<'mg'> | Quantity<'mg/mL'>;
    volume?: Quantity<'mL'>;
    strength: Quantity<'mg/mL'>;
    /** What the volume holds, or the strength of the product. */
    limit: Quantity<'mg'> | Quantity<'mg/mL'>;
    passes?: Quantity<'mL'>;
  };
  'cannot-be-made': {
    written: Quantity<'mg'>;
    products: readonly string[];
    nearest: readonly Quantity<'mg'>[];
    makes: readonly Piece[];
  };
  'dose-above-largest': { written: Quantity<'mg'>; limit: Quantity<'mg'>; rule: Rule; down?: true };
  'day-above-ceiling': { written: Quantity<'mg/d'>; limit: Quantity<'mg/d'>; rule: Rule; down?: true };
  avoid: { why: 'clearance' | 'dialysis'; written: Quantity<'mg/d'>; limit?: Quantity<'mL/min'>; down?: true };
  'older-and-kidney': {
    written: Quantity<'mg/d'>;
    limit: Quantity<'mL/min/{1.73_m2}'>;
    fresh: boolean;
    /** An eGFR beside the clearance, which is not below. */
    higher?: Quantity<'mL/min/{1.73_m2}'>;
  };
  'start-above': { written: Quantity<'mg/d'>; limit: Quantity<'mg/d'>; rule: Rule };
  'start-below': { written: Quantity<'mg/d'>; limit: Quantity<'mg/d'> };
  jump: {
    why: 'sooner' | 'much sooner' | 'above the next' | 'two levels' | 'to nothing' | 'fall';
    written: Quantity<'mg/d'>;
    taking: Quantity<'mg/d'>;
    limit: Quantity<'mg/d'> | Quantity<'d'>;
    on?: Quantity<'d'>;
  };
  child:
    | { why: 'under-age'; age: Quantity<'a'>; limit: Quantity<'a'>; down?: true }
    | { why: 'no-weight'; age: Quantity<'a'> }
    | { why: 'no-age'; written: Quantity<'kg'>; limit: Quantity<'kg'> }
    | { why: 'no-height'; age: Quantity<'a'>; written: Quantity<Unit> }
    | { why: 'kidney'; age: Quantity<'a'>; limit: Quantity<'mL/min'>; written?: Quantity<Unit>; down?: true }
    | { why: 'tablet'; written: Quantity<'kg'>; limit: Quantity<'kg'> }
    | {
        why: 'ceiling';
        written: Quantity<'mg/d'>;
        limit: Quantity<'mg/d'>;
        rule: Rule;
        perKilogram?: Quantity<'mg/kg/d'>;
        down?: true;
      };
  'two-orders':
    | { why: 'both by mouth'; orders: number; written: Quantity<'mg/d'> }
    | { why: 'not in numbers' }
    | { why: 'pump' }
    | { why: 'active'; taking: Quantity<'mg/d'>; written: Quantity<'mg/d'> }
    | { why: 'named'; names: readonly string[] };
  /** A disease that the record names; with the number that does not agree with it, or that does not hold while it lasts. */
  'kidney-in-record': { disease: string; from: string; more?: number } & (
    | { why: 'acute'; estimate: ShownEstimate }
    | { why: 'disagrees'; estimate: ShownEstimate; dialysis: boolean }
    | { why: 'no number'; dialysis: boolean }
  );
  'quantity-disagrees': {
    written: Quantity<'1'> | Quantity<'mL'>;
    limit: Quantity<'1'> | Quantity<'mL'>;
    days: Quantity<'d'>;
  };
  hypersensitivity: Record<string, never>;
  contraindicated: { condition: string; country: string; sentence: string };
  sedatives: { because: 'two' | 'clearance' | 'severity'; drugs: readonly string[]; sentence: string };
  interaction: { drugs: readonly string[]; group: string; sentence: string };
  condition: { condition: string; sentence: string; country: string };
}

export type FindingCode = keyof FindingParams;

/** One thing that is wrong, or that has to be asked or known: codes and numbers, no words. */
export type Finding = {
  [Code in FindingCode]: {
    readonly code: Code;
    readonly level: FindingLevel;
    readonly params: FindingParams[Code];
    /** The day of an order of several steps from which it holds. */
    readonly fromDay?: number;
  };
}[FindingCode];

/** An order as numbers; what is left out is not judged. */
export interface Judged {
  readonly dailyDose: Quantity<'mg/d'>;
  /** The largest dose of the day. */
  readonly largest?: Quantity<'mg'>;
  /** What was taken before, nothing where 0. */
  readonly taking?: Quantity<'mg/d'>;
  readonly takingLargest?: Quantity<'mg'>;
  /** For how long that was taken. */
  readonly on?: Quantity<'d'>;
  /** On the way to nothing. */
  readonly leaving?: true;
  /** Tablets or packets, as far as it is known. */
  readonly solid?: boolean;
}

export type CheckedPart =
  | 'unit'
  | 'strength'
  | 'products'
  | 'largest-dose'
  | 'ceiling'
  | 'kidney'
  | 'age'
  | 'weight'
  | 'start'
  | 'change'
  | 'interactions'
  | 'conditions'
  | 'quantity'
  | 'allergies'
  | 'pregnancy';

export interface CheckRequest {
  /** The order in its sequence; none where it is a taper that is to be divided. */
  readonly steps?: readonly WrittenStep[];
  /** A way down to nothing in so many days, divided as a taper of this program is. */
  readonly taper?: { readonly from: CurrentDose; readonly days: Quantity<'d'> };
  /** Other orders of baclofen by mouth that stand beside it. */
  readonly others?: readonly WrittenStep[];
  /** Orders of baclofen beside it that are not in numbers. */
  readonly unread?: readonly string[];
  readonly pump?: boolean;
  /** What is taken before it; a daily dose of 0 where nothing is. */
  readonly taking?: CurrentDose;
  /** What is taken stands in another order that may go on beside this one. */
  readonly stillActive?: boolean;
  readonly on?: Quantity<'d'>;
  readonly products?: readonly string[];
  readonly quantity?: Quantity<'1'> | Quantity<'mL'>;
  readonly supply?: Quantity<'d'>;
  readonly drugs?: readonly string[];
  readonly conditions?: readonly string[];
  /** Medications and conditions of a record that are not known here, as it names them. */
  readonly notRecognised?: readonly string[];
  readonly patient?: Patient;
  readonly patientFile?: PatientFile;
  readonly rules?: Country;
}

/** A finding as it is printed. */
export type PlannedFinding = Finding & {
  readonly written?: Quantity<Unit> | WrittenAmount;
  readonly limit?: Quantity<Unit>;
  /** What would pass in place of what was written, where there is one number. */
  readonly passes?: Quantity<Unit>;
  /** The sentence, where it is printed. */
  readonly message?: string;
  readonly citations: readonly Citation[];
};

export interface CheckPlan {
  /** Worst first. */
  readonly findings: readonly PlannedFinding[];
  /** The order as it was read, in mg. */
  readonly read: readonly {
    readonly dailyDose: Quantity<'mg/d'>;
    readonly doses?: readonly Quantity<'mg'>[];
    readonly days?: Quantity<'d'>;
  }[];
  readonly ceiling?: Quantity<'mg/d'>;
  readonly deciding?: Estimate;
  readonly checked: readonly CheckedPart[];
  readonly notChecked: readonly CheckedPart[];
  /** Names of drugs and conditions that are not known: never "no interaction". */
  readonly unknown: readonly UnknownName[];
  /** Lines to type next. */
  readonly next: readonly CommandRequest[];
  readonly rules: Country;
}

/** The data that an order in numbers is held against. */
export interface LimitParameters {
  readonly check: CheckParameters;
  readonly titration: TitrationParameters;
  readonly renal: RenalParameters;
}

export interface CheckContext extends TaperContext, Pick<FileParameters, 'records'> {
  readonly check: CheckParameters;
  readonly interactions: InteractionParameters;
  readonly conditions: ConditionParameters;
}
