import type { RenalPlan } from '../../core/renal/types.js';
import { type TidyTable, tidyTable } from './table.js';

/** A row an estimate, the deciding one marked; then the daily doses and the ceiling that follow. */
export function renalTable({ estimates, deciding, band, recommendation }: RenalPlan): TidyTable {
  const { dailyDoses = [], ceiling } = recommendation.action === 'avoid' ? {} : recommendation;
  const same = (one: object, other: object | undefined) => JSON.stringify(one) === JSON.stringify(other);
  return tidyTable(
    ['measure', 'step', 'method', 'weight_kind', 'weight_kg', 'value', 'unit', 'band', 'decides'],
    [
      ...estimates.map((estimate) => ({
        measure: 'estimate',
        method: estimate.method,
        weight_kind: estimate.weight?.kind,
        weight_kg: estimate.weight?.value.value,
        ...estimate.value,
        band: estimate.band,
        decides: same(estimate, deciding) ? 'yes' : 'no',
      })),
      ...dailyDoses.map((dose, index) => ({ measure: 'daily_dose', step: index + 1, ...dose, band: band.id })),
      ...(ceiling ? [{ measure: 'ceiling', ...ceiling, band: band.id }] : []),
    ],
  );
}
