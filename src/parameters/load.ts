import { readFileSync } from 'node:fs';
import type * as z from 'zod/mini';
import english from 'zod/v4/locales/en.js';
import type { LeafletParameters } from '../core/answer/leaflet.js';
import type { ProductParameters } from '../core/doses/product.js';
import type { LactationParameters } from '../core/infant-dose/types.js';
import type { ConditionParameters } from '../core/interactions/conditions.js';
import type { InteractionParameters } from '../core/interactions/types.js';
import type { MilkParameters } from '../core/milk/types.js';
import type { NewbornParameters } from '../core/newborn/types.js';
import type { RenalParameters } from '../core/renal-function/types.js';
import type { TaperParameters } from '../core/taper/types.js';
import type { TitrationParameters } from '../core/titration/types.js';
import { conditionsSchema } from './conditions.js';
import { DataError } from './data-error.js';
import { dataFolder } from './folder.js';
import { interactionsSchema } from './interactions.js';
import { lactationSchema } from './lactation.js';
import { leafletSchema } from './leaflet.js';
import { provenances } from './located.js';
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
  readonly interactions: InteractionParameters;
  readonly conditions: ConditionParameters;
  readonly sources: readonly Source[];
  /** The newest day on which a value was held against its source, YYYY-MM-DD. */
  readonly date: string;
}

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
    interactions: read(folder, 'interactions.json', interactionsSchema),
    conditions: read(folder, 'conditions.json', conditionsSchema),
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
