import { readFileSync } from 'node:fs';
import { dataFolder } from './folder.js';
import type { Parameters } from './load.js';

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
  const texts = files.map((name) => textOf(new URL(name, folder)));
  if (texts.join('\0') !== textOf(copy)) return undefined;
  const known = { date };
  for (const [index, name] of files.entries()) {
    let part: unknown;
    const get = () => (part ??= partOf(texts[index] ?? ''));
    Object.defineProperty(known, name.replace(/\.json$/, ''), { enumerable: true, get });
  }
  // Each part has the shape that its schema proved.
  return known as Parameters;
}

function textOf(file: URL): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** The sources stand in their file as a list with a name. */
function partOf(text: string): unknown {
  const content = JSON.parse(text);
  return content.sources ?? content;
}
