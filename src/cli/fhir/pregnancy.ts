import type { RecordEntry } from '../../core/patient/file.js';
import { daysBetween } from '../../core/values/calendar.js';
import { momentOf, newestOf, undated } from './moment.js';
import { conceptOf, hasContent, statusOf, textOf, wordsOf } from './node.js';
import { whenOf } from './observation.js';
import type { FhirContext, Resource } from './resource.js';
import { listsOf } from './vocabulary.js';

/** An observation that says whether the patient is pregnant, as a condition of the record: the newest decides. */
export function pregnancyIn(resources: readonly Resource[], context: FhirContext): RecordEntry[] {
  const { status, dueDate, currentFor } = context.vocabulary.records.pregnancy;
  const said = resources.flatMap((resource) => {
    const { type, content } = resource;
    if (type !== 'Observation' || statusOf(content.status) === 'cancelled' || hasContent(content.focus)) return [];
    const code = conceptOf(content.code);
    const isStatus = listsOf(code, status).length > 0;
    const isTest = !isStatus && context.vocabulary.pregnancyTest(code);
    if (!isStatus && !isTest && listsOf(code, dueDate).length === 0) return [];
    const moment = whenOf(content).moment ?? undated;
    const old = daysBetween(moment.to, context.today);
    const isNow = isStatus ? isPregnant : isTest ? isPositive : isAwaited;
    const pregnant = isNow(resource, context);
    return [{ resource, moment, pregnant: pregnant && old <= currentFor.value }];
  });
  const found = newestOf(said).find(({ pregnant }) => pregnant);
  // As data/conditions.json names it.
  return found ? [{ from: found.resource.name, name: 'pregnancy', codes: [] }] : [];
}

function isPregnant({ content }: Resource, { vocabulary }: FhirContext): boolean {
  const value = conceptOf(content.valueCodeableConcept ?? content.valueString);
  const coded = listsOf(value, vocabulary.records.pregnancy.pregnant.codes).length > 0;
  const words = wordsOf(value);
  return coded || content.valueBoolean === true || (vocabulary.pregnant(words) && !vocabulary.denied(words));
}

function isPositive({ content }: Resource, { vocabulary }: FhirContext): boolean {
  const words = wordsOf(conceptOf(content.valueCodeableConcept ?? content.valueString));
  return content.valueBoolean === true || (vocabulary.positive(words) && !vocabulary.denied(words));
}

/** Whether the day of delivery is still to come. */
function isAwaited({ content }: Resource, { today }: FhirContext): boolean {
  const due = momentOf(textOf(content.valueDateTime) ?? textOf(content.valueString) ?? '');
  return due !== undefined && due.to >= today;
}
