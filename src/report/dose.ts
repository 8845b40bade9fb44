import type { Piece } from '../core/answer/piece.js';
import { type Product, productOf } from '../core/doses/product.js';
import { type Administration, atUsualTimes } from '../core/doses/schedule.js';
import type { Citation } from '../core/values/citation.js';
import type { Quantity, Unit } from '../core/values/quantity.js';
import { formatNumber } from './number.js';
import { formatQuantity } from './quantity.js';

const frequencies: Readonly<Record<number, string>> = {
  1: 'once daily',
  2: 'twice daily',
  3: 'three times daily',
  4: 'four times daily',
};

export function frequency(timesDaily: number): string {
  return frequencies[timesDaily] ?? `${timesDaily} times daily`;
}

/** A quantity, a number of doses per day as a frequency. */
export function valueWords(quantity: Quantity<Unit>): string {
  return quantity.unit === '/d' ? frequency(quantity.value) : formatQuantity(quantity);
}

/** A default as help prints it: the value and where it stands. */
export function defaultWords(cited: Quantity<Unit> & Citation): string {
  return `${valueWords(cited)}, ${cited.source}`;
}

/** "every 6 hours": the hours between doses that divide the day evenly. */
export function intervalWords(hours: number): string {
  return hours === 24 ? frequency(1) : `every ${formatNumber(hours)} hours`;
}

/** "tablet of 10 mg" and "tablets of 10 mg". */
function plural(name: string, count: number): string {
  return count > 1 ? name.replace(/^(.*?)(tablet|packet)/, '$1$2s') : name;
}

/** So many of a product, halves in words, as a fraction can be read as a date or a count. */
export function counted(count: number, name: string): string {
  const whole = Math.floor(count);
  if (count === 0.5) return `half ${name}`;
  return count > whole
    ? `${formatNumber(whole)} and a half ${plural(name, 2)}`
    : `${formatNumber(whole)} ${plural(name, whole)}`;
}

/** One piece of a dose: "1 and a half tablets of 10 mg", "7 mL (1 mg per mL, oral solution)". */
export function formatPiece(piece: Piece, products: readonly Product[]): string {
  const product = productOf(piece.product, products);
  if ('count' in piece) return counted(piece.count, product.name);
  return `${amount(piece, product)} of ${product.name}`;
}

export function formatPieces(pieces: readonly Piece[], products: readonly Product[]): string {
  return pieces.map((piece) => formatPiece(piece, products)).join(' and ');
}

/** What to dispense for so many days; `until` is the last date in brackets. */
export function dispenseSentence(
  { supply, dispense }: { readonly supply: Quantity<'d'>; readonly dispense: readonly Piece[] },
  products: readonly Product[],
  until = '',
): string {
  const days = supply.value === 1 ? 'day 1' : `days 1 to ${formatNumber(supply.value)}`;
  return `Dispense for ${days}${until}: ${formatPieces(dispense, products)}.`;
}

/** The pieces without the name of the product, which stands beside them. */
export function formatAmounts(pieces: readonly Piece[], products: readonly Product[]): string {
  return pieces.map((piece) => amount(piece, productOf(piece.product, products))).join(' and ');
}

/** One dose at the usual times of so many a day: then "three times daily" says it all. */
export function isRegular(doses: readonly Administration[]): boolean {
  return atUsualTimes(doses) && doses.every(({ dose }) => dose.value === doses[0]?.dose.value);
}

/** The doses of a day, one line where they are regular: "5 mg three times daily". */
export function doseLines(doses: readonly Administration[]): string[] {
  const [first] = doses;
  if (first === undefined) return ['none'];
  if (doses.length === 1) return [`${formatQuantity(first.dose)} once daily, ${first.time}`];
  if (isRegular(doses)) return [`${formatQuantity(first.dose)} ${frequency(doses.length)}`];
  return doses.map(({ time, dose }) => `${formatQuantity(dose)} ${time}`);
}

/** What to take for each line of doseLines. */
export function makeLines(doses: readonly Administration[], products: readonly Product[]): string[] {
  return pieceLines(doses, (pieces) => formatPieces(pieces, products));
}

/** As makeLines where everything is made of one product, whose name and strength stand above: "half tablet", "7 mL (7 mg)". */
export function onlyLines(doses: readonly Administration[], product: Product): string[] {
  return pieceLines(doses, (pieces) => pieces.map((piece) => amount(piece, product)).join(' and '));
}

function amount(piece: Piece, product: Product): string {
  if ('count' in piece) return counted(piece.count, product.form);
  const mg = product.kind === 'liquid' ? piece.volume.value * product.concentration.value : 0;
  return `${formatQuantity(piece.volume)} (${formatNumber(mg)} mg)`;
}

/** The doses of a day in one sentence, what each is made of behind it. */
export function doseSentence(doses: readonly Administration[], products: readonly Product[]): string {
  const made = makeLines(doses, products);
  const each = doseLines(doses).map(
    (line, index) => `${line} (${made[index] ?? ''}${isRegular(doses) && doses.length > 1 ? ' each time' : ''})`,
  );
  return each.join(', ');
}

function pieceLines(doses: readonly Administration[], words: (pieces: readonly Piece[]) => string): string[] {
  const [first] = doses;
  if (first === undefined) return ['none'];
  return isRegular(doses) ? [words(first.make)] : doses.map(({ make }) => words(make));
}
