import { strengthFields } from '../../contract/fields/switch.js';
import type { Side } from '../../core/switch/types.js';
import type { Quantity } from '../../core/values/quantity.js';
import { type Read, spaced } from '../typed/read.js';
import { readStrength } from '../typed/strength.js';
import { fieldFlag, flag } from './flag.js';

const group = 'Products';

/** A product by its id or a liquid by its strength; which words are products is for the core to say. */
export function readSide(text: string): Read<Side> {
  const typed = spaced(text).toLowerCase();
  if (/^[a-z][a-z0-9 -]*$/.test(typed)) return { ok: { product: typed } };
  const read = readStrength(text);
  if ('ok' in read) return { ok: { strength: read.ok } };
  return /^[\d.,]/.test(typed)
    ? read
    : { wrong: 'it takes a product such as solution-1, or a strength such as 1mg/mL' };
}

/** Labels of bottles, one or several. */
function readLabels(texts: readonly string[]): Read<readonly Quantity<'mg/mL'>[]> {
  const read = texts.map((text) => readStrength(text));
  return read.find((each) => 'wrong' in each) ?? { ok: read.flatMap((each) => ('ok' in each ? [each.ok] : [])) };
}

/** The two bottles of a switch, and their strengths said again. */
export const sideFlags = {
  from: flag<Side, 'from'>({
    to: 'from',
    takes: '<product>',
    group,
    main: true,
    words: 'the old product (solution-1, tablet-10), or its strength in mg per mL',
    values: ({ products }) => products.products.map(({ id }) => id),
    read: readSide,
  }),
  to: flag<Side, 'to'>({
    to: 'to',
    takes: '<product>',
    group,
    main: true,
    words: 'the new product (suspension-5), or its strength in mg per mL',
    values: ({ products }) => products.products.map(({ id }) => id),
    read: readSide,
  }),
  strength: fieldFlag(strengthFields.strength, { to: 'strength', takes: '<mg/mL>', group, read: readStrength }),
  label: flag<readonly Quantity<'mg/mL'>[], 'label'>({
    to: 'label',
    takes: '<mg/mL...>',
    group,
    main: true,
    words: strengthFields.label.says,
    readAll: readLabels,
  }),
};
