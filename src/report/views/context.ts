import type { CitedText } from '../../core/citation.js';
import type { LeafletParameters } from '../../core/leaflet.js';
import type { Notice } from '../../core/notice.js';
import type { Product } from '../../core/product.js';
import type { PlannedDoses } from './plan.js';

/** What a view is printed with, beside the plan. */
export interface ViewContext {
  readonly version: string;
  /** The date of the data, YYYY-MM-DD. */
  readonly date: string;
  readonly products: readonly Product[];
  readonly leaflet: LeafletParameters;
  /** What every patient on baclofen is told. */
  readonly advice: readonly Pick<CitedText, 'text'>[];
  readonly notices: readonly Notice[];
  readonly footer: string;
}

/** What kind of evidence a plan stands on, where that must be read before its doses. */
export function evidenceOf({ kind }: PlannedDoses, { leaflet }: Pick<ViewContext, 'leaflet'>): string[] {
  return kind === 'newborn' ? [leaflet.newborn.evidence.text] : [];
}
