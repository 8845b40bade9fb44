import * as z from 'zod/mini';
import { schemaId } from '../core/answer/schema-id.js';
import { type Line, topicIds } from '../core/monograph/types.js';
import { evidenceGrades, type Provenance } from '../core/values/citation.js';
import { printedSource } from './answer.js';
import { exactly } from './exact.js';
import { text } from './shapes.js';

const provenance = exactly<Provenance>()(
  z.strictObject({
    source: text,
    locator: text,
    evidence: z.enum(evidenceGrades),
    checked: z.iso.date(),
    note: text,
  }),
);

const named = { id: z.enum(topicIds), summary: text };

const saying = { text, whose: text.check(z.describe('Whose text says so')), citations: z.array(provenance) };

const line = exactly<Line>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('statement'), weight: z.enum(['warning', 'answer', 'detail']), ...saying }),
    z.strictObject({
      kind: z.literal('disagreement'),
      weight: z.enum(['answer', 'detail']),
      about: text,
      sides: z.array(z.strictObject(saying)),
    }),
  ]),
);

const head = { schema: z.literal(schemaId('monograph')), version: text, data: z.iso.date() };

/** What `baclofen monograph --json` prints: the topics, or one of them whole with its sources. */
export const monographAnswer = z.union([
  z.strictObject({ ...head, topics: z.array(z.strictObject(named)) }),
  z.strictObject({
    ...head,
    topic: z.strictObject({ ...named, lines: z.array(line) }),
    sources: z.array(printedSource),
  }),
]);
