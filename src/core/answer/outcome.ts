import type { Citation } from '../values/citation.js';
import type { Quantity, Unit } from '../values/quantity.js';
import type { Notice } from './notice.js';
import type { Piece } from './piece.js';
import type { Refusal } from './refusal.js';

/** One line of the working: a formula, what was put in, what came out, and where the formula stands. */
export interface CalculationStep {
  readonly label: string;
  readonly formula: string;
  readonly inputs: Readonly<Record<string, Quantity<Unit> | string>>;
  readonly result: Quantity<Unit> | string | readonly Piece[];
  readonly citations: readonly Citation[];
}

export type AssumptionName =
  | 'times-daily'
  | 'times-daily-now'
  | 'days-to-ceiling'
  | 'supply-at-end'
  | 'increment'
  | 'target'
  | 'products'
  | 'supply'
  | 'supply-at-switch'
  | 'clearance'
  | 'weight'
  | 'on'
  | 'clearance-not-read'
  | 'age'
  | 'age-not-read'
  | 'rules'
  | 'weight-for-clearance'
  | 'milk-level'
  | 'milk-intake'
  | 'share'
  | 'maternal-weight'
  | 'route'
  | 'gestational-age'
  | 'infant-age'
  | 'exposed-before-birth'
  | 'maternal-clearance'
  | 'sedatives'
  | 'day-one'
  | 'concentration'
  | 'doses-a-day'
  | 'rounding'
  | 'milk-level-published'
  | 'newborn-milk-intake'
  | 'level-clearance'
  | 'level-model'
  | 'even-intervals'
  | 'pump-reserve';

/** What the user did not give and the calculation needed. */
export interface Assumption {
  readonly name: AssumptionName;
  readonly value: Quantity<Unit> | string;
  readonly citations: readonly Citation[];
  /** Whether the dose would be lower if it does not hold: said before the plan. */
  readonly lowers?: true;
}

interface Basis<Request> {
  readonly request: Request;
  readonly assumptions: readonly Assumption[];
  readonly notices: readonly Notice[];
  readonly working: readonly CalculationStep[];
}

/** What a calculation answers: a plan, or a refusal with its working. */
export type Outcome<Request, Plan> = Basis<Request> &
  ({ readonly outcome: 'plan'; readonly plan: Plan } | { readonly outcome: 'refusal'; readonly refusal: Refusal });
