import type * as z from 'zod/mini';
import { briefSchema } from './brief.js';
import { checkSchema } from './check.js';
import { conditionsSchema } from './conditions.js';
import { interactionsSchema } from './interactions.js';
import { intrathecalSchema } from './intrathecal.js';
import { lactationSchema } from './lactation.js';
import { leafletSchema } from './leaflet.js';
import { levelsSchema } from './levels.js';
import { milkSchema } from './milk.js';
import { monographSchema } from './monograph.js';
import { newbornSchema } from './newborn.js';
import { productsSchema } from './products.js';
import { recordsSchema } from './records.js';
import { renalSchema } from './renal.js';
import { restartSchema } from './restart.js';
import { switchSchema } from './switch.js';
import { taperSchema } from './taper.js';
import { titrationSchema } from './titration.js';
import { wordingSchema } from './wording.js';

/** Every file of data/ but the sources, and what it holds: data/NAME.json becomes the parameters of that name. */
export const topics = {
  titration: titrationSchema,
  renal: renalSchema,
  taper: taperSchema,
  switch: switchSchema,
  restart: restartSchema,
  lactation: lactationSchema,
  milk: milkSchema,
  newborn: newbornSchema,
  levels: levelsSchema,
  intrathecal: intrathecalSchema,
  products: productsSchema,
  leaflet: leafletSchema,
  brief: briefSchema,
  monograph: monographSchema,
  wording: wordingSchema,
  interactions: interactionsSchema,
  conditions: conditionsSchema,
  check: checkSchema,
  records: recordsSchema,
} as const satisfies Readonly<Record<string, z.ZodMiniType>>;

/** The content of each file, by its name. */
export type Topics = { readonly [Name in keyof typeof topics]: z.infer<(typeof topics)[Name]> };
