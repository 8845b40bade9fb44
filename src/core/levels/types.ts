import type { PatientFile } from '../patient/file.js';
import type { Patient } from '../patient/patient.js';
import type { Estimate, RenalParameters } from '../renal-function/types.js';
import type { Citation, Cited, CitedText, Provenance, Statement } from '../values/citation.js';
import type { Quantity } from '../values/quantity.js';

export const modelNames = ['kochak', 'simon', 'chevillard'] as const;

/** A published set of parameters, by its first author. */
export type ModelName = (typeof modelNames)[number];

export interface ModelParameters {
  readonly name: string;
  readonly absorption: Cited<'/h'>;
  /** CL/F, with normal kidneys. */
  readonly clearance: Cited<'L/h'>;
  /** V/F. */
  readonly volume: Cited<'L'>;
}

/** What the simulation of levels takes from data/levels.json. */
export interface LevelParameters {
  readonly usual: { readonly set: ModelName } & Provenance;
  readonly sets: Readonly<Record<ModelName, ModelParameters>>;
  readonly kidney: {
    /** What the kidney clears of baclofen with normal kidneys; the creatinine clearance that was. */
    readonly normal: Cited<'mL/min'>;
    readonly bioavailability: Cited<'%'>;
    readonly equals: CitedText;
    readonly grafted: CitedText;
  };
  /** From here down no curve is drawn, and why. */
  readonly drawnFrom: Cited<'mL/min'>;
  readonly harm: {
    readonly dose: Cited<'mg'>;
    readonly timesDaily: Cited<'/d'>;
    readonly clearance: Cited<'mL/min'>;
  };
  readonly onDialysis: CitedText;
  readonly adultsOnly: CitedText;
  readonly quoted: {
    readonly from: Cited<'ug/L'>;
    readonly to: Cited<'ug/L'>;
    readonly shownFrom: Cited<'mL/min'>;
    readonly warning: CitedText;
  };
  /** After so many half-lives a level is steady, and after the last dose gone. */
  readonly halfLives: Cited<'1'>;
  readonly comparedClearances: { readonly values: readonly number[] } & Provenance;
  readonly simulationOnly: CitedText;
  readonly neverDouble: CitedText;
  readonly cleared: CitedText;
  readonly swing: CitedText;
  readonly limits: readonly CitedText[];
}

export interface LevelsContext {
  readonly levels: LevelParameters;
  readonly renal: RenalParameters;
}

export interface RegularDoses {
  readonly dose: Quantity<'mg'>;
  readonly timesDaily: number;
}

export interface LevelsRequest {
  /** One dose, or the same so many times a day at even intervals. */
  readonly doses: { readonly dose: Quantity<'mg'> } | RegularDoses;
  /** How long the curve is; a day where left out, or as long as a missed dose matters. */
  readonly hours?: Quantity<'h'>;
  /** So many doses in a row are left out. */
  readonly missed?: number;
  /** The next dose, or the one after those left out, is taken twice. */
  readonly doubled?: boolean;
  readonly set?: ModelName;
  readonly patient?: Patient;
  readonly patientFile?: PatientFile;
}

export interface LevelAfter {
  readonly hours: number;
  readonly level: Quantity<'ug/L'>;
}

export interface ModelFigures {
  readonly set: ModelName;
  readonly name: string;
  readonly highest: Quantity<'ug/L'>;
  readonly hoursToHighest: Quantity<'h'>;
  readonly halfLife: Quantity<'h'>;
  /** At steady state. */
  readonly lowest?: Quantity<'ug/L'>;
  readonly mean?: Quantity<'ug/L'>;
  readonly citations: readonly Citation[];
}

export interface SteadyState {
  readonly highest: Quantity<'ug/L'>;
  readonly lowest: Quantity<'ug/L'>;
  readonly mean: Quantity<'ug/L'>;
  readonly hoursToHighest: Quantity<'h'>;
  /** The level of many doses over that of one at the same hour after it, once absorbed. */
  readonly accumulation: Quantity<'1'>;
}

/** Doses left out at steady state, and the next one taken once or twice. */
export interface MissedDoses {
  readonly doses: number;
  readonly lowest: Quantity<'ug/L'>;
  /** In percent of the usual lowest level. */
  readonly ofUsualLowest: Quantity<'%'>;
  readonly highestAfter: Quantity<'ug/L'>;
  /** In percent of the usual highest level. */
  readonly afterOfUsualHighest: Quantity<'%'>;
  readonly highestIfDoubled: Quantity<'ug/L'>;
  /** In percent of the usual highest level. */
  readonly ofUsualHighest: Quantity<'%'>;
}

/** One dose taken twice at steady state. */
export interface DoubledDose {
  readonly highest: Quantity<'ug/L'>;
  readonly ofUsualHighest: Quantity<'%'>;
}

/** What a clearance does to the times and the level. */
export interface AtClearance {
  readonly clearance: Quantity<'mL/min'>;
  readonly halfLife: Quantity<'h'>;
  readonly steadyAfter: Quantity<'h'>;
  /** The mean level over that with normal kidneys. */
  readonly timesNormal: Quantity<'1'>;
}

export interface LevelsPlan {
  /** The number of the kidney that the curve is drawn with. */
  readonly deciding?: Estimate;
  readonly set: ModelName;
  /** The curve begins with the first dose, or in the midst of regular doses. */
  readonly begins: 'first dose' | 'steady state';
  readonly interval?: Quantity<'h'>;
  readonly dailyDose?: Quantity<'mg/d'>;
  /** Hours at which a dose is taken, and how many at once: 0 where it is missed. */
  readonly taken: readonly { readonly hours: number; readonly doses: number }[];
  readonly points: readonly LevelAfter[];
  readonly afterFirstDose: { readonly highest: Quantity<'ug/L'>; readonly hoursToHighest: Quantity<'h'> };
  readonly steadyState?: SteadyState;
  /** After the first dose to a level that is steady; after the last to one that is gone. */
  readonly steadyAfter: Quantity<'h'>;
  readonly goneAfter: Quantity<'h'>;
  readonly missed?: MissedDoses;
  readonly doubled?: DoubledDose;
  readonly parameters: {
    readonly absorption: Quantity<'/h'>;
    readonly clearance: Quantity<'L/h'>;
    readonly volume: Quantity<'L'>;
    readonly halfLife: Quantity<'h'>;
    /** Of one dose. */
    readonly areaUnderLevel: Quantity<'ug.h/L'>;
    readonly citations: readonly Citation[];
  };
  /** What the other two sets make of the same. */
  readonly band: {
    readonly sets: readonly ModelFigures[];
    readonly points: readonly {
      readonly hours: number;
      readonly lowest: Quantity<'ug/L'>;
      readonly highest: Quantity<'ug/L'>;
    }[];
  };
  readonly timesNormal: Quantity<'1'>;
  readonly byClearance: readonly AtClearance[];
  readonly quoted?: Statement & { readonly from: Quantity<'ug/L'>; readonly to: Quantity<'ug/L'> };
  readonly simulationOnly: Statement;
  readonly neverDouble: Statement;
  readonly cleared: Statement;
  readonly swing: Statement;
  readonly limits: readonly Statement[];
}
