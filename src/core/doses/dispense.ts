import type { CalculationStep } from '../answer/outcome.js';
import type { Piece } from '../answer/piece.js';
import { cite } from '../values/citation.js';
import { quantity, tidy } from '../values/quantity.js';
import { type Product, productOf } from './product.js';
import type { Step } from './schedule.js';

/**
 * What to dispense for a schedule through a last day: whole tablets or packets, or mL.
 * Halves are added up over all days; only the end is rounded up to a whole tablet. No overage.
 */
export function dispense(schedule: readonly Step[], throughDay: number): Piece[] {
  const totals = new Map<string, Piece>();
  for (const { fromDay, toDay, doses } of schedule) {
    const days = Math.min(toDay ?? throughDay, throughDay) - fromDay + 1;
    if (days <= 0) continue;
    for (const piece of doses.flatMap(({ make }) => make)) {
      totals.set(piece.product, addPieces(totals.get(piece.product), piece, days));
    }
  }
  return [...totals.values()].map((piece) => ('count' in piece ? { ...piece, count: Math.ceil(piece.count) } : piece));
}

function addPieces(total: Piece | undefined, piece: Piece, days: number): Piece {
  if ('count' in piece) {
    const before = total !== undefined && 'count' in total ? total.count : 0;
    return { product: piece.product, count: before + days * piece.count };
  }
  const before = total !== undefined && 'volume' in total ? total.volume.value : 0;
  return { product: piece.product, volume: quantity(tidy(before + days * piece.volume.value), 'mL') };
}

/** The arithmetic behind `dispense`, one entry a product: what each step uses up, and the sum. */
export function dispenseWorking(
  schedule: readonly Step[],
  throughDay: number,
  products: readonly Product[],
): CalculationStep[] {
  return dispense(schedule, throughDay).map((total): CalculationStep => {
    const product = productOf(total.product, products);
    const uses = schedule.flatMap(({ fromDay, toDay, doses }) => {
      const lastDay = Math.min(toDay ?? throughDay, throughDay);
      const daily = amountOf(doses.flatMap(({ make }) => make).filter((piece) => piece.product === product.id));
      return lastDay < fromDay || daily === 0 ? [] : [{ fromDay, lastDay, daily, days: lastDay - fromDay + 1 }];
    });
    const sum = tidy(uses.reduce((all, { daily, days }) => all + daily * days, 0));
    return {
      label: `To dispense: ${product.name}`,
      formula:
        product.kind === 'solid'
          ? `${product.form}s a day x days, added up, rounded up to whole ${product.form}s at the end`
          : 'mL a day x days, added up, without overage',
      inputs: {
        ...Object.fromEntries(
          uses.map(({ fromDay, lastDay, daily, days }) => [
            fromDay === lastDay ? `day ${fromDay}` : `days ${fromDay} to ${lastDay}`,
            `at ${daily} x ${days} = ${tidy(daily * days)}`,
          ]),
        ),
        sum: String(sum),
      },
      result: 'count' in total ? quantity(total.count, '1') : total.volume,
      citations: cite(product.kind === 'solid' ? product.strength : product.concentration),
    };
  });
}

function amountOf(pieces: readonly Piece[]): number {
  return tidy(pieces.reduce((sum, piece) => sum + ('count' in piece ? piece.count : piece.volume.value), 0));
}
