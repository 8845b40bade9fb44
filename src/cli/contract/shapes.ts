import * as z from 'zod/mini';
import { countries } from '../../core/titration/rules.js';
import type { Unit } from '../../core/values/quantity.js';

/** A quantity as JSON carries it: `{ "value": 5, "unit": "mg" }`, the unit a UCUM code. */
export const quantity = z.strictObject({ value: z.number(), unit: z.string() });

/** A quantity of a request, in the one unit that it is asked in. */
export function quantityIn(...units: [Unit, ...Unit[]]) {
  return z.strictObject({ value: z.number().check(z.nonnegative()), unit: z.enum(units) });
}

export const timesDaily = z.int().check(z.minimum(1), z.maximum(4));

export const citations = z.array(z.strictObject({ source: z.string(), locator: z.string() }));

export const fraction = z.strictObject({ numerator: z.number(), denominator: z.number() });

export const statement = z.strictObject({ text: z.string(), citations });

const piece = z.union([
  z.strictObject({ product: z.string(), count: z.number() }),
  z.strictObject({ product: z.string(), volume: quantity }),
]);

export const pieces = z.array(piece);

export const timeOfDay = z.enum(['morning', 'midday', 'evening', 'bedtime']);

/** Doses of one day and what each is made of. */
export const administrations = z.array(z.strictObject({ time: timeOfDay, dose: quantity, make: pieces }));

/** The same doses every day, `fromDay` to `toDay`, both counted; `toDay: null` has no end. */
export const step = z.strictObject({
  fromDay: z.int(),
  toDay: z.nullable(z.int()),
  fromDate: z.optional(z.iso.date()),
  toDate: z.optional(z.iso.date()),
  doses: administrations,
  dailyDose: quantity,
  perKilogram: z.optional(quantity),
});

/** What a source says, and what it would give for this patient. */
export const statementHere = z.extend(statement, {
  here: z.optional(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('avoid') }),
      z.strictObject({ kind: z.literal('start'), dailyDose: quantity }),
      z.strictObject({ kind: z.literal('doses'), dailyDoses: z.array(quantity), ceiling: quantity }),
    ]),
  ),
});

export const country = z.enum(countries);

export const disagreement = z.strictObject({
  part: z.string(),
  adopted: quantity,
  citations,
  reaches: z.optional(z.strictObject({ target: quantity, day: z.int() })),
  others: z.array(z.strictObject({ value: quantity, reachesOnDay: z.optional(z.int()), note: z.string(), citations })),
});

export const estimate = z.strictObject({
  method: z.string(),
  weight: z.optional(z.strictObject({ kind: z.enum(['actual', 'ideal', 'adjusted']), value: quantity })),
  correctedFor: z.optional(z.string()),
  value: quantity,
  band: z.string(),
  citations,
});

export const patient = z.strictObject({
  age: z.optional(quantityIn('a')),
  sex: z.optional(z.enum(['female', 'male'])),
  weight: z.optional(quantityIn('kg')),
  height: z.optional(quantityIn('cm')),
  creatinine: z.optional(quantityIn('mg/dL', 'umol/L')),
  creatinineClearance: z.optional(quantityIn('mL/min')),
  egfr: z.optional(quantityIn('mL/min/{1.73_m2}')),
  dialysis: z.optional(z.boolean()),
  spinalCordInjury: z.optional(z.enum(['paraplegia', 'tetraplegia', 'unspecified'])),
  hypersensitivity: z.optional(z.boolean()),
  usedFor: z.optional(quantityIn('d')),
});

const taken = z.strictObject({
  part: z.string(),
  value: z.union([quantity, z.string()]),
  timesDaily: z.optional(z.int()),
  from: z.optional(z.string()),
  date: z.optional(z.string()),
  old: z.optional(quantity),
  use: z.enum(['taken', 'flag instead', 'not used']),
});

/** What was read about the patient from a file, and from where in it. */
export const patientFile = z.strictObject({
  form: z.enum(['baclofen', 'fhir']),
  readOn: z.iso.date(),
  taken: z.array(taken),
  leftOut: z.array(z.strictObject({ part: z.string(), from: z.string(), why: z.string() })),
});

const source = z.strictObject({
  id: z.string(),
  type: z.string(),
  title: z.string(),
  publisher: z.string(),
  version: z.string(),
  url: z.optional(z.string()),
  accessed: z.string(),
  readAs: z.optional(z.string()),
});

/** The envelope of every calculated answer: `plan` in a plan, `refusal` in a refusal, never both. */
export function answer<Request extends z.ZodMiniType, Plan extends z.ZodMiniType>(
  command: string,
  request: Request,
  plan: Plan,
) {
  const common = {
    schema: z.literal(`baclofen/${command}@1`),
    version: z.string(),
    data: z.iso.date(),
    request,
    assumptions: z.array(
      z.strictObject({
        name: z.string(),
        value: z.union([quantity, z.string()]),
        reason: z.string(),
        flag: z.string(),
        citations,
      }),
    ),
    notices: z.array(
      z.strictObject({
        code: z.string(),
        severity: z.enum(['info', 'caution', 'warning']),
        message: z.string(),
        params: z.record(z.string(), z.unknown()),
        citations,
      }),
    ),
    working: z.array(
      z.strictObject({
        label: z.string(),
        formula: z.string(),
        inputs: z.record(z.string(), z.union([quantity, z.string()])),
        result: z.union([quantity, z.string(), pieces]),
        citations,
      }),
    ),
    sources: z.array(source),
  };
  const refusal = z.strictObject({
    code: z.string(),
    reason: z.string(),
    instead: z.array(z.string()),
    params: z.record(z.string(), z.unknown()),
    citations,
  });
  return z.discriminatedUnion('outcome', [
    z.strictObject({ ...common, outcome: z.literal('plan'), plan }),
    z.strictObject({ ...common, outcome: z.literal('refusal'), refusal }),
  ]);
}
