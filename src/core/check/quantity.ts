import { dispense } from '../doses/dispense.js';
import { makeDose, type Product } from '../doses/product.js';
import type { Step } from '../doses/schedule.js';
import { type Quantity, quantity, tidy } from '../values/quantity.js';
import { isAt } from '../values/thresholds.js';
import { finding } from './finding.js';
import type { ReadStep } from './read.js';
import type { CheckRequest, Finding } from './types.js';

/** What the directions use up in so many days: tablets and packets by count, a liquid in mL. */
export interface Needed {
  readonly amount: Quantity<'1'> | Quantity<'mL'>;
  readonly days: Quantity<'d'>;
}

/** The exact quantity of an order; undefined where directions, days or product are not known. */
export function neededFor(
  steps: readonly ReadStep[],
  supply: Quantity<'d'> | undefined,
  usual: readonly Product[],
): Needed | undefined {
  const through = supply?.value ?? daysOf(steps);
  if (through === undefined) return undefined;
  let fromDay = 1;
  const schedule: Step[] = [];
  for (const [index, { dailyDose, doses, days, products = usual }] of steps.entries()) {
    if (dailyDose === undefined || (doses === undefined && dailyDose.value > 0)) return undefined;
    const made = (doses ?? []).map((dose) => ({ dose, time: 'morning' as const, make: makeDose(dose, products) }));
    if (made.some(({ dose, make }) => make === undefined && dose.value > 0)) return undefined;
    const toDay = index === steps.length - 1 ? null : fromDay + (days?.value ?? Number.NaN) - 1;
    if (Number.isNaN(toDay)) return undefined;
    schedule.push({ fromDay, toDay, dailyDose, doses: made.map((each) => ({ ...each, make: each.make ?? [] })) });
    fromDay = (toDay ?? 0) + 1;
  }
  const pieces = dispense(schedule, through);
  const count = pieces.reduce((sum, piece) => sum + ('count' in piece ? piece.count : 0), 0);
  const volume = tidy(pieces.reduce((sum, piece) => sum + ('volume' in piece ? piece.volume.value : 0), 0));
  if (count > 0 && volume > 0) return undefined;
  return { amount: volume > 0 ? quantity(volume, 'mL') : quantity(count, '1'), days: quantity(through, 'd') };
}

/** The days of a sequence; a last step of none needs no end. */
function daysOf(steps: readonly ReadStep[]): number | undefined {
  const taken = steps.filter(({ dailyDose }) => dailyDose?.value !== 0);
  return taken.length > 0 && taken.every(({ days }) => days)
    ? taken.reduce((sum, { days }) => sum + (days?.value ?? 0), 0)
    : undefined;
}

export function quantityFindings({ quantity: written }: CheckRequest, needed: Needed | undefined): Finding[] {
  if (written === undefined || needed === undefined) return [];
  const { amount: limit, days } = needed;
  if (written.unit === limit.unit && isAt(written.value, limit.value)) return [];
  return [finding('quantity-disagrees', 'ask', { written, limit, days })];
}
