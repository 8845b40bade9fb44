import { formatNumber } from '../number.js';
import { formatQuantity } from '../quantity.js';
import type { ViewContext } from './context.js';
import type { PlannedDoses } from './plan.js';

/** "Ceiling: 80 mg per day, 20 mg per dose."; nothing where the plan knows none. */
export function ceilingWords({ ceiling, ceilingAtEnd, steps }: PlannedDoses): string[] {
  if (ceilingAtEnd)
    return [`Ceiling: ${formatQuantity(ceilingAtEnd)}, from day ${formatNumber(steps.at(-1)?.fromDay ?? 1)} on.`];
  if (ceiling === undefined) return [];
  const each = ceiling.dose ? `, ${formatQuantity(ceiling.dose)} per dose` : '';
  return [`Ceiling: ${formatQuantity(ceiling.dailyDose)}${each}.`];
}

/** What who dispenses must hear: when to step, and that it is never stopped at once. */
export function prescriptionWords({ kind, steps }: PlannedDoses, { leaflet }: Pick<ViewContext, 'leaflet'>): string[] {
  const { stepUp, stepDown, neverStop } = leaflet.prescription;
  if (kind === 'newborn') return [neverStop.text];
  const step = kind === 'taper' ? stepDown : stepUp;
  return [...(steps.length > 1 ? [step.text] : []), neverStop.text];
}
