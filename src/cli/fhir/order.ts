import type { LeftOut, WhyLeftOut } from '../../core/patient/file.js';
import { daysBetween } from '../../core/values/calendar.js';
import { isDated, type Line, lineHolds, readLine, type Why } from './dosage.js';
import { type Drug, type Drugs, drugOf, nameOf } from './drug.js';
import { isAhead, type Moment, momentOf } from './moment.js';
import {
  codeOf,
  conceptOf,
  hasContent,
  type Node,
  nodeOf,
  nodesOf,
  notUnderstood,
  statusOf,
  textOf,
  wordsOf,
} from './node.js';
import { understoodOfRequest, understoodOfStatement } from './order-elements.js';
import { type FhirContext, type Resource, referencedBy } from './resource.js';
import { holdsOn } from './timing.js';
import type { Vocabulary } from './vocabulary.js';

/** An order or a statement on baclofen, and what it says today. */
export interface Order {
  readonly resource: Resource;
  readonly drug: Drug;
  readonly found: readonly Line[] | Not;
  readonly at: string | undefined;
  readonly moment: Moment | undefined;
  /** Orders of one plan have one group. */
  readonly group: string | undefined;
  readonly reported: boolean;
}

/** Why it is not read; `taken` where baclofen may be taken all the same. */
export interface Not extends Why {
  readonly taken: boolean;
}

const orderTypes = [
  'MedicationRequest',
  'MedicationStatement',
  'MedicationUsage',
  'MedicationOrder',
  'MedicationPrescription',
];
/** What was handed out or given: it names the drug, and is no order. */
const otherTypes = ['MedicationDispense', 'MedicationAdministration'];

export function isOrder({ type, inside }: Resource): boolean {
  return inside === undefined && (orderTypes.includes(type) || otherTypes.includes(type));
}

/** What an order says of baclofen; undefined where it is one for something else. */
export function orderOf(
  resource: Resource,
  drugs: Drugs,
  context: FhirContext,
): Order | { readonly other: LeftOut } | undefined {
  const { vocabulary } = context;
  const drug = drugOf(resource, drugs);
  if (!drug.concepts.some((each) => vocabulary.baclofen(each))) {
    if (!vocabulary.arbaclofen(nameOf(drug))) return undefined;
    return { other: { part: 'currentDose', from: resource.name, why: 'arbaclofen' } };
  }
  const { content } = resource;
  const period = nodeOf(content.effectivePeriod);
  const at = [content.authoredOn, content.dateAsserted, content.effectiveDateTime, period?.start, content.dateWritten]
    .map((each) => textOf(each))
    .find((each) => each !== undefined);
  const group = nodeOf(content.groupIdentifier);
  return {
    resource,
    drug,
    found: readOrder(resource, drug, context),
    at,
    moment: at === undefined ? undefined : momentOf(at),
    group: group && `${textOf(group.system) ?? ''} ${codeOf(group.value) ?? ''}`,
    reported: content.reportedBoolean === true || content.reported === true || hasContent(content.reportedReference),
  };
}

const not = (why: WhyLeftOut, taken: boolean, element?: string): Not => ({
  why,
  taken,
  ...(element !== undefined && { element }),
});

function readOrder(resource: Resource, drug: Drug, context: FhirContext): readonly Line[] | Not {
  const { type, content } = resource;
  const state = stateOf(resource);
  if (state !== undefined) return state;
  if (resource.disputed) return not('several', true);
  if (otherTypes.includes(type)) return not('resource not read', true);
  if (type === 'MedicationOrder' || type === 'MedicationPrescription') return not('older standard', true);
  const statement = type !== 'MedicationRequest';
  const unknown = notUnderstood(content, statement ? understoodOfStatement : understoodOfRequest);
  if (unknown !== undefined) return not('element', true, unknown);
  const period = periodOf(content, context.today);
  if (period !== undefined) return period;
  const said = besideDose(content, drug, context.vocabulary);
  if (said !== undefined) return said;
  return linesOf(nodesOf(statement ? content.dosage : content.dosageInstruction), drug, context);
}

/** Why a drafted or active order may be no dose by mouth that its numbers tell, whatever its state. */
export function doubtOf({ content }: Resource, drug: Drug, context: FhirContext): Why | undefined {
  const said = besideDose(content, drug, context.vocabulary);
  const read = said ?? periodOf(content, context.today) ?? linesOf(nodesOf(content.dosageInstruction), drug, context);
  return 'why' in read ? read : undefined;
}

const over = [
  'completed',
  'stopped',
  'cancelled',
  'ended',
  'not-taken',
  'not-done',
  'declined',
  'failure',
  'preparation',
];
const planned = ['proposal', 'plan', 'option'];

/** Whether it is an order at all, and one that holds. */
function stateOf({ type, content }: Resource): Not | undefined {
  const status = statusOf(content.status);
  const taken = statusOf(content.taken) ?? (content.wasNotTaken === true ? 'n' : undefined);
  if (content.doNotPerform === true) return not('forbidden', false);
  if (otherTypes.includes(type))
    return status === undefined || !over.slice(1).includes(status) ? undefined : not('not active', false);
  if (over.includes(status ?? '')) return not('not active', false);
  if (planned.includes(statusOf(content.intent) ?? '') || status === 'draft' || status === 'intended')
    return not('proposal', false);
  if (status === 'on-hold' || status === 'suspended') return not('on hold', true);
  if (status !== 'active' && status !== 'recorded') return not('element', true, 'status');
  if (taken === 'n') return not('not taken', false);
  if (taken !== undefined && taken !== 'y') return not('element', true, 'taken');
  const adherence = statusOf(nodeOf(content.adherence)?.code);
  return adherence === undefined || adherence === 'taking' ? undefined : not('element', true, 'adherence');
}

function periodOf(content: Node, today: string): Not | undefined {
  const validity = nodeOf(content.dispenseRequest)?.validityPeriod;
  for (const [part, element] of [
    [content.effectivePeriod, 'effectivePeriod'],
    [validity, 'validityPeriod'],
  ] as const) {
    const holds = holdsOn(part, today);
    if (holds === 'unclear') return not('element', true, element);
    if (holds !== 'holds') return not(holds, holds === 'ended' && element === 'validityPeriod');
  }
  return undefined;
}

const stopped =
  /\b(stopped|discontinued|on hold|was held|paused|not taking|does(n't| not) take|refuses|changed to|increased to|reduced to|intrathecal|pump)\b/i;

/** What stands beside the dose and may change it: kind of course, notes, form and mixture of the drug, priority. */
function besideDose(content: Node, drug: Drug, vocabulary: Vocabulary): Not | undefined {
  const therapy = conceptOf(content.courseOfTherapyType);
  const kinds = [...therapy.codings.map(({ code }) => code), therapy.text].filter((each) => each !== undefined);
  if (kinds.some((each) => /acute|short/i.test(each))) return not('acute', true);
  if (kinds.some((each) => !/continuous|long/i.test(each))) return not('element', true, 'courseOfTherapyType');
  const priority = statusOf(content.priority);
  if (priority !== undefined && priority !== 'routine') return not('element', true, 'priority');
  if (nodesOf(content.note).some(({ text }) => stopped.test(textOf(text) ?? '')))
    return not('text disagrees', true, 'note');
  if (vocabulary.notByMouth(nameOf(drug))) return not('route', true);
  const form = wordsOf(drug.form);
  if (form !== '' && (!vocabulary.oralForm(form) || vocabulary.notByMouth(form))) return not('route', true);
  return drug.ingredients > 1 ? not('element', true, 'ingredient') : undefined;
}

/** The lines that hold today; of steps that follow one another only one does. */
function linesOf(dosages: readonly Node[], drug: Drug, context: FhirContext): readonly Line[] | Not {
  if (dosages.length === 0) return not('dose in words', true);
  const states = dosages.map((dosage) => ({ dosage, holds: lineHolds(dosage, context.today) }));
  if (states.some(({ holds }) => holds === 'unclear')) return not('element', true, 'boundsPeriod');
  const today = states.filter(({ holds }) => holds === 'holds');
  const [first] = states;
  if (today.length === 0 && first) return not(first.holds === 'not begun' ? 'not begun' : 'ended', false);
  const steps = new Set(today.map(({ dosage }) => dosage.sequence)).size > 1;
  if (steps && !today.every(({ dosage }) => isDated(dosage))) return not('several steps', true);
  const lines = today.map(({ dosage }) => readLine(dosage, drug, context));
  const unread = lines.find((each) => 'why' in each);
  return unread === undefined ? (lines as Line[]) : { ...(unread as Why), taken: true };
}

/** An order of a day that is none, or that is still to come. */
export function isMisdated({ at, moment }: Order, { today }: FhirContext): boolean {
  return at !== undefined && (moment === undefined || isAhead(moment, today));
}

/** How long ago it was written, where the record says so. */
export function orderAge({ moment }: Order, today: string): number | undefined {
  return moment === undefined ? undefined : Math.max(0, daysBetween(moment.from, today));
}

/** The orders that another one took the place of. */
export function replacedBy(orders: readonly Order[]): ReadonlySet<string> {
  return new Set(
    orders.flatMap(({ resource: { content }, found }) => {
      const prior = textOf(nodeOf(content.priorPrescription)?.reference);
      return prior === undefined || 'why' in found ? [] : [referencedBy(prior).id];
    }),
  );
}
