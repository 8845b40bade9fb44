import type { LeftOut, SpokenOf, WhyLeftOut } from '../../core/patient/file.js';
import { type CivilDate, daysBetween } from '../../core/values/calendar.js';
import { printable } from '../flags/printable.js';
import type { ContentPart } from '../patient/content.js';
import type { Told } from './latest.js';
import { type Moment, momentOf } from './moment.js';
import { type Concept, conceptOf, hasContent, type Node, nodeOf, nodesOf, statusOf, textOf, wordsOf } from './node.js';
import type { FhirContext, Resource } from './resource.js';

/** Allergy, dialysis, transplant and disease of the kidney, out of what the record says the patient has or had. */
export function findingsOf(resource: Resource, context: FhirContext): Told | undefined {
  const { type, content } = resource;
  if (type === 'AllergyIntolerance') return allergyOf(resource, context);
  if (isRefuted(content)) return undefined;
  if (type !== 'Condition' && type !== 'Procedure') return undefined;
  const concept = conceptOf(content.code);
  const { dialysis, transplant, kidneyDisease } = context.vocabulary;
  const disease = diseaseOf(resource, concept, context);
  const named = disease && left('kidneyDisease', resource, 'in words', disease);
  if (dialysis(concept)) return both(dialysisOf(resource, concept, context), named);
  if (transplant(concept)) return both(left('transplant', resource, 'in words'), named);
  return named ?? (kidneyDisease(concept) ? unnamed(resource, concept) : undefined);
}

/** One without a stage, by its own name. */
function unnamed(resource: Resource, concept: Concept): Told {
  const text = printable(wordsOf(concept)).slice(0, 60);
  return left('kidneyDisease', resource, 'in words', text === '' ? {} : { text });
}

/** A disease may stand in the words for what is done about it. */
function both(told: Told, named: Told | undefined): Told {
  return { ...told, leftOut: [...told.leftOut, ...(named?.leftOut ?? [])] };
}

/**
 * The name of a disease of the kidney that says how weak it is, where the patient may have it now; with the day it began
 * where it is that only as long as no number is newer.
 */
function diseaseOf(
  { type, content }: Resource,
  concept: Concept,
  { vocabulary, today }: FhirContext,
): Pick<LeftOut, 'disease' | 'date'> | undefined {
  if (type !== 'Condition' || isOver(content)) return undefined;
  const { name, currentFor } = vocabulary.namedKidneyDisease(concept) ?? {};
  if (name === undefined) return undefined;
  const begun = beginOf(content);
  const isPast = currentFor && begun && daysBetween(begun.to, today) > currentFor.value;
  return { disease: name, ...(isPast && { date: begun.to }) };
}

/** When a condition began, or was recorded. */
export function beginOf(content: Node): Moment | undefined {
  const at =
    textOf(content.onsetDateTime) ?? textOf(nodeOf(content.onsetPeriod)?.start) ?? textOf(content.recordedDate);
  return at === undefined ? undefined : momentOf(at);
}

function left(
  part: SpokenOf,
  { name: from }: Resource,
  why: WhyLeftOut,
  disease?: Pick<LeftOut, 'disease' | 'date' | 'text'>,
): Told {
  return { parts: [], leftOut: [{ part, from, why, ...disease } satisfies LeftOut] };
}

function taken(part: 'dialysis' | 'hypersensitivity', { name: from }: Resource): Told {
  return { parts: [{ part, from, value: () => true } satisfies ContentPart], leftOut: [] };
}

function isRefuted({ verificationStatus }: Node): boolean {
  return statusOf(verificationStatus) === 'refuted';
}

const doubtful = ['provisional', 'differential', 'unconfirmed', 'presumed'];
const over = ['inactive', 'resolved', 'remission'];

/** Whether a condition is said to be over. */
export function isOver(content: Node): boolean {
  const abated = Object.keys(content).some(
    (key) => /^abatement/.test(key) && content[key] !== false && hasContent(content[key]),
  );
  return over.includes(statusOf(content.clinicalStatus) ?? '') || abated;
}

function allergyOf(resource: Resource, { vocabulary }: FhirContext): Told | undefined {
  const { content } = resource;
  const substances = nodesOf(content.reaction).flatMap(({ substance }) => conceptOf(substance));
  const concepts = [conceptOf(content.code), conceptOf(content.substance), ...substances];
  const named = concepts.filter((each) => vocabulary.baclofen(each));
  if (named.length === 0) return undefined;
  if (isRefuted(content) || isOver(content) || named.every((each) => vocabulary.denied(wordsOf(each)))) {
    return left('allergy', resource, 'denied or past');
  }
  return statusOf(content.type) === 'intolerance'
    ? left('allergy', resource, 'intolerance')
    : taken('hypersensitivity', resource);
}

/** A condition that holds, or a procedure that goes on or was done as lately as a creatinine would count. */
function dialysisOf(resource: Resource, concept: Concept, { vocabulary, today }: FhirContext): Told {
  const { type, content } = resource;
  const doubted = doubtful.includes(statusOf(content.verificationStatus) ?? '');
  const holds =
    type === 'Condition'
      ? !isOver(content) && !doubted
      : isGoingOn(content, today, vocabulary.records.orderCurrentFor.value);
  return holds && !vocabulary.denied(wordsOf(concept))
    ? taken('dialysis', resource)
    : left('dialysis', resource, 'denied or past');
}

function isGoingOn(content: Node, today: CivilDate, currentFor: number): boolean {
  const status = statusOf(content.status);
  if (status === 'in-progress') return true;
  const period = nodeOf(content.performedPeriod) ?? nodeOf(content.occurrencePeriod);
  const at =
    textOf(content.performedDateTime) ??
    textOf(content.occurrenceDateTime) ??
    textOf(period?.end) ??
    textOf(period?.start);
  const done = at === undefined ? undefined : momentOf(at);
  return status === 'completed' && done !== undefined && daysBetween(done.to, today) <= currentFor;
}
