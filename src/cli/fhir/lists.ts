import type { RecordEntry, RecordLists } from '../../core/patient/file.js';
import { daysBetween } from '../../core/values/calendar.js';
import { quantity } from '../../core/values/quantity.js';
import { printable } from '../flags/printable.js';
import { type Drugs, drugOf } from './drug.js';
import { beginOf, isOver } from './finding.js';
import { type Concept, conceptOf, statusOf } from './node.js';
import { isOrder } from './order.js';
import { pregnancyIn } from './pregnancy.js';
import type { FhirContext, Resource } from './resource.js';

/**
 * What is taken now and what the patient has, as the record lists it, by name and code.
 * @param findings what dialysis, transplant and disease of the kidney were read from.
 */
export function listsIn(
  resources: readonly Resource[],
  drugs: Drugs,
  findings: readonly Resource[],
  context: FhirContext,
): RecordLists {
  const medications = resources
    .filter(isTaken)
    .map((each) => ({ each, concepts: drugOf(each, drugs).concepts }))
    .filter(({ concepts }) => !concepts.some(context.vocabulary.baclofen))
    .map(({ each, concepts }) => entryOf(each, concepts));
  const conditions = [
    ...resources
      .filter((each) => isHad(each) && !findings.includes(each))
      .map((each) => ({ ...entryOf(each, [conceptOf(each.content.code)]), ...begunIn(each, context) })),
    ...pregnancyIn(resources, context),
  ];
  const isNamed = ({ name, codes }: RecordEntry) => name !== undefined || codes.length > 0;
  return {
    medications: medications.filter(isNamed),
    conditions: conditions.filter(isNamed),
    unnamed: [...medications, ...conditions].filter((each) => !isNamed(each)).map(({ from }) => from),
  };
}

function isTaken(resource: Resource): boolean {
  const { type, content } = resource;
  const status = statusOf(content.status);
  const listed = isOrder(resource) && type !== 'MedicationDispense' && type !== 'MedicationAdministration';
  return (
    listed && (status === 'active' || status === 'recorded') && content.doNotPerform !== true && content.taken !== 'n'
  );
}

function isHad({ type, content, inside }: Resource): boolean {
  if (type !== 'Condition' || inside !== undefined) return false;
  return !isOver(content) && statusOf(content.verificationStatus) !== 'refuted';
}

function begunIn({ content }: Resource, { today }: FhirContext): Pick<RecordEntry, 'date' | 'old'> {
  const begun = beginOf(content);
  if (begun === undefined) return {};
  return { date: begun.to, old: quantity(Math.max(0, daysBetween(begun.to, today)), 'd') };
}

function entryOf({ name: from }: Resource, concepts: readonly Concept[]): RecordEntry {
  const codings = concepts.flatMap((each) => each.codings);
  const words = concepts.flatMap(({ text, codings: all }) => [text, ...all.map(({ display }) => display)]);
  const name = words.find((each) => each !== undefined);
  const codes = codings.flatMap(({ system, code }) =>
    code === undefined ? [] : [{ ...(system !== undefined && { system: printable(system) }), code: printable(code) }],
  );
  return { from, ...(name !== undefined && { name: printable(name) }), codes };
}
