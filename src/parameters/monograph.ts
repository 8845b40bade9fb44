import * as z from 'zod/mini';
import { wordsFor } from '../core/monograph/find.js';
import { type MonographParameters, topicIds } from '../core/monograph/types.js';
import { id, provenanceSchema } from './cited.js';

const text = z.string().check(z.trim(), z.minLength(1));

const saying = { text, whose: text, citations: z.array(provenanceSchema).check(z.minLength(1)) };

const line = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('statement'), weight: z.enum(['warning', 'answer', 'detail']), ...saying }),
  z.strictObject({
    kind: z.literal('disagreement'),
    weight: z.enum(['answer', 'detail']),
    about: text,
    sides: z.array(z.strictObject(saying)).check(z.minLength(2)),
  }),
]);

const topic = z.strictObject({
  id: z.enum(topicIds),
  summary: text,
  synonyms: z.array(id),
  lines: z
    .array(line)
    .check(z.refine((lines) => lines.some(({ weight }) => weight !== 'detail'), 'a topic says something in brief')),
});

export const monographSchema: z.ZodMiniType<MonographParameters> = z.strictObject({
  topics: z.array(topic).check(
    z.refine((topics) => topics.map((each) => each.id).join() === topicIds.join(), 'every topic once, in its order'),
    z.refine((topics) => {
      const words = topics.flatMap(wordsFor);
      return new Set(words).size === words.length;
    }, 'one word asks for two topics'),
  ),
});
