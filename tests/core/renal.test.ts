import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/core/input-error.js';
import type { Patient, Sex, SpinalCordInjury } from '../../src/core/patient.js';
import { quantity } from '../../src/core/quantity.js';
import { adjustForRenalFunction, type RenalPlan } from '../../src/core/renal.js';
import type { Estimate } from '../../src/core/renal-estimates.js';
import { loadParameters } from '../../src/parameters/load.js';
import { mgPerDay } from './fixtures.js';
import { codes, paramsOf, planIn, sourcesOf } from './plan-facts.js';

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

  it('keeps half of the labelled doses, weekly', () => {
    // 15, 30, 45, 60, 80 halved and rounded down to 5 mg.
    expect(plan.recommendation).toMatchObject({
      action: 'reduce',
      dailyDoses: [5, 15, 20, 30, 40].map(mgPerDay),
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
        params: { lowest: '15-to-below-30', highest: '30-to-below-50' },
      }),
    );
  });

  it('may have 5 mg once, then twice daily', () => {
    expect(plan.recommendation).toMatchObject({
      action: 'reduce',
      dailyDoses: [mgPerDay(5), mgPerDay(10)],
      timesDaily: [1, 2],
      ceiling: mgPerDay(10),
    });
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

  it('is banded on the lowest', () => {
    expect(plan.band.id).toBe('50-to-below-80');
    expect(codes(outcome)).toContain('estimates-in-different-bands');
    expect(codes(outcome)).not.toContain('avoid-in-older-adult');
  });
});

describe('adjusted weight begins at a body mass index of 30', () => {
  // At 200 cm a body mass index of 30 is 30 x 2^2 = 120 kg.
  it.each([
    [119.9, false],
    [120, true],
  ])('%s kg at 200 cm', (weight, expected) => {
    const names = planIn(ask(person('male', 40, weight, 1, 200))).estimates.map(nameOf);
    expect(names.includes('cockcroft-gault adjusted')).toBe(expected);
    expect(names).toContain('cockcroft-gault ideal');
  });

  it('below 60 inches there is no ideal weight to adjust from', () => {
    // 152 cm is 59.84 inches; 120 / 1.52^2 = 51.9 kg/m2.
    expect(planIn(ask(person('female', 40, 120, 1, 152))).estimates.map(nameOf)).toEqual([
      'cockcroft-gault actual',
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
    expect(codes(outcome)).toContain('correction-for-spinal-cord-injury');
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
  // CKD-EPI 2021, and that de-indexed. Adjusted weight only from a body mass index of 30, so not for all.
  it.each([
    // Body mass index 70 / 1.55^2 = 29.1.
    [person('female', 80, 70, 1.4, 155), 35.4, 24.2, undefined, 38, 38.2, '15-to-below-30'],
    [person('female', 88, 48, 1.1, 160), 26.8, 29.2, undefined, 48.3, 40.8, '15-to-below-30'],
    [person('female', 67, 64, 1, 165), 55.2, 49, undefined, 61.7, 61.1, '30-to-below-50'],
    // Body mass index 105 / 1.78^2 = 33.1.
    [person('male', 72, 105, 1.6, 178), 62, 43.2, 50.7, 45.5, 59.9, '30-to-below-50'],
    [person('male', 55, 140, 1.2, 172), 137.7, 66.7, 95.1, 71.4, 106.8, '50-to-below-80'],
  ])('%j', (patient, actual, ideal, adjusted, egfr, deindexed, band) => {
    const outcome = ask(patient);
    const plan = planIn(outcome);
    expect(estimates(plan)).toEqual({
      'cockcroft-gault actual': actual,
      'cockcroft-gault ideal': ideal,
      ...(adjusted && { 'cockcroft-gault adjusted': adjusted }),
      'ckd-epi-2021': egfr,
      'ckd-epi-2021-deindexed': deindexed,
    });
    expect(plan.band.id).toBe(band);
    expect(codes(outcome)).toContain('estimates-in-different-bands');
  });
});

describe('a clearance that the clinician has', () => {
  it('stands instead of estimates', () => {
    const plan = planIn(ask({ ...person('female', 72, 60, 1.4, 162), ...crcl(25) }));
    expect(estimates(plan)).toEqual({ 'given-clearance': 25 });
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
    [25, 10, []],
    [40, 40, []],
    [40, 45, ['daily-dose-above-ceiling']],
    [65, 50, []],
    [90, 80, []],
    [90, 85, ['daily-dose-above-ceiling']],
    [10, 5, ['daily-dose-where-avoided']],
  ])('clearance %s, %s mg per day', (clearance, dose, expected) => {
    expect(codes(ask(crcl(clearance), dose))).toEqual(expected);
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
});

describe('strange values compute with a notice', () => {
  it.each([
    ['creatinine 0.2 mg/dL', person('male', 40, 70, 0.2), ['creatinine-unusual']],
    ['creatinine 0.3 mg/dL', person('male', 40, 70, 0.3), []],
    ['creatinine 15 mg/dL', person('male', 40, 70, 15), []],
    ['creatinine 15.1 mg/dL', person('male', 40, 70, 15.1), ['creatinine-unusual']],
    ['250 kg', person('male', 40, 250, 0.6), ['weight-unusual']],
    ['200 kg', person('male', 40, 200, 0.6), []],
    ['119 cm', person('male', 40, 70, 0.6, 119), ['height-unusual']],
  ])('%s', (_, patient, expected) => {
    const outcome = ask(patient);
    expect(planIn(outcome).estimates.length).toBeGreaterThan(0);
    expect(codes(outcome).filter((code) => code.endsWith('unusual'))).toEqual(expected);
  });
});

describe('what is refused or makes no sense', () => {
  it.each([12, 17, 17.9])('a child of %s years is refused: the equations are for adults', (age) => {
    const { from } = paramsOf(ask(person('female', age, 50, 0.6)), 'adults-only');
    expect(from).toEqual(quantity(18, 'a'));
  });

  it('18 is an adult', () => {
    expect(() => planIn(ask(person('female', 18, 50, 0.6)))).not.toThrow();
  });

  it('nothing at all', () => {
    expect(() => ask({})).toThrow(InputError);
    expect(() => ask({ age: quantity(70, 'a'), weight: quantity(70, 'kg') })).toThrow(InputError);
  });

  it('a creatinine without age or without sex', () => {
    const { age, sex, ...rest } = person('female', 72, 60, 1.4);
    expect(() => ask({ ...rest, ...(sex && { sex }) })).toThrow(expect.objectContaining({ field: 'age' }));
    expect(() => ask({ ...rest, ...(age && { age }) })).toThrow(expect.objectContaining({ field: 'sex' }));
  });

  it('a creatinine without a weight still has an eGFR', () => {
    const { weight: _, ...rest } = person('female', 72, 60, 1.4);
    expect(estimates(planIn(ask(rest)))).toEqual({ 'ckd-epi-2021': 40 });
  });
});
