import type { CitedText } from '../values/citation.js';

/** What a sheet tells a patient in plain words, from data/leaflet.json. */
export interface LeafletParameters extends Spoken {
  readonly halfTablet: CitedText;
  /** To who dispenses. */
  readonly prescription: Readonly<Record<'stepUp' | 'stepDown' | 'neverStop', CitedText>>;
  readonly child: ChildLeaflet;
  readonly newborn: NewbornLeaflet;
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
  readonly neverStop: CitedText;
  readonly tooMuch: readonly CitedText[];
  readonly withdrawal: readonly CitedText[];
  readonly whomToCall: CitedText;
  readonly emergency: readonly CitedText[];
}

/** What a sheet tells the parents of a child. */
export interface ChildLeaflet extends Spoken {
  /** What every parent is told. */
  readonly advice: readonly CitedText[];
  /** Of a liquid. */
  readonly measure: CitedText;
}

/** What a sheet tells the parents of a newborn. */
export interface NewbornLeaflet {
  /** What the doses stand on, read before any of them. */
  readonly evidence: CitedText;
  /** What the pharmacy gives along. */
  readonly syringe: CitedText;
  readonly giving: readonly CitedText[];
  /** For how long to watch. */
  readonly watch: CitedText;
  readonly tooMuch: readonly CitedText[];
  readonly withdrawal: readonly CitedText[];
  readonly whomToCall: CitedText;
  readonly emergency: readonly CitedText[];
}
