import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hourOf } from '../../src/core/clock.js';
import { InputError } from '../../src/core/input-error.js';
import { estimateInfantExposure } from '../../src/core/lactation.js';
import { estimateMilkDay } from '../../src/core/milk.js';
import { levelAfterDose, levelAtSteadyState, meanLevel, milkModel } from '../../src/core/milk-model.js';
import { quantity } from '../../src/core/quantity.js';
import { loadParameters } from '../../src/parameters/load.js';

const { milk, lactation } = loadParameters();
const context = { milk, molarMass: lactation.molarMass, publishedDose: lactation.publishedCase.maternalDose };
const model = milkModel(milk);
const publishedTimes = ['06:00', '11:20', '16:40', '22:00'];

function plan(dose: number, times: readonly string[]) {
  const outcome = estimateMilkDay({ dose: quantity(dose, 'mg'), times }, context);
  if (outcome.outcome !== 'plan') throw new Error('refused');
  return outcome.plan;
}

/** Golden vectors of the evidence sheet, section 4, computed there on their own. */
describe('the curve after one dose of 20 mg', () => {
  it('has the rates and the height of the sheet', () => {
    // ln 2 / 5.6 = 0.123776; rise 0.441965: ln(0.441965 / 0.123776) / (0.441965 - 0.123776) = 4.000 h
    expect(model.fall).toBeCloseTo(0.123776, 6);
    expect(model.rise).toBeCloseTo(0.441965, 6);
    expect(Math.log(0.441965 / 0.123776) / (0.441965 - 0.123776)).toBeCloseTo(4, 4);
    // 0.13 / 20 / (exp(-0.495105) - exp(-1.76786)) = 0.0065 / (0.609507 - 0.170698) = 0.0148128
    expect(model.perMilligram).toBeCloseTo(0.0148128, 7);
  });

  it.each([
    [1, 0.0713],
    [2, 0.1089],
    [4, 0.13],
    [6, 0.1201],
    [8, 0.1014],
    [12, 0.0656],
    [24, 0.0152],
    [26, 0.0119],
  ])('%s h: %s mg/L', (hours, level) => {
    expect(levelAfterDose(model, 20, hours)).toBeCloseTo(level, 4);
  });

  it('has the areas of the sheet, and 22 mcg in 26 hours need 351 mL of milk', () => {
    // area to infinity 20 x 0.0148128 x (1 / 0.123776 - 1 / 0.441965) = 0.296256 x (8.07911 - 2.26262) = 1.7232 mg h/L
    expect(meanLevel(model, 20) * 24).toBeCloseTo(1.723, 3);
    // the rest after 26 h: 0.296256 x exp(-3.218176) / 0.123776 = 0.0958; 1.7232 - 0.0958 = 1.627
    const steps = 26_000;
    const area =
      Array.from({ length: steps }, (_, index) => levelAfterDose(model, 20, ((index + 0.5) * 26) / steps)).reduce(
        (sum, level) => sum + level,
        0,
      ) *
      (26 / steps);
    expect(area).toBeCloseTo(1.627, 3);
    // 0.022 mg / (1.627 / 26 mg/L) = 0.3516 L
    expect(0.022 / (area / 26)).toBeCloseTo(0.3516, 3);
  });

  it('falls with a half-life of 5.6 hours once the rise is over', () => {
    expect(levelAfterDose(model, 20, 40) / levelAfterDose(model, 20, 45.6)).toBeCloseTo(2, 3);
  });
});

describe('the checks, which the model was not fitted to', () => {
  const checks = Object.fromEntries(plan(20, publishedTimes).checks.map((check) => [check.id, check]));

  it('26 h: 0.0555 against 0.052 micromol/L, 7% more', () => {
    // 0.011855 mg/L / 213.66 x 1000 = 0.05549 micromol/L
    expect(checks['26 h']?.predicted.value).toBeCloseTo(0.0555, 4);
    expect(checks['26 h']).toMatchObject({ observed: { value: 0.052, unit: 'umol/L' } });
    expect(checks['26 h']?.difference.value).toBeCloseTo(6.7, 1);
  });

  it.each([
    ['00:00', 0.333, 0.343, -3],
    ['05:30', 0.225, 0.297, -24],
    // (0.333 + 0.225) / 2
    ['mean', 0.279, 0.32, -13],
  ])('%s: %s against %s mg/L', (id, predicted, observed, percent) => {
    expect(checks[id]?.predicted.value).toBeCloseTo(predicted, 3);
    expect(checks[id]?.observed.value).toBe(observed);
    expect(Math.round(checks[id]?.difference.value ?? 0)).toBe(percent);
  });

  it('do not depend on what is asked', () => {
    expect(plan(5, ['12:00']).checks).toEqual(plan(20, publishedTimes).checks);
  });
});

describe('20 mg four times daily', () => {
  const day = plan(20, publishedTimes);

  it('averages 0.287 mg/L: 3.2% at 60 kg and 3.8% at 70 kg', () => {
    // 0.0861584 x 80 / 24 = 0.28719; x 0.15 = 0.043079; x 60 / 80 = 3.23%; x 70 / 80 = 3.77%
    expect(day.mean.value).toBeCloseTo(0.28719, 5);
    const exposure = estimateInfantExposure({ milk: day.mean, maternalDose: quantity(80, 'mg/d') }, lactation);
    if (exposure.outcome !== 'plan') throw new Error('refused');
    expect(exposure.plan.relativeInfantDose.map(({ value }) => value.value.toFixed(1))).toEqual(['3.2', '3.8']);
  });

  it('is lowest just before a dose', () => {
    expect(day.lowest.time).toBe('06:00');
    expect(day.curve).toHaveLength(48);
    expect(day.dailyDose).toEqual({ value: 80, unit: 'mg/d' });
  });
});

describe('always', () => {
  const clock = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
  const times = fc.uniqueArray(clock, { minLength: 1, maxLength: 6 });
  const hour = fc.double({ min: 0, max: 23.99, noNaN: true });

  it('steady state is many days of single doses added up', () => {
    fc.assert(
      fc.property(times, hour, (clocks, at) => {
        let sum = 0;
        for (let day = 0; day < 30; day += 1) {
          for (const each of clocks) sum += levelAfterDose(model, 20, 29 * 24 + at - day * 24 - hourOf(each));
        }
        expect(levelAtSteadyState(model, 20, clocks.map(hourOf), at)).toBeCloseTo(sum, 9);
      }),
      { numRuns: 50 },
    );
  });

  it('the mean does not depend on the times, and levels are linear in the dose', () => {
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 30 }), (clocks, dose) => {
        const day = plan(dose, clocks);
        expect(day.mean.value).toBeCloseTo(meanLevel(model, dose * clocks.length), 9);
        const average = day.curve.reduce((sum, { level }) => sum + level.value, 0) / day.curve.length;
        expect(average / day.mean.value).toBeCloseTo(1, 2);
        expect(day.highest.level.value / plan(1, clocks).highest.level.value).toBeCloseTo(dose, 6);
        expect(day.lowest.level.value).toBeLessThan(day.highest.level.value);
      }),
      { numRuns: 30 },
    );
  });

  it('the order of the times changes nothing; a time given twice or none makes no sense', () => {
    expect(plan(20, [...publishedTimes].reverse())).toEqual(plan(20, publishedTimes));
    expect(() => plan(20, ['06:00', '06:00'])).toThrow(InputError);
    expect(() => plan(20, [])).toThrow(InputError);
  });

  it('a curve whose peak comes too late for its half-life does not exist', () => {
    expect(() => milkModel({ ...milk, timeToPeak: { ...milk.timeToPeak, value: 9 } })).toThrow(RangeError);
  });
});
