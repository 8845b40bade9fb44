import { patientFields } from '../../contract/fields/patient.js';
import { takesQuantity } from '../typed/quantity.js';

const { age, weight, height, creatinine, creatinineClearance, egfr } = patientFields;

/** What is plausible of a patient, for the readers of records, and how to say so. */
export const patientRanges = {
  age: { takes: 'an age from 0 to 120 years', ...age.in.a },
  weight: { takes: takesQuantity(weight), ...weight.in.kg },
  height: { takes: takesQuantity(height), ...height.in.cm },
  creatinineClearance: { takes: takesQuantity(creatinineClearance), ...creatinineClearance.in['mL/min'] },
  egfr: { takes: takesQuantity(egfr), ...egfr.in['mL/min/{1.73_m2}'] },
} as const;

export const creatinineRanges = creatinine.in;

export const creatinineWords = takesQuantity(creatinine);
