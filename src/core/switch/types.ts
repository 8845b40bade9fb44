import type { CommandRequest } from '../answer/command-request.js';
import type { Piece } from '../answer/piece.js';
import type { CurrentDose } from '../doses/current-dose.js';
import type { Product } from '../doses/product.js';
import type { Administration, Step } from '../doses/schedule.js';
import type { PatientFile } from '../patient/file.js';
import type { Patient } from '../patient/patient.js';
import type { Estimate } from '../renal-function/types.js';
import type { Country } from '../titration/rules.js';
import type { TitrationContext } from '../titration/types.js';
import type { CivilDate } from '../values/calendar.js';
import type { Citation, Cited, CitedText, Statement } from '../values/citation.js';
import type { Quantity } from '../values/quantity.js';

/** What doses are made from: a product of the data, or a liquid of a strength that was said. */
export type Side = { readonly product: string } | { readonly strength: Quantity<'mg/mL'> };

/** The marks of the syringes that a liquid of another strength than the products' is measured with. */
export interface Marks {
  readonly step: Cited<'mL'>;
  readonly fineStep: Cited<'mL'> & { readonly below: Quantity<'mL'> };
}

/** Names of other drugs, and what is published of a conversion. */
export interface OtherDrugs {
  readonly names: readonly string[];
  readonly statements: readonly CitedText[];
}

/** What a switch takes from data/switch.json. */
export interface SwitchParameters {
  /** Strengths that no product has and that a source says are compounded. */
  readonly compounded: readonly Cited<'mg/mL'>[];
  readonly marks: Marks;
  /** The old amount of the new product is warned of from so many times the dose, and down to so many. */
  readonly warning: { readonly from: Cited<'1'>; readonly downTo: Cited<'1'> };
  readonly supply: Cited<'d'>;
  /** Of a dose that is above what this patient may have. */
  readonly supplyAbove: Cited<'d'>;
  /** Above it a day's dose is a slip of the hand. */
  readonly implausibleAbove: Cited<'mg/d'>;
  readonly sameDose: CitedText;
  readonly sameAmount: CitedText;
  /** Some of it of one kind of new product alone. */
  readonly atHome: readonly (CitedText & { readonly of?: Product['kind'] })[];
  readonly standards: readonly CitedText[];
  readonly otherDrugs: readonly OtherDrugs[];
  /** Names that mean the pump. */
  readonly routes: readonly string[];
}

export interface SwitchRequest {
  readonly from?: Side;
  readonly to?: Side;
  /** Each dose in mg; not beside a volume. */
  readonly dose?: CurrentDose;
  /** Each dose as it is measured from the old bottle. */
  readonly volume?: Quantity<'mL'>;
  /** Doses a day, beside a volume. */
  readonly timesDaily?: number;
  /** A strength said once more; or in the place of `to` or `from`, where one of them is left out. */
  readonly strength?: Quantity<'mg/mL'>;
  /** Strengths as the labels of the bottles have them, which is saying them twice. */
  readonly label?: readonly Quantity<'mg/mL'>[];
  readonly supply?: Quantity<'d'>;
  /** The date of day 1. */
  readonly startDate?: CivilDate;
  /** Printed on the sheets; changes nothing. */
  readonly name?: string;
  readonly patient?: Patient;
  /** Where the patient's data were read from, for the record. */
  readonly patientFile?: PatientFile;
  /** The patient's other drugs and conditions, by name; they change no dose. */
  readonly drugs?: readonly string[];
  readonly conditions?: readonly string[];
  /** Medications and conditions of a record that are not known here, as it names them. */
  readonly notRecognised?: readonly string[];
  /** Whose ceilings are compared with; the United States where left out. */
  readonly rules?: Country;
}

/** One of the two bottles: what it holds, and what makes one dose and a day from it. */
export type SwitchSide = Side & {
  /** What makes the dose, the largest where they differ. */
  readonly make: readonly Piece[];
  readonly doses: readonly Administration[];
  readonly perDay: readonly Piece[];
};

export interface SwitchPlan {
  /** mg per dose, before and after; the largest where the doses of a day differ. */
  readonly dose: Quantity<'mg'>;
  readonly dailyDose: Quantity<'mg/d'>;
  readonly old: SwitchSide;
  readonly new: SwitchSide;
  /** What the old volume, or the old number of tablets, would be of the new product; absent between tablet and liquid. */
  readonly oldAmountOfNew?: { readonly dose: Quantity<'mg'>; readonly multiple: number };
  /** The number of the kidney that decides the band. */
  readonly deciding?: Estimate;
  /** Down first, where the dose is above the ceiling or to be avoided. */
  readonly next: readonly CommandRequest[];
  /** One step without an end. */
  readonly schedule: readonly Step[];
  readonly supply: Quantity<'d'>;
  readonly dispense: readonly Piece[];
  readonly sameDose: Statement;
  readonly atHome: readonly Statement[];
  readonly standards: readonly Statement[];
  /** Of a child's liquid. */
  readonly excipients?: Statement;
  readonly citations: readonly Citation[];
}

export interface SwitchContext extends TitrationContext {
  readonly switch: SwitchParameters;
  /** What is said of doses by mouth and pumps, from data/intrathecal.json. */
  readonly intrathecal: { readonly noConversion: CitedText; readonly doneInPrint: readonly CitedText[] };
}
