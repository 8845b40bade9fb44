import { markAt, productOf } from '../../core/doses/product.js';
import { formatNumber } from '../number.js';
import { formatQuantity } from '../quantity.js';
import { fill } from '../wording/fill.js';
import type { ViewContext } from './context.js';
import { type PlannedDoses, productsUsed } from './plan.js';

/** "Ceiling: 80 mg per day, 20 mg per dose."; nothing where the plan knows none. */
export function ceilingWords({ ceiling, ceilingAtEnd, steps }: PlannedDoses): string[] {
  if (ceilingAtEnd)
    return [`Ceiling: ${formatQuantity(ceilingAtEnd)}, from day ${formatNumber(steps.at(-1)?.fromDay ?? 1)} on.`];
  if (ceiling === undefined) return [];
  const each = ceiling.dose ? `, ${formatQuantity(ceiling.dose)} per dose` : '';
  return [`Ceiling: ${formatQuantity(ceiling.dailyDose)}${each}.`];
}

/** What who dispenses must hear: how it is taken, when to step, and that it is never stopped at once. */
export function prescriptionWords(plan: PlannedDoses, context: Pick<ViewContext, 'leaflet' | 'products'>): string[] {
  const { kind, steps } = plan;
  const { stepUp, stepDown, neverStop } = context.leaflet.prescription;
  if (kind === 'newborn') return [neverStop.text];
  const step = kind === 'taper' ? stepDown : stepUp;
  return [...howTaken(plan, context), ...(steps.length > 1 ? [step.text] : []), neverStop.text];
}

function howTaken(plan: PlannedDoses, { leaflet, products }: Pick<ViewContext, 'leaflet' | 'products'>): string[] {
  const used = productsUsed(plan).map((id) => productOf(id, products));
  return [
    ...(used.some(({ kind }) => kind === 'liquid') ? [leaflet.measure.text] : []),
    ...(used.some(({ form }) => form === 'packet') ? [leaflet.packet.text] : []),
  ];
}

/** The syringes that a liquid is supplied with, by the marks that its doses are measured to. */
export function syringeWords(
  plan: PlannedDoses,
  { leaflet, products, syringe }: Pick<ViewContext, 'leaflet' | 'products' | 'syringe'>,
): string[] {
  if (plan.kind === 'newborn') return [leaflet.newborn.syringe.text];
  const measured = plan.steps
    .flatMap(({ doses }) => doses.flatMap(({ make }) => make))
    .flatMap((piece) => {
      const product = productOf(piece.product, products);
      if (!('volume' in piece) || product.kind !== 'liquid') return [];
      return [{ volume: piece.volume.value, mark: markAt(product, piece.volume).value }];
    });
  const marks = [...new Set(measured.map(({ mark }) => mark))].sort((a, b) => a - b);
  return marks.map((mark) => {
    const volumes = measured.filter((each) => each.mark === mark).map(({ volume }) => volume);
    const [least, most] = [Math.min(...volumes), Math.max(...volumes)];
    const range = `${least === most ? '' : `${formatNumber(least)} to `}${formatQuantity({ value: most, unit: 'mL' })}`;
    return fill(syringe.text, { mark: { value: mark, unit: 'mL' }, volumes: range });
  });
}
