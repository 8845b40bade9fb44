import { type Notice, notice } from '../answer/notice.js';
import { cite } from '../values/citation.js';
import { isBelow } from '../values/thresholds.js';
import { regimenFor } from './regimen.js';
import type { Ladder, TitrationContext } from './types.js';

/** An estimate that is shown and does not decide, in a lower band than the one that does: which, and what it would give. */
export function estimateNotices({ applicable, renal }: Ladder, context: TitrationContext): Notice[] {
  const { deciding, estimates } = renal;
  const { bands, lowestDecides } = context.renal;
  if (deciding === undefined || deciding.method === 'given-clearance' || deciding.method === 'given-egfr') return [];
  const place = (id: string) => bands.findIndex((band) => band.id === id);
  const lower = estimates
    .filter((each) => place(each.band) < place(deciding.band) && isBelow(each.value.value, deciding.value.value))
    .sort((a, b) => a.value.value - b.value.value)[0];
  const band = lower && bands[place(lower.band)];
  if (lower === undefined || band === undefined) return [];
  const avoided = band.action.kind === 'avoid';
  const country = applicable.country;
  const regimen = avoided
    ? undefined
    : regimenFor({ country }, { ...applicable, band, clearance: lower.value.value }, context);
  const { method, weight, value } = lower;
  const estimate = { method, ...(weight && { weight }), value, band: lower.band };
  return [
    notice(
      'shown-estimate-lower',
      { estimate, ...(regimen && { ceiling: regimen.ceiling.value }) },
      cite(lowestDecides),
    ),
  ];
}
