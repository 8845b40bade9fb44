import { describe, expect, it } from 'vitest';
import type { Patient } from '../../src/core/patient/patient.js';
import { assessRenalFunction } from '../../src/core/renal-function/assess.js';
import type { TitrationRequest } from '../../src/core/titration/types.js';
import { quantity } from '../../src/core/values/quantity.js';
import { child, clearance, type Facts, parameters, person, titrate } from './patient-plan.js';

// What the bands make of 15, 30, 45, 60 mg per day, ceiling 80 (5 mg units):
const usual: Facts = { doses: [15, 30, 45, 60], beyond: 80, days: 3, ceiling: 80 };
// x 2/3: 10, 20, 30, 40; 53.3 rounds down to 50.
const twoThirds: Facts = { doses: [10, 20, 30, 40], beyond: 50, days: 7, ceiling: 50 };
// x 1/2: 7.5 rounds down to 5, 15, 22.5 to 20, 30; 40.
const half: Facts = { doses: [5, 15, 20, 30], beyond: 40, days: 7, ceiling: 40 };
// 15 to below 30 mL/min: 5 mg once daily, then twice daily.
const fixed: Facts = { doses: [5], beyond: 10, days: 7, ceiling: 10 };

/** One dose of 5 mg a day more at each step, to a target; 7 days. */
function older(target: number, ceiling: number): Facts {
  const doses = Array.from({ length: target / 5 }, (_, index) => 5 * (index + 1));
  return { doses, beyond: target + 5, days: 7, ceiling };
}

const injured = (patient: Patient, spinalCordInjury: NonNullable<Patient['spinalCordInjury']>): Patient => ({
  ...patient,
  spinalCordInjury,
});
const months = (years: number, more: number) => years + more / 12;

type Row = [who: string, patient: Patient, expected: Facts | string, request?: Omit<TitrationRequest, 'patient'>];

const rows: Row[] = [
  // Clearance as given: every edge from both sides, the lower edge included.
  ['14.99 mL/min', clearance(14.99), 'clearance-too-low'],
  ['15 mL/min', clearance(15), fixed],
  ['29.97 mL/min', clearance(29.97), fixed],
  ['30 mL/min', clearance(30), half],
  ['49.99 mL/min', clearance(49.99), half],
  ['50 mL/min', clearance(50), twoThirds],
  ['79.99 mL/min', clearance(79.99), twoThirds],
  ['80 mL/min', clearance(80), usual],
  ['eGFR 45', { egfr: quantity(45, 'mL/min/{1.73_m2}') }, half],
  // 45 x sqrt(150 x 50 / 3600) / 1.73 = 45 x 1.443 / 1.73 = 37.5: half as well.
  [
    'eGFR 52 in a small body',
    { egfr: quantity(52, 'mL/min/{1.73_m2}'), weight: quantity(50, 'kg'), height: quantity(150, 'cm') },
    half,
  ],
  ['on dialysis', { dialysis: true }, 'dialysis'],
  ['on dialysis with a clearance of 90', { dialysis: true, ...clearance(90) }, 'dialysis'],

  // Estimates; the lowest decides.
  // CG (140-30) x 70 / 72 = 106.9; CKD-EPI 142 x 1.1111^-1.2 x 0.9938^30 = 142 x 0.8812 x 0.8298 = 103.8.
  ['man of 30, 70 kg, 1.0', person('male', 30, 70, 1.0), usual],
  // CG 52 x 48 / 79.2 x 0.85 = 26.79 by weight; ideal 45.5 + 2.3 x 2.992 = 52.4 kg: 29.2; CKD-EPI 48.3.
  ['woman of 88, 48 kg, 160 cm, 1.1', person('female', 88, 48, 1.1, 160), fixed],
  // CG 85 x 140 / 86.4 = 137.7; ideal 50 + 2.3 x 7.717 = 67.75 kg: 66.7; adjusted 96.65 kg: 95.1; CKD-EPI 71.4.
  ['man of 55, 140 kg, 172 cm, 1.2', person('male', 55, 140, 1.2, 172), twoThirds],
  // CG 68 x 60 / 100.8 x 0.85 = 34.4; ideal 54.19 kg: 31.1; CKD-EPI 39.97. 30 to below 50, and 65 or over.
  ['woman of 72, 60 kg, 162 cm, 1.4', person('female', 72, 60, 1.4, 162), older(30, 40)],
  // 1.4 x 88.4 = 123.76.
  [
    'the same woman, 123.76 micromol/L',
    { ...person('female', 72, 60, 1.4, 162), creatinine: quantity(123.76, 'umol/L') },
    older(30, 40),
  ],
  // CG 70 x 75 / 72 = 72.9; CKD-EPI 142 x 0.8812 x 0.9938^70 (0.6470) = 80.97.
  ['man of 70, 75 kg, 1.0', person('male', 70, 75, 1.0), older(40, 50)],
  // 250 / 88.4 = 2.828; CG 105 x 60 / 203.6 x 0.85 = 26.3; CKD-EPI 142 x 4.040^-1.2 (0.1872) x 0.8044 x 1.012 = 21.6.
  [
    'woman of 35, 60 kg, 250 micromol/L',
    { ...person('female', 35, 60, 1), creatinine: quantity(250, 'umol/L') },
    fixed,
  ],
  // CG 90 x 80 / 432 = 16.7, but CKD-EPI 142 x 6.667^-1.2 (0.1026) x 0.9938^50 (0.7327) = 10.7.
  ['man of 50, 80 kg, 6.0', person('male', 50, 80, 6.0), 'clearance-too-low'],
  // CG 99 x 68 / 72 = 93.5; CKD-EPI 142 x 0.8812 x 0.9938^41 (0.7749) = 96.97.
  ['man of 41, 68 kg, 1.0', person('male', 41, 68, 1.0), usual],

  // Spinal cord injury: Cockcroft-Gault x 0.6, 0.8 or 0.7.
  // 106 x 52 / 28.8 = 191.4 x 0.6 = 114.8; CKD-EPI 142 x 0.4444^-0.302 (1.2775) x 0.8094 = 146.8.
  ['tetraplegic man of 34, 52 kg, 0.4', injured(person('male', 34, 52, 0.4), 'tetraplegia'), usual],
  // 70 x 60 / 64.8 = 64.8 x 0.6 = 38.9; CKD-EPI 142 x 0.6470 = 91.9.
  ['tetraplegic man of 70, 60 kg, 0.9', injured(person('male', 70, 60, 0.9), 'tetraplegia'), older(30, 40)],
  // 80 x 70 / 72 = 77.8 x 0.8 = 62.2; CKD-EPI 142 x 0.8812 x 0.9938^60 (0.6886) = 86.2.
  ['paraplegic man of 60, 70 kg, 1.0', injured(person('male', 60, 70, 1.0), 'paraplegia'), twoThirds],
  // 95 x 55 / 36 x 0.85 = 123.4 x 0.8 = 98.7; CKD-EPI 142 x 0.7143^-0.241 (1.0845) x 0.7559 x 1.012 = 117.8.
  ['paraplegic woman of 45, 55 kg, 0.5', injured(person('female', 45, 55, 0.5), 'paraplegia'), usual],
  // 90 x 60 / 64.8 = 83.3 x 0.7 = 58.3; CKD-EPI 142 x 0.7327 = 104.
  ['man of 50, 60 kg, 0.9, level not stated', injured(person('male', 50, 60, 0.9), 'unspecified'), twoThirds],

  // Age.
  ['64 years', { age: quantity(64, 'a') }, usual],
  ['65 years', { age: quantity(65, 'a') }, older(60, 80)],
  // The lower ceiling and end are those of the clearance, start and step those of the age.
  ['82 years, 55 mL/min', { age: quantity(82, 'a'), ...clearance(55) }, older(40, 50)],
  ['82 years, 29.97 mL/min', { age: quantity(82, 'a'), ...clearance(29.97) }, fixed],
  ['12 years, 35 kg', child(12, 35), usual],

  // Children. 0.3 x 20 = 6 more each week, to 0.75 x 20 = 15; ceiling the lower of 40 and 2 x 20.
  ['child of 5, 20 kg', child(5, 20), { doses: [6, 12, 15], beyond: 18, days: 7, ceiling: 40 }],
  // 0.3 x 25 = 7.5; 0.75 x 25 = 18.75 rounds down to 18.5 (0.5 mL of 1 mg per mL); beyond 22.5; 40 below 8 years.
  [
    'child of 7 years 11 months, 25 kg',
    child(months(7, 11), 25),
    { doses: [7.5, 15, 18.5], beyond: 22.5, days: 7, ceiling: 40 },
  ],
  // From 8 years 60, but 2 x 25 = 50 is lower.
  ['child of 8, 25 kg', child(8, 25), { doses: [7.5, 15, 18.5], beyond: 22.5, days: 7, ceiling: 50 }],
  // Tablets from 33 kg, units of 5 mg: 12 to 10, 24 to 20, 0.75 x 40 = 30; beyond 36 to 35; 60 below 2 x 40.
  ['child of 8, 40 kg', child(8, 40), { doses: [10, 20, 30], beyond: 35, days: 7, ceiling: 60 }],
  ['child of 7, 40 kg', child(7, 40), { doses: [10, 20, 30], beyond: 35, days: 7, ceiling: 40 }],
  // Below 10 kg 0.1 mL: 2.7, 5.4, 0.75 x 9 = 6.75 to 6.7; beyond 8.1; 2 x 9 = 18.
  ['child of 1, 9 kg', child(1, 9), { doses: [2.7, 5.4, 6.7], beyond: 8.1, days: 7, ceiling: 18 }],
  // Tablets: 9.9 to 5, 19.8 to 15, 24.75 to 20; beyond 29.7 to 25; 60 below 66.
  [
    'child of 11 years 11 months, 33 kg',
    child(months(11, 11), 33),
    { doses: [5, 15, 20], beyond: 25, days: 7, ceiling: 60 },
  ],
  ['infant of 11 months, 9 kg', child(months(0, 11), 9), 'under-age'],
  ['child of 5 without a weight', { age: quantity(5, 'a') }, 'child-weight-missing'],
  ['child of 5, 2.9 kg', child(5, 2.9), 'child-weight-implausible'],
  ['child of 5, 151 kg', child(5, 151), 'child-weight-implausible'],
  ['child of 5 on dialysis', { ...child(5, 20), dialysis: true }, 'dialysis'],
  ['child of 5 with a clearance of 25', { ...child(5, 20), ...clearance(25) }, 'child-with-clearance'],
  ['adolescent of 14 with a clearance of 25', { age: quantity(14, 'a'), ...clearance(25) }, 'child-with-clearance'],
  [
    'adolescent of 17 with an eGFR',
    { age: quantity(17, 'a'), egfr: quantity(50, 'mL/min/{1.73_m2}') },
    'child-with-clearance',
  ],
  ['adult of 18 with a clearance of 25', { age: quantity(18, 'a'), ...clearance(25) }, fixed],
  ['child of 5 with a creatinine', { ...child(5, 20), creatinine: quantity(0.4, 'mg/dL') }, 'adults-only'],

  // What is asked beside the patient.
  ['hypersensitive', { hypersensitivity: true }, 'hypersensitivity'],
  // 10, 15, 20 mg three times daily are 30, 45, 60; half is 15, 22.5 to 20, 30.
  [
    '42 mL/min, start 10',
    clearance(42),
    { doses: [15, 20, 30], beyond: 40, days: 7, ceiling: 40 },
    { start: quantity(10, 'mg') },
  ],
  ['82 years, start 10', { age: quantity(82, 'a') }, 'start-above-ceiling', { start: quantity(10, 'mg') }],
  ['25 mL/min, target 15', clearance(25), 'target-above-ceiling', { target: quantity(15, 'mg/d') }],
  ['42 mL/min, every 3 days', clearance(42), 'faster-than-allowed', { interval: quantity(3, 'd') }],
];

describe('patients worked by hand from the clinical rules', () => {
  it.each(rows)('%s', (_, patient, expected, request) => expect(titrate(patient, request)).toEqual(expected));
});

describe('the estimates of', () => {
  const estimates = (patient: Patient) =>
    assessRenalFunction(patient, parameters.renal).estimates.map(({ method, weight, correctedFor, value }) => [
      [method, weight?.kind, correctedFor].filter((each) => each !== undefined).join(' '),
      Number(value.value.toFixed(1)),
    ]);

  it('the woman of 88 fall into different bands', () => {
    // Surface sqrt(160 x 48 / 3600) = 1.4606; 48.3 x 1.4606 / 1.73 = 40.8.
    expect(estimates(person('female', 88, 48, 1.1, 160))).toEqual([
      ['cockcroft-gault actual', 26.8],
      ['cockcroft-gault ideal', 29.2],
      ['ckd-epi-2021', 48.3],
      ['ckd-epi-2021-deindexed', 40.8],
    ]);
  });

  it('the man of 140 kg use three weights', () => {
    // Surface sqrt(172 x 140 / 3600) = 2.5863; 71.4 x 2.5863 / 1.73 = 106.8.
    expect(estimates(person('male', 55, 140, 1.2, 172))).toEqual([
      ['cockcroft-gault actual', 137.7],
      ['cockcroft-gault ideal', 66.7],
      ['cockcroft-gault adjusted', 95.1],
      ['ckd-epi-2021', 71.4],
      ['ckd-epi-2021-deindexed', 106.8],
    ]);
  });

  it('the tetraplegic man show the value before and after the correction', () => {
    expect(estimates(injured(person('male', 34, 52, 0.4), 'tetraplegia'))).toEqual([
      ['cockcroft-gault actual', 191.4],
      ['cockcroft-gault actual tetraplegia', 114.8],
      ['ckd-epi-2021', 146.8],
    ]);
  });
});
