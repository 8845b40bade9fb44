import type { Collected, Deletion } from './collect.js';
import { nodeOf, statusOf, textOf } from './node.js';
import { type Resource, referencedBy } from './resource.js';

/** Of each resource its last version; none that was deleted or entered in error. */
export function lastVersions({ resources, deleted, newestFirst }: Collected): Resource[] {
  const groups = new Map<string, Resource[]>();
  for (const resource of resources) {
    const key = keyOf(resource);
    groups.set(key, [...(groups.get(key) ?? []), resource]);
  }
  const last = [...groups.values()].flatMap((group) => (group.length === 1 ? group : lastOf(group, newestFirst)));
  return last.filter((each) => !isWithdrawn(each) && !isDeleted(each, deleted, resources, newestFirst));
}

/** Two servers may have given one id to two resources. */
function keyOf({ type, id, name, fullUrl, inside }: Resource): string {
  if (id === undefined || inside !== undefined) return `${name} ${inside?.name ?? ''} ${fullUrl ?? ''}`;
  const base = fullUrl === undefined ? '' : (referencedBy(fullUrl).base ?? '');
  return `${base} ${type}/${id}`;
}

function lastOf(group: readonly Resource[], newestFirst: boolean): Resource[] {
  const different = [...new Map(group.map((each) => [JSON.stringify(each.content), each])).values()];
  if (different.length === 1) return different;
  const ranks = [
    (each: Resource) => Date.parse(metaOf(each, 'lastUpdated')),
    (each: Resource) => Number(metaOf(each, 'versionId')),
  ];
  for (const rank of ranks) {
    const sorted = [...different].sort((one, other) => rank(other) - rank(one));
    const [first, second] = sorted;
    if (first && second && different.every((each) => !Number.isNaN(rank(each))) && rank(first) > rank(second))
      return [first];
  }
  if (newestFirst) return different.slice(0, 1);
  return different.map((each) => ({ ...each, disputed: true as const }));
}

function metaOf({ content }: Resource, key: string): string {
  return textOf(nodeOf(content.meta)?.[key]) ?? 'none';
}

/** What was entered in error never was, result, order or finding: it is passed over, and what was cancelled is said. */
function isWithdrawn({ content }: Resource): boolean {
  return [content.status, content.verificationStatus].some((each) => statusOf(each) === 'entered-in-error');
}

/** A resource that came after its deletion was made anew. */
function isDeleted(
  resource: Resource,
  deleted: readonly Deletion[],
  resources: readonly Resource[],
  newestFirst: boolean,
): boolean {
  return deleted.some(({ key, at, after }) => {
    if (key !== `${resource.type}/${resource.id}`) return false;
    const [gone, made] = [Date.parse(at ?? ''), Date.parse(metaOf(resource, 'lastUpdated'))];
    if (!Number.isNaN(gone) && !Number.isNaN(made)) return made <= gone;
    return newestFirst ? resources.indexOf(resource) >= after : true;
  });
}
