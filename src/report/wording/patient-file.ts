import type { FilePart, LeftOut } from '../../core/patient/file.js';

const names: Readonly<Record<FilePart, string>> = {
  age: 'age',
  sex: 'sex',
  weight: 'weight',
  height: 'height',
  creatinine: 'creatinine',
  creatinineClearance: 'creatinine clearance',
  egfr: 'eGFR',
  dialysis: 'dialysis',
  spinalCordInjury: 'spinal cord injury',
  hypersensitivity: 'hypersensitivity',
  usedFor: 'length of use',
  currentDose: 'present dose',
};

/** What a part of a patient is called at the start of a line. */
export function partName(part: FilePart): string {
  const name = names[part];
  return part === 'egfr' ? name : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

export function partNames(parts: readonly FilePart[]): string {
  return parts.map((part) => names[part]).join(', ');
}

/** Why something in a file was not taken. */
export const leftOutWords: Readonly<Record<LeftOut['why'], string>> = {
  gender: 'the gender there is neither female nor male',
  'birth date incomplete': 'the birth date there is not a whole date',
  'dose in words': 'the dose there is not one single structured amount',
  'dose unit': 'the dose there is not in mg',
  timing: 'how often it is taken each day is not stated there as a fixed number from 1 to 4',
  'as needed': 'it is taken as needed',
  route: 'it is not, or not clearly, taken by mouth',
  several: 'the orders and statements on baclofen there do not agree',
};
