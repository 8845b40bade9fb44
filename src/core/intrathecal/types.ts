import type { CivilDate } from '../values/calendar.js';
import type { Cited, CitedText, Provenance, Statement } from '../values/citation.js';
import type { Quantity } from '../values/quantity.js';

export const origins = ['spinal', 'cerebral', 'child'] as const;

/** Where the spasticity comes from, or that the patient is a child. */
export type Origin = (typeof origins)[number];

export const moments = ['titration', 'refill'] as const;

/** When a dose is changed: in the first days, once every 24 hours, or at a refill. */
export type Moment = (typeof moments)[number];

export interface StepRange {
  readonly from: Cited<'%'>;
  readonly to: Cited<'%'>;
}

/** A line of the reference: what one country or source says on a topic. */
export type ReferenceLine = { readonly topic: string; readonly where: string; readonly text: string } & Provenance;

/** What the intrathecal arithmetic takes from data/intrathecal.json. */
export interface IntrathecalParameters {
  readonly boxedWarning: CitedText;
  readonly withdrawal: CitedText;
  readonly overdose: CitedText;
  readonly moreOnOverdose: CitedText;
  readonly purpose: CitedText;
  readonly noConversion: CitedText;
  readonly doneInPrint: readonly CitedText[];
  readonly concentrationChange: CitedText;
  readonly concentrations: readonly Cited<'ug/mL'>[];
  readonly reserve: { readonly usual: Cited<'mL'>; readonly alarm: Cited<'mL'>; readonly why: CitedText };
  readonly longestRefill: Cited<'d'>;
  readonly dose: {
    readonly lowest: Cited<'ug/d'>;
    readonly highest: Cited<'ug/d'>;
    readonly littleExperienceAbove: Cited<'ug/d'>;
  };
  readonly steps: Readonly<Record<Moment, Readonly<Record<Origin, StepRange>>>> & { readonly down: StepRange };
  /** The reference in a few lines. */
  readonly outline: readonly CitedText[];
  readonly reference: readonly ReferenceLine[];
}

/** A filled pump. */
export interface PumpRequest {
  readonly concentration: Quantity<'ug/mL'>;
  /** The concentration once more, as the label of the product has it. */
  readonly onLabel?: Quantity<'ug/mL'>;
  readonly reservoir: Quantity<'mL'>;
  /** What stays in the reservoir; the usual reserve where left out. */
  readonly reserve?: Quantity<'mL'>;
  /** The day of the refill. */
  readonly refilled?: CivilDate;
  /** The day of the question, that dates are held to; without it they are held to none. */
  readonly today?: CivilDate;
}

export interface ChangeRequest {
  readonly direction: 'up' | 'down';
  readonly percent: Quantity<'%'>;
  readonly of: Origin;
  readonly at: Moment;
}

/** Every amount is in mcg: a value in mg has no place here. */
export interface IntrathecalRequest {
  /** The present dose. */
  readonly dose?: Quantity<'ug/d'>;
  readonly pump?: PumpRequest;
  readonly change?: ChangeRequest;
  /** A dose by mouth was to be converted: always refused, so it is not even carried. */
  readonly fromOral?: boolean;
  /** Another concentration was to follow the present one: always refused. */
  readonly newConcentration?: Quantity<'ug/mL'>;
}

export interface ChangedDose extends ChangeRequest {
  readonly from: Quantity<'ug/d'>;
  readonly to: Quantity<'ug/d'>;
  readonly range: { readonly from: Quantity<'%'>; readonly to: Quantity<'%'> };
}

export interface PumpFigures {
  readonly concentration: Quantity<'ug/mL'>;
  readonly reservoir: Quantity<'mL'>;
  readonly reserve: Quantity<'mL'>;
  readonly rate: Quantity<'mL/d'>;
  /** Whole days until the reserve is reached. */
  readonly daysToReserve: Quantity<'d'>;
  /** The day on which the reserve is reached. */
  readonly emptyOn?: CivilDate;
}

export interface IntrathecalPlan extends Partial<PumpFigures> {
  readonly purpose: Statement;
  /** The dose that the pump is worked out for: the new one where it is changed. */
  readonly dose?: Quantity<'ug/d'>;
  readonly change?: ChangedDose;
  readonly whyReserve: Statement;
  readonly outline: readonly Statement[];
  readonly reference: readonly (Statement & { readonly topic: string; readonly where: string })[];
  readonly overdose: Statement;
  readonly afterOral: readonly Statement[];
}
