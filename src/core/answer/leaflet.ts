import type { Cited, CitedText } from '../values/citation.js';

/** What a sheet tells a patient in plain words, from data/leaflet.json. */
export interface LeafletParameters extends Spoken {
  /** On so many of the last days of a supply the next one is fetched. */
  readonly supplyLead: Cited<'d'>;
  readonly halfTablet: CitedText;
  /** Of granules. */
  readonly packet: CitedText;
  /** Of a liquid. */
  readonly measure: CitedText;
  /** What somebody who has a condition, by its name, has to hear. */
  readonly conditions: readonly (CitedText & { readonly condition: string })[];
  /** That a refusal was lifted, with the place of the reason. */
  readonly lifted: Readonly<Record<LiftedCode, CitedText>>;
  /** To who dispenses. */
  readonly prescription: Readonly<Record<'stepUp' | 'stepDown' | 'neverStop' | 'milk', CitedText>>;
  readonly child: ChildLeaflet;
  readonly newborn: NewbornLeaflet;
}

export type LiftedCode = 'dialysis' | 'clearance-too-low' | 'target-above-ceiling' | 'weight';

export const emergencyRisks = ['overdose', 'gap', 'allergy'] as const;

/** What makes signs an emergency: a dose that may be too much, doses that were missed, an allergy to the drug. */
export type EmergencyRisk = (typeof emergencyRisks)[number];

/** A sign to watch for, and the risks with which it stands under emergency instead. */
export interface Sign extends CitedText {
  readonly emergencyIf?: readonly EmergencyRisk[];
}

/** What is said to the reader of a sheet. */
export interface Spoken {
  /** Where to stop on the way up. */
  readonly stay: CitedText;
  /** While the dose rises. */
  readonly beforeStep: CitedText;
  /** While the dose falls. */
  readonly beforeStepDown: CitedText;
  /** What can happen at usual doses. */
  readonly encephalopathy: CitedText;
  /** The same where the kidneys are known to be weak. */
  readonly slowKidneys: CitedText;
  readonly neverStop: CitedText;
  /** Of sedatives beside baclofen, with the place of their names. */
  readonly sedatives: CitedText;
  /** Of a dose that stands on a judgement. */
  readonly unreviewed: CitedText;
  /** Of a dose that goes on above the ceiling, or where the drug is to be avoided. */
  readonly dose: Readonly<Record<'above' | 'avoided', CitedText>>;
  readonly tooMuch: readonly Sign[];
  readonly withdrawal: readonly Sign[];
  readonly whomToCall: CitedText;
  readonly emergency: readonly CitedText[];
  /** What joins it with a risk. */
  readonly emergencyIf: Readonly<Record<EmergencyRisk | 'overdoseOrGap', CitedText>>;
}

/** What a sheet tells the parents of a child. */
export interface ChildLeaflet extends Spoken {
  /** What every parent is told. */
  readonly advice: readonly CitedText[];
}

/** What a sheet tells the parents of a newborn. */
export interface NewbornLeaflet {
  /** What the doses stand on, read before any of them. */
  readonly evidence: CitedText;
  /** What the pharmacy gives along. */
  readonly syringe: CitedText;
  readonly giving: readonly CitedText[];
  /** Of the milk of a mother who takes baclofen. */
  readonly milk: CitedText;
  /** For how long to watch. */
  readonly watch: CitedText;
  readonly tooMuch: readonly CitedText[];
  readonly withdrawal: readonly CitedText[];
  readonly whomToCall: CitedText;
  readonly emergency: readonly CitedText[];
}
