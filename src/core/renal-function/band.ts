import type { Cited, CitedFraction, CitedText, Provenance } from '../values/citation.js';
import type { Quantity } from '../values/quantity.js';
import { isAtLeast, isBelow } from '../values/thresholds.js';

export interface FixedDose {
  readonly dose: Cited<'mg'>;
  readonly timesDaily: readonly number[];
  readonly interval: Cited<'d'>;
  readonly ceiling: Cited<'mg/d'>;
}

/** What a band of clearance does to the labelled schedule. */
export type BandAction =
  | { readonly kind: 'usual' }
  /** Keeps a fraction of each daily dose and of the ceiling, rounded down. */
  | { readonly kind: 'scale'; readonly keep: CitedFraction; readonly interval: Cited<'d'> }
  /** One dose once daily, then the same dose as often as the last entry says; nothing above. */
  | ({ readonly kind: 'fixed' } & FixedDose)
  | { readonly kind: 'avoid'; readonly reason: CitedText; readonly ifOverridden: FixedDose };

/** Clearance from `from` (included) to `below` (not included), mL/min; `below: null` has no upper end. */
export interface RenalBand {
  readonly id: string;
  readonly from: Quantity<'mL/min'>;
  readonly below: Quantity<'mL/min'> | null;
  readonly edges: Provenance;
  readonly action: BandAction;
}

/** The pace of a band that reduces the dose; without a reduction the labelled one stays. */
export function reducedInterval(band: RenalBand | undefined): Cited<'d'> | undefined {
  const { action } = band ?? {};
  return action?.kind === 'scale' || action?.kind === 'fixed' ? action.interval : undefined;
}

/** The band of an unrounded clearance in mL/min; one that stands on an edge is the band from there. They tile from zero. */
export function bandOf(clearance: number, bands: readonly RenalBand[]): RenalBand {
  const band = bands[placeOfBand(clearance, bands)];
  if (band === undefined) throw new RangeError(`no band holds a clearance of ${clearance}`);
  return band;
}

/** The place of that band among the others; -1 where no band holds it. */
export function placeOfBand(clearance: number, bands: readonly RenalBand[]): number {
  for (let place = 0; place < bands.length; place += 1) {
    const { from, below } = bands[place] as RenalBand;
    if (isAtLeast(clearance, from.value) && (below === null || isBelow(clearance, below.value))) return place;
  }
  return -1;
}
