import type { LeftOut, SpokenOf } from '../../core/patient/file.js';
import { nodesOf, textOf } from './node.js';
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
  const known = new Set(
    resources.flatMap(({ type, id, fullUrl }) =>
      [id, fullUrl && referencedBy(fullUrl).id].map((each) => `${type}/${each}`),
    ),
  );
  return resources
    .filter((each) => !read.has(each) && !ofOthers.includes(each.type) && each.inside === undefined)
    .flatMap((resource) => spokenOf(resource, known, speaks));
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
