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
  const found: Located[] = [];
  const search = (each: unknown, at: string): void => {
    if (typeof each !== 'object' || each === null) return;
    if ('source' in each && 'checked' in each)
      found.push({ ...(each as Omit<Located, 'path' | 'value'>), path: at, value: each });
    for (const [key, value] of Object.entries(each)) search(value, at ? `${at}.${key}` : key);
  };
  search(part, path);
  return found;
}
