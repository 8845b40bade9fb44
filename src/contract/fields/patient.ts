import type { Fields } from './field.js';

/** Every part of a patient: its flag, its place in files and requests, and its words are all made of this. */
export const patientFields = {
  age: {
    what: 'an age',
    says: 'age in years, or years and months: 72, 7y11m',
    // A record knows an age of 0 on the day of birth.
    in: { a: { from: 0, to: 120 } },
    bare: 'a',
    example: '72',
  },
  sex: { what: 'a sex', says: 'female or male', words: ['female', 'male'] },
  weight: {
    what: 'a body weight',
    says: 'actual body weight',
    in: { kg: { from: 3, to: 400 } },
    bare: 'kg',
    example: '62.5',
  },
  height: {
    what: 'a height',
    says: 'height, for ideal weight and body surface area',
    in: { cm: { from: 40, to: 250 } },
    bare: 'cm',
    example: '162',
  },
  creatinine: {
    what: 'a creatinine',
    says: 'serum creatinine with its unit: 1.4mg/dL or 124umol/L',
    in: { 'mg/dL': { from: 0.1, to: 40 }, 'umol/L': { from: 9, to: 3500 } },
    example: '1.4mg/dL or 124umol/L',
  },
  creatinineClearance: {
    what: 'a creatinine clearance',
    says: 'creatinine clearance, measured or Cockcroft-Gault',
    in: { 'mL/min': { from: 0, to: 300 } },
    bare: 'mL/min',
    example: '42',
  },
  egfr: {
    what: 'an eGFR',
    says: 'eGFR by CKD-EPI, as the laboratory reports it',
    in: { 'mL/min/{1.73_m2}': { from: 0, to: 300 } },
    bare: 'mL/min/{1.73_m2}',
    example: '42',
  },
  dialysis: { what: 'dialysis', says: 'on dialysis of any kind', yes: true },
  spinalCordInjury: {
    what: 'a spinal cord injury',
    says: 'paraplegia, tetraplegia or unspecified',
    words: ['paraplegia', 'tetraplegia', 'unspecified'],
  },
  hypersensitivity: { what: 'a hypersensitivity', says: 'known hypersensitivity to baclofen', yes: true },
  usedFor: {
    what: 'how long baclofen has been taken',
    says: 'how long baclofen has been taken',
    in: { d: { from: 1, to: 36_500 } },
    bare: 'd',
    example: '400',
    whole: true,
  },
} as const satisfies Fields;
