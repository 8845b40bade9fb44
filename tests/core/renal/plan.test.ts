import { describe, expect, it } from 'vitest';
import type { Patient, Sex, SpinalCordInjury } from '../../../src/core/patient/patient.js';
import { adjustForRenalFunction } from '../../../src/core/renal/plan.js';
import type { RenalPlan } from '../../../src/core/renal/types.js';
import { assessRenalFunction } from '../../../src/core/renal-function/assess.js';
import type { Estimate } from '../../../src/core/renal-function/types.js';
import { type Quantity, quantity, type Unit } from '../../../src/core/values/quantity.js';
import { loadParameters } from '../../../src/parameters/load.js';
import { mgPerDay } from '../fixtures.js';
import { codes, paramsOf, planIn, sourcesOf } from '../plan-facts.js';

const parameters = loadParameters();

const ask = (patient: Patient, dailyDose?: number) =>
  adjustForRenalFunction({ patient, ...(dailyDose && { dailyDose: mgPerDay(dailyDose) }) }, parameters);

const person = (sex: Sex, age: number, weight: number, creatinine: number, height?: number): Patient => ({
  sex,
  age: quantity(age, 'a'),
  weight: quantity(weight, 'kg'),
  creatinine: quantity(creatinine, 'mg/dL'),
  ...(height && { height: quantity(height, 'cm') }),
});

const crcl = (value: number): Patient => ({ creatinineClearance: quantity(value, 'mL/min') });

/** "cockcroft-gault actual", "cockcroft-gault actual tetraplegia", "ckd-epi-2021". */
const nameOf = ({ method, weight, correctedFor }: Estimate) =>
  [method, weight?.kind, correctedFor].filter((part) => part !== undefined).join(' ');

/** The estimates of a plan by name, to one decimal. */
function estimates(plan: RenalPlan): Record<string, number> {
  return Object.fromEntries(plan.estimates.map((each) => [nameOf(each), Number(each.value.value.toFixed(1))]));
}

describe('a woman of 72, 60 kg, 162 cm, creatinine 1.4 mg/dL', () => {
  const outcome = ask(person('female', 72, 60, 1.4, 162));
  const plan = planIn(outcome);

  it('has five estimates, of which the lowest decides', () => {
    expect(estimates(plan)).toEqual({
      // (140 - 72) x 60 / (72 x 1.4) = 4080 / 100.8 = 40.476; x 0.85 = 34.405.
      'cockcroft-gault actual': 34.4,
      // 162 cm = 63.7795 inches; 45.5 + 2.3 x 3.7795 = 54.193 kg; 68 x 54.193 / 100.8 x 0.85 = 31.075.
      // Body mass index 60 / 1.62^2 = 22.9: no adjusted weight.
      'cockcroft-gault ideal': 31.1,
      // 142 x (1.4 / 0.7)^-1.2 x 0.9938^72 x 1.012 = 142 x 0.43528 x 0.63904 x 1.012 = 39.97.
      'ckd-epi-2021': 40,
      // Surface sqrt(162 x 60 / 3600) = sqrt(2.7) = 1.6432; 39.972 x 1.6432 / 1.73 = 37.97.
      'ckd-epi-2021-deindexed': 38,
    });
    expect(plan.deciding && nameOf(plan.deciding)).toBe('cockcroft-gault ideal');
    expect(plan.band.id).toBe('30-to-below-50');
  });

  it('rises by the 5 mg of an older adult, weekly, to half of 80', () => {
    // 7.5 of the clearance is more than the 5 of the age: 5, 10, 15 ... 40.
    expect(plan.recommendation).toMatchObject({
      action: 'reduce',
      dailyDoses: [5, 10, 15, 20, 25, 30, 35, 40].map(mgPerDay),
      interval: quantity(7, 'd'),
      ceiling: mgPerDay(40),
      fraction: { numerator: 1, denominator: 2 },
    });
  });

  it('is warned of, being 65 or over and below 60', () => {
    expect(outcome.notices.find(({ code }) => code === 'avoid-in-older-adult')?.severity).toBe('warning');
  });

  it('has all estimates in one band', () => {
    expect(codes(outcome)).not.toContain('estimates-in-different-bands');
  });

  it('with 124 umol/L or 1.4 mg/dL is the same patient', () => {
    // 1.4 x 88.4 = 123.76 umol/L.
    const molar = ask({ ...person('female', 72, 60, 1.4, 162), creatinine: quantity(123.76, 'umol/L') });
    const values = planIn(molar).estimates.map(({ value }) => value.value);
    expect(values).toHaveLength(4);
    for (const [index, { value }] of plan.estimates.entries()) expect(values[index]).toBeCloseTo(value.value, 9);
    expect(planIn(molar).band).toEqual(plan.band);
  });
});

describe('a woman of 88, 48 kg, 160 cm, creatinine 1.1 mg/dL', () => {
  const outcome = ask(person('female', 88, 48, 1.1, 160));
  const plan = planIn(outcome);

  it('is below 30 by Cockcroft-Gault and far above by eGFR', () => {
    expect(estimates(plan)).toEqual({
      // 52 x 48 / (72 x 1.1) x 0.85 = 2496 / 79.2 x 0.85 = 26.79.
      'cockcroft-gault actual': 26.8,
      // 45.5 + 2.3 x (160 / 2.54 - 60) = 52.382 kg; 52 x 52.382 / 79.2 x 0.85 = 29.23.
      'cockcroft-gault ideal': 29.2,
      // 142 x (1.1 / 0.7)^-1.2 x 0.9938^88 x 1.012 = 142 x 0.58136 x 0.57851 x 1.012 = 48.33.
      'ckd-epi-2021': 48.3,
      // sqrt(160 x 48 / 3600) = 1.4606 m2; 48.331 x 1.4606 / 1.73 = 40.80.
      'ckd-epi-2021-deindexed': 40.8,
    });
  });

  it('takes the lowest and says that the estimates differ', () => {
    expect(plan.band.id).toBe('15-to-below-30');
    expect(plan.deciding && nameOf(plan.deciding)).toBe('cockcroft-gault actual');
    expect(outcome.notices).toContainEqual(
      expect.objectContaining({
        code: 'estimates-in-different-bands',
        severity: 'caution',
        params: { lowest: '15-to-below-30', highest: '30-to-below-50' },
        citations: [{ source: 'judgement', locator: 'Lowest estimate decides' }],
      }),
    );
  });

  it('may have 5 mg once daily and no more, being 65 or over', () => {
    expect(plan.recommendation).toMatchObject({
      action: 'reduce',
      dailyDoses: [mgPerDay(5)],
      timesDaily: [1],
      ceiling: mgPerDay(5),
    });
  });
});

describe('two values that the clinician has', () => {
  it.each([
    [25, 40, true],
    [35, 40, false],
  ])('%s mL/min and an eGFR of %s in different bands: %s', (clearance, egfr, differ) => {
    const outcome = ask({ ...crcl(clearance), egfr: quantity(egfr, 'mL/min/{1.73_m2}') });
    expect(codes(outcome).includes('estimates-in-different-bands')).toBe(differ);
  });
});

describe('a man of 55, 140 kg, 172 cm, creatinine 1.2 mg/dL', () => {
  const outcome = ask(person('male', 55, 140, 1.2, 172));
  const plan = planIn(outcome);

  it('gets an adjusted weight as well, the body mass index being 47.3', () => {
    expect(estimates(plan)).toEqual({
      // 85 x 140 / (72 x 1.2) = 11900 / 86.4 = 137.73.
      'cockcroft-gault actual': 137.7,
      // 50 + 2.3 x (172 / 2.54 - 60) = 67.748 kg; 85 x 67.748 / 86.4 = 66.65.
      'cockcroft-gault ideal': 66.7,
      // 67.748 + 0.4 x (140 - 67.748) = 96.649 kg; 85 x 96.649 / 86.4 = 95.08.
      'cockcroft-gault adjusted': 95.1,
      // 142 x (1.2 / 0.9)^-1.2 x 0.9938^55 = 142 x 0.70807 x 0.71030 = 71.42.
      'ckd-epi-2021': 71.4,
      // sqrt(172 x 140 / 3600) = 2.5863 m2; 71.418 x 2.5863 / 1.73 = 106.77.
      'ckd-epi-2021-deindexed': 106.8,
    });
  });

  it('is banded on the adjusted weight, and told of the ideal one, which is in a lower band', () => {
    // 95.1 and not 66.7; two thirds of 80 are 53.3, rounded down to 50.
    expect(plan.band.id).toBe('80-and-over');
    expect(outcome.notices.find(({ code }) => code === 'shown-estimate-lower')?.params).toMatchObject({
      estimate: { weight: { kind: 'ideal' }, band: '50-to-below-80' },
    });
    expect(codes(outcome)).not.toContain('avoid-in-older-adult');
  });
});

describe('adjusted weight begins at a body mass index of 25', () => {
  // At 200 cm a body mass index of 25 is 25 x 2^2 = 100 kg.
  it.each([
    [99.9, false],
    [100, true],
  ])('%s kg at 200 cm', (weight, expected) => {
    const names = planIn(ask(person('male', 40, weight, 1, 200))).estimates.map(nameOf);
    expect(names.includes('cockcroft-gault adjusted')).toBe(expected);
    expect(names).toContain('cockcroft-gault ideal');
  });

  it('below 60 inches the ideal weight is carried on, and said not to be validated', () => {
    // 152 cm is 59.84 inches; 120 / 1.52^2 = 51.9 kg/m2.
    const outcome = ask(person('female', 40, 120, 1, 152));
    expect(codes(outcome)).toContain('ideal-weight-not-validated');
    expect(planIn(outcome).estimates.map(nameOf)).toEqual([
      'cockcroft-gault actual',
      'cockcroft-gault ideal',
      'cockcroft-gault adjusted',
      'ckd-epi-2021',
      'ckd-epi-2021-deindexed',
    ]);
  });
});

describe('spinal cord injury', () => {
  const patient = person('male', 34, 52, 0.4);
  const injured = (spinalCordInjury: SpinalCordInjury) => ask({ ...patient, spinalCordInjury });

  it('a man of 34, 52 kg, 0.4 mg/dL, tetraplegic: uncorrected and corrected side by side', () => {
    const outcome = injured('tetraplegia');
    const plan = planIn(outcome);
    expect(estimates(plan)).toEqual({
      // 106 x 52 / (72 x 0.4) = 5512 / 28.8 = 191.39.
      'cockcroft-gault actual': 191.4,
      // x 0.6 = 114.83.
      'cockcroft-gault actual tetraplegia': 114.8,
      // 142 x (0.4 / 0.9)^-0.302 x 0.9938^34 = 142 x 1.27750 x 0.80940 = 146.83.
      'ckd-epi-2021': 146.8,
    });
    expect(plan.deciding && nameOf(plan.deciding)).toBe('cockcroft-gault actual tetraplegia');
    expect(plan.band.id).toBe('80-and-over');
    const corrected = outcome.notices.find(({ code }) => code === 'correction-for-spinal-cord-injury');
    expect(corrected).toMatchObject({ severity: 'caution', params: { factor: 0.6 } });
    // The factor, and the study that doubts it.
    expect(sourcesOf(corrected?.citations ?? [])).toEqual(['mirahmadi-1983', 'hazer-2021']);
  });

  it.each([
    // 191.389 x 0.8, 0.6, 0.7.
    ['paraplegia', 153.1],
    ['tetraplegia', 114.8],
    ['unspecified', 134],
  ] as const)('%s', (injury, corrected) => {
    expect(estimates(planIn(injured(injury)))).toMatchObject({ [`cockcroft-gault actual ${injury}`]: corrected });
  });

  it('the corrected value decides the band', () => {
    // 80 x 60 / (72 x 1) = 66.67 uncorrected; x 0.6 = 40. CKD-EPI 142 x (1 / 0.9)^-1.2 x 0.9938^60 = 86.2.
    const plan = planIn(ask({ ...person('male', 60, 60, 1), spinalCordInjury: 'tetraplegia' }));
    expect(plan.band.id).toBe('30-to-below-50');
  });

  it('is never applied unless it is stated', () => {
    const outcome = ask(patient);
    expect(estimates(planIn(outcome))).toEqual({ 'cockcroft-gault actual': 191.4, 'ckd-epi-2021': 146.8 });
    expect(codes(outcome)).not.toContain('correction-for-spinal-cord-injury');
  });

  it('without a height the actual weight is a stated assumption', () => {
    expect(ask(patient).assumptions).toMatchObject([{ name: 'weight-for-clearance', value: quantity(52, 'kg') }]);
  });
});

describe('patients whose band hangs on the estimate', () => {
  // Computed twice, independently, for the evidence sheet: Cockcroft-Gault with actual, ideal and adjusted weight,
  // CKD-EPI 2021, and that de-indexed. The lower of Cockcroft-Gault with the adopted weight and the last decides.
  it.each([
    // Body mass index 70 / 1.55^2 = 29.1: adjusted 47.9 + 0.4 x 22.1 = 56.7 kg; 60 x 56.7 / 100.8 x 0.85 = 28.7.
    [person('female', 80, 70, 1.4, 155), 35.4, 24.2, 28.7, 38, 38.2, '15-to-below-30'],
    [person('female', 88, 48, 1.1, 160), 26.8, 29.2, undefined, 48.3, 40.8, '15-to-below-30'],
    [person('female', 67, 64, 1, 165), 55.2, 49, undefined, 61.7, 61.1, '30-to-below-50'],
    // Body mass index 105 / 1.78^2 = 33.1: the adjusted 50.7.
    [person('male', 72, 105, 1.6, 178), 62, 43.2, 50.7, 45.5, 59.9, '50-to-below-80'],
    [person('male', 55, 140, 1.2, 172), 137.7, 66.7, 95.1, 71.4, 106.8, '80-and-over'],
  ])('%j', (patient, actual, ideal, adjusted, egfr, deindexed, band) => {
    const plan = planIn(ask(patient));
    expect(estimates(plan)).toEqual({
      'cockcroft-gault actual': actual,
      'cockcroft-gault ideal': ideal,
      ...(adjusted && { 'cockcroft-gault adjusted': adjusted }),
      'ckd-epi-2021': egfr,
      'ckd-epi-2021-deindexed': deindexed,
    });
    expect(plan.band.id).toBe(band);
  });
});

describe('a clearance that the clinician has', () => {
  it('decides, with the estimates of a creatinine beside it', () => {
    const plan = planIn(ask({ ...person('female', 72, 60, 1.4, 162), ...crcl(25) }));
    expect(Object.keys(estimates(plan))).toEqual([
      'given-clearance',
      'cockcroft-gault actual',
      'cockcroft-gault ideal',
      'ckd-epi-2021',
      'ckd-epi-2021-deindexed',
    ]);
    expect(plan.deciding && nameOf(plan.deciding)).toBe('given-clearance');
  });

  it('at 25: the fixed doses, and everybody who says otherwise', () => {
    const plan = planIn(ask(crcl(25)));
    expect(plan.recommendation).toMatchObject({ action: 'reduce', ceiling: mgPerDay(10) });
    const words = plan.disagreements.map(({ text }) => text).join('\n');
    // Avoid below 30; keep a third; start 7.5 mg per day, toxicity from 10.
    for (const claim of [/Wolf 2018: avoid/, /one third/, /7\.5 mg per day/, /from 10 mg per day/])
      expect(words).toMatch(claim);
    expect(words).toMatch(/1\.11%.*0\.42%/);
  });

  it('below 15: avoid, with what has been published', () => {
    const plan = planIn(ask(crcl(14.9)));
    expect(plan.recommendation.action).toBe('avoid');
    expect(sourcesOf(plan.disagreements.flatMap(({ citations }) => citations))).toEqual(
      expect.arrayContaining(['wolf-2018', 'cheong-2020', 'bnfc-2018']),
    );
  });

  it('from 80: nothing changes', () => {
    const plan = planIn(ask(crcl(80)));
    expect(plan.recommendation).toMatchObject({
      action: 'usual',
      dailyDoses: [15, 30, 45, 60, 80].map(mgPerDay),
      interval: quantity(3, 'd'),
      ceiling: mgPerDay(80),
    });
    expect(plan.disagreements).toEqual([]);
  });

  it('an eGFR is de-indexed where height and weight are there', () => {
    // sqrt(150 x 45 / 3600) = 1.3693 m2; 60 x 1.3693 / 1.73 = 47.49: the band below 50.
    const plan = planIn(
      ask({
        egfr: quantity(60, 'mL/min/{1.73_m2}'),
        height: quantity(150, 'cm'),
        weight: quantity(45, 'kg'),
      }),
    );
    expect(estimates(plan)).toEqual({ 'given-egfr': 60, 'ckd-epi-2021-deindexed': 47.5 });
    expect(plan.band.id).toBe('30-to-below-50');
  });
});

describe('the present dose', () => {
  it.each([
    [25, 60, ['daily-dose-above-ceiling']],
    [25, 10.5, ['daily-dose-above-ceiling']],
    // Exactly the ceiling is not above it.
    [25, 10, ['daily-dose-within-ceiling']],
    [40, 40, ['daily-dose-within-ceiling']],
    [40, 45, ['daily-dose-above-ceiling']],
    [65, 50, ['daily-dose-within-ceiling']],
    [90, 80, ['daily-dose-within-ceiling']],
    [90, 85, ['daily-dose-above-ceiling']],
    [10, 5, ['daily-dose-where-avoided']],
  ])('clearance %s, %s mg per day', (clearance, dose, expected) => {
    expect(codes(ask(crcl(clearance), dose)).filter((code) => code.startsWith('daily-dose'))).toEqual(expected);
  });

  it.each([
    // The usual end is 60 from 80 mL/min, two thirds of it, 40, below, and 15 below 60 mL/min.
    [90, 45, 'titrate'],
    [90, 60, undefined],
    [70, 35, 'titrate'],
    [70, 40, undefined],
    [55, 30, undefined],
    [55, 55, 'taper'],
    [25, 10, undefined],
  ])('clearance %s, %s mg per day: the line to type', (clearance, dose, command) => {
    expect(planIn(ask(crcl(clearance), dose)).next[0]?.command).toBe(command);
  });

  it('on the smallest dose of a tablet where it is to be avoided, the way down names a liquid', () => {
    const [line] = planIn(ask({ dialysis: true }, 5)).next;
    expect(line).toMatchObject({ command: 'taper', request: { products: ['solution-1'] } });
    expect(planIn(ask({ dialysis: true }, 10)).next[0]?.request).not.toHaveProperty('products');
  });
});

describe('dialysis', () => {
  it('is avoided, whatever the clearance, with the published starts', () => {
    for (const patient of [{ dialysis: true }, { dialysis: true, ...crcl(70) }]) {
      const plan = planIn(ask(patient));
      expect(plan.recommendation.action).toBe('avoid');
      const words = plan.disagreements.map(({ text }) => text).join('\n');
      expect(words).toMatch(/2\.5 mg per day/);
      expect(words).toMatch(/5 mg per day on dialysis/);
      expect(words).toMatch(/7\.2%/);
    }
  });

  it('at 65 and over has the warning of the Beers criteria, also without a clearance', () => {
    expect(codes(ask({ dialysis: true, age: quantity(70, 'a') }))).toContain('avoid-in-older-adult');
  });
});

describe('the older adult', () => {
  it.each([
    [65, 59.9, true],
    [65, 60, false],
    [64.9, 59.9, false],
  ])('of %s years with an eGFR of %s', (age, egfr, warned) => {
    const outcome = ask({ age: quantity(age, 'a'), egfr: quantity(egfr, 'mL/min/{1.73_m2}') });
    expect(codes(outcome).includes('avoid-in-older-adult')).toBe(warned);
  });

  it('is warned where one of the estimates is below 60, whatever the others', () => {
    const patient = { ...crcl(59), egfr: quantity(75, 'mL/min/{1.73_m2}'), age: quantity(70, 'a') };
    expect(codes(ask(patient))).toContain('avoid-in-older-adult');
  });

  it('is warned before anything else, by the Beers criteria: 65 years, 60 mL/min/1.73 m2', () => {
    expect(ask({ age: quantity(65, 'a'), ...crcl(42) }).notices[0]).toMatchObject({
      code: 'avoid-in-older-adult',
      severity: 'warning',
      params: { age: quantity(65, 'a'), below: quantity(60, 'mL/min/{1.73_m2}') },
      citations: [{ source: 'beers-2023', locator: 'Table 6, baclofen' }],
    });
  });
});

describe('strange values compute with a notice', () => {
  it.each([
    ['creatinine 0.2 mg/dL', person('male', 40, 70, 0.2), ['creatinine-unusual']],
    ['creatinine 0.3 mg/dL', person('male', 40, 70, 0.3), []],
    ['creatinine 15 mg/dL', person('male', 40, 70, 15), []],
    ['creatinine 15.1 mg/dL', person('male', 40, 70, 15.1), ['creatinine-unusual']],
    // 0.3 mg/dL are 26.52 micromol/L.
    ['26 micromol/L', { ...person('male', 40, 70, 1), creatinine: quantity(26, 'umol/L') }, ['creatinine-unusual']],
    ['27 micromol/L', { ...person('male', 40, 70, 1), creatinine: quantity(27, 'umol/L') }, []],
    ['200.1 kg', person('male', 40, 200.1, 0.6), ['weight-unusual']],
    ['200 kg', person('male', 40, 200, 0.6), []],
    ['30 kg', person('male', 40, 30, 0.6), []],
    ['29.9 kg', person('male', 40, 29.9, 0.6), ['weight-unusual']],
    ['120 cm', person('male', 40, 70, 0.6, 120), []],
    ['215 cm', person('male', 40, 70, 0.6, 215), []],
    ['215.1 cm', person('male', 40, 70, 0.6, 215.1), ['height-unusual']],
  ])('%s', (_, patient, expected) => {
    const outcome = ask(patient);
    expect(planIn(outcome).estimates.length).toBeGreaterThan(0);
    expect(codes(outcome).filter((code) => code.endsWith('unusual'))).toEqual(expected);
  });

  it('all at once, each with its value as it was given', () => {
    const patient: Patient = { ...person('male', 40, 25, 1, 110), creatinine: quantity(20, 'umol/L') };
    const usual = (locator: string) => [{ source: 'judgement', locator }];
    expect(ask(patient).notices.filter(({ code }) => code.endsWith('unusual'))).toEqual([
      {
        code: 'creatinine-unusual',
        severity: 'caution',
        params: { creatinine: quantity(20, 'umol/L') },
        citations: usual('Usual creatinine'),
      },
      {
        code: 'weight-unusual',
        severity: 'caution',
        params: { weight: quantity(25, 'kg') },
        citations: usual('Usual weight'),
      },
      {
        code: 'height-unusual',
        severity: 'caution',
        params: { height: quantity(110, 'cm') },
        citations: usual('Usual height'),
      },
    ]);
  });
});

/** A working to hold against one worked by hand: quantities as "34.4 mL/min", to one decimal. */
function shown(part: Quantity<Unit> | unknown): unknown {
  const isQuantity = typeof part === 'object' && part !== null && 'unit' in part && 'value' in part;
  return isQuantity ? `${Number(part.value).toFixed(1)} ${part.unit}` : part;
}

/** The lines of a working by label: formula, inputs, result, sources. */
function workingOf(patient: Patient) {
  return assessRenalFunction(patient, parameters.renal).working.map(({ label, formula, inputs, result, citations }) => [
    label,
    formula,
    Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, shown(input)])),
    shown(result),
    sourcesOf(citations),
  ]);
}

describe('the working of the estimates', () => {
  const cockcroftGault = '(140 - age) x weight / (72 x creatinine)';
  const ckdEpi = '142 x min(creatinine/k, 1)^a x max(creatinine/k, 1)^-1.2 x 0.9938^age (x 1.012 for a woman)';
  const band =
    'the band that holds the lower of the numbers that decide, not rounded; the lower edge belongs to a band';

  it('of a paraplegic woman of 60, 90 kg, 160 cm, 106.08 micromol/L, line by line', () => {
    // 106.08 / 88.4 = 1.2 mg/dL. Body mass index 90 / 1.6^2 = 35.2.
    const patient: Patient = {
      ...person('female', 60, 90, 1, 160),
      creatinine: quantity(106.08, 'umol/L'),
      spinalCordInjury: 'paraplegia',
    };
    const clearance = (kind: string, weight: string, result: string) => [
      `Creatinine clearance by Cockcroft-Gault, ${kind} weight`,
      `${cockcroftGault} x 0.85`,
      { age: '60.0 a', weight, creatinine: '1.2 mg/dL' },
      result,
      ['cockcroft-gault-1976'],
    ];
    const corrected = (kind: string, uncorrected: string, result: string) => [
      `Corrected for spinal cord injury, ${kind} weight`,
      'clearance x factor',
      { clearance: uncorrected, factor: '0.8' },
      result,
      ['mirahmadi-1983'],
    ];
    expect(workingOf(patient)).toEqual([
      // 80 x 90 / 86.4 x 0.85 = 70.83; x 0.8 = 56.67.
      clearance('actual', '90.0 kg', '70.8 mL/min'),
      corrected('actual', '70.8 mL/min', '56.7 mL/min'),
      [
        'Ideal body weight (Devine)',
        '45.5 kg + 2.3 kg x (height in inches - 60)',
        { height: '160.0 cm' },
        // 62.992 inches: 45.5 + 2.3 x 2.992.
        '52.4 kg',
        ['devine-1974'],
      ],
      // 80 x 52.382 / 86.4 x 0.85 = 41.23; x 0.8 = 32.98.
      clearance('ideal', '52.4 kg', '41.2 mL/min'),
      corrected('ideal', '41.2 mL/min', '33.0 mL/min'),
      [
        'Adjusted body weight',
        'ideal + 0.4 x (actual - ideal)',
        { ideal: '52.4 kg', actual: '90.0 kg', 'body mass index': '35.2 kg/m2' },
        // 52.382 + 0.4 x 37.618.
        '67.4 kg',
        ['clincalc', 'medcalc-bench'],
      ],
      // 80 x 67.429 / 86.4 x 0.85 = 53.07; x 0.8 = 42.46.
      clearance('adjusted', '67.4 kg', '53.1 mL/min'),
      corrected('adjusted', '53.1 mL/min', '42.5 mL/min'),
      [
        'eGFR by CKD-EPI 2021',
        ckdEpi,
        { age: '60.0 a', creatinine: '1.2 mg/dL', sex: 'female', k: '0.7', a: '-0.241' },
        // 142 x (1.2 / 0.7)^-1.2 (0.52372) x 0.9938^60 (0.68856) x 1.012 = 51.82.
        '51.8 mL/min/{1.73_m2}',
        ['ckd-epi-2021'],
      ],
      [
        'eGFR of this body size',
        'eGFR x square root of (height x weight / 3600) / 1.73',
        // sqrt(160 x 90 / 3600) = 2; 51.82 x 2 / 1.73 = 59.91.
        { eGFR: '51.8 mL/min/{1.73_m2}', height: '160.0 cm', weight: '90.0 kg', 'body surface area': '2.0 m2' },
        '59.9 mL/min',
        ['seekhealthz-gfr-dosing', 'mosteller-1987'],
      ],
      // BMI 35.2: the adjusted weight decides, corrected: 42.5, below the 59.9 of the eGFR.
      [
        'Band of clearance',
        band,
        { lowest: '42.5 mL/min', 'numbers that decide': '2' },
        '30 to below 50 mL/min',
        ['judgement'],
      ],
    ]);
  });

  it('of a man: his formulas and constants', () => {
    const lines = workingOf(person('male', 60, 72, 1, 160)).map(([label, formula, inputs]) => [label, formula, inputs]);
    expect(lines).toContainEqual([
      'Creatinine clearance by Cockcroft-Gault, actual weight',
      cockcroftGault,
      { age: '60.0 a', weight: '72.0 kg', creatinine: '1.0 mg/dL' },
    ]);
    expect(lines).toContainEqual([
      'Ideal body weight (Devine)',
      '50 kg + 2.3 kg x (height in inches - 60)',
      { height: '160.0 cm' },
    ]);
    expect(lines).toContainEqual([
      'eGFR by CKD-EPI 2021',
      ckdEpi,
      { age: '60.0 a', creatinine: '1.0 mg/dL', sex: 'male', k: '0.9', a: '-0.302' },
    ]);
  });

  it.each([
    [14, 'below 15 mL/min'],
    [15, '15 to below 30 mL/min'],
    [79, '50 to below 80 mL/min'],
    [80, '80 mL/min and over'],
  ])('a clearance of %s that was given goes to its band at once', (value, result) => {
    const [line, ...more] = assessRenalFunction(crcl(value), parameters.renal).working;
    expect(line).toMatchObject({ result, inputs: { 'numbers that decide': '1' } });
    expect(line?.citations).toEqual([{ source: 'judgement', locator: 'Band edges' }]);
    expect(more).toEqual([]);
  });

  it('of several estimates also cites why the lowest decides', () => {
    const patient = { ...crcl(25), egfr: quantity(40, 'mL/min/{1.73_m2}') };
    const { working } = assessRenalFunction(patient, parameters.renal);
    // What was given needs no arithmetic: the band is the only line.
    expect(working.map(({ citations }) => citations)).toEqual([
      [
        { source: 'judgement', locator: 'Lowest estimate decides' },
        { source: 'judgement', locator: 'Band edges' },
      ],
    ]);
  });
});

describe('each estimate', () => {
  it('carries its band and where its equation stands', () => {
    const { estimates: found } = planIn(ask({ ...person('female', 60, 90, 1.2, 160), spinalCordInjury: 'paraplegia' }));
    expect(found.map((each) => [nameOf(each), each.band, sourcesOf(each.citations)])).toEqual([
      ['cockcroft-gault actual', '50-to-below-80', ['cockcroft-gault-1976']],
      ['cockcroft-gault actual paraplegia', '50-to-below-80', ['mirahmadi-1983']],
      ['cockcroft-gault ideal', '30-to-below-50', ['cockcroft-gault-1976']],
      ['cockcroft-gault ideal paraplegia', '30-to-below-50', ['mirahmadi-1983']],
      ['cockcroft-gault adjusted', '50-to-below-80', ['cockcroft-gault-1976']],
      ['cockcroft-gault adjusted paraplegia', '30-to-below-50', ['mirahmadi-1983']],
      ['ckd-epi-2021', '50-to-below-80', ['ckd-epi-2021']],
      ['ckd-epi-2021-deindexed', '50-to-below-80', ['seekhealthz-gfr-dosing', 'mosteller-1987']],
    ]);
    // Weights are those of the working: 52.4 and 67.4 kg.
    expect(found.map(({ weight, value }) => [shown(weight?.value), value.unit])).toEqual([
      ['90.0 kg', 'mL/min'],
      ['90.0 kg', 'mL/min'],
      ['52.4 kg', 'mL/min'],
      ['52.4 kg', 'mL/min'],
      ['67.4 kg', 'mL/min'],
      ['67.4 kg', 'mL/min'],
      [undefined, 'mL/min/{1.73_m2}'],
      [undefined, 'mL/min'],
    ]);
  });

  it('that the clinician gave needs no source, nor age or sex beside a creatinine', () => {
    const patient = { ...crcl(40), egfr: quantity(45, 'mL/min/{1.73_m2}'), creatinine: quantity(1.4, 'mg/dL') };
    expect(planIn(ask(patient)).estimates).toEqual([
      { method: 'given-clearance', value: quantity(40, 'mL/min'), band: '30-to-below-50', citations: [] },
      { method: 'given-egfr', value: quantity(45, 'mL/min/{1.73_m2}'), band: '30-to-below-50', citations: [] },
    ]);
  });
});

describe('the actual weight is an assumption', () => {
  it.each<[string, Patient, boolean]>([
    ['without a height', person('male', 40, 70, 1), true],
    ['not with one', person('male', 40, 70, 1, 175), false],
    ['not where no weight was used', { ...crcl(60), weight: quantity(70, 'kg') }, false],
  ])('%s', (_, patient, expected) => {
    expect(ask(patient).assumptions.filter(({ name }) => name !== 'age')).toEqual(
      expected ? [{ name: 'weight-for-clearance', value: quantity(70, 'kg'), citations: [], lowers: true }] : [],
    );
  });
});

describe('the answer', () => {
  const here = (outcome: ReturnType<typeof ask>) =>
    planIn(outcome).disagreements.map(({ citations, here: what }) => [sourcesOf(citations)[0], what]);
  const doses = (...values: number[]) => values.map(mgPerDay);

  it('at 42 mL/min in full', () => {
    const plan = planIn(ask(crcl(42)));
    const label = { source: 'fda-tablets-2023', locator: 'Dosage and administration, titration schedule' };
    const study = { source: 'vlavonou-2014', locator: 'Abstract, results' };
    expect(plan.band).toEqual({
      id: '30-to-below-50',
      from: quantity(30, 'mL/min'),
      below: quantity(50, 'mL/min'),
      citations: [{ source: 'judgement', locator: 'Band edges' }],
    });
    // Start, step and ceiling of the label with the study that halves them; a week of this project's choice.
    // 7.5 down to 5, then never more than 7.5 at once: 5 more each time.
    expect(plan.recommendation).toEqual({
      action: 'reduce',
      dailyDoses: doses(5, 10, 15, 20, 25, 30, 35, 40),
      timesDaily: [3, 3, 3, 3, 3, 3, 3, 3],
      interval: quantity(7, 'd'),
      ceiling: mgPerDay(40),
      fraction: { numerator: 1, denominator: 2 },
      citations: [
        ...[label, label, study],
        ...[label, label, study],
        { source: 'judgement', locator: 'Interval with reduced clearance' },
        ...[label, study],
      ],
    });
    expect(plan.rules).toBe('us');
    expect(plan.accumulation.text).toMatch(/drowsiness or confusion: do not increase/);
  });

  it('at 25 mL/min has no fraction, and no figure that is not followed', () => {
    const outcome = ask(crcl(25));
    const { recommendation } = planIn(outcome);
    expect(recommendation).not.toHaveProperty('fraction');
    expect(recommendation.citations).toEqual([
      { source: 'gablofen-web-page', locator: 'Renal impairment' },
      { source: 'gablofen-web-page', locator: 'Renal impairment' },
      { source: 'judgement', locator: 'Interval with reduced clearance' },
      { source: 'judgement', locator: 'Ceiling at 15 to below 30 mL/min' },
    ]);
    expect(here(outcome).slice(0, 4)).toEqual([
      ['wolf-2018', { kind: 'avoid' }],
      ['vlavonou-2014', undefined],
      ['cheong-2020', undefined],
      ['bnfc-2018', undefined],
    ]);
    expect(planIn(outcome).disagreements[3]).not.toHaveProperty('here');
  });

  it('below 15 mL/min and on dialysis is to avoid it, with the reason', () => {
    for (const patient of [crcl(14), { dialysis: true }]) {
      const { band, recommendation } = planIn(ask(patient));
      expect(band.id).toBe('below-15');
      expect(recommendation).toEqual({
        action: 'avoid',
        reason: { text: expect.stringContaining('should be avoided'), citations: recommendation.citations },
        citations: [{ source: 'wolf-2018', locator: 'Abstract, recommendation' }],
      });
    }
    expect(ask(crcl(14)).working.map(({ label }) => label)).toEqual(['Band of clearance']);
    expect(planIn(ask({ dialysis: true }))).not.toHaveProperty('deciding');
    // On dialysis whatever the order of the bands.
    const bands = parameters.renal.bands.toReversed();
    const context = { ...parameters, renal: { ...parameters.renal, bands } };
    expect(planIn(adjustForRenalFunction({ patient: { dialysis: true } }, context)).recommendation.action).toBe(
      'avoid',
    );
    expect(here(ask({ dialysis: true }))).toEqual([
      ['wolf-2018', { kind: 'avoid' }],
      ['chauvin-2020', { kind: 'avoid' }],
      ['cheong-2020', undefined],
      ['pms-baclofen-monograph', undefined],
      ['beers-2023', undefined],
    ]);
  });

  it('follows the label asked for: Germany goes to 75 mg per day, half of it rounded down to 35', () => {
    const plan = planIn(adjustForRenalFunction({ patient: crcl(42), rules: 'de' }, parameters));
    expect(plan.rules).toBe('de');
    expect(plan.recommendation).toMatchObject({
      dailyDoses: doses(5, 10, 15, 20, 25, 30, 35),
      ceiling: mgPerDay(35),
    });
  });

  it.each([
    // Six speak of below 30; three more of below 60 and three of below 80 without a lower end.
    [29.9, 12],
    // From 30: Wolf 2018 to 60 and Vlavonou 2014 to 80, beside those six.
    [30, 8],
    [59.9, 8],
    [60, 4],
    [79.9, 4],
    [80, 0],
  ])('at %s mL/min shows %s statements of others', (value, count) => {
    expect(planIn(ask(crcl(value))).disagreements).toHaveLength(count);
  });

  it.each<[string, Patient, number, boolean]>([
    ['below 60 mL/min, whatever the dose', crcl(59.9), 5, true],
    ['not at 60 below the ceiling', crcl(60), 50, false],
    // Two thirds of 80 are 53.3, of tablets 50.
    ['at 60 above the ceiling of the band', crcl(60), 55, true],
    ['not at 90, above the ceiling of the label', crcl(90), 120, false],
    ['on dialysis', { dialysis: true }, 5, true],
  ])('asks first whether somebody who takes it is poisoned: %s', (_, patient, dose, expected) => {
    expect(ask(patient, dose).notices[0]?.code === 'poisoning-first').toBe(expected);
  });

  it('says where no age is given that less may be right: of the levels, and of a ceiling below 30 mL/min', () => {
    const names = (outcome: ReturnType<typeof ask>) => outcome.assumptions.map(({ name }) => name);
    expect(names(ask(crcl(45)))).toEqual(['age']);
    expect(names(ask(crcl(45), 60))).toEqual([]);
    expect(names(ask(crcl(25), 60))).toEqual(['age']);
    expect(names(ask({ ...crcl(25), age: quantity(50, 'a') }, 60))).toEqual([]);
  });

  it('names a present dose that is too high, and the line that it passes', () => {
    expect(ask(crcl(25), 60).notices).toContainEqual({
      code: 'daily-dose-above-ceiling',
      severity: 'warning',
      params: { dailyDose: mgPerDay(60), ceiling: mgPerDay(10) },
      citations: [{ source: 'judgement', locator: 'Ceiling at 15 to below 30 mL/min' }],
    });
    expect(ask(crcl(10), 5).notices).toMatchObject([
      { code: 'poisoning-first', severity: 'warning' },
      {
        code: 'daily-dose-where-avoided',
        severity: 'warning',
        params: { dailyDose: mgPerDay(5) },
        citations: [{ source: 'wolf-2018', locator: 'Abstract, recommendation' }],
      },
    ]);
  });

  it.each<[age: number, clearance: number, said: boolean]>([
    // The steps shown are those of the clearance; from 65 years on they are slower still.
    [65, 80, true],
    [64.9, 80, false],
    [65, 42, true],
    // The fixed dose is once daily already, and below 15 there is none.
    [65, 25, false],
    [65, 14, false],
  ])('for %s years at %s mL/min says whether the steps of older adults apply', (age, value, expected) => {
    const outcome = ask({ ...crcl(value), age: quantity(age, 'a') });
    expect(codes(outcome).includes('older-adult-schedule')).toBe(expected);
  });

  it('without an age says nothing of the steps of older adults', () => {
    expect(codes(ask(crcl(80)))).not.toContain('older-adult-schedule');
  });
});

describe('what is refused or makes no sense', () => {
  it.each([12, 17, 17.9])('a child of %s years has an estimate with a height only', (age) => {
    const outcome = ask(person('female', age, 50, 0.6));
    expect(paramsOf(outcome, 'child-creatinine')).toEqual({ creatinine: quantity(0.6, 'mg/dL') });
    // 0.413 x 150 / 0.6 = 103.25; x 0.6 / 0.7 = 88.5, below 90.
    expect(estimates(planIn(ask(person('female', age, 50, 0.6, 150))))).toEqual({ schwartz: 103.3 });
    expect(paramsOf(ask(person('female', age, 50, 0.7, 150)), 'child-with-clearance')).toMatchObject({
      below: quantity(90, 'mL/min'),
    });
  });

  it('18 is an adult', () => {
    expect(() => planIn(ask(person('female', 18, 50, 0.6)))).not.toThrow();
  });

  it('nothing that tells of renal function', () => {
    const nothing = {
      name: 'InputError',
      field: 'creatinineClearance',
      got: 'nothing',
      takes: 'a clearance in mL/min; or give `egfr`, `creatinine` with `age` and `sex`, or `dialysis`',
    };
    for (const patient of [{}, { age: quantity(70, 'a'), weight: quantity(70, 'kg') }] satisfies Patient[]) {
      expect(() => ask(patient)).toThrow(expect.objectContaining(nothing));
    }
  });

  it('a creatinine without age or without sex', () => {
    const { age, sex, ...rest } = person('female', 72, 60, 1.4);
    const missing = (field: string, takes: string) => expect.objectContaining({ field, got: 'nothing', takes });
    expect(() => ask({ ...rest, ...(sex && { sex }) })).toThrow(
      missing('age', 'the age in years, which an estimate from creatinine needs'),
    );
    expect(() => ask({ ...rest, ...(age && { age }) })).toThrow(
      missing('sex', 'female or male, which an estimate from creatinine needs'),
    );
  });

  it('a creatinine without a weight still has an eGFR', () => {
    const { weight: _, ...rest } = person('female', 72, 60, 1.4);
    expect(estimates(planIn(ask(rest)))).toEqual({ 'ckd-epi-2021': 40 });
    // A height alone gives no body surface.
    expect(estimates(planIn(ask({ ...rest, height: quantity(162, 'cm') })))).toEqual({ 'ckd-epi-2021': 40 });
  });
});
