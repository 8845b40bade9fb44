import { describe, expect, it } from 'vitest';
import type { Patient } from '../../../src/core/patient/patient.js';
import { liftable } from '../../../src/core/titration/applicable-rules.js';
import { planTitration } from '../../../src/core/titration/plan.js';
import { type Country, countries } from '../../../src/core/titration/rules.js';
import type { TitrationRequest } from '../../../src/core/titration/types.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { child, clearance, type Facts, parameters, titrate } from '../patient-plan.js';
import { codes, paramsOf, planIn, refusalIn, sourcesOf } from '../plan-facts.js';

const target = (value: number) => ({ target: quantity(value, 'mg/d') });
const lift = (code: string) => ({ override: { code, reason: 'agreed' } });

describe('the rules of', () => {
  // 5 mg three times daily, 5 mg more at each step; ceilings and pace from the evidence sheet, section 1.1.
  const expected: Readonly<Record<Country, Facts>> = {
    us: { doses: [15, 30, 45, 60], beyond: 80, days: 3, ceiling: 80 },
    ca: { doses: [15, 30, 45, 60], beyond: 80, days: 3, ceiling: 80 },
    // No dose above 25 mg: 75 in three, 100 in four.
    uk: { doses: [15, 30, 45, 60], beyond: 75, days: 3, ceiling: 100 },
    au: { doses: [15, 30, 45, 60], beyond: 75, days: 3, ceiling: 100 },
    de: { doses: [15, 30, 45, 60], beyond: 75, days: 3, ceiling: 75 },
    // Every 3 to 4 days: the longer. 30 to 40 mg per day are often enough; beyond 40 the way goes to 45.
    fr: { doses: [15, 30, 40], beyond: 45, days: 4, ceiling: 80 },
  };

  it.each(countries)('%s', (country) => expect(titrate({}, { rules: country })).toEqual(expected[country]));

  it('uk and au reach 100 mg per day, us and de do not', () => {
    for (const country of ['uk', 'au'] as const) {
      expect(titrate({}, { rules: country, ...target(100) })).toMatchObject({ ceiling: 100 });
    }
    for (const country of ['us', 'ca', 'de', 'fr'] as const) {
      expect(titrate({}, { rules: country, ...target(100) })).toBe('target-above-ceiling');
    }
  });

  it('de keep a half of 75 at 42 mL/min, 37.5 rounded down to 35', () => {
    expect(titrate(clearance(42), { rules: 'de' })).toEqual({ doses: [5, 10, 15], beyond: 20, days: 7, ceiling: 35 });
  });

  it.each(countries)('%s never go above the ceiling of a clearance', (rules) => {
    expect(titrate(clearance(25), { rules })).toMatchObject({ doses: [5], ceiling: 10 });
    expect(titrate({ age: quantity(70, 'a') }, { rules })).toMatchObject({ days: 7 });
    expect(titrate(child(5, 20), { rules })).toMatchObject({ doses: [6, 12, 14.8], ceiling: 40 });
  });
});

describe('an override', () => {
  it('lifts what a specialist may lift', () => {
    // Below 15: 5 mg once daily and no increase. On dialysis 2.5 mg, which a liquid makes.
    expect(titrate(clearance(10), lift('clearance-too-low'))).toEqual({ doses: [5], days: 7, ceiling: 5 });
    const liquid = { start: quantity(2.5, 'mg'), products: ['solution-1'] };
    expect(titrate({ dialysis: true }, { ...liquid, ...lift('dialysis') })).toEqual({
      doses: [2.5],
      days: 7,
      ceiling: 2.5,
    });
    // Of the country's number only: in the United States four doses of 20 mg are the most that its largest dose makes.
    expect(titrate({}, { ...target(90), ...lift('target-above-ceiling') })).toBe('target-above-ceiling');
    expect(titrate({}, { rules: 'de', ...target(90), ...lift('target-above-ceiling') })).toMatchObject({
      ceiling: 100,
    });
    // 14 years: 60 to the 80 of the label, as 2 mg/kg/day allow.
    expect(titrate(child(14, 60), { ...target(80), ...lift('target-above-ceiling') })).toMatchObject({ ceiling: 80 });
    expect(titrate(child(5, 8), lift('weight'))).toMatchObject({ days: 14 });
  });

  it('of dialysis is planned in a band of its own', () => {
    const request: TitrationRequest = { start: quantity(2.5, 'mg'), products: ['solution-1'], ...lift('dialysis') };
    expect(planIn(planTitration({ ...request, patient: { dialysis: true } }, parameters)).renal.band).toBe('dialysis');
  });

  it.each([
    // Two thirds of 80 are 53.3, half is 40, rounded down to 5 mg; of 100 they would be 65 and 50.
    [65, 50],
    [42, 40],
  ])('of a target leaves the ceiling of a clearance of %s mL/min at %s mg per day', (crcl, ceiling) => {
    const request = { start: quantity(5, 'mg'), ...target(85), ...lift('target-above-ceiling') };
    expect(
      paramsOf(planTitration({ ...request, patient: clearance(crcl) }, parameters), 'target-above-ceiling'),
    ).toEqual({
      asked: quantity(85, 'mg/d'),
      ceiling: quantity(ceiling, 'mg/d'),
      rule: 'clearance',
      liftable: false,
    });
  });

  it('of a target is offered only where it would help: never in the United States, of 100 mg in Germany', () => {
    const liftable = (rules: 'us' | 'de') =>
      paramsOf(planTitration({ start: quantity(5, 'mg'), ...target(100), rules }, parameters), 'target-above-ceiling');
    // Four doses of 20 mg are 80 and stay 80; four of 25 are 100.
    expect([liftable('us').liftable, liftable('de').liftable]).toEqual([false, true]);
  });

  it('stands in the plan with its reason', () => {
    const request: TitrationRequest = {
      start: quantity(5, 'mg'),
      patient: clearance(10),
      ...lift('clearance-too-low'),
    };
    const outcome = planTitration(request, parameters);
    expect(outcome.outcome === 'plan' && outcome.plan.override).toEqual({
      code: 'clearance-too-low',
      reason: 'agreed',
    });
    expect(outcome.notices.find(({ code }) => code === 'refusal-lifted')?.severity).toBe('warning');
  });

  it.each<[string, Patient, string, number | undefined]>([
    ['dialysis', {}, 'dialysis', undefined],
    ['a low clearance', clearance(15), 'clearance-too-low', undefined],
    // 80 mg per day is the ceiling of the label itself.
    ['a target', {}, 'target-above-ceiling', 80],
    ['a weight', child(5, 20), 'weight', undefined],
    ['a target that was not asked for', {}, 'target-above-ceiling', undefined],
  ])('of %s that no refusal stood in the way of is not needed', (_, patient, code, asked) => {
    const start = patient.weight ? {} : { start: quantity(5, 'mg') };
    const request = { ...start, patient, ...(asked !== undefined && target(asked)) };
    const outcome = planTitration({ ...request, ...lift(code) }, parameters);
    expect(codes(outcome)).toContain('override-not-needed');
    expect(codes(outcome)).not.toContain('refusal-lifted');
    const { ceiling, interval } = planIn(planTitration(request, parameters));
    expect(planIn(outcome)).toMatchObject({ ceiling, interval });
  });

  it.each<Patient>([{}, clearance(80)])(
    'of a target above the 75 mg per day of Germany gives 100 mg in four doses of 25: %j',
    (patient) => {
      const request = {
        start: quantity(5, 'mg'),
        rules: 'de',
        patient,
        ...target(85),
        ...lift('target-above-ceiling'),
      } as const;
      const outcome = planTitration(request, parameters);
      expect(codes(outcome)).toContain('refusal-lifted');
      // 100 mg per day is the most ever computed; 25 mg per dose is what the country with that ceiling allows.
      expect(planIn(outcome).ceiling).toMatchObject({ dailyDose: quantity(100, 'mg/d'), dose: quantity(25, 'mg') });
    },
  );

  it.each(liftable)('%s lifts only its own refusal', (code) => {
    if (code !== 'dialysis') expect(titrate({ dialysis: true }, lift(code))).toBe('dialysis');
    if (code !== 'clearance-too-low') expect(titrate(clearance(10), lift(code))).toBe('clearance-too-low');
    if (code !== 'target-above-ceiling')
      expect(titrate({}, { rules: 'de', ...target(90), ...lift(code) })).toBe('target-above-ceiling');
    if (code !== 'weight') expect(titrate(child(5, 8), lift(code))).toBe('weight-implausible');
  });

  it.each(liftable)('%s never lifts hypersensitivity, 100 mg per day, age, or a reduced ceiling', (code) => {
    expect(titrate({ hypersensitivity: true }, lift(code))).toBe('hypersensitivity');
    expect(titrate({ hypersensitivity: true, dialysis: true }, lift(code))).toBe('hypersensitivity');
    expect(titrate({}, { ...target(101), ...lift(code) })).toBe('target-never-computed');
    expect(titrate({}, { rules: 'uk', ...target(101), ...lift(code) })).toBe('target-never-computed');
    expect(titrate(child(0.5, 8), lift(code))).toBe('under-age');
    expect(titrate(clearance(42), { ...target(45), ...lift(code) })).toBe('target-above-ceiling');
    expect(titrate(clearance(25), { ...target(15), ...lift(code) })).toBe('target-above-ceiling');
    expect(titrate(child(5, 20), { ...target(45), ...lift(code) })).toBe('target-above-ceiling');
  });

  it('of dialysis is for adults: nothing is known of younger patients', () => {
    for (const age of [5, 14, 17]) {
      expect(titrate({ ...child(age, 40), dialysis: true }, lift('dialysis'))).toBe('child-with-clearance');
    }
  });

  it.each(['hypersensitivity', 'under-age', 'target-never-computed', 'nonsense'])('%s does not exist', (code) => {
    const takes = 'one of dialysis, clearance-too-low, target-above-ceiling, weight';
    expect(() => titrate({}, lift(code))).toThrow(
      expect.objectContaining({ name: 'InputError', field: 'override', got: `"${code}"`, takes }),
    );
  });
});

describe('the boundary of', () => {
  const at = (age: number, patient: Patient = {}) => titrate({ ...patient, age: quantity(age, 'a') });

  it.each([
    // 0.675 in each of four doses is 0.6.
    ['1 year', 1, 0.99, { weight: quantity(9, 'kg') }, { doses: [2.4, 4.8, 6.4] }, 'under-age'],
    ['8 years', 8, 7.99, { weight: quantity(50, 'kg') }, { ceiling: 60 }, { ceiling: 40 }],
    [
      '12 years',
      12,
      11.99,
      { weight: quantity(40, 'kg') },
      // 0.3 x 40 = 12: the same levels, a week apart and not two.
      { doses: [10, 20, 30], days: 7 },
      { doses: [10, 20, 30], days: 14 },
    ],
    ['65 years', 65, 64.99, {}, { days: 7 }, { days: 3 }],
  ])('%s', (_, from, below, patient, then, before) => {
    const check = (facts: Facts | string, expected: object | string) =>
      typeof expected === 'string' ? expect(facts).toBe(expected) : expect(facts).toMatchObject(expected);
    check(at(from, patient), then);
    check(at(below, patient), before);
  });
});

describe('a refusal says what stands in the way and where that stands', () => {
  const years = (value: number) => ({ age: quantity(value, 'a') });
  const kg = (value: number) => quantity(value, 'kg');

  it.each<[string, Patient, object, string[]]>([
    ['hypersensitivity', { hypersensitivity: true }, {}, ['fda-ozobax-label']],
    [
      'child-creatinine',
      { ...child(17, 50), creatinine: quantity(1, 'mg/dL') },
      { creatinine: quantity(1, 'mg/dL') },
      ['nkf-bedside-schwartz'],
    ],
    ['under-age', child(0.9, 9), { age: quantity(0.9, 'a'), from: quantity(1, 'a') }, ['judgement']],
    [
      'child-with-clearance',
      { ...child(5, 20), ...clearance(89) },
      { age: quantity(5, 'a'), below: quantity(90, 'mL/min'), number: quantity(89, 'mL/min') },
      ['judgement', 'ckd-epi-2021'],
    ],
    ['child-weight-missing', years(5), {}, ['bfarm-core-text']],
    // 4 + 5, and 15 + 6 x 5.
    [
      'weight-implausible',
      child(5, 2.9),
      { weight: kg(2.9), age: quantity(5, 'a'), from: kg(9), to: kg(45) },
      ['judgement'],
    ],
    [
      'dialysis',
      { dialysis: true },
      {},
      ['wolf-2018', 'chauvin-2020', 'cheong-2020', 'pms-baclofen-monograph', 'beers-2023'],
    ],
    [
      'clearance-too-low',
      clearance(14.9),
      { clearance: quantity(14.9, 'mL/min'), below: quantity(15, 'mL/min') },
      ['wolf-2018', 'judgement'],
    ],
  ])('%s', (code, patient, params, sources) => {
    const refused = refusalIn(planTitration({ patient, start: quantity(5, 'mg') }, parameters));
    expect(refused).toMatchObject({ code, params });
    expect(Object.keys(refused.params)).toEqual(Object.keys(params));
    expect(sourcesOf(refused.citations)).toEqual(sources);
  });

  it.each([9, 45])('%s kg are still planned for a child of 5', (weight) => {
    expect(titrate(child(5, weight))).toMatchObject({ days: 14 });
  });
});

describe('the dose per kg of a child', () => {
  const perKilogram = (patient: Patient) =>
    planIn(
      planTitration({ ...(patient.weight ? {} : { start: quantity(5, 'mg') }), patient }, parameters),
    ).schedule.map((step) => step.perKilogram);

  it('stands beside each daily dose', () => {
    // 2.4, 4.8 and 6.4 mg per day over 9 kg; without the noise of binary arithmetic.
    expect(perKilogram(child(1, 9))).toEqual(
      [0.266666666667, 0.533333333333, 0.711111111111].map((value) => quantity(value, 'mg/kg/d')),
    );
  });

  it('is not given for adults', () => {
    expect(perKilogram({})).toEqual([undefined, undefined, undefined, undefined]);
  });
});
