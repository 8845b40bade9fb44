import * as z from 'zod/mini';
import type { Patient } from '../../core/patient/patient.js';
import { creatinineRanges, patientRanges } from '../flags/patient-ranges.js';

const between = ({ from, to }: { readonly from: number; readonly to: number }) =>
  z.number().check(z.minimum(from), z.maximum(to));

const creatinine = z.discriminatedUnion('unit', [
  z.strictObject({ value: between(creatinineRanges['mg/dL']), unit: z.literal('mg/dL') }),
  z.strictObject({ value: between(creatinineRanges['umol/L']), unit: z.literal('umol/L') }),
]);

/** A patient as JSON: what the flags say, with units as in the request of --json. */
export const patientSchema: z.ZodMiniType<Patient> = z.strictObject({
  age: z.exactOptional(
    z.strictObject({
      value: z.number().check(z.gt(patientRanges.age.above), z.maximum(patientRanges.age.to)),
      unit: z.literal('a'),
    }),
  ),
  sex: z.exactOptional(z.enum(['female', 'male'])),
  weight: z.exactOptional(z.strictObject({ value: between(patientRanges.weight), unit: z.literal('kg') })),
  height: z.exactOptional(z.strictObject({ value: between(patientRanges.height), unit: z.literal('cm') })),
  creatinine: z.exactOptional(creatinine),
  creatinineClearance: z.exactOptional(
    z.strictObject({ value: between(patientRanges.creatinineClearance), unit: z.literal('mL/min') }),
  ),
  egfr: z.exactOptional(z.strictObject({ value: between(patientRanges.egfr), unit: z.literal('mL/min/{1.73_m2}') })),
  dialysis: z.exactOptional(z.boolean()),
  spinalCordInjury: z.exactOptional(z.enum(['paraplegia', 'tetraplegia', 'unspecified'])),
  hypersensitivity: z.exactOptional(z.boolean()),
  usedFor: z.exactOptional(
    z.strictObject({
      value: z.int().check(z.minimum(patientRanges.usedFor.from), z.maximum(patientRanges.usedFor.to)),
      unit: z.literal('d'),
    }),
  ),
});

/** What each part of a patient takes, for the sentence about one that is not so. */
export const patientWords: Readonly<Record<keyof Patient, string>> = {
  age: 'an age above 0 and up to 120 years, with the unit "a"',
  sex: '"female" or "male"',
  weight: `${patientRanges.weight.takes}, with the unit "kg"`,
  height: `${patientRanges.height.takes}, with the unit "cm"`,
  creatinine: 'a creatinine with the unit "mg/dL" (0.1 to 40) or "umol/L" (9 to 3,500)',
  creatinineClearance: `${patientRanges.creatinineClearance.takes}, with the unit "mL/min"`,
  egfr: `${patientRanges.egfr.takes}, with the unit "mL/min/{1.73_m2}"`,
  dialysis: 'true or false',
  spinalCordInjury: '"paraplegia", "tetraplegia" or "unspecified"',
  hypersensitivity: 'true or false',
  usedFor: `${patientRanges.usedFor.takes}, with the unit "d"`,
};
