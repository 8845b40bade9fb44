import { readFileSync } from 'node:fs';
import { dataFolder } from './folder.js';
import type { Parameters } from './load.js';

/** Ends each file in the copy. */
const end = Buffer.from('\0');

/** What the build proved: the files by name, in the order in which `copy` holds their text, and the date of the data. */
export interface Proven {
  readonly files: readonly string[];
  readonly date: string;
  readonly copy: URL;
}

/**
 * The parameters without proving them again, which takes longer than the calculation: only where every file still
 * reads, letter by letter, as it did when it was proven. Undefined where one does not; then `loadParameters` judges.
 * A part is made of its text when it is first asked for.
 */
export function knownParameters({ files, date, copy }: Proven, folder: URL = dataFolder): Parameters | undefined {
  const contents = files.map((name) => bytesOf(new URL(name, folder)));
  // Compared as bytes: as text they would fill the memory that Node clears up after a few hundred kilobytes.
  if (!Buffer.concat(contents.flatMap((bytes) => [bytes, end])).equals(bytesOf(copy))) return undefined;
  const known = { date };
  for (const [index, name] of files.entries()) {
    let part: unknown;
    const get = () => (part ??= partOf(String(contents[index])));
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
