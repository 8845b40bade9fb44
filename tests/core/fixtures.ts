import type { Piece } from '../../src/core/answer/piece.js';
import type { LiquidProduct, Product, SolidProduct } from '../../src/core/doses/product.js';
import type { Cited, Provenance } from '../../src/core/values/citation.js';
import { type Quantity, quantity, type Unit } from '../../src/core/values/quantity.js';

export const provenance: Provenance = {
  source: 'fixture',
  locator: 'none',
  evidence: 'judgement',
  checked: '2026-11-22',
  note: 'made up for a test',
};

export function cited<U extends Unit>(value: number, unit: U): Cited<U> {
  return { value, unit, ...provenance };
}

export const mg = (value: number): Quantity<'mg'> => quantity(value, 'mg');
export const mgPerDay = (value: number): Quantity<'mg/d'> => quantity(value, 'mg/d');

/** A product named after its strength in mg: solid(10, 'halves') is "tablet-10". */
export function solid(
  strength: number,
  taken: 'halves' | 'whole',
  form: SolidProduct['form'] = 'tablet',
): SolidProduct {
  return {
    kind: 'solid',
    id: `${form}-${strength}`,
    name: `${form} of ${strength} mg`,
    markets: ['XX'],
    form,
    strength: cited(strength, 'mg'),
    halves: { allowed: taken === 'halves', ...provenance },
  };
}

/** A liquid named after its concentration in mg/mL, measured in steps of so many mL. */
export function liquid(concentration: number, step: number): LiquidProduct {
  return {
    kind: 'liquid',
    id: `liquid-${concentration}`,
    name: `liquid of ${concentration} mg per mL`,
    markets: ['XX'],
    form: 'solution',
    concentration: cited(concentration, 'mg/mL'),
    step: cited(step, 'mL'),
  };
}

export const tablet5 = solid(5, 'whole');
export const tablet10 = solid(10, 'halves');
export const tablet15 = solid(15, 'whole');
export const tablet20 = solid(20, 'halves');
export const tablet25 = solid(25, 'halves');
export const solution1 = liquid(1, 0.5);

/** How many of each product (or mL of it): { 'tablet-10': 1.5 }. A product listed twice is an error. */
export function amounts(pieces: readonly Piece[]): Record<string, number> {
  const entries = pieces.map((piece) => [piece.product, 'count' in piece ? piece.count : piece.volume.value] as const);
  if (new Set(entries.map(([id]) => id)).size < entries.length) throw new Error('a product is listed twice');
  return Object.fromEntries(entries);
}

/** What the pieces come to, mg. */
export function totalOf(pieces: readonly Piece[], products: readonly Product[]): number {
  return pieces.reduce((sum, piece) => {
    const product = products.find(({ id }) => id === piece.product);
    if (product?.kind === 'solid' && 'count' in piece) return sum + piece.count * product.strength.value;
    if (product?.kind === 'liquid' && 'volume' in piece) return sum + piece.volume.value * product.concentration.value;
    throw new Error(`${piece.product} is not one of the products, or is counted in the wrong way`);
  }, 0);
}
