import { describe, expect, it } from 'vitest';
import type { Patient } from '../../src/core/patient/patient.js';
import { assessRenalFunction } from '../../src/core/renal-function/assess.js';
import type { TitrationRequest } from '../../src/core/titration/types.js';
import { quantity } from '../../src/core/values/quantity.js';
import { child, clearance, type Facts, parameters, person, titrate } from './patient-plan.js';

// 15, 30, 45, 60 mg per day, then four doses of 20 mg; ceiling 80 (5 mg units).
const usual: Facts = { doses: [15, 30, 45, 60], beyond: 80, days: 3, ceiling: 80 };
// x 2/3: steps of 10 to 60 x 2/3 = 40; then 50; 80 x 2/3 = 53.3 rounds down to 50.
const twoThirds: Facts = { doses: [10, 20, 30, 40], beyond: 50, days: 7, ceiling: 50 };
// The same below 60 mL/min, where a plan ends at 15: 10, and the last step lands on 15; 10 + 10 = 20 beyond.
const belowSixty: Facts = { doses: [10, 15], beyond: 20, days: 7, ceiling: 50 };
// x 1/2: 7.5 rounds down to 5; 5 + 7.5 = 12.5 to 10; 17.5 to 15, the end; 22.5 to 20 beyond; 40.
const half: Facts = { doses: [5, 10, 15], beyond: 20, days: 7, ceiling: 40 };
// 15 to below 30 mL/min: 5 mg once daily, then twice daily; from 65 years 5 is the ceiling.
const fixed: Facts = { doses: [5], beyond: 10, days: 7, ceiling: 10 };
const fixedOlder: Facts = { doses: [5], days: 7, ceiling: 5 };

/** One dose of 5 mg a day more at each step, to an end; 7 days. */
function older(end: number, ceiling: number): Facts {
  const doses = Array.from({ length: end / 5 }, (_, index) => 5 * (index + 1));
  return { doses, beyond: end + 5, days: 7, ceiling };
}

const injured = (patient: Patient, spinalCordInjury: NonNullable<Patient['spinalCordInjury']>): Patient => ({
  ...patient,
  spinalCordInjury,
});
const months = (years: number, more: number) => years + more / 12;
const adult = (age: number, weight: number, rest: Patient = {}): Patient => ({ ...child(age, weight), ...rest });
const rules = (country: NonNullable<TitrationRequest['rules']>) => ({ rules: country });
const liquid = { products: ['solution-1'] };

type Row = [who: string, patient: Patient, expected: Facts | string, request?: Omit<TitrationRequest, 'patient'>];

const rows: Row[] = [
  // Clearance as given: every edge from both sides, the lower edge included.
  ['14.99 mL/min', clearance(14.99), 'clearance-too-low'],
  ['15 mL/min', clearance(15), fixed],
  ['29.97 mL/min', clearance(29.97), fixed],
  ['30 mL/min', clearance(30), half],
  ['49.99 mL/min', clearance(49.99), half],
  ['50 mL/min', clearance(50), belowSixty],
  ['59.99 mL/min', clearance(59.99), belowSixty],
  ['60 mL/min', clearance(60), twoThirds],
  ['79.99 mL/min', clearance(79.99), twoThirds],
  // A tail of binary arithmetic is no difference.
  ['79.9999999999 mL/min', clearance(79.9999999999), usual],
  ['80 mL/min', clearance(80), usual],
  ['eGFR 45', { egfr: quantity(45, 'mL/min/{1.73_m2}') }, half],
  // 52 x sqrt(150 x 50 / 3600) / 1.73 = 52 x 1.443 / 1.73 = 43.4 of this body: half.
  [
    'eGFR 52 in a small body',
    { egfr: quantity(52, 'mL/min/{1.73_m2}'), weight: quantity(50, 'kg'), height: quantity(150, 'cm') },
    half,
  ],
  ['on dialysis', { dialysis: true }, 'dialysis'],
  ['on dialysis with a clearance of 90', { dialysis: true, ...clearance(90) }, 'dialysis'],
  ['a clearance of 90 and an eGFR of 45', { ...clearance(90), egfr: quantity(45, 'mL/min/{1.73_m2}') }, half],

  // Estimates: the lower of Cockcroft-Gault with the adopted weight and the eGFR of this body size.
  // No height: CG (140-30) x 70 / 72 = 106.9; CKD-EPI 142 x 1.1111^-1.2 x 0.9938^30 = 142 x 0.8812 x 0.8298 = 103.8.
  ['man of 30, 70 kg, 1.0', person('male', 30, 70, 1.0), usual],
  // BMI 18.75: the lower of ideal (45.5 + 2.3 x 2.992 = 52.4) and actual 48: 52 x 48 / 79.2 x 0.85 = 26.8. 65 or over.
  ['woman of 88, 48 kg, 160 cm, 1.1', person('female', 88, 48, 1.1, 160), fixedOlder],
  // BMI 47: adjusted 67.75 + 0.4 x 72.25 = 96.65: 85 x 96.65 / 86.4 = 95.1; CKD-EPI 71.4 of 2.586 m2: 106.8. Ideal decides not.
  ['man of 55, 140 kg, 172 cm, 1.2', person('male', 55, 140, 1.2, 172), usual],
  // BMI 22.9: ideal 54.19: 68 x 54.19 / 100.8 x 0.85 = 31.1; CKD-EPI 39.97 of 1.643 m2: 38.0. 65 or over, below 60.
  ['woman of 72, 60 kg, 162 cm, 1.4', person('female', 72, 60, 1.4, 162), older(15, 40)],
  // 1.4 x 88.4 = 123.76.
  [
    'the same woman, 123.76 micromol/L',
    { ...person('female', 72, 60, 1.4, 162), creatinine: quantity(123.76, 'umol/L') },
    older(15, 40),
  ],
  // BMI 17.6, below 18.5: the actual 45 kg: 90 x 45 / 72 x 0.85 = 47.8; CKD-EPI 142 x 1.4286^-1.2 (0.6518) x 0.7327 x 1.012
  // = 68.6, of sqrt(160 x 45 / 3600) = 1.414 m2: 56.1. Half; 0.3 x 45 = 13.5 is more than 7.5.
  ['woman of 50, 45 kg, 160 cm, 1.0', person('female', 50, 45, 1.0, 160), half],
  // CG 70 x 75 / 72 = 72.9; CKD-EPI 142 x 0.8812 x 0.9938^70 (0.6470) = 80.97. 65 or over: ends at 30 of at most 40.
  ['man of 70, 75 kg, 1.0', person('male', 70, 75, 1.0), older(30, 50)],
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
  // (140 - 32) x 42 / (72 x 2.1) is 30 but for the tail of binary arithmetic; CKD-EPI 142 x 2.333^-1.2 (0.3618) x 0.8195 = 42.1.
  // 42 kg: 0.3 x 42 = 12.6 is more than 7.5.
  ['man of 32, 42 kg, 2.1', person('male', 32, 42, 2.1), half],
  // The given number decides, also where the creatinine says 23.2.
  ['a clearance of 90 beside a creatinine of 3.6', { ...person('male', 60, 80, 3.6, 180), ...clearance(90) }, usual],

  // Spinal cord injury: Cockcroft-Gault x 0.6, 0.8 or 0.7; never a given clearance.
  // 106 x 52 / 28.8 = 191.4 x 0.6 = 114.8; CKD-EPI 142 x 0.4444^-0.302 (1.2775) x 0.8094 = 146.8.
  ['tetraplegic man of 34, 52 kg, 0.4', injured(person('male', 34, 52, 0.4), 'tetraplegia'), usual],
  // 70 x 60 / 64.8 = 64.8 x 0.6 = 38.9; CKD-EPI 142 x 0.6470 = 91.9.
  ['tetraplegic man of 70, 60 kg, 0.9', injured(person('male', 70, 60, 0.9), 'tetraplegia'), older(15, 40)],
  // 80 x 70 / 72 = 77.8 x 0.8 = 62.2; CKD-EPI 142 x 0.8812 x 0.9938^60 (0.6886) = 86.2.
  ['paraplegic man of 60, 70 kg, 1.0', injured(person('male', 60, 70, 1.0), 'paraplegia'), twoThirds],
  // 95 x 55 / 36 x 0.85 = 123.4 x 0.8 = 98.7; CKD-EPI 142 x 0.7143^-0.241 (1.0845) x 0.7559 x 1.012 = 117.8.
  ['paraplegic woman of 45, 55 kg, 0.5', injured(person('female', 45, 55, 0.5), 'paraplegia'), usual],
  // 90 x 60 / 64.8 = 83.3 x 0.7 = 58.3; CKD-EPI 142 x 0.7327 = 104.
  ['man of 50, 60 kg, 0.9, level not stated', injured(person('male', 50, 60, 0.9), 'unspecified'), belowSixty],
  ['tetraplegic with a clearance of 85', injured(clearance(85), 'tetraplegia'), usual],

  // Age. Ends at 30; from 60 the country's 60 x 2/3 = 40 is more; below 60 at 15; ceiling of the clearance.
  ['64 years', { age: quantity(64, 'a') }, usual],
  ['65 years', { age: quantity(65, 'a') }, older(30, 80)],
  ['82 years, 60 mL/min', { age: quantity(82, 'a'), ...clearance(60) }, older(30, 50)],
  ['82 years, 55 mL/min', { age: quantity(82, 'a'), ...clearance(55) }, older(15, 50)],
  ['82 years, 29.97 mL/min', { age: quantity(82, 'a'), ...clearance(29.97) }, fixedOlder],
  // 5 once, 5 twice, 5 three times; 20 / 3 = 6.67 to 6.5: 19.5; 24.5 / 3 to 8: 24; 29 / 3 to 9.5: 28.5; 30. Beyond: the way
  // up without the end goes on from 28.5 to 33.5 / 3 = 11.17 to 11: 33.
  [
    '70 years on a liquid',
    { age: quantity(70, 'a') },
    { doses: [5, 10, 15, 19.5, 24, 28.5, 30], beyond: 33, days: 7, ceiling: 80 },
    liquid,
  ],

  // Countries: the end and the way beyond it.
  ['United Kingdom', {}, { doses: [15, 30, 45, 60], beyond: 75, days: 3, ceiling: 100 }, rules('uk')],
  ['Australia', {}, { doses: [15, 30, 45, 60], beyond: 75, days: 3, ceiling: 100 }, rules('au')],
  ['Germany', {}, { doses: [15, 30, 45, 60], beyond: 75, days: 3, ceiling: 75 }, rules('de')],
  ['France', {}, { doses: [15, 30, 40], beyond: 45, days: 4, ceiling: 80 }, rules('fr')],
  // 40 x 2/3 = 26.7 to 25; steps of 10; beyond 30.
  ['France, 70 mL/min', clearance(70), { doses: [10, 20, 25], beyond: 30, days: 7, ceiling: 50 }, rules('fr')],
  // 75 x 1/2 = 37.5 to 35.
  ['Germany, 40 mL/min', clearance(40), { doses: [5, 10, 15], beyond: 20, days: 7, ceiling: 35 }, rules('de')],
  [
    'Germany to 100 by a specialist',
    {},
    { doses: [15, 30, 45, 60, 75, 90, 100], days: 3, ceiling: 100 },
    { ...rules('de'), target: quantity(100, 'mg/d'), override: { code: 'target-above-ceiling', reason: 'agreed' } },
  ],

  // Adults by weight. 0.3 x 45 = 13.5: 10, 23.5 to 20, 33.5 to 30 = the more of 30 and 33.75 is 33.75, made 30; beyond 40.
  ['40 years, 45 kg', adult(40, 45), { doses: [10, 20, 30], beyond: 40, days: 7, ceiling: 80 }],
  // 0.3 x 34 = 10.2: 10, 20, 30; 2 x 34 = 68 to 65.
  ['40 years, 34 kg', adult(40, 34), { doses: [10, 20, 30], beyond: 40, days: 7, ceiling: 65 }],
  // 0.3 x 30 = 9: 2.2 x 4 = 8.8; 17.8: 4.4 x 4 = 17.6; 0.75 x 30 = 22.5 / 4 = 5.6 to 5.5: 22; 26.6 / 4 = 6.65 to 6.5: 26.
  ['45 years, 30 kg', adult(45, 30), { doses: [8.8, 17.6, 22], beyond: 26, days: 14, ceiling: 60 }],
  // x 2/3: 6 = 1.5 x 4; 12; 22.5 x 2/3 = 15: 3.7 x 4 = 14.8; beyond 18; 60 x 2/3 = 40.
  [
    '45 years, 30 kg, 60 mL/min',
    adult(45, 30, clearance(60)),
    { doses: [6, 12, 14.8], beyond: 18, days: 14, ceiling: 40 },
  ],
  // 0.15 x 30 = 4.5: 1.1 x 4 = 4.4; ends at 5: 1.2 x 4 = 4.8; beyond 4.4 + 4.5 = 8.9: 2.2 x 4 = 8.8; 10 = 2.5 x 4.
  [
    '20 years, 30 kg, 25 mL/min',
    adult(20, 30, clearance(25)),
    { doses: [4.4, 4.8], beyond: 8.8, days: 14, ceiling: 10 },
  ],
  ['30 kg, no age', { weight: quantity(30, 'kg') }, 'age-needed'],

  // 12 to 17 years. 0.3 x 35 = 10.5: 10, 20.5 to 20, 30; beyond 40; 60 below 2 x 35.
  ['12 years, 35 kg', child(12, 35), { doses: [10, 20, 30], beyond: 40, days: 7, ceiling: 60 }],
  // 15 at most; 0.75 x 70 = 52.5 to 50; beyond 60.
  ['16 years, 70 kg', child(16, 70), { doses: [15, 30, 45, 50], beyond: 60, days: 7, ceiling: 60 }],
  ['12 years without a weight', { age: quantity(12, 'a') }, 'child-weight-missing'],
  // 0.75 x 70 = 52.5, but the country ends at 40.
  ['16 years, 70 kg, France', child(16, 70), { doses: [15, 30, 40], beyond: 45, days: 14, ceiling: 60 }, rules('fr')],

  // Children: four equal doses, 14 days. 0.3 x 20 = 6; 12; 0.75 x 20 = 15: 3.7 x 4; beyond 18; the lower of 40 and 2 x 20.
  ['child of 5, 20 kg', child(5, 20), { doses: [6, 12, 14.8], beyond: 18, days: 14, ceiling: 40 }],
  // 7.5: 1.8 x 4 = 7.2; 14.7: 3.6 x 4; 18.75: 4.6 x 4 = 18.4; beyond 21.9 / 4 = 5.475 to 5: 20; 40 below 8 years.
  [
    'child of 7 years 11 months, 25 kg',
    child(months(7, 11), 25),
    { doses: [7.2, 14.4, 18.4], beyond: 20, days: 14, ceiling: 40 },
  ],
  // From 8 years 60, but 2 x 25 = 50 is lower.
  ['child of 8, 25 kg', child(8, 25), { doses: [7.2, 14.4, 18.4], beyond: 20, days: 14, ceiling: 50 }],
  // Tablets from 33 kg, units of 5 mg: 12 to 10, 22 to 20, 0.75 x 40 = 30; beyond 42 to 40; 60 below 2 x 40.
  ['child of 8, 40 kg', child(8, 40), { doses: [10, 20, 30], beyond: 40, days: 14, ceiling: 60 }],
  ['child of 7, 40 kg', child(7, 40), { doses: [10, 20, 30], beyond: 40, days: 14, ceiling: 40 }],
  // 2.7: 0.6 x 4 = 2.4; 5.1: 1.2 x 4 = 4.8; 6.75: 1.6 x 4 = 6.4; beyond 7.5: 1.8 x 4 = 7.2; 2 x 9 = 18: 4.5 x 4.
  ['child of 1, 9 kg', child(1, 9), { doses: [2.4, 4.8, 6.4], beyond: 7.2, days: 14, ceiling: 18 }],
  // Tablets: 9.9 to 5; 14.9 to 10; 19.9 to 15; 24.75 to 20; beyond 25; 60 below 66.
  [
    'child of 11 years 11 months, 33 kg',
    child(months(11, 11), 33),
    { doses: [5, 10, 15, 20], beyond: 25, days: 14, ceiling: 60 },
  ],
  ['infant of 11 months, 9 kg', child(months(0, 11), 9), 'under-age'],
  ['child of 5 without a weight', { age: quantity(5, 'a') }, 'child-weight-missing'],
  // 4 + 5 = 9 to 15 + 6 x 5 = 45 kg, edges included.
  ['child of 5, 8.9 kg', child(5, 8.9), 'weight-implausible'],
  ['child of 5, 45.1 kg', child(5, 45.1), 'weight-implausible'],
  ['child of 5 on dialysis', { ...child(5, 20), dialysis: true }, 'child-with-clearance'],
  ['child of 5 with a clearance of 89.9', { ...child(5, 20), ...clearance(89.9) }, 'child-with-clearance'],
  [
    'child of 5 with a clearance of 90',
    { ...child(5, 20), ...clearance(90) },
    { doses: [6, 12, 14.8], beyond: 18, days: 14, ceiling: 40 },
  ],
  // 0.413 x 110 / 0.4 = 113.6; / 0.6 = 75.7.
  [
    'child of 5, 110 cm, 0.4',
    { ...child(5, 20), height: quantity(110, 'cm'), creatinine: quantity(0.4, 'mg/dL') },
    { doses: [6, 12, 14.8], beyond: 18, days: 14, ceiling: 40 },
  ],
  [
    'child of 5, 110 cm, 0.6',
    { ...child(5, 20), height: quantity(110, 'cm'), creatinine: quantity(0.6, 'mg/dL') },
    'child-with-clearance',
  ],
  ['child of 5 with a creatinine', { ...child(5, 20), creatinine: quantity(0.4, 'mg/dL') }, 'child-creatinine'],
  ['adult of 18 with a clearance of 25', { age: quantity(18, 'a'), ...clearance(25) }, fixed],

  // What is asked beside the patient.
  ['hypersensitive', { hypersensitivity: true }, 'hypersensitivity'],
  // 10 mg three times daily is 30; half is 15, where the plan ends; 22.5 to 20 beyond.
  [
    '42 mL/min, start 10',
    clearance(42),
    { doses: [15], beyond: 20, days: 7, ceiling: 40 },
    { start: quantity(10, 'mg') },
  ],
  ['42 mL/min, start 15', clearance(42), 'start-above-end', { start: quantity(15, 'mg') }],
  ['82 years, start 10', { age: quantity(82, 'a') }, 'start-above-first', { start: quantity(10, 'mg') }],
  ['25 mL/min, start 10', clearance(25), 'start-above-first', { start: quantity(10, 'mg') }],
  ['25 mL/min, target 15', clearance(25), 'target-above-ceiling', { target: quantity(15, 'mg/d') }],
  ['42 mL/min, every 3 days', clearance(42), 'faster-than-allowed', { interval: quantity(3, 'd') }],
  // 15 mg per day, and the smallest dose of these is 25.
  ['whole tablets of 25 mg', {}, 'start-too-small', { products: ['tablet-25'] }],
  ['seven and a half milligrams from tablets', {}, 'cannot-be-made', { start: quantity(7.5, 'mg') }],
  // Half of 10 once daily is 5, and half of the step of 5 is 2.5: no tablet makes it before the end of 15.
  ['42 mL/min, 10 mg once daily', clearance(42), 'step-cannot-be-made', { start: quantity(10, 'mg'), timesDaily: 1 }],
];

it('more than sixty patients', () => {
  expect(rows.length).toBeGreaterThanOrEqual(60);
});

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
