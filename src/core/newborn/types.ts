import type { Piece } from '../answer/piece.js';
import type { ProductParameters } from '../doses/product.js';
import type { Step } from '../doses/schedule.js';
import type { MilkLevel } from '../milk/level.js';
import type { CivilDate } from '../values/calendar.js';
import type { Citation, Cited, CitedText, Provenance, Statement } from '../values/citation.js';
import type { Fraction, Quantity } from '../values/quantity.js';
import type { NewbornDay, PublishedStep } from './days.js';

/** What was given to one newborn, as it was published. */
export interface PublishedCourse {
  readonly id: string;
  readonly name: string;
  readonly phases: { readonly steps: readonly PublishedStep[] } & Provenance;
  /** Where the number of doses a day comes from. */
  readonly division: Provenance;
  readonly infant: CitedText;
  readonly outcome: CitedText;
  /** What the step that begins on a day was made dependent on. */
  readonly conditions: readonly ({ readonly fromDay: number } & CitedText)[];
}

/** What a published course takes from data/newborn.json. */
export interface NewbornParameters {
  readonly caseReports: CitedText;
  readonly weight: { readonly from: Cited<'kg'>; readonly to: Cited<'kg'> };
  readonly dayOne: CitedText;
  readonly concentration: Cited<'mg/mL'>;
  readonly mark: Cited<'mL'>;
  readonly rounding: CitedText;
  readonly fewerDoses: CitedText;
  readonly excipients: CitedText;
  readonly lossFrom: Cited<'%'>;
  readonly courses: readonly PublishedCourse[];
  readonly onset: readonly CitedText[];
  readonly signs: readonly CitedText[];
  readonly observation: { readonly days: Cited<'d'>; readonly text: CitedText };
  readonly scoring: { readonly rule: CitedText; readonly limits: readonly CitedText[] };
  readonly ifWithdrawal: readonly CitedText[];
  readonly otherCases: readonly CitedText[];
  readonly milkVolume: CitedText;
}

export interface NewbornContext {
  readonly newborn: NewbornParameters;
  readonly products: ProductParameters;
  /** For the part that milk adds. */
  readonly milkLevel: Cited<'mg/L'>;
  readonly milkIntake: Cited<'mL/kg/d'>;
  /** The dose at which milk alone is flagged. */
  readonly withdrawalDose: Cited<'mg/kg/d'>;
  readonly molarMass: Cited<'g/mol'>;
}

export interface NewbornRequest {
  readonly weight: Quantity<'kg'>;
  /** The id of a published course. */
  readonly regimen: string;
  /** The date of day 1. */
  readonly birthDate?: CivilDate;
  /** Whom the answer is for, printed on it. */
  readonly name?: string;
  readonly concentration?: Quantity<'mg/mL'>;
  /** Milk taken beside the course: its share of the diet, and level and intake where they are known. */
  readonly withMilk?: { readonly share: Fraction; readonly milk?: MilkLevel; readonly intake?: Quantity<'mL/kg/d'> };
}

export interface NewbornPlan {
  readonly course: { readonly id: string; readonly name: string };
  readonly evidence: Statement;
  /** Which day the days are counted from. */
  readonly dayOne: Statement;
  readonly infant: Statement;
  readonly outcome: Statement;
  /** Days that tile from birth; the last step is none at all and has no end. */
  readonly schedule: readonly Step[];
  readonly days: Quantity<'d'>;
  readonly dayByDay: readonly NewbornDay[];
  readonly totals: NewbornTotals;
  readonly products: readonly string[];
  readonly concentration: Quantity<'mg/mL'>;
  readonly mark: Quantity<'mL'>;
  readonly dispense: readonly Piece[];
  readonly milk?: {
    readonly level: Quantity<'mg/L'>;
    readonly intake: Quantity<'mL/kg/d'>;
    readonly share: Quantity<'1'>;
    readonly dose: Quantity<'mg/kg/d'>;
    readonly citations: readonly Citation[];
  };
  readonly onset: readonly Statement[];
  readonly signs: readonly Statement[];
  readonly observation: { readonly days: Quantity<'d'>; readonly statement: Statement };
  readonly scoring: { readonly rule: Statement; readonly limits: readonly Statement[] };
  readonly ifWithdrawal: readonly Statement[];
  readonly otherCases: readonly Statement[];
  readonly citations: readonly Citation[];
}

/** Over the whole course: per kg as published and as measured, and the amount measured. */
export interface NewbornTotals {
  readonly published: Quantity<'mg/kg'>;
  readonly given: Quantity<'mg/kg'>;
  readonly amount: Quantity<'mg'>;
}
