/** A value that differs between two answers; absent where only one of them has it. */
export interface Change {
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Every value that differs between two pieces of JSON, and the way to it. */
export function changesBetween(before: unknown, after: unknown, path = ''): Change[] {
  if (before === undefined) return after === undefined ? [] : [{ path, after }];
  if (after === undefined) return [{ path, before }];
  if (!isBranch(before) || !isBranch(after) || Array.isArray(before) !== Array.isArray(after)) {
    return Object.is(before, after) ? [] : [{ path, before, after }];
  }
  const [from, to] = [membersOf(before, after), membersOf(after, before)];
  const names = new Set([...from.keys(), ...to.keys()]);
  return [...names].flatMap((name) => {
    const step = Array.isArray(before) ? `[${name}]` : `${path === '' ? '' : '.'}${name}`;
    return changesBetween(from.get(name), to.get(name), `${path}${step}`);
  });
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** The members of an object by name; of a list by what names its elements in both, or else by their place. */
function membersOf(branch: object, other: object): Map<string, unknown> {
  if (!Array.isArray(branch) || !Array.isArray(other)) return new Map(Object.entries(branch));
  const key = ['id', 'code', 'name', 'label'].find((each) => [branch, other].every((list) => isKeyed(list, each)));
  return new Map(branch.map((element, index) => [key ? String(element[key]) : String(index), element]));
}

function isKeyed(list: readonly unknown[], key: string): boolean {
  const keys = list.map((element) => (isBranch(element) ? (element as Record<string, unknown>)[key] : undefined));
  return keys.every((each) => typeof each === 'string') && new Set(keys).size === keys.length;
}
