/** A cited value somewhere in the data, and the way to it. */
export interface Located {
  readonly path: string;
  readonly source: string;
  readonly locator: string;
  readonly checked: string;
  readonly evidence: string;
  readonly note: string;
  readonly value: unknown;
}

/** Every cited value below a part of the data, with its path. */
export function provenances(part: unknown, path: string): Located[] {
  if (typeof part !== 'object' || part === null) return [];
  const own =
    'source' in part && 'checked' in part ? [{ ...(part as Omit<Located, 'path' | 'value'>), path, value: part }] : [];
  return [...own, ...Object.entries(part).flatMap(([key, value]) => provenances(value, path ? `${path}.${key}` : key))];
}
