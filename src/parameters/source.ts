import * as z from 'zod/mini';
import { id } from './cited.js';

const text = z.string().check(z.trim(), z.minLength(1));

export const sourceSchema = z.strictObject({
  id,
  type: z.enum(['label', 'guideline', 'study', 'case report', 'reference work', 'secondary', 'judgement']),
  title: text,
  /** What it is called in a line: "Beers 2023", "Germany". */
  short: text,
  publisher: text,
  version: text,
  url: z.exactOptional(z.url()),
  accessed: z.iso.date(),
  /** Where we read it, when that was not the document itself. */
  readAs: z.exactOptional(text),
});

export type Source = Readonly<z.infer<typeof sourceSchema>>;

export const sourcesSchema = z
  .strictObject({ sources: z.array(sourceSchema).check(z.minLength(1)) })
  .check(
    z.refine(
      ({ sources }) => new Set(sources.map((each) => each.id)).size === sources.length,
      'two sources share an id',
    ),
  );
