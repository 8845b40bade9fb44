import type { MilkLevelEstimate, MilkLevelParameters, MilkLevelRequest, RangeLevel } from '../milk/level.js';
import type { Citation, Cited, CitedText, Statement } from '../values/citation.js';
import type { Fraction, Quantity } from '../values/quantity.js';
import type { CautionParameters, Circumstances } from './cautions.js';
import type { MilkIntake, MilkIntakeParameters, MilkIntakeRequest } from './intake.js';
import type { PublishedExposure, Reproduction } from './published.js';

/** What a reference says of breastfeeding with baclofen. */
export type Position = {
  readonly name: string;
  readonly date: string;
  readonly stance: Stance;
  /** Where it is another for a mother with a pump. */
  readonly byPump?: Stance;
} & CitedText;

/** `against` holds reserve of any kind, a reference without a verdict included. */
export type Stance = 'for' | 'against';

/** What infant exposure takes from data/lactation.json. */
export interface LactationParameters extends MilkLevelParameters, MilkIntakeParameters {
  readonly maternalWeights: readonly Cited<'kg'>[];
  readonly relativeDoseThreshold: Cited<'%'>;
  /** Doses that infants and children are given, lowest first. */
  readonly comparisons: readonly { readonly id: string; readonly name: string; readonly dose: Cited<'mg/kg/d'> }[];
  /** The comparison whose dose is flagged when milk alone reaches it. */
  readonly withdrawalDose: Cited<'mg/kg/d'>;
  readonly cautions: CautionParameters;
  readonly equations: CitedText;
  readonly positions: readonly Position[];
  readonly monitoring: readonly CitedText[];
  readonly whenToWorry: readonly CitedText[];
  readonly neverStop: CitedText;
  readonly whyNotStop: readonly CitedText[];
  readonly references: readonly PublishedExposure[];
}

export type InfantExposureRequest = MilkLevelRequest &
  MilkIntakeRequest &
  Circumstances & {
    /** The id of a reference whose published figure is computed anew, in place of a level, doses and weights. */
    readonly assume?: string;
    readonly maternalWeight?: Quantity<'kg'>;
    readonly infantWeight?: Quantity<'kg'>;
    /** The part of the infant's diet that is breast milk, 0 to 1. */
    readonly share?: Fraction;
  };

/** What the infant takes at one intake of milk. */
export interface Exposure extends MilkIntake {
  readonly infantDose: Quantity<'mg/kg/d'>;
  readonly dailyDose?: Quantity<'mg/d'>;
  readonly relativeInfantDose: readonly RelativeInfantDose[];
}

export interface RelativeInfantDose {
  readonly maternalWeight: Quantity<'kg'>;
  readonly value: Quantity<'%'>;
}

/** The infant dose as a share of a dose that infants or children are given. */
export interface Comparison {
  readonly id: string;
  readonly name: string;
  readonly dose: Quantity<'mg/kg/d'>;
  readonly share: Quantity<'%'>;
  readonly citations: readonly Citation[];
}

export interface InfantExposurePlan {
  readonly milk: Quantity<'mg/L'>;
  readonly origin: MilkLevelEstimate['origin'];
  readonly share: Quantity<'1'>;
  /** At the asked intake, or the standard one. */
  readonly infantDose: Quantity<'mg/kg/d'>;
  readonly relativeInfantDose: readonly RelativeInfantDose[];
  readonly exposures: readonly Exposure[];
  /** How the answer moves with the milk level; empty where no range of levels is known. */
  readonly range: readonly (RangeLevel & { readonly exposures: readonly Exposure[] })[];
  readonly comparisons: readonly Comparison[];
  readonly threshold: { readonly value: Quantity<'%'>; readonly citations: readonly Citation[] };
  /** The dose at which milk alone is flagged. */
  readonly withdrawalDose: { readonly value: Quantity<'mg/kg/d'>; readonly citations: readonly Citation[] };
  readonly reproduction?: Reproduction;
  readonly disagreements: readonly (Statement & Pick<Position, 'name' | 'date' | 'stance'>)[];
  readonly monitoring: readonly Statement[];
  readonly whenToWorry: readonly Statement[];
  readonly neverStop: Statement;
  readonly whyNotStop: readonly Statement[];
}
