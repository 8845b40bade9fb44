import type { RecordRemark } from '../../core/patient/file.js';
import { codeOf, type Node, nodeOf, nodesOf, textOf } from './node.js';
import { type FhirContext, type Resource, referencedBy, refused } from './resource.js';

/** A record taken apart. */
export interface Collected {
  /** In the order of the file. */
  readonly resources: readonly Resource[];
  /** Type and id of what was deleted, and when where that is known. */
  readonly deleted: readonly Deletion[];
  readonly remarks: readonly RecordRemark[];
  /** In a history the newest stands first. */
  readonly newestFirst: boolean;
}

export interface Deletion {
  readonly key: string;
  readonly at: string | undefined;
  /** How many resources stood before it. */
  readonly after: number;
}

interface Gathered {
  readonly resources: Resource[];
  readonly deleted: Deletion[];
  readonly remarks: RecordRemark[];
  readonly bundles: Node[];
}

/** All resources, out of Bundles inside Bundles, Parameters and contained ones. @throws InputError where it is none. */
export function collect(contents: readonly Node[], context: FhirContext): Collected {
  const into: Gathered = { resources: [], deleted: [], remarks: [], bundles: [] };
  const [only] = contents;
  if (contents.length === 1 && only?.resourceType === 'OperationOutcome') {
    throw refused(context, 'which is a message of a server and no record', 'the record of one patient');
  }
  for (const content of contents) gather(content, undefined, into, context);
  return {
    resources: into.resources,
    deleted: into.deleted,
    remarks: [...partsMissing(into.bundles), ...into.remarks],
    newestFirst: into.bundles.some(({ type }) => type === 'history'),
  };
}

function gather(content: Node, fullUrl: string | undefined, into: Gathered, context: FhirContext): void {
  const type = textOf(content.resourceType);
  if (type === 'Bundle') gatherBundle(content, into, context);
  else if (type === 'Parameters') gatherParameters(content.parameter, into, context);
  else if (type === 'OperationOutcome') into.remarks.push(...messages(content));
  else if (type !== undefined) {
    const id = codeOf(content.id);
    const name = `${shown(type)}/${id === undefined ? `number ${into.resources.length + 1}` : shown(id)}`;
    const resource = { type, name, content, ...(id && { id }), ...(fullUrl && { fullUrl }) };
    if (isSubsetted(content)) into.remarks.push({ what: 'subsetted', from: name });
    into.resources.push(resource);
    gatherContained(resource, into);
  }
}

/** Names in sentences stay short, and have only the letters that names in FHIR have. */
function shown(text: string): string {
  const plain = text.replace(/[^\w.-]/g, '?');
  return plain.length > 40 ? `${plain.slice(0, 37)}...` : plain;
}

function gatherContained(inside: Resource, into: Gathered): void {
  for (const content of nodesOf(inside.content.contained)) {
    const type = textOf(content.resourceType);
    if (type === undefined) continue;
    const id = codeOf(content.id);
    const name = `${shown(type)}/${shown(id ?? 'without id')} inside ${inside.name}`;
    into.resources.push({ type, name, content, inside, ...(id && { id }) });
  }
}

function gatherBundle(bundle: Node, into: Gathered, context: FhirContext): void {
  into.bundles.push(bundle);
  for (const entry of nodesOf(bundle.entry)) {
    const fullUrl = textOf(entry.fullUrl);
    const method = textOf(nodeOf(entry.request)?.method)?.toUpperCase();
    const url = textOf(nodeOf(entry.request)?.url) ?? fullUrl;
    if (method === 'PATCH') {
      throw refused(context, 'in which an entry changes a part of a resource', 'whole resources');
    }
    if (method === 'DELETE' && url !== undefined) {
      const { type = '', id } = referencedBy(url);
      const at = textOf(nodeOf(entry.response)?.lastModified);
      into.deleted.push({ key: `${type}/${id}`, at, after: into.resources.length });
      continue;
    }
    const inside = nodeOf(entry.resource);
    const bare = 'resourceType' in entry ? entry : undefined;
    const resource = inside ?? bare;
    if (resource !== undefined) gather(resource, fullUrl, into, context);
    else if (/^[45]\d\d/.test(textOf(nodeOf(entry.response)?.status) ?? '')) {
      into.remarks.push({ what: 'server message', from: 'Bundle' });
    }
  }
}

function gatherParameters(parameters: unknown, into: Gathered, context: FhirContext): void {
  for (const parameter of nodesOf(parameters)) {
    const resource = nodeOf(parameter.resource);
    if (resource !== undefined) gather(resource, undefined, into, context);
    gatherParameters(parameter.part, into, context);
  }
}

/** An answer that says that something went wrong is no whole record. */
function messages(outcome: Node): RecordRemark[] {
  const serious = nodesOf(outcome.issue).some(({ severity }) => severity !== 'information' && severity !== 'success');
  return serious ? [{ what: 'server message', from: 'OperationOutcome' }] : [];
}

function isSubsetted({ meta }: Node): boolean {
  const { tag, security } = nodeOf(meta) ?? {};
  return [...nodesOf(tag), ...nodesOf(security)].some(({ code }) =>
    ['SUBSETTED', 'REDACTED', 'MASKED'].includes(String(code)),
  );
}

/** Whether pages are missing: a next one that is not here, or fewer results than were found. */
function partsMissing(bundles: readonly Node[]): RecordRemark[] {
  const links = (bundle: Node, relation: string) =>
    nodesOf(bundle.link).flatMap((link) => (link.relation === relation ? [textOf(link.url) ?? ''] : []));
  const here = new Set(bundles.flatMap((bundle) => links(bundle, 'self')));
  const next = bundles.flatMap((bundle) => links(bundle, 'next')).filter((url) => !here.has(url));
  const fewer = bundles.some(({ total }) => {
    const pages = bundles.filter((each) => each.total === total);
    return typeof total === 'number' && sum(pages.map(matchesIn)) < total;
  });
  return [
    ...(next.length > 0 ? [{ what: 'next page', from: 'Bundle' } as const] : []),
    ...(fewer ? [{ what: 'fewer than its total', from: 'Bundle' } as const] : []),
    ...(bundles.some(isSubsetted) ? [{ what: 'subsetted', from: 'Bundle' } as const] : []),
  ];
}

function matchesIn(bundle: Node): number {
  const modes = nodesOf(bundle.entry).map(({ search }) => nodeOf(search)?.mode ?? 'match');
  return modes.filter((mode) => mode === 'match').length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
