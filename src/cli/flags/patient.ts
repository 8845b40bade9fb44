import type { Command } from 'commander';
import * as z from 'zod/mini';
import type { Patient } from '../../core/patient.js';
import { age, amount, amountWithUnit, choice, wholeAmount } from './number.js';

const group = 'Patient:';

const sexes = ['female', 'male'] as const;
const injuries = ['paraplegia', 'tetraplegia', 'unspecified'] as const;

/** The words that flags of the patient take. */
export const patientValues = { sex: sexes, spinalCordInjury: injuries };

/** Clearance as the clinician has it. */
const clearanceFlags = {
  crcl: z.optional(
    amount('mL/min', 'mL/min', {
      takes: 'a creatinine clearance in mL/min from 0 to 300, such as 42',
      to: 300,
    }),
  ),
  egfr: z.optional(
    amount('mL/min/{1.73_m2}', 'mL/min/1.73m2', {
      takes: 'an eGFR in mL/min/1.73 m2 from 0 to 300, such as 42',
      to: 300,
    }),
  ),
  dialysis: z.optional(z.boolean()),
};

/** What clearance is estimated from. */
const estimateFlags = {
  age: z.optional(age('an age above 0 and up to 120 years: 72, 0.5, 7y11m or 11m')),
  sex: z.optional(choice(sexes)),
  weight: z.optional(
    amount('kg', 'kg', { takes: 'a body weight in kg from 3 to 400, such as 62.5', from: 3, to: 400 }),
  ),
  height: z.optional(amount('cm', 'cm', { takes: 'a height in cm from 40 to 250, such as 162', from: 40, to: 250 })),
  creatinine: z.optional(
    amountWithUnit(
      {
        'mg/dl': { unit: 'mg/dL', from: 0.1, to: 40 },
        'umol/l': { unit: 'umol/L', from: 9, to: 3500 },
        'micromol/l': { unit: 'umol/L', from: 9, to: 3500 },
      },
      'a creatinine with its unit, such as 1.4mg/dL (0.1 to 40) or 124umol/L (9 to 3,500)',
    ),
  ),
  spinalCordInjury: z.optional(choice(injuries)),
};

function addClearanceFlags(command: Command): Command {
  return command
    .optionsGroup(group)
    .option('--crcl <mL/min>', 'creatinine clearance, measured or Cockcroft-Gault')
    .option('--egfr <mL/min/1.73m2>', 'eGFR by CKD-EPI, as the laboratory reports it')
    .option('--dialysis', 'on dialysis of any kind');
}

function addEstimateFlags(command: Command): Command {
  return command
    .option('--age <age>', 'age in years, or years and months: 72, 7y11m')
    .option('--sex <sex>', 'female or male')
    .option('--weight <kg>', 'actual body weight')
    .option('--height <cm>', 'height, for ideal weight and body surface area')
    .option('--creatinine <value>', 'serum creatinine with its unit: 1.4mg/dL or 124umol/L')
    .option('--spinal-cord-injury <level>', 'paraplegia, tetraplegia or unspecified');
}

/** What every command takes of a patient. */
export const patientFlags = {
  ...clearanceFlags,
  ...estimateFlags,
  hypersensitivity: z.optional(z.boolean()),
  usedFor: z.optional(
    wholeAmount('d', {
      takes: 'how many days baclofen has been taken, a whole number',
      from: 1,
      to: 36_500,
    }),
  ),
};

export function addPatientFlags(command: Command): Command {
  return addEstimateFlags(addClearanceFlags(command))
    .option('--hypersensitivity', 'known hypersensitivity to baclofen')
    .option('--used-for <days>', 'how long baclofen has been taken');
}

const patientSchema = z.partial(z.object(patientFlags));

/** The patient out of the flags of a command; only what was given. */
export function patientOf(flags: z.infer<typeof patientSchema>): Patient {
  const { age, sex, weight, height, creatinine, crcl, egfr, dialysis, spinalCordInjury } = flags;
  const { hypersensitivity, usedFor } = flags;
  return {
    ...(age && { age }),
    ...(sex && { sex }),
    ...(weight && { weight }),
    ...(height && { height }),
    ...(creatinine && { creatinine }),
    ...(crcl && { creatinineClearance: crcl }),
    ...(egfr && { egfr }),
    ...(dialysis && { dialysis }),
    ...(spinalCordInjury && { spinalCordInjury }),
    ...(hypersensitivity && { hypersensitivity }),
    ...(usedFor && { usedFor }),
  };
}
