import type { WrittenAmount, WrittenOrder, WrittenStep } from '../../core/check/types.js';
import { daysBetween } from '../../core/values/calendar.js';
import { quantity, tidy } from '../../core/values/quantity.js';
import { printable } from '../flags/printable.js';
import { plainUnit } from '../typed/unit.js';
import type { Why } from './dosage.js';
import {
  countsTablets,
  type Drug,
  type Drugs,
  drugOf,
  liquidStrength,
  nameOf,
  productStrength,
  strengthOf,
} from './drug.js';
import { momentOf } from './moment.js';
import { conceptOf, hasContent, type Node, nodeOf, nodesOf, statusOf, textOf, wordsOf } from './node.js';
import { doubtOf } from './order.js';
import { type FhirContext, type Resource, referencedBy } from './resource.js';
import { type HoursOfDay, rhythmOf } from './timing.js';

/** Every order of baclofen that is drafted or active, as it is written; words are not read. */
export function writtenOrders(
  resources: readonly Resource[],
  drugs: Drugs,
  context: FhirContext,
): readonly WrittenOrder[] {
  const { vocabulary } = context;
  return resources.flatMap((resource) => {
    const { type, content, inside } = resource;
    const status = statusOf(content.status);
    if (type !== 'MedicationRequest' || inside || content.doNotPerform === true) return [];
    if (status !== 'draft' && status !== 'active') return [];
    const drug = drugOf(resource, drugs);
    if (!drug.concepts.some((each) => vocabulary.baclofen(each))) return [];
    const draft = status === 'draft';
    const doubt = doubtOf(resource, drug, context);
    const words = wordsOfPlace(content, drug);
    const notByMouth = doubt?.why === 'route' || words.some((each) => vocabulary.notByMouth(each));
    if (notByMouth) return [orderOf(resource, drug, { draft, notByMouth, unread: { why: 'route' } })];
    if (doubt && isAnother(doubt, draft)) return [orderOf(resource, drug, { draft, notByMouth, unread: doubt })];
    const steps = stepsOf(nodesOf(content.dosageInstruction), drug, vocabulary.records.hoursOfDay);
    return [orderOf(resource, drug, { draft, notByMouth, ...(steps && { steps }) })];
  });
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
  const strength = productStrength(drug);
  return {
    from: name,
    ...read,
    ...(id && { id }),
    ...(prior !== undefined && { replaces: referencedBy(prior).id }),
    ...(strength?.unit === 'mg' && { tablet: strength }),
    ...supplied(nodeOf(content.dispenseRequest)),
  };
}

/** Lines with one number in the sequence are taken side by side, others one after the other. */
function stepsOf(dosages: readonly Node[], drug: Drug, hours: HoursOfDay): readonly WrittenStep[] | undefined {
  const numbered = dosages.map((dosage, index) => ({
    dosage,
    at: typeof dosage.sequence === 'number' ? dosage.sequence : index === 0 ? 0 : Number.NaN,
  }));
  if (dosages.length === 0 || numbered.some(({ at }) => Number.isNaN(at))) return undefined;
  const places = [...new Set(numbered.map(({ at }) => at))].sort((a, b) => a - b);
  const steps = places.map((place) => numbered.filter(({ at }) => at === place).map(({ dosage }) => dosage));
  const read = steps.map((lines) =>
    lines.length === 1 && lines[0] ? stepOf(lines[0], drug, hours) : together(lines, drug, hours),
  );
  return read.every((each) => each !== undefined) ? read : undefined;
}

function together(lines: readonly Node[], drug: Drug, hours: HoursOfDay): WrittenStep | undefined {
  const read = lines.map((line) => stepOf(line, drug, hours));
  const doses = read.flatMap((step) => {
    const dose = step?.dose;
    if (dose === undefined || !('each' in dose)) return [undefined];
    return Array.from({ length: dose.timesDaily }, () => dose.each);
  });
  if (!doses.every((each) => each !== undefined)) return undefined;
  const [first] = read;
  return {
    dose: { doses },
    ...(first?.days && { days: first.days }),
    ...(first?.strength && { strength: first.strength }),
  };
}

/** One line: an amount, so often a day, for so long; undefined where one of them is not in numbers. */
function stepOf(dosage: Node, drug: Drug, hours: HoursOfDay): WrittenStep | undefined {
  if (dosage.asNeededBoolean === true || hasContent(dosage.asNeededCodeableConcept)) return undefined;
  const rates = nodesOf(dosage.doseAndRate);
  const amount = amountOf(nodeOf(rates[0]?.doseQuantity ?? dosage.doseQuantity), drug);
  const rhythm = rhythmOf(dosage.timing, hours);
  if (amount === undefined || rates.length > 1 || typeof rhythm === 'string') return undefined;
  const days = daysOf(nodeOf(nodeOf(dosage.timing)?.repeat));
  const strength = liquidStrength(drug);
  return {
    dose: { each: amount, timesDaily: rhythm.timesDaily },
    ...(days !== undefined && { days: quantity(days, 'd') }),
    ...(amount.unit === 'mL' && strength !== undefined && { strength: quantity(strength, 'mg/mL') }),
  };
}

const spelled: ReadonlyMap<string, string> = new Map([
  ['ug', 'mcg'],
  ['ml', 'mL'],
]);

/** In the unit as written; tablets in mg where the name of the drug has one strength. */
function amountOf(part: Node | undefined, drug: Drug): WrittenAmount | undefined {
  if (part === undefined || typeof part.value !== 'number' || part.value < 0) return undefined;
  if (hasContent(part.comparator) && part.comparator !== '=') return undefined;
  const written = textOf(part.code) ?? textOf(part.unit);
  if (written === undefined) return undefined;
  const unit = plainUnit(written);
  const strength = strengthOf(drug);
  if (countsTablets(part) && strength !== undefined) return { value: tidy(part.value * strength), unit: 'mg' };
  return { value: part.value, unit: unit === 'mg' ? 'mg' : (spelled.get(unit) ?? printable(written)) };
}

/** For how many days a line holds. */
function daysOf(repeat: Node | undefined): number | undefined {
  const duration = lengthOf(nodeOf(repeat?.boundsDuration));
  if (duration !== undefined) return duration;
  const period = nodeOf(repeat?.boundsPeriod);
  const [start, end] = [period?.start, period?.end].map((each) => momentOf(textOf(each) ?? ''));
  return start && end ? daysBetween(start.from, end.to) + 1 : undefined;
}

function lengthOf(part: Node | undefined): number | undefined {
  const unit = textOf(part?.code) ?? textOf(part?.unit) ?? '';
  const each = /^d(?:ays?)?$/i.test(unit) ? 1 : /^w(?:k|eeks?)?$/i.test(unit) ? 7 : undefined;
  return typeof part?.value === 'number' && part.value > 0 && each ? part.value * each : undefined;
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
