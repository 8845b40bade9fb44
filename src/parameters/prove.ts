import type * as z from 'zod/mini';
import english from 'zod/v4/locales/en.js';
import { DataError } from './data-error.js';
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
 * Checks the content of every data file against its schema and every citation against the sources, and freezes it.
 * @param contentOf what the file data/NAME.json holds, by its name.
 * @throws DataError naming the file and the field.
 */
export function parametersOf(contentOf: (name: string) => unknown): Parameters {
  const { sources } = proven('sources', contentOf, sourcesSchema);
  const named = Object.entries(topics).map(([name, schema]) => [name, proven<unknown>(name, contentOf, schema)]);
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

function proven<T>(name: string, contentOf: (name: string) => unknown, schema: z.ZodMiniType<T>): T {
  const result = schema.safeParse(contentOf(name), { error: english().localeError });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new DataError(
    `data/${name}.json, ${issue?.path.join('.') || 'the whole file'}: ${issue?.message ?? 'not as expected'}`,
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
