import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sex } from '../../../src/core/patient/patient.js';
import {
  adjustedWeight,
  bodyMassIndex,
  bodySurfaceArea,
  type Creatinine,
  ckdEpi2021,
  cockcroftGault,
  deindex,
  idealWeight,
} from '../../../src/core/renal-function/equations.js';
import { quantity } from '../../../src/core/values/quantity.js';

// The published examples are in worked-examples/; here stands what has to hold for every patient.

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const ages = between(18, 100);
const weights = between(30, 200);
const heights = between(120, 210);
const creatinines = between(0.2, 15); // mg/dL
const sexes = fc.constantFrom<Sex>('female', 'male');

const mgPerDl = (value: number): Creatinine => quantity(value, 'mg/dL');
const umolPerL = (value: number): Creatinine => quantity(value, 'umol/L');

const clearanceOf = (age: number, weight: number, creatinine: Creatinine, sex: Sex) =>
  cockcroftGault(quantity(age, 'a'), quantity(weight, 'kg'), creatinine, sex).value;
const egfrOf = (age: number, creatinine: Creatinine, sex: Sex) => ckdEpi2021(quantity(age, 'a'), creatinine, sex).value;

/** Equal but for the noise of arithmetic. */
function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.abs(b);
}

/** The lower and the higher of two numbers. */
function ordered(a: number, b: number): [number, number] {
  return a < b ? [a, b] : [b, a];
}

describe('cockcroftGault', () => {
  it('is in mL/min, not indexed to body surface', () => {
    // (140 - 60) x 80 / (72 x 1.2) = 6400 / 86.4 = 74.0741
    const clearance = cockcroftGault(quantity(60, 'a'), quantity(80, 'kg'), mgPerDl(1.2), 'male');
    expect(clearance.unit).toBe('mL/min');
    expect(clearance.value).toBeCloseTo(74.0741, 4);
  });

  it('is not rounded', () => {
    // Man of 80, 60 kg, 1.6681 mg/dL: 60 x 60 / 120.1032 = 29.974222; rounding it to 30 would change the band.
    expect(clearanceOf(80, 60, mgPerDl(1.6681), 'male')).toBeCloseTo(29.974222, 6);
  });

  it('agrees with the equation in SI units', () => {
    // (140 - age) x weight x 88.4 / 72 / creatinine in umol/L: the factor is 1.22778 for men, 1.04361 for women.
    const factor = { male: 88.4 / 72, female: (0.85 * 88.4) / 72 };
    fc.assert(
      fc.property(ages, weights, between(20, 1300), sexes, (age, weight, creatinine, sex) => {
        const expected = ((140 - age) * weight * factor[sex]) / creatinine;
        return same(clearanceOf(age, weight, umolPerL(creatinine), sex), expected);
      }),
    );
  });

  it('is the same from umol/L and from mg/dL', () => {
    fc.assert(
      fc.property(ages, weights, creatinines, sexes, (age, weight, creatinine, sex) =>
        same(
          clearanceOf(age, weight, umolPerL(creatinine * 88.4), sex),
          clearanceOf(age, weight, mgPerDl(creatinine), sex),
        ),
      ),
    );
  });

  it('is lower for a woman, by the factor 0.85', () => {
    fc.assert(
      fc.property(ages, weights, creatinines, (age, weight, creatinine) =>
        same(
          clearanceOf(age, weight, mgPerDl(creatinine), 'female'),
          0.85 * clearanceOf(age, weight, mgPerDl(creatinine), 'male'),
        ),
      ),
    );
  });

  it('never falls with a lower creatinine', () => {
    fc.assert(
      fc.property(ages, weights, creatinines, creatinines, sexes, (age, weight, a, b, sex) => {
        const [low, high] = ordered(a, b);
        return clearanceOf(age, weight, mgPerDl(low), sex) >= clearanceOf(age, weight, mgPerDl(high), sex);
      }),
    );
  });

  it('never rises with age', () => {
    fc.assert(
      fc.property(ages, ages, weights, creatinines, sexes, (a, b, weight, milligrams, sex) => {
        const [younger, older] = ordered(a, b);
        const creatinine = mgPerDl(milligrams);
        return clearanceOf(older, weight, creatinine, sex) <= clearanceOf(younger, weight, creatinine, sex);
      }),
    );
  });

  it('doubles with the weight', () => {
    fc.assert(
      fc.property(ages, weights, creatinines, sexes, (age, weight, creatinine, sex) =>
        same(
          clearanceOf(age, 2 * weight, mgPerDl(creatinine), sex),
          2 * clearanceOf(age, weight, mgPerDl(creatinine), sex),
        ),
      ),
    );
  });
});

describe('ckdEpi2021', () => {
  it('is indexed to body surface', () => {
    expect(ckdEpi2021(quantity(40, 'a'), mgPerDl(0.9), 'male').unit).toBe('mL/min/{1.73_m2}');
  });

  it('is the same from umol/L and from mg/dL', () => {
    fc.assert(
      fc.property(ages, creatinines, sexes, (age, creatinine, sex) =>
        same(egfrOf(age, umolPerL(creatinine * 88.4), sex), egfrOf(age, mgPerDl(creatinine), sex)),
      ),
    );
  });

  it('never falls with a lower creatinine, across the knee of the curve too', () => {
    fc.assert(
      fc.property(ages, creatinines, between(0.3, 1.2), sexes, (age, a, b, sex) => {
        const [low, high] = ordered(a, b);
        return egfrOf(age, mgPerDl(low), sex) >= egfrOf(age, mgPerDl(high), sex);
      }),
    );
  });

  it.each([
    ['female', 0.7],
    ['male', 0.9],
  ] as const)('has no jump at the knee (%s, %d mg/dL)', (sex, knee) => {
    const step = 1e-6;
    const jump = egfrOf(50, mgPerDl(knee - step), sex) - egfrOf(50, mgPerDl(knee + step), sex);
    // The curve itself falls by less than 1.2 x 142 / 0.7 = 244 per mg/dL here: 0.0005 over 2e-6 mg/dL.
    expect(jump).toBeGreaterThan(0);
    expect(jump).toBeLessThan(0.0005);
  });

  it('is the equation to the last bit, of whole years as of others', () => {
    // A man whose creatinine is k: both powers of it are those of 1, so that 142 x 0.9938^age is left.
    for (let age = 0; age <= 140; age += 0.5) expect(egfrOf(age, mgPerDl(0.9), 'male')).toBe(142 * 0.9938 ** age);
  });

  it('falls by 0.62% with each year', () => {
    fc.assert(
      fc.property(between(18, 99), creatinines, sexes, (age, creatinine, sex) =>
        same(egfrOf(age + 1, mgPerDl(creatinine), sex) / egfrOf(age, mgPerDl(creatinine), sex), 0.9938),
      ),
    );
  });
});

describe('bodySurfaceArea and deindex', () => {
  it('is 2.06155 m2 at 180 cm and 85 kg', () => {
    // Published: MedCalc-Bench-Verified, datasets/one_shot_data.csv, row 46. sqrt(180 x 85 / 3600) = sqrt(4.25)
    const area = bodySurfaceArea(quantity(180, 'cm'), quantity(85, 'kg'));
    expect(area.unit).toBe('m2');
    expect(area.value).toBeCloseTo(2.06155, 5);
  });

  it('changes nothing in a body of 1.73 m2', () => {
    fc.assert(
      fc.property(between(1, 150), (egfr) =>
        same(deindex(quantity(egfr, 'mL/min/{1.73_m2}'), quantity(1.73, 'm2')).value, egfr),
      ),
    );
  });

  it('raises the value in a larger body and lowers it in a smaller one', () => {
    fc.assert(
      fc.property(between(1, 150), heights, weights, (egfr, height, weight) => {
        const area = bodySurfaceArea(quantity(height, 'cm'), quantity(weight, 'kg'));
        const deindexed = deindex(quantity(egfr, 'mL/min/{1.73_m2}'), area);
        expect(deindexed.unit).toBe('mL/min');
        expect(Math.sign(deindexed.value - egfr)).toBe(Math.sign(area.value - 1.73));
      }),
    );
  });
});

describe('weights', () => {
  it('has a body mass index in kg/m2', () => {
    // 78 / 1.6^2 = 78 / 2.56 = 30.46875
    const index = bodyMassIndex(quantity(160, 'cm'), quantity(78, 'kg'));
    expect(index.unit).toBe('kg/m2');
    expect(index.value).toBeCloseTo(30.46875, 9);
  });

  it('carries the ideal weight on below 152.4 cm (60 inches)', () => {
    // 139.7 cm are 55 inches, 5 below 60: 50 - 11.5 = 38.5 kg, and 45.5 - 11.5 = 34.
    expect(idealWeight(quantity(139.7, 'cm'), 'male').value).toBeCloseTo(38.5, 9);
    expect(idealWeight(quantity(139.7, 'cm'), 'female').value).toBeCloseTo(34, 9);
  });

  it('has an adjusted weight of 62.629 kg (woman, 160 cm, 78 kg)', () => {
    // Published 62.62918 with 0.393701 in/cm: MedCalc-Bench-Verified, datasets/one_shot_data.csv, row 48.
    // 52.38197 + 0.4 x (78 - 52.38197) = 52.38197 + 10.24721
    const ideal = idealWeight(quantity(160, 'cm'), 'female');
    expect(ideal && adjustedWeight(ideal, quantity(78, 'kg')).value).toBeCloseTo(62.62918, 3);
  });

  it('adjusts to 40% of the way from ideal to actual', () => {
    // 50 + 0.4 x (100 - 50) = 70
    expect(adjustedWeight(quantity(50, 'kg'), quantity(100, 'kg'))).toEqual({ value: 70, unit: 'kg' });
  });
});
