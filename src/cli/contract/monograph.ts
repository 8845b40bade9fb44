import * as z from 'zod/mini';
import { topicIds } from '../../core/monograph/types.js';
import { provenanceSchema } from '../../parameters/cited.js';
import { sourceSchema } from '../../parameters/source.js';

const named = { id: z.enum(topicIds), summary: z.string() };

const saying = { text: z.string(), whose: z.string(), citations: z.array(provenanceSchema) };

const line = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('statement'), weight: z.enum(['warning', 'answer', 'detail']), ...saying }),
  z.strictObject({
    kind: z.literal('disagreement'),
    weight: z.enum(['answer', 'detail']),
    about: z.string(),
    sides: z.array(z.strictObject(saying)),
  }),
]);

const head = { schema: z.literal('baclofen/monograph@2'), version: z.string(), data: z.iso.date() };

/** What `baclofen monograph --json` prints: the topics, or one of them whole with its sources. */
export const monographAnswer = z.union([
  z.strictObject({ ...head, topics: z.array(z.strictObject(named)) }),
  z.strictObject({
    ...head,
    topic: z.strictObject({ ...named, lines: z.array(line) }),
    sources: z.array(sourceSchema),
  }),
]);
