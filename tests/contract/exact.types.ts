import * as z from 'zod/mini';
import { exactly, type Same } from '../../src/contract/exact.js';
import { patientFields } from '../../src/contract/fields/patient.js';
import { optional } from '../../src/contract/fields.js';
import { citations, quantity, text } from '../../src/contract/shapes.js';
import type { Patient } from '../../src/core/patient/patient.js';
import type { Quantity } from '../../src/core/values/quantity.js';

// Compiled and never run: each error that is expected below is missed by the compiler where the contract lets it pass.

interface Plan {
  readonly dose: Quantity<'mg'>;
  readonly notes: readonly string[];
  readonly ceiling?: { readonly dailyDose: Quantity<'mg/d'> };
}

const dose = quantity('mg');
const notes = z.array(text);
const ceiling = z.exactOptional(z.strictObject({ dailyDose: quantity('mg/d') }));

exactly<Plan>()(z.strictObject({ dose, notes, ceiling }));

// @ts-expect-error a field of the plan is not described
exactly<Plan>()(z.strictObject({ dose, ceiling }));
// @ts-expect-error nor one that may be left out
exactly<Plan>()(z.strictObject({ dose, notes }));
// @ts-expect-error a field that the plan does not have
exactly<Plan>()(z.strictObject({ dose, notes, ceiling, citations }));
// @ts-expect-error one that it does not have and that may be left out
exactly<Plan>()(z.strictObject({ dose, notes, ceiling, citations: z.exactOptional(citations) }));
// @ts-expect-error another unit
exactly<Plan>()(z.strictObject({ dose: quantity('mg/d'), notes, ceiling }));
// @ts-expect-error a unit more
exactly<Plan>()(z.strictObject({ dose: quantity('mg', 'mg/d'), notes, ceiling }));
// @ts-expect-error a unit that is any word
exactly<Plan>()(z.strictObject({ dose: z.strictObject({ value: z.number(), unit: z.string() }), notes, ceiling }));
// @ts-expect-error required where the plan may leave it out
exactly<Plan>()(z.strictObject({ dose, notes, ceiling: z.strictObject({ dailyDose: quantity('mg/d') }) }));
// @ts-expect-error left out where the plan requires it
exactly<Plan>()(z.strictObject({ dose: z.exactOptional(dose), notes, ceiling }));
// @ts-expect-error deep inside
exactly<Plan>()(z.strictObject({ dose, notes, ceiling: z.exactOptional(z.strictObject({ daily: quantity('mg/d') })) }));

// A part of a patient stands in core and in one list of fields, from which all else is made.
const { usedFor, ...forgotten } = patientFields;
// @ts-expect-error a part that the list of fields does not have
exactly<Patient>()(z.strictObject(optional(forgotten)));
// @ts-expect-error a part that core does not have
exactly<Patient>()(z.strictObject(optional({ ...patientFields, shoeSize: usedFor })));

export type Checked = [
  Same<{ readonly a: readonly string[] }, { a: string[] }>,
  Same<{ a: 1 } & { b: 2 }, { a: 1; b: 2 }>,
] extends [true, true]
  ? true
  : never;

export const checked: Checked = true;
