import type { Piece } from '../answer/piece.js';
import { type Refusal, refusal } from '../answer/refusal.js';
import { type Citation, type Cited, type CitedText, cite, type Provenance, plain } from '../values/citation.js';
import { InputError } from '../values/input-error.js';
import { requireNumbers } from '../values/numbers.js';
import { type Quantity, quantity, tidy } from '../values/quantity.js';
import { roundTo, wholeUnits } from '../values/rounding.js';
import { isAt, isBelow } from '../values/thresholds.js';

interface Described {
  readonly id: string;
  /** As a pharmacist would name it: "tablet of 10 mg". */
  readonly name: string;
  readonly markets: readonly string[];
  /** The RxNorm concept, where a source confirms it. */
  readonly rxnorm?: { readonly code: string } & Provenance;
}

/** A tablet or a packet: taken whole, or in halves where the tablet is scored. */
export interface SolidProduct extends Described {
  readonly kind: 'solid';
  readonly form: 'tablet' | 'packet';
  readonly strength: Cited<'mg'>;
  readonly halves: { readonly allowed: boolean } & Provenance;
}

/** A liquid, measured in whole marks of an oral syringe. */
export interface LiquidProduct extends Described {
  readonly kind: 'liquid';
  readonly form: 'solution' | 'suspension';
  readonly concentration: Cited<'mg/mL'>;
  readonly step: Cited<'mL'>;
  /** The finer marks of small syringes, for volumes below one. */
  readonly fineStep?: Cited<'mL'> & { readonly below: Quantity<'mL'> };
  readonly storage?: CitedText;
}

export type Product = SolidProduct | LiquidProduct;

/** A code of a public system, and where it stands. */
export type Coded = { readonly system: string; readonly code: string } & Provenance;

export interface ProductParameters {
  readonly products: readonly Product[];
  /** What records name the drug and the way it is taken by. */
  readonly codes: { readonly drug: Coded; readonly byMouth: Coded };
  readonly usual: { readonly id: string } & Provenance;
  /** What who dispenses a liquid gives along, with the places of the marks and of the volumes to be measured. */
  readonly syringe: CitedText;
}

/** The product of an id that the data hold. */
export function productOf(id: string, products: readonly Product[]): Product {
  const found = products.find((product) => product.id === id);
  if (found === undefined) throw new Error(`product ${id} is not in the data`);
  return found;
}

/** Doses are whole numbers of micrograms here, so that sums are exact. */
type Micrograms = number;

/** Whole micrograms of a dose, or undefined where the dose is finer than that. */
function inMicrograms(dose: Quantity<'mg'>): Micrograms | undefined {
  const whole = Math.round(dose.value * 1000);
  return Math.abs(dose.value * 1000 - whole) < 1e-6 ? whole : undefined;
}

function milligrams(amount: Micrograms): Quantity<'mg'> {
  return quantity(amount / 1000, 'mg');
}

/** The mark (mL) that a volume of a liquid is measured to: the finer one below the volume where small syringes end. */
export function markAt({ step, fineStep }: LiquidProduct, volume: Quantity<'mL'>): Quantity<'mL'> {
  return plain(fineStep && isBelow(volume.value, fineStep.below.value) ? fineStep : step);
}

/** The volume (mL) of an amount. */
function volumeOf(liquid: LiquidProduct, amount: Micrograms): Quantity<'mL'> {
  return quantity(tidy(amount / (liquid.concentration.value * 1000)), 'mL');
}

/** Whether a syringe has a mark at the volume of an amount. */
function isOnMark(liquid: LiquidProduct, amount: Micrograms): boolean {
  const volume = volumeOf(liquid, amount);
  const marks = volume.value / markAt(liquid, volume).value;
  return isAt(marks, Math.round(marks));
}

/** The largest dose (mg) at or below one that a syringe can measure of a liquid. */
export function measuredAtMost(dose: Quantity<'mg'>, liquid: LiquidProduct): Quantity<'mg'> {
  const volume = quantity(tidy(dose.value / liquid.concentration.value), 'mL');
  const measured = roundTo(volume.value, markAt(liquid, volume).value, 'down');
  return quantity(tidy(measured * liquid.concentration.value), 'mg');
}

/** The smallest amount of one product that can be taken. */
function smallestPiece(product: Product): Micrograms {
  if (product.kind === 'liquid') {
    const mark = Math.min(product.step.value, product.fineStep?.value ?? product.step.value);
    return Math.round(product.concentration.value * mark * 1000);
  }
  return Math.round(product.strength.value * 1000) / (product.halves.allowed ? 2 : 1);
}

/**
 * The increment of a set of products, mg: the smallest dose they make.
 * All its multiples can be made, so daily doses are split and stepped on this grid.
 */
export function smallestDose(products: readonly Product[]): Quantity<'mg'> {
  return milligrams(Math.min(...products.map(smallestPiece)));
}

/** What every dose that the products make is a multiple of, mg; not all multiples can be made. */
export function finestGrid(products: readonly Product[]): Quantity<'mg'> {
  return milligrams(gridOf(products));
}

function gridOf(products: readonly Product[]): Micrograms {
  return products.map(smallestPiece).reduce(greatestCommonDivisor);
}

interface Combination {
  readonly pieces: number;
  readonly halves: number;
  readonly used: readonly Piece[];
}

/** Fewest pieces, then fewest products, then fewest tablets to break. */
function isBetter(candidate: Combination, best: Combination | undefined): boolean {
  if (best === undefined) return true;
  if (candidate.pieces !== best.pieces) return candidate.pieces < best.pieces;
  if (candidate.used.length !== best.used.length) return candidate.used.length < best.used.length;
  return candidate.halves < best.halves;
}

/** Exact sums of tablets and packets for every amount up to one; a half counts as a piece. */
function solidSums(
  upTo: Micrograms,
  products: readonly SolidProduct[],
): (amount: Micrograms) => Combination | undefined {
  const none: Combination = { pieces: 0, halves: 0, used: [] };
  const grid = products.map(smallestPiece).reduce(greatestCommonDivisor, 0);
  if (grid === 0) return (amount) => (amount === 0 ? none : undefined);
  let best: (Combination | undefined)[] = [none, ...Array<undefined>(Math.floor(upTo / grid))];
  for (const product of [...products].sort((a, b) => b.strength.value - a.strength.value)) {
    best = best.map((without, units) => withProduct(product, smallestPiece(product) / grid, units, best, without));
  }
  // An amount between the steps of the grid has no place in the list.
  return (amount) => best[amount / grid];
}

/** The best way to so many units when some of them may be pieces of one more product. */
function withProduct(
  product: SolidProduct,
  size: number,
  units: number,
  before: readonly (Combination | undefined)[],
  without: Combination | undefined,
): Combination | undefined {
  let best = without;
  for (let parts = 1; parts * size <= units; parts += 1) {
    const rest = before[units - parts * size];
    if (rest === undefined) continue;
    const count = product.halves.allowed ? parts / 2 : parts;
    const pieces = rest.pieces + Math.ceil(count);
    // Making the list of pieces is the costly part: not for what is already worse.
    if (best !== undefined && pieces > best.pieces) continue;
    const halves = rest.halves + (Number.isInteger(count) ? 0 : 1);
    const candidate = { pieces, halves, used: [...rest.used, { product: product.id, count }] };
    if (isBetter(candidate, best)) best = candidate;
  }
  return best;
}

/**
 * A measured volume stands in only for what tablets and packets cannot make. Each sum has one, so the tablets alone are
 * counted.
 */
function combineWithLiquid(
  amount: Micrograms,
  liquids: readonly LiquidProduct[],
  solidSum: (amount: Micrograms) => Combination | undefined,
): Combination | undefined {
  let best: Combination | undefined;
  for (const liquid of liquids) {
    const mark = smallestPiece(liquid);
    for (let marks = Math.floor(amount / mark); marks >= 1; marks -= 1) {
      const rest = solidSum(amount - marks * mark);
      if (rest === undefined || !isOnMark(liquid, marks * mark)) continue;
      const volume = volumeOf(liquid, marks * mark);
      const combination = { ...rest, used: [...rest.used, { product: liquid.id, volume }] };
      if (isBetter(combination, best)) best = combination;
    }
  }
  return best;
}

/**
 * How a dose (mg) is made from the products: an exact sum, or undefined where there is none.
 * Tablets and packets alone where they can; then fewest pieces, fewest products and fewest halves. Never a quarter.
 */
export function makeDose(dose: Quantity<'mg'>, products: readonly Product[]): readonly Piece[] | undefined {
  const amount = inMicrograms(dose);
  if (amount === undefined || amount <= 0) return undefined;
  const solids = products.filter((product) => product.kind === 'solid');
  const liquids = products.filter((product) => product.kind === 'liquid');
  const solidSum = solidSums(amount, solids);
  return (solidSum(amount) ?? combineWithLiquid(amount, liquids, solidSum))?.used;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** The nearest doses (mg) that the products make, below and above; none below the smallest. @throws InputError on NaN. */
export function nearestDoses(dose: Quantity<'mg'>, products: readonly Product[]): Quantity<'mg'>[] {
  requireNumbers({ dose });
  const grid = gridOf(products);
  const makeable = (multiple: number) => makeDose(milligrams(multiple * grid), products) !== undefined;
  const at = (dose.value * 1000) / grid;
  let below = wholeUnits(at, 1, 'down');
  while (below > 0 && !makeable(below)) below -= 1;
  let above = wholeUnits(at, 1, 'up');
  while (!makeable(above)) above += 1;
  return [...new Set([below, above])].filter((multiple) => multiple > 0).map((multiple) => milligrams(multiple * grid));
}

/** Every dose (mg) up to a daily dose (mg/d) that the products make, smallest first. */
export function makeableDoses(upTo: Quantity<'mg/d'>, products: readonly Product[]): number[] {
  const grid = gridOf(products);
  const count = wholeUnits(upTo.value * 1000, grid, 'down');
  return Array.from({ length: count }, (_, index) => milligrams((index + 1) * grid))
    .filter((dose) => makeDose(dose, products) !== undefined)
    .map(({ value }) => value);
}

/** Every single product that makes the dose (mg) exactly, and how. */
export function productsThatMake(dose: Quantity<'mg'>, products: readonly Product[]): Piece[] {
  return products.flatMap((product) => {
    const pieces = makeDose(dose, [product]);
    return pieces?.[0] === undefined ? [] : [pieces[0]];
  });
}

/** The refusal for a dose (mg) that the products do not make: the nearest that they do, and what would make it. */
export function doseRefusal(dose: Quantity<'mg'>, products: readonly Product[], all: readonly Product[]): Refusal {
  const nearest = nearestDoses(dose, products);
  const ids = products.map(({ id }) => id);
  return refusal(
    'cannot-be-made',
    { dose, products: ids, nearest, makes: productsThatMake(dose, all) },
    productCitations(products),
  );
}

/** Where it stands what the products hold and how they divide. */
export function productCitations(products: readonly Product[]): Citation[] {
  return products.flatMap((product) =>
    product.kind === 'solid' ? cite(product.strength, product.halves) : cite(product.concentration, product.step),
  );
}

/** Every product, or those that a word such as "solution" may stand for: between strengths nothing is guessed. */
function productsTaken(word: string, products: readonly Product[]): string | { readonly wrong: string } {
  const kind = products.find(({ id, kind }) => kind === 'liquid' && (id.startsWith(`${word}-`) || word === kind))?.kind;
  const meant = products.filter(({ id, ...each }) => id.startsWith(`${word}-`) || each.kind === kind);
  if (meant.length === 0) return `one of ${products.map(({ id }) => id).join(', ')}`;
  return { wrong: `write which: ${meant.map(({ id, name }) => `${id} (${name})`).join(', ')}` };
}

/**
 * The products asked for, or the usual one.
 * @throws InputError on an id that is not in data/products.json, one given twice, or liquids of two strengths: a
 * volume of the one taken for the other is a wrong dose.
 */
export function selectProducts(ids: readonly string[] | undefined, parameters: ProductParameters): Product[] {
  const products = (ids ?? [parameters.usual.id]).map((id) => {
    const product = parameters.products.find((candidate) => candidate.id === id);
    if (product) return product;
    throw new InputError('products', `"${id}"`, productsTaken(id, parameters.products));
  });
  const twice = products.find((product, index) => products.indexOf(product) !== index);
  if (twice) throw new InputError('products', `"${twice.id}" twice`, 'each product once');
  const liquids = products.filter((product) => product.kind === 'liquid');
  if (new Set(liquids.map(({ concentration }) => concentration.value)).size > 1) {
    throw new InputError('products', liquids.map(({ id }) => `"${id}"`).join(' and '), 'liquids of one strength only');
  }
  return products;
}
