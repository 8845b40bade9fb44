import type { CitedText } from './citation.js';

/** What a sheet tells a patient in plain words, from data/leaflet.json. */
export interface LeafletParameters {
  /** While the dose rises. */
  readonly beforeStep: CitedText;
  readonly tooMuch: readonly CitedText[];
  readonly withdrawal: readonly CitedText[];
  readonly whomToCall: CitedText;
  readonly emergency: readonly CitedText[];
}
