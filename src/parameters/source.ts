import * as z from 'zod';
import { id } from './cited.js';

const text = z.string().trim().min(1);

export const sourceSchema = z.strictObject({
  id,
  type: z.enum(['label', 'guideline', 'study', 'case report', 'reference work', 'secondary', 'judgement']),
  title: text,
  publisher: text,
  version: text,
  url: z.url().exactOptional(),
  accessed: z.iso.date(),
  /** Where we read it, when that was not the document itself. */
  readAs: text.exactOptional(),
});

export type Source = Readonly<z.infer<typeof sourceSchema>>;

export const sourcesSchema = z
  .strictObject({ sources: z.array(sourceSchema).min(1) })
  .refine(({ sources }) => new Set(sources.map((each) => each.id)).size === sources.length, 'two sources share an id');
