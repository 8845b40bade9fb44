import type { LeftOut, SpokenOf } from '../../core/patient/file.js';
import { type Moment, momentOf } from './moment.js';
import { hasContent, type Node, nodeOf, nodesOf, statusOf, textOf } from './node.js';
import { type Resource, referencedBy } from './resource.js';
import { folded, hasWord, type Vocabulary } from './vocabulary.js';

/** Resources that are about others than the patient, or about no patient at all. */
const ofOthers: readonly string[] = [
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Location',
  'HealthcareService',
  'RelatedPerson',
  'FamilyMemberHistory',
  'Coverage',
  'CodeSystem',
  'ValueSet',
  'StructureDefinition',
  'Library',
  'Questionnaire',
  'PlanDefinition',
  'ActivityDefinition',
  'Provenance',
  'AuditEvent',
  'Patient',
  'Medication',
  'OperationDefinition',
  'CapabilityStatement',
];

type Speaks = readonly (readonly [SpokenOf, (text: string) => boolean])[];

/** What resources that are not read speak of all the same: a line for each thing, wherever it stands. */
export function mentionsIn(
  resources: readonly Resource[],
  read: ReadonlySet<Resource>,
  vocabulary: Vocabulary,
): LeftOut[] {
  const { records } = vocabulary;
  const isBaclofen = hasWord(records.baclofen.words);
  const isDialysis = hasWord(records.dialysis.words);
  const isTransplant = hasWord(records.transplant.words);
  const speaks: Speaks = [
    ['baclofenNamed', isBaclofen],
    ['dialysis', isDialysis],
    ['transplant', isTransplant],
    ['creatinineClearance', vocabulary.clearance],
    ['egfr', vocabulary.egfr],
    ['creatinine', vocabulary.creatinine],
  ];
  const removals = removalsIn(resources, vocabulary);
  const known = new Set(
    resources.flatMap(({ type, id, fullUrl }) =>
      [id, fullUrl && referencedBy(fullUrl).id].map((each) => `${type}/${each}`),
    ),
  );
  return resources
    .filter((each) => !read.has(each) && !ofOthers.includes(each.type) && each.inside === undefined)
    .flatMap((resource) => [
      ...(pumpIn(resource, removals, vocabulary) ?? spokenOf(resource, known, speaks)),
      ...weightIn(resource, vocabulary),
    ]);
}

/** Where a pump stands; what is planned, stopped or taken out again is none. */
const ofPumps: readonly string[] = ['Device', 'DeviceUseStatement', 'DeviceUsage', 'Procedure', 'Condition'];
const none = ['inactive', 'resolved', 'stopped', 'intended', 'not-done', 'cancelled', 'preparation'];

function pumpIn(resource: Resource, removals: readonly Moment[], vocabulary: Vocabulary): LeftOut[] | undefined {
  const { type, content, name: from } = resource;
  if (!ofPumps.includes(type)) return undefined;
  const states = [content.status, content.clinicalStatus].map((each) => statusOf(each) ?? '');
  const isOver = type.startsWith('DeviceUs') && states.includes('completed');
  const isRefuted = statusOf(content.verificationStatus) === 'refuted';
  if (isOver || isRefuted || states.some((each) => none.includes(each))) return undefined;
  const words = saidIn(resource);
  const isPlaced = vocabulary.pump(words) && (vocabulary.pumpReplacement(words) || !takenBack(words, vocabulary));
  if (!isPlaced || (type === 'Procedure' && isOut(resource, removals))) return undefined;
  return [{ part: 'pump', from, why: 'resource not read' }];
}

function saidIn({ content }: Resource): string {
  const { text, meta, contained, note, ...said } = content;
  return JSON.stringify(said);
}

function takenBack(words: string, { denied, pumpRemoval }: Vocabulary): boolean {
  return denied(words) || pumpRemoval(words);
}

/** When a pump was taken out for good. */
function removalsIn(resources: readonly Resource[], { pump, pumpRemoval, pumpReplacement }: Vocabulary): Moment[] {
  return resources.flatMap((resource) => {
    if (resource.type !== 'Procedure' || statusOf(resource.content.status) !== 'completed') return [];
    const words = saidIn(resource);
    return pump(words) && pumpRemoval(words) && !pumpReplacement(words) ? (doneAt(resource) ?? []) : [];
  });
}

/** Whether what was done was surely done before a removal. */
function isOut(resource: Resource, removals: readonly Moment[]): boolean {
  const done = doneAt(resource);
  return done !== undefined && removals.some(({ from }) => done.to < from);
}

function doneAt({ content }: Resource): Moment | undefined {
  const period = nodeOf(content.performedPeriod) ?? nodeOf(content.occurrencePeriod);
  const at = textOf(content.performedDateTime) ?? textOf(content.occurrenceDateTime) ?? textOf(period?.start);
  return at === undefined ? undefined : momentOf(at);
}

/** A weight that was answered on a form: of other resources only the results are ones of the patient. */
function weightIn({ type, content, name: from }: Resource, { weightAsked }: Vocabulary): LeftOut[] {
  const isAnswered = ({ text, answer, item }: Node): boolean =>
    (weightAsked(textOf(text) ?? '') && nodesOf(answer).some(isNumber)) ||
    nodesOf(item).some(isAnswered) ||
    nodesOf(answer).some(isAnswered);
  const found = type === 'QuestionnaireResponse' && isAnswered(content);
  return found ? [{ part: 'weight', from, why: 'resource not read' }] : [];
}

function isNumber({ valueDecimal, valueInteger, valueQuantity }: Node): boolean {
  return [valueDecimal, valueInteger, valueQuantity].some(hasContent);
}

function spokenOf({ content, name: from }: Resource, known: ReadonlySet<string>, speaks: Speaks): LeftOut[] {
  // Results that stand in the record are read where they stand, and so is what is contained.
  const elsewhere = nodesOf(content.result).every(({ reference }) => {
    const { type, id } = referencedBy(textOf(reference) ?? '');
    return [`${type ?? 'Observation'}/${id}`, `Observation/${id}`].some((each) => known.has(each));
  });
  const { contained, presentedForm, meta, ...rest } = content;
  const { result, ...other } = rest;
  const text = folded(JSON.stringify(elsewhere ? other : rest));
  return speaks.filter(([, says]) => says(text)).map(([part]) => ({ part, from, why: 'resource not read' }));
}
