import { type Refusal, refusal } from '../answer/refusal.js';
import type { LiquidProduct, Product } from '../doses/product.js';
import { cite, plain } from '../values/citation.js';
import { InputError } from '../values/input-error.js';
import type { Quantity } from '../values/quantity.js';
import { isAt } from '../values/thresholds.js';
import type { Marks, Side, SwitchContext, SwitchRequest } from './types.js';

/** The two bottles of a switch, as doses are made from them. */
export interface Bottles {
  readonly old: { readonly side: Side; readonly product: Product };
  readonly new: { readonly side: Side; readonly product: Product };
}

/**
 * What a switch goes from and to; a strength that is not known has to be said twice.
 * @throws InputError where a side is missing or is nothing known, or a strength was said in two ways.
 */
export function bottlesOf(request: SwitchRequest, context: SwitchContext): Bottles | Refusal {
  const { from, to, again } = sidesOf(request);
  for (const side of [to, from]) {
    const refused = elsewhere(side, context);
    if (refused) return refused;
  }
  const bottles = {
    old: { side: from, product: productFor('from', from, context) },
    new: { side: to, product: productFor('to', to, context) },
  };
  requireSaidAlike(again, bottles);
  const unknown = [to, from].find((side) => 'strength' in side && !isKnown(side.strength, again, context));
  return unknown && 'strength' in unknown ? strengthUnknown(unknown.strength, context) : bottles;
}

type Again = readonly { readonly field: 'label' | 'strength'; readonly strength: Quantity<'mg/mL'> }[];

/** `strength` stands for the side that was left out, else it says one of the two again. */
function sidesOf({ from, to, strength, label = [], volume }: SwitchRequest): { from: Side; to: Side; again: Again } {
  const stands = from === undefined || to === undefined;
  const left = strength && { strength };
  const start = from ?? (to && left);
  const end = to ?? (from && left);
  const takes = 'a product such as solution-1, or a strength such as 1mg/mL';
  if (start === undefined) {
    throw new InputError('from', volume ? `${volume.value} mL without a strength` : 'nothing', takes);
  }
  if (end === undefined) throw new InputError('to', 'nothing', takes);
  if (JSON.stringify(start) === JSON.stringify(end)) {
    throw new InputError('to', 'the same as `from`', 'another product or strength');
  }
  return {
    from: start,
    to: end,
    again: [
      ...label.map((each) => ({ field: 'label' as const, strength: each })),
      ...(strength && !stands ? [{ field: 'strength' as const, strength }] : []),
    ],
  };
}

/** Another drug or route, and what is published about it. */
function elsewhere(side: Side, { switch: { otherDrugs, routes }, intrathecal }: SwitchContext): Refusal | undefined {
  if (!('product' in side)) return undefined;
  const { product: name } = side;
  if (routes.includes(name)) {
    const said = [intrathecal.noConversion, ...intrathecal.doneInPrint];
    return refusal('switch-elsewhere', { kind: 'route', name, published: said.map(({ text }) => text) }, cite(...said));
  }
  const found = otherDrugs.find(({ names }) => names.includes(name));
  if (found === undefined) return undefined;
  const published = found.statements.map(({ text }) => text);
  return refusal('switch-elsewhere', { kind: 'drug', name, published }, cite(...found.statements));
}

function productFor(field: 'from' | 'to', side: Side, context: SwitchContext): Product {
  if ('strength' in side) return liquidOf(side.strength, context.switch.marks);
  const { products } = context.products;
  const found = products.find(({ id }) => id === side.product);
  if (found) return found;
  const ids = products.map(({ id }) => id).join(', ');
  throw new InputError(field, `"${side.product}"`, `a strength such as 1mg/mL, or one of ${ids}`);
}

/** A liquid of which only the strength is known, measured as any liquid is. */
export function liquidOf(strength: Quantity<'mg/mL'>, { step, fineStep }: Marks): LiquidProduct {
  return {
    id: `liquid-${strength.value}`,
    name: `oral liquid of ${strength.value} mg per mL`,
    markets: [],
    kind: 'liquid',
    form: 'solution',
    concentration: { ...step, ...plain(strength), alternatives: [] },
    step,
    fineStep,
  };
}

/** The liquids of a request that are no products of the data, for those who print them. */
export function liquidsSaid(request: SwitchRequest, marks: Marks): LiquidProduct[] {
  const sides = [request.from, request.to, request.strength && { strength: request.strength }];
  const strengths = sides.flatMap((side) => (side && 'strength' in side ? [side.strength] : []));
  return strengths
    .filter((each, index) => strengths.findIndex(({ value }) => value === each.value) === index)
    .map((strength) => liquidOf(strength, marks));
}

function concentrationOf(product: Product): number | undefined {
  return product.kind === 'liquid' ? product.concentration.value : undefined;
}

/** What was said again is the strength of one of the bottles. */
function requireSaidAlike(again: Again, { old, new: fresh }: Bottles): void {
  const strengths = [old, fresh].map(({ product }) => concentrationOf(product)).filter((each) => each !== undefined);
  for (const { field, strength } of again) {
    if (strengths.some((each) => isAt(each, strength.value))) continue;
    const said = strengths.map((each) => `${each} mg per mL`).join(' or ') || 'no strength, as both are tablets';
    throw new InputError(field, `${strength.value} mg per mL beside ${said}`, {
      wrong: 'two strengths were said: read the label again and write the same one twice',
    });
  }
}

/** Whether a product has this strength, a source says that it is compounded, or it was said twice. */
function isKnown(strength: Quantity<'mg/mL'>, again: Again, context: SwitchContext): boolean {
  const known = [
    ...context.products.products.map(concentrationOf),
    ...context.switch.compounded.map(({ value }) => value),
    ...again.map((each) => each.strength.value),
  ];
  return known.some((each) => each !== undefined && isAt(each, strength.value));
}

function strengthUnknown(strength: Quantity<'mg/mL'>, { products, switch: { compounded } }: SwitchContext): Refusal {
  const liquids = products.products.filter((each) => each.kind === 'liquid');
  const known = [...liquids.map(({ concentration }) => plain(concentration)), ...compounded.map((each) => plain(each))];
  return refusal('strength-unknown', { strength, known }, cite(...compounded));
}
