import { readFileSync } from 'node:fs';
import { dataFolder } from './folder.js';
import type { Parameters } from './load.js';
import { digest } from './seal.js';

/** What the build proved: the digest of each file, in the order of the loader, and the date of the data. */
export interface Proven {
  readonly files: Readonly<Record<string, string>>;
  readonly date: string;
}

/**
 * The parameters without proving them again, which takes longer than the calculation: only where every file is still
 * the one that was proven. Else the names of those that are not; then `loadParameters` judges.
 * A part is made of its text when it is first asked for.
 */
export function knownParameters({ files, date }: Proven, folder: URL = dataFolder): Parameters | readonly string[] {
  const contents = Object.keys(files).map((name) => ({ name, bytes: bytesOf(new URL(name, folder)) }));
  const changed = contents.filter(({ name, bytes }) => digest(bytes) !== files[name]);
  if (changed.length > 0) return changed.map(({ name }) => name);
  const known = { date };
  for (const { name, bytes } of contents) {
    let part: unknown;
    const get = () => (part ??= partOf(String(bytes)));
    Object.defineProperty(known, name.replace(/\.json$/, ''), { enumerable: true, get });
  }
  // Each part has the shape that its schema proved.
  return known as Parameters;
}

function bytesOf(file: URL): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

/** The sources stand in their file as a list with a name. */
function partOf(text: string): unknown {
  const content = JSON.parse(text);
  return content.sources ?? content;
}
