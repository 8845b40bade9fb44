import type { CalculationStep } from '../answer/outcome.js';
import type { Piece } from '../answer/piece.js';
import type { Refusal } from '../answer/refusal.js';
import type { Rule } from '../answer/rule.js';
import type { Product, ProductParameters } from '../doses/product.js';
import type { Step } from '../doses/schedule.js';
import type { SupplyRequest } from '../doses/supply.js';
import type { PatientFile } from '../patient/file.js';
import type { Patient } from '../patient/patient.js';
import type { RenalBand } from '../renal-function/band.js';
import type { RenalFunction, RenalParameters } from '../renal-function/types.js';
import type { Citation, Cited, CitedText, Disagreement, Statement } from '../values/citation.js';
import type { Quantity } from '../values/quantity.js';
import type { ChildRules, Country, OlderRules, Override, RuleSet, UsualRules } from './rules.js';

/** What the clinician asked of the schedule; everything but the start may be left to the rules. */
export interface Wishes {
  /** Left out only for a child, who starts by weight. */
  readonly start?: Quantity<'mg'>;
  readonly timesDaily?: number;
  readonly increment?: Quantity<'mg'>;
  readonly interval?: Quantity<'d'>;
}

/** A daily dose (mg/d) on the way up and over how many doses a day it is divided. */
export interface Rung {
  readonly dailyDose: Quantity<'mg/d'>;
  readonly timesDaily: number;
  /** The dose (mg) that the day is divided into, where a rule names one; else the products' increment. */
  readonly unit?: Quantity<'mg'>;
}

/** What the rules together allow: the rungs up to the ceiling, the pace and the usual end. */
export interface Regimen {
  readonly rungs: readonly Rung[];
  readonly interval: Quantity<'d'>;
  readonly target: Quantity<'mg/d'>;
  readonly ceiling: Quantity<'mg/d'>;
  readonly doseCeiling: Quantity<'mg'>;
  readonly citations: {
    readonly rungs: readonly Citation[];
    readonly interval: readonly Citation[];
    readonly ceiling: readonly Citation[];
  };
  readonly decidedBy: Readonly<Record<'start' | 'step' | 'interval' | 'ceiling', Rule>>;
  readonly working: readonly CalculationStep[];
}

/** Under which rules a patient is planned. */
export interface Situation {
  readonly rules: RuleSet;
  /** The band of clearance, one that avoids the drug already replaced where a specialist lifted the refusal. */
  readonly band?: RenalBand;
  readonly older?: OlderRules;
  readonly child?: ChildSituation;
  /** The refusal that a specialist lifted, where it stood in the way. */
  readonly lifted?: Override;
}

/** A child whose age and weight are known and within the rules. */
export interface ChildSituation {
  readonly rules: ChildRules;
  readonly age: Quantity<'a'>;
  readonly weight: Quantity<'kg'>;
}

/** The rules that a patient's situation is made from. */
export interface SituationParameters {
  readonly usualRules: UsualRules;
  readonly rules: Readonly<Record<Country, RuleSet>>;
  readonly older: OlderRules;
  readonly child: ChildRules;
  readonly neverAbove: Cited<'mg/d'>;
  readonly hypersensitivity: CitedText;
}

export type Found = { readonly situation: Situation } | { readonly refusal: Refusal };

/** What is asked of a patient beyond their data. */
export interface Asked {
  readonly country: Country;
  readonly target?: Quantity<'mg/d'>;
  readonly override?: Override;
}

/** What the plan would be if a source that disagrees were followed. */
export type Consequence =
  | { readonly kind: 'avoid' }
  | { readonly kind: 'doses'; readonly dailyDoses: readonly Quantity<'mg/d'>[]; readonly ceiling: Quantity<'mg/d'> }
  | { readonly kind: 'start'; readonly dailyDose: Quantity<'mg/d'> };

export interface StatementHere extends Statement {
  /** For this patient; absent where the source gives no number. */
  readonly here?: Consequence;
}

/** What a titration takes from data/titration.json. */
export interface TitrationParameters extends SituationParameters {
  readonly advice: readonly CitedText[];
}

export interface TitrationRequest extends SupplyRequest {
  /** Printed on the sheets; changes nothing. */
  readonly name?: string;
  /** mg per dose, not per day. May be left out for a child, who starts by weight. */
  readonly start?: Quantity<'mg'>;
  readonly timesDaily?: number;
  /** mg per dose added at each step. */
  readonly increment?: Quantity<'mg'>;
  readonly interval?: Quantity<'d'>;
  readonly target?: Quantity<'mg/d'>;
  /** Product ids; the usual product where left out. */
  readonly products?: readonly string[];
  readonly patient?: Patient;
  /** Where the patient's data were read from, for the record. */
  readonly patientFile?: PatientFile;
  /** Whose label is followed; the United States where left out. */
  readonly rules?: Country;
  readonly override?: Override;
}

export interface TitrationPlan {
  readonly schedule: readonly Step[];
  /** The next step, only if needed and tolerated; absent where the target was asked for. */
  readonly ifNeeded?: Step;
  readonly interval: Quantity<'d'>;
  readonly target: Quantity<'mg/d'>;
  readonly ceiling: {
    readonly dailyDose: Quantity<'mg/d'>;
    readonly dose: Quantity<'mg'>;
    readonly citations: readonly Citation[];
  };
  readonly rules: Country;
  readonly decidedBy: Regimen['decidedBy'];
  readonly override?: Override;
  readonly renal: Pick<RenalFunction, 'deciding'> & { readonly band?: string };
  readonly products: readonly string[];
  readonly supply: Quantity<'d'>;
  readonly dispense: readonly Piece[];
  readonly responseCheck: Statement;
  readonly advice: readonly Statement[];
  readonly disagreements: readonly StatementHere[];
  readonly alternatives: readonly Disagreement[];
  readonly citations: readonly Citation[];
}

/** The data that a titration is planned with. */
export interface TitrationContext {
  readonly titration: TitrationParameters;
  readonly renal: RenalParameters;
  readonly products: ProductParameters;
}

/** What is known once the rules are: everything that plan, assumptions and notices are made from. */
export interface Titration {
  readonly request: TitrationRequest;
  readonly situation: Situation;
  readonly renal: RenalFunction;
  readonly regimen: Regimen;
  readonly products: readonly Product[];
  readonly schedule: readonly Step[];
  readonly ifNeeded?: Step;
  readonly supply: Quantity<'d'>;
}
