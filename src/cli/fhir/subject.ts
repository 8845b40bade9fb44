import { codeOf, hasContent, type Node, nodeOf, nodesOf, textOf } from './node.js';
import { type FhirContext, type Referenced, type Resource, referencedBy, refused } from './resource.js';

/** That everything used is about the one patient. @throws InputError where it is not, or cannot be shown to be. */
export function proveOnePatient(used: readonly Resource[], patient: Resource | undefined, context: FhirContext): void {
  const known = patient && namesOf(patient);
  let first: Referenced | undefined;
  for (const resource of used) {
    const subject = subjectOf(resource);
    if (subject === undefined) continue;
    const referenced = referenceOf(subject, resource);
    if (referenced === undefined) {
      if (isTheirs(subject, patient)) continue;
      throw refused(context, `where it does not say of which patient ${resource.name} is`, 'references to one Patient');
    }
    if (referenced.type !== undefined && referenced.type !== 'Patient') {
      throw refused(context, `where ${resource.name} is about a ${referenced.type}`, 'references to one Patient');
    }
    const mine = known
      ? known.some((each) => isSame(each, referenced))
      : first === undefined || isSame(first, referenced);
    if (!mine) throw refused(context, 'which is about several patients', 'the record of one patient');
    first = first?.base === undefined ? referenced : first;
  }
}

function subjectOf({ content, inside }: Resource): Node | undefined {
  const own = nodeOf(content.subject) ?? nodeOf(content.patient);
  return own ?? (inside && (nodeOf(inside.content.subject) ?? nodeOf(inside.content.patient)));
}

/** A relative reference is one on the server that the resource came from. */
function referenceOf(subject: Node, { fullUrl, inside }: Resource): Referenced | undefined {
  const url = textOf(subject.reference);
  if (url === undefined) return undefined;
  const referenced = referencedBy(url);
  const base = fullUrl === undefined || inside ? undefined : referencedBy(fullUrl).base;
  return referenced.base === undefined && referenced.type !== undefined && base !== undefined
    ? { ...referenced, base }
    : referenced;
}

function namesOf({ id, fullUrl }: Resource): Referenced[] {
  const byUrl = fullUrl === undefined ? undefined : referencedBy(fullUrl);
  const base = byUrl?.base;
  return [...(id ? [{ id, ...(base !== undefined && { base }) }] : []), ...(byUrl ? [byUrl] : [])];
}

function isSame(one: Referenced, other: Referenced): boolean {
  const bases = one.base === undefined || other.base === undefined || one.base === other.base;
  return one.id === other.id && bases;
}

/** A subject without a reference: by an identifier of the patient, or by the name in a file without one. */
function isTheirs(subject: Node, patient: Resource | undefined): boolean {
  const identifier = nodeOf(subject.identifier);
  if (identifier === undefined) return patient === undefined || !hasContent(subject);
  return nodesOf(patient?.content.identifier).some(
    ({ system, value }) => codeOf(value) === codeOf(identifier.value) && textOf(system) === textOf(identifier.system),
  );
}
