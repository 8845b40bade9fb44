import type { CalculationStep } from '../answer/outcome.js';
import type { Piece } from '../answer/piece.js';
import type { Rule } from '../answer/rule.js';
import type { CurrentDose } from '../doses/current-dose.js';
import type { DoseLevel } from '../doses/level.js';
import type { Product, ProductParameters } from '../doses/product.js';
import type { Administration, Step } from '../doses/schedule.js';
import type { SupplyRequest } from '../doses/supply.js';
import type { PatientFile } from '../patient/file.js';
import type { Patient } from '../patient/patient.js';
import type { RenalBand } from '../renal-function/band.js';
import type { RenalFunction, RenalParameters } from '../renal-function/types.js';
import type { Citation, Cited, CitedText, Disagreement, Statement } from '../values/citation.js';
import type { Quantity, Unit } from '../values/quantity.js';
import type {
  AdolescentRules,
  ChildRules,
  Country,
  OlderRules,
  Override,
  RuleSet,
  UsualRules,
  WeightRules,
} from './rules.js';

/** What is asked of a patient beyond their data; everything may be left to the rules. */
export interface Asked {
  readonly country: Country;
  /** mg per dose. */
  readonly start?: Quantity<'mg'>;
  readonly timesDaily?: number;
  readonly increment?: Quantity<'mg'>;
  readonly interval?: Quantity<'d'>;
  readonly target?: Quantity<'mg/d'>;
  readonly products?: readonly string[];
  readonly override?: Override;
}

/** One part of a regimen, and the rule that decided it. */
export interface Part<U extends Unit> {
  readonly value: Quantity<U>;
  readonly by: Rule;
  readonly citations: readonly Citation[];
  /** How the number came about, where it is more than a value of the data. */
  readonly how?: { readonly formula: string; readonly inputs: CalculationStep['inputs'] };
}

/** The parts of a regimen and their units; the most cautious rule decides each. */
export interface Parts {
  readonly first: Part<'mg/d'>;
  readonly step: Part<'mg/d'>;
  readonly interval: Part<'d'>;
  readonly ceiling: Part<'mg/d'>;
  readonly largestDose: Part<'mg'>;
  /** Where a plan ends unless a target is asked for. */
  readonly target: Part<'mg/d'>;
}

/** What the rules together allow, before any product: exact numbers. */
export interface Regimen extends Parts {
  readonly timesDaily: number;
  /** What the rules adopt, whatever was asked for. */
  readonly adoptedInterval: Part<'d'>;
  /** The shortest interval that may be asked for, where a rule sets one. */
  readonly shortestInterval?: Part<'d'>;
}

/** Who the patient is to the rules. */
export interface ApplicableRules {
  readonly country: Country;
  readonly rules: RuleSet;
  readonly age?: Quantity<'a'>;
  readonly weight?: Quantity<'kg'>;
  /** The number that decides the band, where one is known. */
  readonly clearance?: number;
  /** The band of clearance, one that avoids the drug already replaced where a specialist lifted the refusal. */
  readonly band?: RenalBand;
  readonly older?: OlderRules;
  /** Dosed by weight: a child, or an adult as light as one. */
  readonly byWeight?: { readonly kind: 'child' | 'light adult'; readonly rules: ChildRules };
  readonly adolescent?: AdolescentRules;
  /** An adult of low weight, who is not dosed by it. */
  readonly lowWeight?: WeightRules;
  /** The refusal that a specialist lifted, where it stood in the way. */
  readonly lifted?: Override;
}

/** The rules that a patient's situation is made from. */
export interface SituationParameters {
  readonly usualRules: UsualRules;
  readonly rules: Readonly<Record<Country, RuleSet>>;
  readonly older: OlderRules;
  readonly child: ChildRules;
  readonly adolescent: AdolescentRules;
  readonly weight: WeightRules;
  readonly neverAbove: Cited<'mg/d'>;
  readonly hypersensitivity: CitedText;
}

/** Everything that one patient may be given: all levels from the first to the ceiling, and how they came about. */
export interface Ladder {
  readonly applicable: ApplicableRules;
  readonly renal: RenalFunction;
  readonly regimen: Regimen;
  readonly products: readonly Product[];
  readonly levels: readonly DoseLevel[];
  /** The highest level: the ceiling of the rules, rounded down to what can be made. */
  readonly ceiling: Quantity<'mg/d'>;
  /** Where a plan ends by default, as it can be made. */
  readonly target: Quantity<'mg/d'>;
}

/** What the plan would be if a source that disagrees were followed. */
export type Consequence = { readonly kind: 'avoid' } | { readonly kind: 'start'; readonly dailyDose: Quantity<'mg/d'> };

export interface StatementHere extends Statement {
  /** What it would give; absent where the source gives no number, and below 30 mL/min. */
  readonly here?: Consequence;
}

/** What a titration takes from data/titration.json. */
export interface TitrationParameters extends SituationParameters {
  /** Days of a taper that is offered where none was asked for. */
  readonly wayDown: Cited<'d'>;
  /** Why a new start is refused to somebody who takes the drug. */
  readonly alreadyTaking: CitedText;
  readonly encephalopathy: CitedText;
  readonly stay: CitedText;
  readonly excipients: CitedText;
  readonly advice: readonly CitedText[];
}

export interface TitrationRequest extends SupplyRequest {
  /** Printed on the sheets; changes nothing. */
  readonly name?: string;
  /** mg per dose, not per day. May be left out where a rule sets the first level, and beside `from`. */
  readonly start?: Quantity<'mg'>;
  /** What is taken now, from which the plan goes on upwards, in place of a start. */
  readonly from?: CurrentDose;
  /** For how many days it has been taken. */
  readonly on?: Quantity<'d'>;
  /** What is taken now, beside a start: refused, unless it is the first level. */
  readonly taking?: CurrentDose;
  readonly timesDaily?: number;
  /** mg per dose added at each step. */
  readonly increment?: Quantity<'mg'>;
  readonly interval?: Quantity<'d'>;
  readonly target?: Quantity<'mg/d'>;
  /** Product ids; the usual product where left out. */
  readonly products?: readonly string[];
  /** The patient's other drugs and conditions, by name; they change no dose. */
  readonly drugs?: readonly string[];
  readonly conditions?: readonly string[];
  /** Medications and conditions of a record that are not known here, as it names them. */
  readonly notRecognised?: readonly string[];
  readonly patient?: Patient;
  /** Where the patient's data were read from, for the record. */
  readonly patientFile?: PatientFile;
  /** Whose label is followed; the United States where left out. */
  readonly rules?: Country;
  readonly override?: Override;
}

/** The present dose as it is divided and made. */
export interface PresentDose {
  readonly dailyDose: Quantity<'mg/d'>;
  readonly doses: readonly Administration[];
}

export interface TitrationPlan {
  readonly schedule: readonly Step[];
  /** The present dose, divided, where the plan goes on from one. */
  readonly now?: PresentDose;
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
  readonly decidedBy: Readonly<Record<keyof Parts, Rule>>;
  readonly override?: Override;
  readonly renal: Pick<RenalFunction, 'deciding'> & { readonly band?: string };
  readonly products: readonly string[];
  readonly supply: Quantity<'d'>;
  readonly dispense: readonly Piece[];
  readonly responseCheck: Statement;
  /** Stop at the first level that works. */
  readonly stay: Statement;
  readonly encephalopathy: Statement;
  /** Of a child's liquid. */
  readonly excipients?: Statement;
  /** When the dose is taken on dialysis. */
  readonly afterSession?: Statement;
  readonly advice: readonly Statement[];
  readonly disagreements: readonly StatementHere[];
  readonly alternatives: readonly Disagreement[];
  readonly citations: readonly Citation[];
}

/** The data that the rules are made of. */
export interface RuleContext {
  readonly titration: TitrationParameters;
  readonly renal: RenalParameters;
}

/** The data that a titration is planned with. */
export interface TitrationContext extends RuleContext {
  readonly products: ProductParameters;
}

/** What is known once the ladder is: everything that plan, assumptions and notices are made from. */
export interface Titration {
  readonly request: TitrationRequest;
  readonly asked: Asked;
  readonly ladder: Ladder;
  /** The patient's own, without a start, times or increase that were asked for. */
  readonly own: Ladder;
  readonly schedule: readonly Step[];
  readonly ifNeeded?: Step;
  readonly now?: PresentDose;
  readonly supply: Quantity<'d'>;
}
