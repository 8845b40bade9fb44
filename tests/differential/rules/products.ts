import { type Fraction, f, least } from './fraction.js';
import { type Stuff, stuff } from './numbers.js';

export const find = (id: string): Stuff => {
  const found = stuff[id];
  if (found === undefined) throw new Error(id);
  return found;
};

export const isLiquid = (ids: readonly string[]): boolean => ids.some((id) => find(id).liquid);

/** mL, rounded down to a mark of the syringe. */
export function marked(volume: Fraction, { mark, fine }: Stuff): Fraction {
  return fine && volume.below(fine.below) ? volume.down(fine.mark) : volume.down(mark);
}

/** The smallest piece in mg; the generator names only products whose pieces are multiples of it. */
export const unitOf = (ids: readonly string[]): Fraction =>
  least(...ids.map((id) => f(find(id).strength).over(find(id).halves ? 2 : 1)));

/** Fewest pieces, a half counting as one; then fewest products. Whole tablets (in halves) of each. */
export function piecesOf(dose: Fraction, ids: readonly string[]): Record<string, Fraction> {
  const unit = unitOf(ids);
  const kinds = ids.flatMap((id) => {
    const { strength, halves } = find(id);
    return [1, ...(halves ? [0.5] : [])].map((part) => ({ id, part, units: f(strength).times(part).whole(unit) }));
  });
  type Way = { readonly pieces: number; readonly of: Record<string, number> };
  const ways: (Way | undefined)[] = [{ pieces: 0, of: {} }];
  const products = (of: Record<string, number>) => Object.keys(of).length;
  const halved = (of: Record<string, number>) => Object.values(of).filter((count) => count % 1 > 0).length;
  for (let total = 1; total <= dose.whole(unit); total += 1) {
    let best: Way | undefined;
    for (const { id, part, units } of kinds) {
      const before = ways[total - units];
      if (before === undefined) continue;
      const way = { pieces: before.pieces + 1, of: { ...before.of, [id]: (before.of[id] ?? 0) + part } };
      if (
        best === undefined ||
        way.pieces < best.pieces ||
        (way.pieces === best.pieces && products(way.of) < products(best.of)) ||
        (way.pieces === best.pieces && products(way.of) === products(best.of) && halved(way.of) < halved(best.of))
      )
        best = way;
    }
    ways[total] = best;
  }
  const way = ways[dose.whole(unit)];
  if (way === undefined) throw new Error(`cannot make ${dose.number()}`);
  return Object.fromEntries(Object.entries(way.of).map(([id, count]) => [id, f(count)]));
}

/** What the doses of some days take: tablets rounded up to whole ones at the end, mL as they are. */
export function dispensed(
  steps: readonly { readonly doses: readonly Fraction[]; readonly days: number }[],
  ids: readonly string[],
): Record<string, number> {
  const total: Record<string, Fraction> = {};
  const [first = ''] = ids;
  for (const { doses, days } of steps)
    if (days > 0)
      for (const dose of doses) {
        const pieces = isLiquid(ids) ? { [first]: dose.over(find(first).strength) } : piecesOf(dose, ids);
        for (const [id, count] of Object.entries(pieces)) total[id] = (total[id] ?? f(0)).plus(count.times(days));
      }
  return Object.fromEntries(
    Object.entries(total).map(([id, count]) => [id, find(id).liquid ? count.number() : -count.times(-1).whole()]),
  );
}

/** Parts of a day in whole units, as even as possible, the largest first; no empty ones. */
export function parts(level: Fraction, times: number, unit: Fraction): Fraction[] {
  const units = level.whole(unit);
  return Array.from({ length: times }, (_, index) => Math.floor(units / times) + (index < units % times ? 1 : 0))
    .filter((count) => count > 0)
    .map((count) => unit.times(count));
}
