import type { Quantity } from '../values/quantity.js';

/** Part of a dose: so many tablets or packets (halves count 0.5), or so many mL. */
export type Piece =
  | { readonly product: string; readonly count: number }
  | { readonly product: string; readonly volume: Quantity<'mL'> };
