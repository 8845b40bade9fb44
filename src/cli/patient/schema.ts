import * as z from 'zod';
import type { Patient } from '../../core/patient.js';
import { creatinineRanges, patientRanges } from '../flags/patient-ranges.js';

const between = ({ from, to }: { readonly from: number; readonly to: number }) => z.number().min(from).max(to);

const creatinine = z.discriminatedUnion('unit', [
  z.strictObject({ value: between(creatinineRanges['mg/dL']), unit: z.literal('mg/dL') }),
  z.strictObject({ value: between(creatinineRanges['umol/L']), unit: z.literal('umol/L') }),
]);

/** A patient as JSON: what the flags say, with units as in the request of --json. */
export const patientSchema: z.ZodType<Patient> = z.strictObject({
  age: z
    .strictObject({ value: z.number().gt(patientRanges.age.above).max(patientRanges.age.to), unit: z.literal('a') })
    .exactOptional(),
  sex: z.enum(['female', 'male']).exactOptional(),
  weight: z.strictObject({ value: between(patientRanges.weight), unit: z.literal('kg') }).exactOptional(),
  height: z.strictObject({ value: between(patientRanges.height), unit: z.literal('cm') }).exactOptional(),
  creatinine: creatinine.exactOptional(),
  creatinineClearance: z
    .strictObject({ value: between(patientRanges.creatinineClearance), unit: z.literal('mL/min') })
    .exactOptional(),
  egfr: z.strictObject({ value: between(patientRanges.egfr), unit: z.literal('mL/min/{1.73_m2}') }).exactOptional(),
  dialysis: z.boolean().exactOptional(),
  spinalCordInjury: z.enum(['paraplegia', 'tetraplegia', 'unspecified']).exactOptional(),
  hypersensitivity: z.boolean().exactOptional(),
  usedFor: z
    .strictObject({
      value: z.int().min(patientRanges.usedFor.from).max(patientRanges.usedFor.to),
      unit: z.literal('d'),
    })
    .exactOptional(),
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
