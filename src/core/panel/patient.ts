import type { Patient } from '../patient/patient.js';
import { quantity } from '../values/quantity.js';
import type { PanelRow } from './types.js';

/** The patient of a row, where the rules of a single patient are asked. */
export function patientOf(row: PanelRow): Patient {
  const { age, sex, weight, height, creatinine, clearance, egfr, dialysis } = row;
  const patient: { -readonly [Part in keyof Patient]: Patient[Part] } = {};
  if (!Number.isNaN(age)) patient.age = quantity(age, 'a');
  if (sex !== undefined) patient.sex = sex;
  if (!Number.isNaN(weight)) patient.weight = quantity(weight, 'kg');
  if (!Number.isNaN(height)) patient.height = quantity(height, 'cm');
  if (!Number.isNaN(creatinine)) patient.creatinine = quantity(creatinine, 'mg/dL');
  if (!Number.isNaN(clearance)) patient.creatinineClearance = quantity(clearance, 'mL/min');
  if (!Number.isNaN(egfr)) patient.egfr = quantity(egfr, 'mL/min/{1.73_m2}');
  if (dialysis) patient.dialysis = true;
  return patient;
}
