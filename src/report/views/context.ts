import type { CitedText } from '../../core/citation.js';
import type { LeafletParameters } from '../../core/leaflet.js';
import type { Notice } from '../../core/notice.js';
import type { Product } from '../../core/product.js';

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
