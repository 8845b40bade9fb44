import type { Piece } from '../answer/piece.js';
import type { Sign, SignsParameters } from '../answer/signs.js';
import type { CurrentDose } from '../doses/current-dose.js';
import type { Administration, Step } from '../doses/schedule.js';
import type { PatientFile } from '../patient/file.js';
import type { Patient } from '../patient/patient.js';
import type { Country } from '../titration/rules.js';
import type { TitrationContext } from '../titration/types.js';
import type { CivilDate } from '../values/calendar.js';
import type { Citation, Cited, CitedText, Provenance, Statement } from '../values/citation.js';
import type { Quantity } from '../values/quantity.js';
import type { LevelRule, TaperPattern } from './levels.js';

/** What a taper takes from data/taper.json. */
export interface TaperParameters {
  readonly shortest: Cited<'d'>;
  /** For a taper to the ceiling whose days were left out. */
  readonly toCeiling: Cited<'d'>;
  /** For how long the end is supplied where it is reached on day 1. */
  readonly supplyAtEnd: Cited<'d'>;
  readonly longest: Cited<'d'>;
  /** A level may fall by so much. */
  readonly largestFall: Cited<'mg/d'>;
  readonly longUse: { readonly usedFor: Cited<'d'>; readonly advised: Cited<'d'> };
  readonly usualDoses: { readonly dailyDoses: readonly Quantity<'mg/d'>[] } & Provenance;
  readonly timesDaily: Cited<'/d'>;
  readonly implausibleAbove: Cited<'mg/d'>;
  readonly levels: LevelRule & Provenance;
  readonly percentRounding: Provenance;
  /** What is asked before any taper where poisoning is likely. */
  readonly poisoning: readonly CitedText[];
  readonly signs: SignsParameters;
  readonly abruptStop: CitedText;
  readonly withdrawalSigns: readonly CitedText[];
  readonly ifSignsAppear: readonly CitedText[];
  readonly emergency: CitedText;
  readonly durations: readonly CitedText[];
}

/** What a taper ends at: a daily dose, none where it is 0, or the most that titration allows this patient. */
export type TaperEnd = Quantity<'mg/d'> | 'ceiling';

export interface TaperRequest {
  /** Left out, the taper is shown for each usual dose and no dose is guessed. */
  readonly from?: CurrentDose;
  /** None where left out. */
  readonly to?: TaperEnd;
  /** Left out only on the way to the ceiling. */
  readonly pattern?: TaperPattern;
  /** Doses a day on the way down, where `from` is a daily total. */
  readonly timesDaily?: number;
  /** Signs that the patient shows now. */
  readonly signs?: readonly Sign[];
  /** Days of the end that the quantity to dispense covers, beside the way down. */
  readonly supply?: Quantity<'d'>;
  /** The date of day 1. */
  readonly startDate?: CivilDate;
  /** Printed on the sheets; changes nothing. */
  readonly name?: string;
  /** The patient's other drugs and conditions, by name; they change no dose. */
  readonly drugs?: readonly string[];
  readonly conditions?: readonly string[];
  /** Medications and conditions of a record that are not known here, as it names them. */
  readonly notRecognised?: readonly string[];
  readonly patient?: Patient;
  /** Where the patient's data were read from, for the record. */
  readonly patientFile?: PatientFile;
  readonly products?: readonly string[];
  /** Whose ceilings are compared with; the United States where left out. */
  readonly rules?: Country;
}

/** A daily dose and how it is divided. */
export interface DividedDose {
  readonly dailyDose: Quantity<'mg/d'>;
  readonly doses: readonly Administration[];
}

/** The whole way down from one daily dose; the last step is what it ends at and goes on. */
export interface TaperSchedule {
  readonly from: Quantity<'mg/d'>;
  /** The present dose, as it is divided before day 1. */
  readonly now: DividedDose;
  readonly reaches: { readonly dailyDose: Quantity<'mg/d'> };
  readonly timesDaily: Quantity<'/d'>;
  readonly schedule: readonly Step[];
  /** Until the end is reached. */
  readonly days: Quantity<'d'>;
  /** The days from day 1 that the quantity covers. */
  readonly supply: Quantity<'d'>;
  readonly dispense: readonly Piece[];
}

export type TaperPlan = {
  readonly products: readonly string[];
  readonly withdrawalSigns: readonly Statement[];
  readonly ifSignsAppear: readonly Statement[];
  readonly emergency: Statement;
  readonly excipients?: Statement;
  readonly disagreements: readonly Statement[];
  readonly citations: readonly Citation[];
} & (TaperSchedule | { readonly schedules: readonly TaperSchedule[] });

export interface TaperContext extends TitrationContext {
  readonly taper: TaperParameters;
}
