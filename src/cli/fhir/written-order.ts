import type { WrittenOrder } from '../../core/check/types.js';
import { quantity } from '../../core/values/quantity.js';
import { plainUnit } from '../typed/unit.js';
import type { Why } from './dosage.js';
import { type Drug, type Drugs, drugOf, nameOf, productStrength } from './drug.js';
import { codeOf, conceptOf, type Node, nodeOf, nodesOf, statusOf, textOf, wordsOf } from './node.js';
import { doubtOf } from './order.js';
import { type FhirContext, type Resource, referencedBy } from './resource.js';
import { arePlaced, lengthOf, linesOf, stepsOf, type WrittenLine } from './written-steps.js';

/** An order, the plan that it is a part of, and the lines that its steps were read from. */
interface Read {
  readonly order: WrittenOrder;
  readonly plan?: string | undefined;
  readonly lines: readonly WrittenLine[];
}

/**
 * Every order of baclofen that is drafted or active, as it is written; words are not read. Drafts of one plan, a product
 * each, are one order.
 */
export function writtenOrders(
  resources: readonly Resource[],
  drugs: Drugs,
  context: FhirContext,
): readonly WrittenOrder[] {
  const { hoursOfDay } = context.vocabulary.records;
  const read = resources.flatMap((resource) => readOrder(resource, drugs, context) ?? []);
  return read.flatMap(({ order, plan }, index) => {
    const parts = plan === undefined ? [] : read.filter((each) => each.plan === plan);
    const lines = parts.flatMap((each) => each.lines);
    // The same product twice is a slip, and no part of a plan.
    const products = new Set(parts.map((each) => each.lines[0] && nameOf(each.lines[0].drug)));
    const isPlan = parts.length > 1 && products.size === parts.length && arePlaced(lines);
    const steps = isPlan ? stepsOf(lines, hoursOfDay) : undefined;
    if (steps === undefined) return [order];
    const { from, draft, notByMouth } = order;
    return read.findIndex((each) => each.plan === plan) === index ? [{ from, draft, notByMouth, steps }] : [];
  });
}

function readOrder(resource: Resource, drugs: Drugs, context: FhirContext): Read | undefined {
  const { vocabulary } = context;
  const { type, content, inside } = resource;
  const status = statusOf(content.status);
  if (type !== 'MedicationRequest' || inside || content.doNotPerform === true) return undefined;
  if (status !== 'draft' && status !== 'active') return undefined;
  const drug = drugOf(resource, drugs);
  if (!drug.concepts.some((each) => vocabulary.baclofen(each))) return undefined;
  const draft = status === 'draft';
  const doubt = doubtOf(resource, drug, context);
  const words = wordsOfPlace(content, drug);
  const notByMouth = doubt?.why === 'route' || words.some((each) => vocabulary.notByMouth(each));
  const unread = notByMouth ? ({ why: 'route' } as const) : doubt && isAnother(doubt, draft) ? doubt : undefined;
  if (unread) return { order: orderOf(resource, drug, { draft, notByMouth, unread }), lines: [] };
  const lines = linesOf(nodesOf(content.dosageInstruction), drug);
  const steps = stepsOf(lines, vocabulary.records.hoursOfDay);
  const order = orderOf(resource, drug, { draft, notByMouth, ...(steps && { steps }) });
  return { order, lines, ...(draft && steps && { plan: planOf(content) }) };
}

/** What the drafts of one plan have in common; none where one takes the place of another order. */
function planOf({ groupIdentifier, priorPrescription }: Node): string | undefined {
  const group = nodeOf(groupIdentifier);
  const value = group && codeOf(group.value);
  return value === undefined || priorPrescription !== undefined ? undefined : `${textOf(group?.system)} ${value}`;
}

/**
 * Whether the dose is another than its numbers say: none any more, words that contradict them, or a rate. A draft may note
 * what it changes.
 */
function isAnother({ why, element = '' }: Why, draft: boolean): boolean {
  if (why === 'ended') return !draft;
  return (why === 'text disagrees' && !(draft && element === 'note')) || element.startsWith('rate');
}

function wordsOfPlace(content: Node, drug: Drug): string[] {
  const routes = nodesOf(content.dosageInstruction).map(({ route }) => wordsOf(conceptOf(route)));
  return [...routes, nameOf(drug), wordsOf(drug.form)];
}

function orderOf(
  { name, id, content }: Resource,
  drug: Drug,
  read: Pick<WrittenOrder, 'draft' | 'notByMouth' | 'steps' | 'unread'>,
): WrittenOrder {
  const prior = textOf(nodeOf(content.priorPrescription)?.reference);
  const { strength, packet } = productStrength(drug) ?? {};
  return {
    from: name,
    ...read,
    ...(id && { id }),
    ...(prior !== undefined && { replaces: referencedBy(prior).id }),
    ...(strength?.unit === 'mg' && !packet && { tablet: strength }),
    ...supplied(nodeOf(content.dispenseRequest)),
  };
}

function supplied(dispense: Node | undefined): Pick<WrittenOrder, 'quantity' | 'supply'> {
  const part = nodeOf(dispense?.quantity);
  const days = lengthOf(nodeOf(dispense?.expectedSupplyDuration));
  const unit = plainUnit(textOf(part?.code) ?? textOf(part?.unit) ?? '');
  const value = typeof part?.value === 'number' && part.value > 0 ? part.value : undefined;
  return {
    ...(value !== undefined && { quantity: unit === 'ml' ? quantity(value, 'mL') : quantity(value, '1') }),
    ...(days !== undefined && { supply: quantity(days, 'd') }),
  };
}
