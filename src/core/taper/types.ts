import type { Piece } from '../answer/piece.js';
import type { Step } from '../doses/schedule.js';
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
  readonly longUse: { readonly usedFor: Cited<'d'>; readonly advised: Cited<'d'> };
  readonly usualDoses: { readonly dailyDoses: readonly Quantity<'mg/d'>[] } & Provenance;
  readonly timesDaily: Cited<'/d'>;
  readonly implausibleAbove: Cited<'mg/d'>;
  readonly levels: LevelRule & Provenance;
  readonly percentRounding: Provenance;
  readonly abruptStop: CitedText;
  readonly withdrawalSigns: readonly CitedText[];
  readonly ifSignsAppear: readonly CitedText[];
  readonly emergency: CitedText;
  readonly durations: readonly CitedText[];
}

/** What is taken before the taper: a daily total, or a dose and how often. */
export type CurrentDose =
  | { readonly dailyDose: Quantity<'mg/d'> }
  | { readonly dose: Quantity<'mg'>; readonly timesDaily: number };

export interface TaperRequest {
  /** Left out, the taper is shown for each usual dose and no dose is guessed. */
  readonly from?: CurrentDose;
  readonly pattern: TaperPattern;
  /** Doses a day on the way down, where `from` is a daily total. */
  readonly timesDaily?: number;
  /** The date of day 1. */
  readonly startDate?: CivilDate;
  /** Printed on the sheets; changes nothing. */
  readonly name?: string;
  readonly patient?: Patient;
  /** Where the patient's data were read from, for the record. */
  readonly patientFile?: PatientFile;
  readonly products?: readonly string[];
  /** Whose ceilings are compared with; the United States where left out. */
  readonly rules?: Country;
}

/** The whole way down from one daily dose; the last step is zero and has no end. */
export interface TaperSchedule {
  readonly from: Quantity<'mg/d'>;
  readonly timesDaily: Quantity<'/d'>;
  readonly schedule: readonly Step[];
  readonly days: Quantity<'d'>;
  readonly dispense: readonly Piece[];
}

export type TaperPlan = {
  readonly products: readonly string[];
  readonly withdrawalSigns: readonly Statement[];
  readonly ifSignsAppear: readonly Statement[];
  readonly emergency: Statement;
  readonly disagreements: readonly Statement[];
  readonly citations: readonly Citation[];
} & (TaperSchedule | { readonly schedules: readonly TaperSchedule[] });

export interface TaperContext extends TitrationContext {
  readonly taper: TaperParameters;
}
