import type { Command } from 'commander';
import type { Patient } from '../../core/patient/patient.js';
import { age, amount, amountWithUnit, wholeAmount } from './number.js';
import { creatinineRanges, creatinineWords, patientRanges } from './patient-ranges.js';
import type { Flags } from './read.js';
import { anyText, choice, onOff } from './reader.js';

const group = 'Patient:';

const sexes = ['female', 'male'] as const;
const injuries = ['paraplegia', 'tetraplegia', 'unspecified'] as const;

/** The words that flags of the patient take. */
export const patientValues = { sex: sexes, spinalCordInjury: injuries };

/** Clearance as the clinician has it. */
const clearanceFlags = {
  crcl: amount('mL/min', 'mL/min', patientRanges.creatinineClearance),
  egfr: amount('mL/min/{1.73_m2}', 'mL/min/1.73m2', patientRanges.egfr),
  dialysis: onOff,
};

/** What clearance is estimated from. */
const estimateFlags = {
  age: age(patientRanges.age),
  sex: choice(sexes),
  weight: amount('kg', 'kg', patientRanges.weight),
  height: amount('cm', 'cm', patientRanges.height),
  creatinine: amountWithUnit(
    {
      'mg/dl': { unit: 'mg/dL', ...creatinineRanges['mg/dL'] },
      'umol/l': { unit: 'umol/L', ...creatinineRanges['umol/L'] },
      'micromol/l': { unit: 'umol/L', ...creatinineRanges['umol/L'] },
    },
    creatinineWords,
  ),
  spinalCordInjury: choice(injuries),
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
  hypersensitivity: onOff,
  usedFor: wholeAmount('d', patientRanges.usedFor),
  patient: anyText,
};

export function addPatientFlags(command: Command): Command {
  return addEstimateFlags(addClearanceFlags(command))
    .option('--hypersensitivity', 'known hypersensitivity to baclofen')
    .option('--used-for <days>', 'how long baclofen has been taken')
    .option('--patient <file>', 'all of this from a file, JSON or FHIR; - is standard input; flags go before it');
}

export type PatientFlags = Flags<typeof patientFlags>;

/** The patient out of the flags of a command; only what was given. */
export function patientOf(flags: PatientFlags): Patient {
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
