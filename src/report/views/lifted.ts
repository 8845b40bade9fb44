import type { LiftedCode } from '../../core/answer/leaflet.js';
import { fill } from '../wording/fill.js';
import type { ViewContext } from './context.js';

/** The refusal that a specialist lifted for this plan, and why, in words that a patient knows. */
export function liftedWords({ notices, leaflet }: Pick<ViewContext, 'notices' | 'leaflet'>): string[] {
  return notices.flatMap(({ code, params }) =>
    code === 'refusal-lifted' ? [fill(leaflet.lifted[params.code as LiftedCode].text, params)] : [],
  );
}
