import type { Refusal } from '../answer/refusal.js';
import type { CheckContext, Finding } from '../check/types.js';
import type { UnknownName } from '../interactions/types.js';
import type { Patient } from '../patient/patient.js';
import type { Estimate } from '../renal-function/types.js';
import type { InputError } from '../values/input-error.js';
import type { Quantity } from '../values/quantity.js';

/** What is said of a row, the first that applies. */
export const rowStatuses = ['unreadable', 'stop', 'ask', 'no-kidney-data', 'none'] as const;

export type RowStatus = (typeof rowStatuses)[number];

/** One patient of a cohort with what is ordered. */
export interface PanelRow {
  readonly patient: Patient;
  readonly dailyDose: Quantity<'mg/d'>;
  readonly drugs?: readonly string[];
  /** How old the creatinine is, where its day is known. */
  readonly creatinineAge?: Quantity<'d'>;
}

/** Numbers that cannot be right or do not suffice, so that nothing is judged by them. */
export interface UnreadableRow {
  readonly status: 'unreadable';
  readonly because: Refusal | InputError;
}

export interface JudgedRow {
  readonly status: Exclude<RowStatus, 'unreadable'>;
  readonly deciding?: Pick<Estimate, 'method' | 'value'>;
  /** The id of data/renal.json. */
  readonly band?: string;
  readonly dialysis?: true;
  /** What this patient may have at most, as the products make it; none where nothing may be given. */
  readonly ceiling?: Quantity<'mg/d'>;
  readonly dailyDose: Quantity<'mg/d'>;
  /** How many times the ceiling the daily dose is, not rounded. */
  readonly multiple?: number;
  readonly findings: readonly Finding[];
  /** Names of drugs that are not known: never "no interaction". */
  readonly unknown: readonly UnknownName[];
  /** How old the creatinine is, where that is more than it may be. */
  readonly stale?: Quantity<'d'>;
}

export type RowAnswer = UnreadableRow | JudgedRow;

export type PanelContext = CheckContext;
