import type { BriefParameters } from '../../core/answer/brief.js';
import type { LeafletParameters } from '../../core/answer/leaflet.js';
import type { Notice } from '../../core/answer/notice.js';
import type { WordingParameters } from '../../core/answer/wording.js';
import type { Product, ProductParameters } from '../../core/doses/product.js';
import type { Estimate } from '../../core/renal-function/types.js';
import type { CitedText } from '../../core/values/citation.js';
import type { Quantity } from '../../core/values/quantity.js';
import { changedWords } from '../wording/changed.js';
import type { Making, ViewOptions } from './options.js';
import type { PlannedDoses } from './plan.js';

/** What is known of the patient's kidney. */
export interface Kidney {
  readonly deciding?: Estimate;
  /** The drug builds up: below the clearance of the first question, or on dialysis. */
  readonly slow: boolean;
}

/** What a view is printed with, beside the plan. */
export interface ViewContext {
  readonly version: string;
  /** The date of the data, YYYY-MM-DD. */
  readonly date: string;
  readonly products: readonly Product[];
  readonly codes: ProductParameters['codes'];
  /** What is supplied with a liquid, with the places of marks and volumes. */
  readonly syringe: ProductParameters['syringe'];
  readonly leaflet: LeafletParameters;
  /** Of a patient below, a sheet speaks to the parents. */
  readonly parentsBelow: Quantity<'a'>;
  /** A patient below is a child. */
  readonly adultFrom: BriefParameters['adultFrom'];
  readonly kidney: Kidney;
  readonly wording: WordingParameters;
  /** What every patient on baclofen is told. */
  readonly advice: readonly Pick<CitedText, 'text'>[];
  readonly notices: readonly Notice[];
  readonly footer: string;
  /** The data files that are not those that were released. */
  readonly changed?: readonly string[];
  readonly options: ViewOptions;
  readonly making: Making;
}

/** What must be read before the doses: changed data, the evidence that they stand on, and the remarks of the plan. */
export function evidenceOf(
  { kind, unreviewed, remarks = [] }: PlannedDoses,
  { leaflet, changed }: Pick<ViewContext, 'leaflet' | 'changed'>,
): string[] {
  return [
    ...changedWords(changed),
    ...(kind === 'newborn' ? [leaflet.newborn.evidence.text] : []),
    ...(unreviewed === undefined ? [] : [unreviewed]),
    ...remarks,
  ];
}
