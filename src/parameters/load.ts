import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import type { LactationParameters } from '../core/lactation.js';
import type { LeafletParameters } from '../core/leaflet.js';
import type { MilkParameters } from '../core/milk.js';
import type { NewbornParameters } from '../core/newborn.js';
import type { ProductParameters } from '../core/product.js';
import type { RenalParameters } from '../core/renal-function.js';
import type { TaperParameters } from '../core/taper.js';
import type { TitrationParameters } from '../core/titration.js';
import { lactationSchema } from './lactation.js';
import { leafletSchema } from './leaflet.js';
import { milkSchema } from './milk.js';
import { newbornSchema } from './newborn.js';
import { productsSchema } from './products.js';
import { renalSchema } from './renal.js';
import { type Source, sourcesSchema } from './source.js';
import { taperSchema } from './taper.js';
import { titrationSchema } from './titration.js';

/** Every clinical number, proven and frozen, and the sources it stands on. */
export interface Parameters {
  readonly titration: TitrationParameters;
  readonly renal: RenalParameters;
  readonly taper: TaperParameters;
  readonly lactation: LactationParameters;
  readonly milk: MilkParameters;
  readonly newborn: NewbornParameters;
  readonly products: ProductParameters;
  readonly leaflet: LeafletParameters;
  readonly sources: readonly Source[];
  /** The newest day on which a value was held against its source, YYYY-MM-DD. */
  readonly date: string;
}

/** A data file that does not hold what it must. Says which file and which field. */
export class DataError extends Error {
  override readonly name = 'DataError';
}

const dataFolder = new URL('../../data/', import.meta.url);

/**
 * Reads data/, checks every file against its schema and every citation against sources.json, and freezes the result.
 * @throws DataError naming the file and the field.
 */
export function loadParameters(folder: URL = dataFolder): Parameters {
  const { sources } = read(folder, 'sources.json', sourcesSchema);
  const files = {
    titration: read(folder, 'titration.json', titrationSchema),
    renal: read(folder, 'renal.json', renalSchema),
    taper: read(folder, 'taper.json', taperSchema),
    lactation: read(folder, 'lactation.json', lactationSchema),
    milk: read(folder, 'milk.json', milkSchema),
    newborn: read(folder, 'newborn.json', newbornSchema),
    products: read(folder, 'products.json', productsSchema),
    leaflet: read(folder, 'leaflet.json', leafletSchema),
  };
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

function read<T>(folder: URL, name: string, schema: z.ZodType<T>): T {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  } catch (error) {
    const [why] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new DataError(`data/${name} cannot be read: ${why}`);
  }
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new DataError(
    `data/${name}, ${issue?.path.join('.') || 'the whole file'}: ${issue?.message ?? 'not as expected'}`,
  );
}

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

function freeze<T>(part: T): T {
  if (typeof part === 'object' && part !== null) {
    for (const value of Object.values(part)) freeze(value);
    Object.freeze(part);
  }
  return part;
}
