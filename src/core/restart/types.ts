import type { Piece } from '../answer/piece.js';
import type { Sign, SignsAnswer, SignsCode, SignsParameters } from '../answer/signs.js';
import type { CurrentDose } from '../doses/current-dose.js';
import type { Administration, Step } from '../doses/schedule.js';
import type { PumpDanger } from '../intrathecal/danger.js';
import type { PatientFile } from '../patient/file.js';
import type { Patient } from '../patient/patient.js';
import type { Estimate } from '../renal-function/types.js';
import type { Country } from '../titration/rules.js';
import type { StatementHere, TitrationContext } from '../titration/types.js';
import type { CivilDate } from '../values/calendar.js';
import type { Citation, Cited, CitedText, Statement } from '../values/citation.js';
import type { Quantity } from '../values/quantity.js';

export const reasons = ['ran-out', 'vomiting', 'surgery', 'pump'] as const;

/** Why doses were missed. */
export type Reason = (typeof reasons)[number];

/** What a restart takes from data/restart.json. */
export interface RestartParameters {
  /** Missed up to so long, the dose goes on as it was. */
  readonly sameUpTo: Cited<'h'>;
  /** Missed up to so long, the previous dose and half of it stand side by side; beyond it is a new start. */
  readonly optionsUpTo: Cited<'h'>;
  /** Where half is adopted. */
  readonly half: {
    readonly fromAge: Cited<'a'>;
    readonly belowClearance: Cited<'mL/min'>;
    readonly aboveDose: Cited<'mg/d'>;
  };
  readonly supply: Cited<'d'>;
  readonly bases: Readonly<Record<OptionCode | 'half-lifted', CitedText>>;
  /** What every view says of the options that are judgements. */
  readonly notReviewed: CitedText;
  /** Asked first where poisoning is likely. */
  readonly poisoning: readonly CitedText[];
  /** What is said where no sign was named. */
  readonly askSigns: CitedText;
  readonly withdrawal: SignsAnswer;
  /** Why signs of poisoning make no schedule; what is done is said as before a taper. */
  readonly poisoned: CitedText;
  /** What a pump calls for, and what signs add to it. */
  readonly pump: SignsAnswer & { readonly signs: Readonly<Record<SignsCode, CitedText>> };
  readonly avoided: SignsAnswer;
  readonly reasons: Readonly<Record<Exclude<Reason, 'pump'>, readonly CitedText[]>>;
}

export interface RestartRequest {
  /** The dose before the gap. */
  readonly from?: CurrentDose;
  /** For how long none was taken. */
  readonly missed?: Quantity<'h'>;
  /** Signs that the patient shows now. */
  readonly signs?: readonly Sign[];
  readonly reason?: Reason;
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
  readonly products?: readonly string[];
  /** Whose ceilings and steps are kept; the United States where left out. */
  readonly rules?: Country;
}

export type OptionCode = 'same-dose' | 'previous-dose' | 'half' | 'new-start';

/** One way back: a schedule, and what it stands on. */
export interface RestartOption {
  readonly code: OptionCode;
  /** The one whose schedule, sheets and quantity are made. */
  readonly adopted: boolean;
  /** A choice of ours that no source makes. */
  readonly judgement: boolean;
  readonly basis: Statement;
  readonly schedule: readonly Step[];
}

/** Why half is adopted, or is not. */
export type HalfReason = 'age' | 'clearance' | 'dose';

export interface RestartPlan {
  readonly missed: Quantity<'h'>;
  /** The dose before the gap, divided. */
  readonly previous: { readonly dailyDose: Quantity<'mg/d'>; readonly doses: readonly Administration[] };
  readonly options: readonly RestartOption[];
  /** What made half the adopted option; absent where there is no such choice. */
  readonly halfBecause?: readonly HalfReason[];
  readonly ceiling: Quantity<'mg/d'>;
  /** The most in one dose. */
  readonly largestDose: Quantity<'mg'>;
  /** The number of the kidney that decides the band. */
  readonly deciding?: Estimate;
  readonly products: readonly string[];
  /** Days that the quantity covers, of the adopted option. */
  readonly supply: Quantity<'d'>;
  readonly dispense: readonly Piece[];
  /** Present where an option is a judgement. */
  readonly notReviewed?: Statement;
  readonly askSigns: Statement;
  readonly reason: readonly Statement[];
  /** Of a child's liquid. */
  readonly excipients?: Statement;
  readonly disagreements: readonly StatementHere[];
  readonly citations: readonly Citation[];
}

export interface RestartContext extends TitrationContext {
  readonly restart: RestartParameters;
  readonly intrathecal: PumpDanger;
  readonly taper: {
    readonly signs: SignsParameters;
    /** Above it a dose is a slip of the hand. */
    readonly implausibleAbove: Cited<'mg/d'>;
  };
}
