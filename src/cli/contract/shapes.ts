import * as z from 'zod';
import type { Unit } from '../../core/quantity.js';
import { countries } from '../../core/rules.js';

/** A quantity as JSON carries it: `{ "value": 5, "unit": "mg" }`, the unit a UCUM code. */
export const quantity = z.strictObject({ value: z.number(), unit: z.string() });

/** A quantity of a request, in the one unit that it is asked in. */
export function quantityIn(...units: [Unit, ...Unit[]]) {
  return z.strictObject({ value: z.number().nonnegative(), unit: z.enum(units) });
}

export const timesDaily = z.int().min(1).max(4);

export const citations = z.array(z.strictObject({ source: z.string(), locator: z.string() }));

export const fraction = z.strictObject({ numerator: z.number(), denominator: z.number() });

export const statement = z.strictObject({ text: z.string(), citations });

const piece = z.union([
  z.strictObject({ product: z.string(), count: z.number() }),
  z.strictObject({ product: z.string(), volume: quantity }),
]);

export const pieces = z.array(piece);

/** The same doses every day, `fromDay` to `toDay`, both counted; `toDay: null` has no end. */
export const step = z.strictObject({
  fromDay: z.int(),
  toDay: z.int().nullable(),
  fromDate: z.iso.date().optional(),
  toDate: z.iso.date().optional(),
  doses: z.array(
    z.strictObject({ time: z.enum(['morning', 'midday', 'evening', 'bedtime']), dose: quantity, make: pieces }),
  ),
  dailyDose: quantity,
  perKilogram: quantity.optional(),
});

/** What a source says, and what it would give for this patient. */
export const statementHere = statement.extend({
  here: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('avoid') }),
      z.strictObject({ kind: z.literal('start'), dailyDose: quantity }),
      z.strictObject({ kind: z.literal('doses'), dailyDoses: z.array(quantity), ceiling: quantity }),
    ])
    .optional(),
});

export const country = z.enum(countries);

export const disagreement = z.strictObject({
  part: z.string(),
  adopted: quantity,
  citations,
  reaches: z.strictObject({ target: quantity, day: z.int() }).optional(),
  others: z.array(z.strictObject({ value: quantity, reachesOnDay: z.int().optional(), note: z.string(), citations })),
});

export const estimate = z.strictObject({
  method: z.string(),
  weight: z.strictObject({ kind: z.enum(['actual', 'ideal', 'adjusted']), value: quantity }).optional(),
  correctedFor: z.string().optional(),
  value: quantity,
  band: z.string(),
  citations,
});

export const patient = z.strictObject({
  age: quantityIn('a').optional(),
  sex: z.enum(['female', 'male']).optional(),
  weight: quantityIn('kg').optional(),
  height: quantityIn('cm').optional(),
  creatinine: quantityIn('mg/dL', 'umol/L').optional(),
  creatinineClearance: quantityIn('mL/min').optional(),
  egfr: quantityIn('mL/min/{1.73_m2}').optional(),
  dialysis: z.boolean().optional(),
  spinalCordInjury: z.enum(['paraplegia', 'tetraplegia', 'unspecified']).optional(),
  hypersensitivity: z.boolean().optional(),
  usedFor: quantityIn('d').optional(),
});

const taken = z.strictObject({
  part: z.string(),
  value: z.union([quantity, z.string()]),
  timesDaily: z.int().optional(),
  from: z.string().optional(),
  date: z.string().optional(),
  old: quantity.optional(),
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
  url: z.string().optional(),
  accessed: z.string(),
  readAs: z.string().optional(),
});

/** The envelope of every calculated answer: `plan` in a plan, `refusal` in a refusal, never both. */
export function answer<Request extends z.ZodType, Plan extends z.ZodType>(
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
