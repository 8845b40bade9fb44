import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateInfantExposure } from '../../../src/core/infant-dose/estimate.js';
import { estimateMilkDay } from '../../../src/core/milk/day.js';
import { levelAfterDose, levelAtSteadyState, meanLevel, milkModel } from '../../../src/core/milk/model.js';
import type { CitedText } from '../../../src/core/values/citation.js';
import { hourOf } from '../../../src/core/values/clock.js';
import { InputError } from '../../../src/core/values/input-error.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { loadParameters } from '../../../src/parameters/load.js';

const { milk, lactation } = loadParameters();
const context = { milk, molarMass: lactation.molarMass, publishedDose: lactation.publishedCase.maternalDose };
const model = () => milkModel(milk);
const secondCase = { source: 'lactmed-baclofen', locator: 'Maternal levels, second case' };
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
    expect(model().fall).toBeCloseTo(0.123776, 6);
    expect(model().rise).toBeCloseTo(0.441965, 6);
    expect(Math.log(0.441965 / 0.123776) / (0.441965 - 0.123776)).toBeCloseTo(4, 4);
    // 0.13 / 20 / (exp(-0.495105) - exp(-1.76786)) = 0.0065 / (0.609507 - 0.170698) = 0.0148128
    expect(model().perMilligram).toBeCloseTo(0.0148128, 7);
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
    expect(levelAfterDose(model(), 20, hours)).toBeCloseTo(level, 4);
  });

  it('has the areas of the sheet, and 22 mcg in 26 hours need 351 mL of milk', () => {
    // area to infinity 20 x 0.0148128 x (1 / 0.123776 - 1 / 0.441965) = 0.296256 x (8.07911 - 2.26262) = 1.7232 mg h/L
    expect(meanLevel(model(), 20) * 24).toBeCloseTo(1.723, 3);
    // the rest after 26 h: 0.296256 x exp(-3.218176) / 0.123776 = 0.0958; 1.7232 - 0.0958 = 1.627
    const single = model();
    const steps = 26_000;
    const area =
      Array.from({ length: steps }, (_, index) => levelAfterDose(single, 20, ((index + 0.5) * 26) / steps)).reduce(
        (sum, level) => sum + level,
        0,
      ) *
      (26 / steps);
    expect(area).toBeCloseTo(1.627, 3);
    // 0.022 mg / (1.627 / 26 mg/L) = 0.3516 L
    expect(0.022 / (area / 26)).toBeCloseTo(0.3516, 3);
  });

  it('falls with a half-life of 5.6 hours once the rise is over', () => {
    expect(levelAfterDose(model(), 20, 40) / levelAfterDose(model(), 20, 45.6)).toBeCloseTo(2, 3);
  });
});

describe('the checks, which the model was not fitted to', () => {
  const check = (id: string) => plan(20, publishedTimes).checks.find((each) => each.id === id);

  it('26 h: 0.0555 against 0.052 micromol/L, 7% more', () => {
    // 0.011855 mg/L / 213.66 x 1000 = 0.05549 micromol/L
    expect(check('26 h')?.predicted.value).toBeCloseTo(0.0555, 4);
    expect(check('26 h')).toMatchObject({ observed: { value: 0.052, unit: 'umol/L' } });
    expect(check('26 h')?.difference.value).toBeCloseTo(6.7, 1);
  });

  it.each([
    ['00:00', 0.333, 0.343, -3],
    ['05:30', 0.225, 0.297, -24],
    // (0.333 + 0.225) / 2
    ['mean', 0.279, 0.32, -13],
  ])('%s: %s against %s mg/L', (id, predicted, observed, percent) => {
    expect(check(id)?.predicted.value).toBeCloseTo(predicted, 3);
    expect(check(id)?.observed.value).toBe(observed);
    expect(Math.round(check(id)?.difference.value ?? 0)).toBe(percent);
  });

  it('say in which unit, how far off in percent, and where both stand', () => {
    expect(check('26 h')).toMatchObject({
      predicted: { unit: 'umol/L' },
      difference: { unit: '%' },
      citations: [{ source: 'infantrisk-forum', locator: 'Milk levels' }],
    });
    // the times of the doses are ours, the level is published
    expect(check('05:30')).toMatchObject({
      predicted: { unit: 'mg/L' },
      observed: { unit: 'mg/L' },
      citations: [secondCase, { source: 'judgement', locator: 'Times of the published case' }],
    });
    expect(check('mean')?.citations).toEqual([secondCase]);
  });

  it('do not depend on what is asked', () => {
    expect(plan(5, ['12:00']).checks).toEqual(plan(20, publishedTimes).checks);
  });
});

describe('20 mg four times daily', () => {
  const day = () => plan(20, publishedTimes);

  it('averages 0.287 mg/L: 3.2% at 60 kg and 3.8% at 70 kg', () => {
    // 0.0861584 x 80 / 24 = 0.28719; x 0.15 = 0.043079; x 60 / 80 = 3.23%; x 70 / 80 = 3.77%
    expect(day().mean.value).toBeCloseTo(0.28719, 5);
    const exposure = estimateInfantExposure({ milk: day().mean, maternalDose: quantity(80, 'mg/d') }, lactation);
    if (exposure.outcome !== 'plan') throw new Error('refused');
    expect(exposure.plan.relativeInfantDose.map(({ value }) => value.value.toFixed(1))).toEqual(['3.2', '3.8']);
  });

  it('is lowest just before a dose', () => {
    expect(day().lowest.time).toBe('06:00');
    expect(day().curve).toHaveLength(48);
    expect(day().dailyDose).toEqual({ value: 80, unit: 'mg/d' });
  });
});

describe('one dose of 20 mg a day, at 06:00', () => {
  it('is highest 3 h 50 min after it, lowest as it is taken', () => {
    // exp(-24 x 0.123776) = 0.051271, exp(-24 x 0.441965) = 0.000025: the peak of a single dose, ln(3.57068) / 0.318189 =
    // 4 h, moves by ln(0.948729 / 0.999975) / 0.318189 = -0.165 h to 3.835 h = 3 h 50 min. There
    // 0.296256 x (exp(-0.474640) / 0.948729 - exp(-1.694790) / 0.999975) = 0.296256 x 0.472086 = 0.13986 mg/L
    const { highest, lowest, ratio, mean, times } = plan(20, ['06:00']);
    expect(highest.time).toBe('09:50');
    expect(highest.level.value).toBeCloseTo(0.13986, 5);
    expect(highest.level.unit).toBe('mg/L');
    // 0.296256 x (1 / 0.948729 - 1 / 0.999975) = 0.296256 x 0.054017 = 0.016003 mg/L; 0.13986 / 0.016003 = 8.74
    expect(lowest.time).toBe('06:00');
    expect(lowest.level.value).toBeCloseTo(0.016, 5);
    expect(ratio.value).toBeCloseTo(8.74, 2);
    expect(ratio.unit).toBe('1');
    // 1.7232 mg h/L / 24 h = 0.0718 mg/L
    expect(mean.value).toBeCloseTo(0.0718, 5);
    expect(mean.unit).toBe('mg/L');
    expect(times).toEqual(['06:00']);
  });

  it('is shown every half hour from midnight', () => {
    const { curve, lowest } = plan(20, ['06:00']);
    expect(curve.map(({ time }) => time).slice(0, 3)).toEqual(['00:00', '00:30', '01:00']);
    expect(curve.at(-1)?.time).toBe('23:30');
    expect(curve[12]).toEqual(lowest);
  });

  it('names the first of equal times where the day repeats', () => {
    const { highest, lowest } = plan(20, ['18:00', '06:00']);
    expect(lowest.time).toBe('06:00');
    expect(highest.time < '18:00').toBe(true);
  });
});

describe('what goes with the curve', () => {
  const ask = (dose: number) => estimateMilkDay({ dose: quantity(dose, 'mg'), times: publishedTimes }, context);
  const firstCase = { source: 'lactmed-baclofen', locator: 'Maternal levels, first case' };

  it('is that it comes from one woman, and above 80 mg per day that no level is published', () => {
    const oneWoman = { code: 'milk-model-one-woman', params: { dose: quantity(20, 'mg') }, citations: [firstCase] };
    expect(ask(20).notices).toMatchObject([oneWoman]);
    // 4 x 20.25 = 81 mg per day
    expect(ask(20.25).notices).toMatchObject([
      oneWoman,
      {
        code: 'maternal-dose-above-published',
        params: { maternalDose: quantity(81, 'mg/d'), published: quantity(80, 'mg/d') },
        citations: [secondCase],
      },
    ]);
    expect(ask(20)).toMatchObject({ assumptions: [] });
  });

  it('is the working, with the numbers of the sheet', () => {
    expect(ask(20).working).toMatchObject([
      {
        label: 'Rate of fall',
        formula: 'ln 2 / half-life',
        inputs: { 'half-life': quantity(5.6, 'h') },
        result: '0.123776 per hour',
        citations: [firstCase],
      },
      {
        label: 'Rate of rise',
        formula: 'the rate at which ln(rise / fall) / (rise - fall) is the time to the peak',
        inputs: { 'time to the peak': quantity(4, 'h') },
        result: '0.441965 per hour',
        citations: [firstCase],
      },
      {
        label: 'Level per mg',
        formula: 'peak / dose / (exp(-fall x time to the peak) - exp(-rise x time to the peak))',
        inputs: { peak: quantity(0.13, 'mg/L'), dose: quantity(20, 'mg') },
        result: '0.0148128 mg/L per mg',
        citations: [firstCase, firstCase],
      },
      {
        label: 'Mean level',
        formula: 'level per mg x (1 / fall - 1 / rise) x daily dose / 24',
        inputs: { 'daily dose': quantity(80, 'mg/d') },
        // 0.0861584 x 80 / 24
        result: { value: expect.closeTo(0.28719, 5), unit: 'mg/L' },
        citations: [{ source: 'judgement', locator: 'Milk model' }],
      },
    ]);
  });

  it('is what the data say of model, timing and limits', () => {
    const said = ({ text, source, locator }: CitedText) => ({ text, citations: [{ source, locator }] });
    const { model: words, timing, limits } = plan(20, publishedTimes);
    expect({ words, timing, limits }).toEqual({
      words: said(milk.model),
      timing: milk.timing.map(said),
      limits: milk.limits.map(said),
    });
  });
});

describe('always', () => {
  const clock = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
  const times = fc.uniqueArray(clock, { minLength: 1, maxLength: 6 });
  const hour = fc.double({ min: 0, max: 23.99, noNaN: true });

  it('steady state is many days of single doses added up', () => {
    const single = model();
    fc.assert(
      fc.property(times, hour, (clocks, at) => {
        let sum = 0;
        for (let day = 0; day < 30; day += 1) {
          for (const each of clocks) sum += levelAfterDose(single, 20, 29 * 24 + at - day * 24 - hourOf(each));
        }
        expect(levelAtSteadyState(single, 20, clocks.map(hourOf), at)).toBeCloseTo(sum, 9);
      }),
      { numRuns: 50 },
    );
  });

  it('the mean does not depend on the times, and levels are linear in the dose', () => {
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 30 }), (clocks, dose) => {
        const day = plan(dose, clocks);
        expect(day.mean.value).toBeCloseTo(meanLevel(model(), dose * clocks.length), 9);
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
    const twice = new InputError('times', '"06:00" twice', 'each time once');
    expect(() => plan(20, ['06:00', '14:00', '06:00'])).toThrow(twice);
    const none = new InputError('times', 'nothing', 'the times of the doses, such as 06:00,14:00,22:00');
    expect(() => plan(20, [])).toThrow(none);
  });

  it('a curve whose peak comes too late for its half-life does not exist', () => {
    // a half-life of 8 ln 2 hours falls by 1 / 8 per hour: the peak comes before 8 hours, whatever the rise
    const halfLife = { ...milk.halfLife, value: 8 * Math.LN2 };
    const peakAt = (value: number) => milkModel({ ...milk, halfLife, timeToPeak: { ...milk.timeToPeak, value } });
    expect(() => peakAt(8)).toThrow(new RangeError('the peak comes too late for this half-life'));
    expect(levelAfterDose(peakAt(7.9), 20, 7.9)).toBeCloseTo(0.13, 9);
  });

  it('before the dose there is nothing of it', () => {
    expect([-1, 0].map((hours) => levelAfterDose(model(), 20, hours))).toEqual([0, 0]);
  });
});
