import * as z from 'zod/mini';
import { schemaId } from '../core/answer/schema-id.js';
import { anyQuantity, citations, pieces, text } from './shapes.js';

/** What a calculation takes and what it gives. */
export interface Contract<Request, Plan> {
  readonly request: z.ZodMiniType<Request>;
  readonly plan: z.ZodMiniType<Plan>;
}

const version = text.check(z.describe('The version of baclofen that answered'));
const date = z.iso.date().check(z.describe('The newest day on which a value was held against its source'));

const changedData = z.exactOptional(
  z.array(text).check(z.describe('The data files that are not those that were released')),
);

const assumptions = z
  .array(
    z.strictObject({
      name: text,
      value: z.union([anyQuantity, text]),
      reason: text,
      flag: text,
      lowers: z.exactOptional(z.literal(true)),
      citations,
    }),
  )
  .check(z.describe('What was not given and was needed, and the flag that sets it'));

const params = z.record(text, z.unknown()).check(z.describe('The numbers of the sentence'));

const notices = z
  .array(
    z.strictObject({
      code: text,
      severity: z.enum(['info', 'caution', 'warning']),
      message: text,
      params,
      citations,
    }),
  )
  .check(z.describe('What a clinician should hear; none of it changes a dose'));

const working = z
  .array(
    z.strictObject({
      label: text,
      formula: text,
      inputs: z.record(text, z.union([anyQuantity, text])),
      result: z.union([anyQuantity, text, pieces]),
      citations,
    }),
  )
  .check(z.describe('The calculation, a line each'));

/** A source, whole. */
export const printedSource = z.strictObject({
  id: text,
  type: text,
  title: text,
  short: text,
  publisher: text,
  version: text,
  url: z.exactOptional(text),
  accessed: text,
  readAs: z.exactOptional(text),
});

const sources = z.array(printedSource).check(z.describe('The sources that are cited, whole'));

const refusal = z
  .strictObject({ code: text, reason: text, instead: z.array(text), params, citations })
  .check(z.describe('The answer is that this should not be done: why, and what could be done instead'));

/** The envelope of every calculated answer: `plan` in a plan, `refusal` in a refusal, never both. */
export function answer<Request, Plan>(command: string, contract: Contract<Request, Plan>) {
  const common = {
    schema: z.literal(schemaId(command)),
    version,
    data: date,
    changedData,
    request: contract.request,
    assumptions,
    notices,
    working,
    sources,
  };
  return z.discriminatedUnion('outcome', [
    z.strictObject({ ...common, outcome: z.literal('plan'), plan: contract.plan }),
    z.strictObject({ ...common, outcome: z.literal('refusal'), refusal }),
  ]);
}

/** What `baclofen explain --json` prints: what changed between a saved answer and the same computed now. */
export const explanation = z.strictObject({
  schema: z.literal(schemaId('explain')),
  version,
  data: date,
  of: text.check(z.describe('The command that answered')),
  saved: z.strictObject({ version, data: date }),
  changedData,
  changed: z.boolean(),
  changes: z.array(
    z.strictObject({ path: text, before: z.exactOptional(z.unknown()), after: z.exactOptional(z.unknown()) }),
  ),
});
