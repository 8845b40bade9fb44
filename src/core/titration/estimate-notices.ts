import { type Notice, notice } from '../answer/notice.js';
import { cite } from '../values/citation.js';
import { isBelow } from '../values/thresholds.js';
import { madeCeiling } from './ladder.js';
import { regimenFor } from './regimen.js';
import type { Ladder, TitrationContext } from './types.js';

/** An estimate that is shown and does not decide, in a lower band than the one that does: which, and what it would give. */
export function estimateNotices({ applicable, renal, products }: Ladder, context: TitrationContext): Notice[] {
  const { deciding, estimates } = renal;
  const { bands, lowestDecides } = context.renal;
  if (deciding === undefined || deciding.method === 'given-clearance' || deciding.method === 'given-egfr') return [];
  const place = (id: string) => bands.findIndex((band) => band.id === id);
  const lower = estimates
    .filter((each) => place(each.band) < place(deciding.band) && isBelow(each.value.value, deciding.value.value))
    .sort((a, b) => a.value.value - b.value.value)[0];
  const band = lower && bands[place(lower.band)];
  if (lower === undefined || band === undefined) return [];
  const there = { ...applicable, band, clearance: lower.value.value };
  const regimen = regimenFor({ country: applicable.country }, there, context);
  const named = products.map(({ id }) => id);
  const ceiling =
    band.action.kind === 'avoid' ? undefined : madeCeiling({ applicable: there, regimen }, context.products, named);
  const { method, weight, value } = lower;
  const estimate = { method, ...(weight && { weight }), value, band: lower.band };
  return [notice('shown-estimate-lower', { estimate, ...(ceiling && { ceiling }) }, cite(lowestDecides))];
}
