import { readFileSync } from 'node:fs';
import type * as z from 'zod/mini';
import english from 'zod/v4/locales/en.js';
import { DataError } from './data-error.js';
import { dataFolder } from './folder.js';
import { provenances } from './located.js';
import { type Source, sourcesSchema } from './source.js';
import { type Topics, topics } from './topics.js';

/** Every clinical number, proven and frozen, and the sources it stands on. */
export interface Parameters extends Topics {
  readonly sources: readonly Source[];
  /** The newest day on which a value was held against its source, YYYY-MM-DD. */
  readonly date: string;
  /** The files that are not those that were released, where the command line has found some. */
  readonly changed?: readonly string[];
}

/**
 * Reads data/, checks every file against its schema and every citation against sources.json, and freezes the result.
 * @throws DataError naming the file and the field.
 */
export function loadParameters(folder: URL = dataFolder): Parameters {
  const { sources } = read(folder, 'sources.json', sourcesSchema);
  const named = Object.entries(topics).map(([name, schema]) => [name, read<unknown>(folder, `${name}.json`, schema)]);
  // Each has been proven to be what the schema of that name describes.
  const files = Object.fromEntries(named) as Topics;
  const known = new Set(sources.map(({ id }) => id));
  const dates: string[] = [];
  for (const [name, file] of Object.entries(files)) {
    for (const { path, source, checked } of provenances(file, '')) {
      if (!known.has(source))
        throw new DataError(`data/${name}.json, ${path}: source "${source}" is not in sources.json`);
      dates.push(checked);
    }
  }
  return freeze({ ...files, sources, date: dates.sort().at(-1) ?? '' });
}

function read<T>(folder: URL, name: string, schema: z.ZodMiniType<T>): T {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  } catch (error) {
    const [why] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new DataError(`data/${name} cannot be read: ${why}`);
  }
  const result = schema.safeParse(content, { error: english().localeError });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new DataError(
    `data/${name}, ${issue?.path.join('.') || 'the whole file'}: ${issue?.message ?? 'not as expected'}`,
  );
}

/** Makes a part of the data immutable, all the way down. */
function freeze<T>(part: T): T {
  if (typeof part === 'object' && part !== null) {
    for (const value of Object.values(part)) freeze(value);
    Object.freeze(part);
  }
  return part;
}
