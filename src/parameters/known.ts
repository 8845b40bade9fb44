import { dataFolder, readText } from './folder.js';
import type { Parameters } from './load.js';

/** What the build proved: the text of every data file by its name, and the date of the data. */
export interface Proven {
  readonly files: Readonly<Record<string, string>>;
  readonly date: string;
}

/**
 * The parameters without proving them again, which takes longer than the calculation: only where every file still
 * reads, letter by letter, as it did when it was proven. Undefined where one does not; then `loadParameters` judges.
 */
export function knownParameters({ files, date }: Proven, folder: URL = dataFolder): Parameters | undefined {
  const parts: Record<string, unknown> = {};
  for (const [name, proven] of Object.entries(files)) {
    if (readIfThere(folder, name) !== proven) return undefined;
    parts[name.replace(/\.json$/, '')] = JSON.parse(proven);
  }
  // Each part has the shape that its schema proved.
  const { sources, ...rest } = parts as Omit<Parameters, 'sources' | 'date'> & { sources: Pick<Parameters, 'sources'> };
  return { ...rest, sources: sources.sources, date };
}

function readIfThere(folder: URL, name: string): string | undefined {
  try {
    return readText(folder, name);
  } catch {
    return undefined;
  }
}
