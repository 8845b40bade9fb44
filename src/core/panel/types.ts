import type { Refusal } from '../answer/refusal.js';
import type { CheckContext, Finding } from '../check/types.js';
import type { UnknownName } from '../interactions/types.js';
import type { KidneyNumbers } from '../renal-function/deciding.js';
import type { EstimateMethod } from '../renal-function/types.js';
import type { InputError } from '../values/input-error.js';

/** What is said of a row, the first that applies. */
export const rowStatuses = ['unreadable', 'stop', 'ask', 'no-kidney-data', 'none'] as const;

export type RowStatus = (typeof rowStatuses)[number];

/** One patient of a cohort with what is ordered, as bare numbers; NaN where a number is not known. */
export interface PanelRow extends KidneyNumbers {
  readonly dialysis: boolean;
  /** mg/d */
  readonly dailyDose: number;
  readonly drugs?: readonly string[];
  /** How old the creatinine is, d. */
  readonly creatinineAge: number;
}

/** Numbers that cannot be right or do not suffice, so that nothing is judged by them. */
export interface UnreadableRow {
  readonly status: 'unreadable';
  readonly because: Refusal | InputError;
}

/** Bare numbers; NaN where there is none. */
export interface JudgedRow {
  readonly status: Exclude<RowStatus, 'unreadable'>;
  /** How the number that decides was got; none where no number is known. */
  readonly method: EstimateMethod | undefined;
  /** That number, mL/min or mL/min/1.73 m2. */
  readonly kidney: number;
  /** The id of data/renal.json. */
  readonly band: string | undefined;
  readonly dialysis: boolean;
  /** mg/d: what this patient may have at most, as the products make it; none where nothing may be given. */
  readonly ceiling: number;
  /** mg/d */
  readonly dailyDose: number;
  readonly findings: readonly Finding[];
  /** Names of drugs that are not known: never "no interaction". */
  readonly unknown: readonly UnknownName[];
  /** How old the creatinine is (d), where that is more than it may be. */
  readonly stale: number;
}

export type RowAnswer = UnreadableRow | JudgedRow;

export type PanelContext = CheckContext;
