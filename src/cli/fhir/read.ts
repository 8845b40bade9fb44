import type { LeftOut, SpokenOf } from '../../core/patient/file.js';
import type { ContentPart, PatientContent } from '../patient/content.js';
import { collect } from './collect.js';
import { currentDose, type DoseTold } from './current-dose.js';
import { drugsOf } from './drug.js';
import { findingsOf } from './finding.js';
import { latestParts, type Told } from './latest.js';
import { listsIn } from './lists.js';
import { mentionsIn } from './mention.js';
import type { Node } from './node.js';
import { measurementsOf } from './observation.js';
import { isOrder, orderOf } from './order.js';
import { onePatient, patientRemarks, personParts } from './person.js';
import { subjectOf } from './reference.js';
import { type FhirContext, type Resource, refused } from './resource.js';
import { proveOnePatient } from './subject.js';
import { lastVersions } from './versions.js';
import { writtenOrders } from './written-order.js';

/**
 * Age and sex, the latest numbers of the kidney, weight and height, dialysis, an allergy to baclofen and its present
 * dose out of FHIR resources of R4 (R5, STU3 and DSTU2 where they say it in the same elements), and what of these the
 * record speaks of and was not taken.
 * @throws InputError where they are about several patients or one who has died, or nothing of these is in them.
 */
export function readFhir(contents: readonly Node[], context: FhirContext): PatientContent {
  const collected = collect(contents, context);
  const resources = lastVersions(collected);
  const patient = onePatient(resources, context);
  const drugs = drugsOf(resources);
  const results = readEach(resources, (each) => measurementsOf(each, context));
  const orders = readEach(resources.filter(isOrder), (each) => orderOf(each, drugs, context) ?? []);
  const findings = readEach(resources, (each) => findingsOf(each, context) ?? []);
  const read = new Set([...results.read, ...orders.read, ...findings.read]);
  proveOnePatient([...read], patient, context);
  const dose = currentDose(
    orders.found.flatMap((each) => ('other' in each ? [] : [each])),
    context,
  );
  const others = orders.found.flatMap((each) => ('other' in each ? [each.other] : []));
  const person = personParts(patient, context);
  const told: readonly Told[] = [person, latestParts(results.found, context), dose, ...findings.found];
  const parts = told.flatMap((each) => each.parts).filter(isFirst);
  const mentions = mentionsIn(resources, read, context.vocabulary);
  const leftOut = [...told.flatMap((each) => each.leftOut), ...others, ...mentions];
  proveSomething(parts, leftOut, context);
  return {
    form: 'fhir',
    ...subjectOf(patient),
    parts,
    leftOut: grouped(leftOut.filter((each) => isWorthSaying(each, parts)).map((each) => asNamed(each, dose))),
    remarks: [...collected.remarks.filter(isFirstRemark), ...patientRemarks(patient), ...dose.remarks],
    ...listsIn(resources, drugs, findings.read, context),
    orders: writtenOrders(resources, drugs, context),
  };
}

/** What a reader finds in each resource, and in which it found something. */
function readEach<T>(resources: readonly Resource[], reader: (resource: Resource) => T | readonly T[]) {
  const each = resources.map((resource) => ({ resource, found: [reader(resource)].flat() as T[] }));
  return {
    read: each.filter(({ found }) => found.length > 0).map(({ resource }) => resource),
    found: each.flatMap(({ found }) => found),
  };
}

function isFirst({ part }: ContentPart, index: number, all: readonly ContentPart[]): boolean {
  return all.findIndex((each) => each.part === part) === index;
}

function isFirstRemark(
  { what }: { readonly what: string },
  index: number,
  all: readonly { readonly what: string }[],
): boolean {
  return all.findIndex((each) => each.what === what) === index;
}

function proveSomething(parts: readonly ContentPart[], leftOut: readonly LeftOut[], context: FhirContext): void {
  if (parts.length > 0 || leftOut.length > 0) return;
  const takes = 'a patient, creatinine, weight, height or baclofen order in FHIR R4';
  throw refused(context, 'in which none of them was found', takes);
}

const kidney: readonly SpokenOf[] = ['creatinine', 'egfr', 'creatinineClearance', 'dialysis'];

/**
 * A disease of the kidney that is past says nothing beside a newer number, nor does a procedure beside dialysis that was
 * taken, or a form beside a weight.
 */
function isWorthSaying({ part, why, date }: LeftOut, parts: readonly ContentPart[]): boolean {
  const numbers = parts.filter((each) => kidney.includes(each.part));
  if (part === 'kidneyDisease' && numbers.length > 0) {
    // What is past by its name counts until a number is newer.
    return !(date && numbers.some((each) => each.date !== undefined && each.date > date));
  }
  if (part === 'kidneyDisease') return true;
  if (part === 'weight' && why === 'resource not read') return !parts.some((each) => each.part === 'weight');
  return !(part === 'dialysis' && parts.some((each) => each.part === 'dialysis')) || why === 'gender';
}

/** Where a present dose was read, another resource that names the drug is no news. */
function asNamed(left: LeftOut, dose: DoseTold): LeftOut {
  const known = dose.parts.length > 0 && left.part === 'baclofenNamed' && left.why === 'resource not read';
  return known ? { ...left, part: 'currentDose' } : left;
}

/** One line for all that was left out for the same reason. */
function grouped(all: readonly LeftOut[]): LeftOut[] {
  const groups = new Map<string, LeftOut[]>();
  for (const each of all) {
    const { part, why, element = '', text = '', disease = '' } = each;
    const key = `${part} ${why} ${element} ${text} ${disease}`;
    groups.get(key)?.push(each) ?? groups.set(key, [each]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    return [{ ...first, ...(others.length > 0 && { more: others.length }) }];
  });
}
