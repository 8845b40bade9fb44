import type { LeafletParameters } from '../../core/answer/leaflet.js';
import type { Notice } from '../../core/answer/notice.js';
import type { Product, ProductParameters } from '../../core/doses/product.js';
import type { CitedText } from '../../core/values/citation.js';
import type { Making, ViewOptions } from './options.js';
import type { PlannedDoses } from './plan.js';

/** What a view is printed with, beside the plan. */
export interface ViewContext {
  readonly version: string;
  /** The date of the data, YYYY-MM-DD. */
  readonly date: string;
  readonly products: readonly Product[];
  readonly codes: ProductParameters['codes'];
  readonly leaflet: LeafletParameters;
  /** What every patient on baclofen is told. */
  readonly advice: readonly Pick<CitedText, 'text'>[];
  readonly notices: readonly Notice[];
  readonly footer: string;
  readonly options: ViewOptions;
  readonly making: Making;
}

/** What kind of evidence a plan stands on, where that must be read before its doses. */
export function evidenceOf({ kind }: PlannedDoses, { leaflet }: Pick<ViewContext, 'leaflet'>): string[] {
  return kind === 'newborn' ? [leaflet.newborn.evidence.text] : [];
}
