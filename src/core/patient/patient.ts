import type { Quantity } from '../values/quantity.js';

export type Sex = 'female' | 'male';

export type SpinalCordInjury = 'paraplegia' | 'tetraplegia' | 'unspecified';

/** What is known of the patient; every part may be missing. */
export interface Patient {
  readonly age?: Quantity<'a'>;
  readonly sex?: Sex;
  readonly weight?: Quantity<'kg'>;
  readonly height?: Quantity<'cm'>;
  readonly creatinine?: Quantity<'mg/dL'> | Quantity<'umol/L'>;
  readonly creatinineClearance?: Quantity<'mL/min'>;
  readonly egfr?: Quantity<'mL/min/{1.73_m2}'>;
  readonly dialysis?: boolean;
  readonly spinalCordInjury?: SpinalCordInjury;
  readonly hypersensitivity?: boolean;
  /** How long baclofen has been taken. */
  readonly usedFor?: Quantity<'d'>;
}

/** Parts that say how well the kidney works: a flag for one of them stands instead of all that a file says. */
export const measured = ['creatinine', 'creatinineClearance', 'egfr'] as const satisfies (keyof Patient)[];

/** What renal function may be estimated from: below the age of adults a creatinine is left aside. */
export function forEstimates(patient: Patient, adultAge: Quantity<'a'>): Patient {
  const { creatinine, ...others } = patient;
  return patient.age && patient.age.value < adultAge.value ? others : patient;
}
