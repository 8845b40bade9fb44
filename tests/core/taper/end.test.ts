import { describe, expect, it } from 'vitest';
import type { Patient } from '../../../src/core/patient/patient.js';
import type { TaperPattern } from '../../../src/core/taper/levels.js';
import { planTaper } from '../../../src/core/taper/plan.js';
import type { TaperEnd, TaperPlan, TaperRequest } from '../../../src/core/taper/types.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { loadParameters } from '../../../src/parameters/load.js';
import { mg, mgPerDay } from '../fixtures.js';
import { clearance } from '../patient-plan.js';
import { codes, dispensed, paramsOf, planIn, refusalIn, rows } from '../plan-facts.js';

const parameters = loadParameters();

const days = (value: number): TaperPattern => ({ kind: 'days', days: quantity(value, 'd') });
const reduce = (value: number, every: number): TaperPattern => ({
  kind: 'reduce',
  reduction: mgPerDay(value),
  every: quantity(every, 'd'),
});

const ask = (from: number, to: TaperEnd | undefined, pattern?: TaperPattern, rest: Partial<TaperRequest> = {}) =>
  planTaper(
    { from: { dailyDose: mgPerDay(from) }, ...(to && { to }), ...(pattern && { pattern }), ...rest },
    parameters,
  );

const single = (outcome: ReturnType<typeof ask>): Extract<TaperPlan, { schedule: unknown }> => {
  const plan = planIn(outcome);
  if ('schedules' in plan) throw new Error('several');
  return plan;
};

/** First day and mg per day of each step. */
const steps = (outcome: ReturnType<typeof ask>) =>
  single(outcome).schedule.map(({ fromDay, dailyDose }) => [fromDay, dailyDose.value]);

const reduced: Patient = { age: quantity(50, 'a'), ...clearance(25) };

describe('to a dose that goes on', () => {
  it('60 to 10 in 7 days', () => {
    // 50 mg are 10 units; levels: the least of 9, 7 and 7; 8 reductions: 2 2 1 1 1 1 1 1, a day each.
    const outcome = ask(60, mgPerDay(10), days(7));
    expect(rows(single(outcome).schedule)).toEqual([
      [1, 1, 50, { morning: 15, midday: 15, bedtime: 20 }],
      [2, 2, 40, { morning: 15, midday: 10, bedtime: 15 }],
      [3, 3, 35, { morning: 10, midday: 10, bedtime: 15 }],
      [4, 4, 30, { morning: 10, midday: 10, bedtime: 10 }],
      [5, 5, 25, { morning: 10, midday: 5, bedtime: 10 }],
      [6, 6, 20, { morning: 5, midday: 5, bedtime: 10 }],
      [7, 7, 15, { morning: 5, midday: 5, bedtime: 5 }],
      [8, null, 10, { morning: 5, bedtime: 5 }],
    ]);
    const { reaches, days: length, supply, now, dispense } = single(outcome);
    expect(reaches).toEqual({ dailyDose: mgPerDay(10) });
    expect([length.value, supply.value]).toEqual([7, 7]);
    expect(now.dailyDose).toEqual(mgPerDay(60));
    expect(now.doses.map(({ time, dose }) => [time, dose.value])).toEqual([
      ['morning', 20],
      ['midday', 20],
      ['bedtime', 20],
    ]);
    // 50 + 40 + 35 + 30 + 25 + 20 + 15 = 215 mg, 21.5 tablets.
    expect(dispensed(dispense)).toEqual({ 'tablet-10': 22 });
  });

  it('40 to 10 in 7 days: the days left over go to the lowest levels', () => {
    // 6 units: 5 levels; 7 days are one each and 2 left.
    expect(steps(ask(40, mgPerDay(10), days(7)))).toEqual([
      [1, 35],
      [2, 30],
      [3, 25],
      [4, 20],
      [6, 15],
      [8, 10],
    ]);
  });

  it('80 to 40 in 14 days', () => {
    // 8 units: 7 levels of two days.
    expect(steps(ask(80, mgPerDay(40), days(14)))).toEqual([
      [1, 75],
      [3, 70],
      [5, 65],
      [7, 60],
      [9, 55],
      [11, 50],
      [13, 45],
      [15, 40],
    ]);
  });

  it('by a fixed reduction ends exactly there, the last fall smaller', () => {
    // 60, 45, 30, then 20 and not 15.
    expect(steps(ask(60, mgPerDay(20), reduce(15, 7)))).toEqual([
      [1, 45],
      [8, 30],
      [15, 20],
    ]);
  });

  it('one unit less is taken from day 1, a week of it supplied unless more is asked for', () => {
    const outcome = ask(15, mgPerDay(10), days(7));
    expect(rows(single(outcome).schedule)).toEqual([[1, null, 10, { morning: 5, bedtime: 5 }]]);
    expect([single(outcome).days.value, single(outcome).supply.value]).toEqual([0, 7]);
    expect(outcome.assumptions.map(({ name }) => name)).toContain('supply-at-end');
    // 1 tablet a day.
    expect(dispensed(single(outcome).dispense)).toEqual({ 'tablet-10': 7 });
    expect(codes(outcome)).toEqual([]);
    expect(single(ask(15, mgPerDay(10), days(7), { supply: quantity(28, 'd') })).supply.value).toBe(28);
  });

  it('days of the end are supplied where they are asked for', () => {
    // 21.5 tablets on the way and 28 x 1.
    const { supply, dispense } = single(ask(60, mgPerDay(10), days(7), { supply: quantity(28, 'd') }));
    expect(supply.value).toBe(35);
    expect(dispensed(dispense)).toEqual({ 'tablet-10': 50 });
  });

  it('0 is the taper to none', () => {
    const { request: _, ...toNone } = ask(60, mgPerDay(0), days(14));
    const { request: __, ...plain } = ask(60, undefined, days(14));
    expect(toNone).toEqual(plain);
  });

  it('with the dates of its days', () => {
    const last = single(ask(60, mgPerDay(10), days(7), { startDate: '2026-12-01' })).schedule.at(-1);
    expect(last).toMatchObject({ fromDate: '2026-12-08', toDay: null });
    expect(last).not.toHaveProperty('toDate');
  });

  it('a liquid ends at what equal doses make at or below', () => {
    // Three doses at marks of 0.5 mL: units of 1.5 mg; 10 is 6.67 of them, 6 make 9.
    const liquid = { products: ['solution-1'] };
    expect(single(ask(60, mgPerDay(10), days(14), liquid)).reaches.dailyDose).toEqual(mgPerDay(9));
    expect(paramsOf(ask(60, mgPerDay(1), days(14), liquid), 'end-too-small').smallest).toEqual(mgPerDay(1.5));
  });
});

describe('to the ceiling', () => {
  it('in 7 days unless others are asked for', () => {
    // At 25 mL/min the ceiling below 65 years is 10 mg per day.
    const outcome = ask(60, 'ceiling', undefined, { patient: reduced });
    expect(steps(outcome)).toEqual(steps(ask(60, mgPerDay(10), days(7))));
    expect(outcome.assumptions).toContainEqual(
      expect.objectContaining({ name: 'days-to-ceiling', value: quantity(7, 'd') }),
    );
    expect(steps(ask(60, 'ceiling', days(14), { patient: reduced }))).toEqual(steps(ask(60, mgPerDay(10), days(14))));
  });

  it('in more days where a fall would be above 15 mg per day, one day each', () => {
    // 190 mg are 38 units, 3 at the most at once: 13 reductions, so 12 levels. 38 = 13 x 2 + 12: twelve of 3, one of 2.
    const outcome = ask(200, 'ceiling', undefined, { patient: reduced });
    const levels = [185, 170, 155, 140, 125, 110, 95, 80, 65, 50, 35, 20, 10];
    expect(steps(outcome)).toEqual(levels.map((level, index) => [index + 1, level]));
    expect(codes(outcome)).not.toContain('fall-large');
  });

  it('says how many days stay above it', () => {
    // 50 to 15 on days 1 to 7.
    expect(ask(60, 'ceiling', undefined, { patient: reduced }).notices).toContainEqual(
      expect.objectContaining({
        code: 'from-above-ceiling',
        params: { from: mgPerDay(60), ceiling: mgPerDay(10), days: quantity(7, 'd') },
      }),
    );
  });

  it('is refused within it, and where baclofen is to be avoided, there with the question of poisoning', () => {
    const within = paramsOf(ask(10, 'ceiling', undefined, { patient: reduced }), 'nothing-to-bring-down');
    expect(within).toEqual({ from: mgPerDay(10), to: mgPerDay(10), end: 'ceiling' });
    for (const patient of [clearance(10), { dialysis: true }]) {
      const outcome = ask(60, 'ceiling', undefined, { patient });
      expect(paramsOf(outcome, 'ceiling-where-avoided')).toEqual({ from: mgPerDay(60) });
      expect(codes(outcome)).toEqual(['poisoning-first']);
    }
  });
});

describe('an end that may not go on', () => {
  const told = (to: number, patient: Patient) => codes(ask(60, mgPerDay(to), days(7), { patient }));

  it('above the ceiling: said of the end, and no number of days as if it ended there', () => {
    // 10 mg per day at 25 mL/min below 65 years.
    const patient = { age: quantity(50, 'a'), ...clearance(25) };
    expect(told(45, patient)).toContain('end-above-ceiling');
    expect(told(45, patient)).not.toContain('from-above-ceiling');
    expect(told(10, patient)).not.toContain('end-above-ceiling');
    expect(told(10, patient)).toContain('from-above-ceiling');
  });

  it('where baclofen is to be avoided', () => {
    expect(told(10, { dialysis: true })).toContain('end-where-avoided');
    expect(codes(ask(60, undefined, days(7), { patient: { dialysis: true } }))).not.toContain('end-where-avoided');
  });

  it('of a child whose kidney is reduced, who may have none, asks about poisoning first', () => {
    const child = (egfr: number) => ({ age: quantity(8, 'a'), egfr: quantity(egfr, 'mL/min/{1.73_m2}') });
    expect(told(0, child(75))[0]).toBe('poisoning-first');
    expect(told(0, child(90))).not.toContain('poisoning-first');
  });

  it('a refusal asks about poisoning first where the kidney is low', () => {
    // One unit of a tablet of 10 mg has no level below.
    const { notices, outcome } = ask(5, undefined, days(7), { patient: clearance(25) });
    expect([outcome, notices[0]?.code]).toEqual(['refusal', 'poisoning-first']);
  });
});

describe('products of which one dose is more than this patient may have', () => {
  // 8 years: 60 mg per day, 20 mg in one dose; half a tablet of 25 mg is none of its marks.
  const child = { age: quantity(8, 'a'), weight: quantity(55.5, 'kg') } as Patient;
  const on25 = { patient: child, products: ['tablet-25'] };

  it('no way to the ceiling, and those that make it', () => {
    const { code, params, instead } = refusalIn(ask(100, 'ceiling', undefined, on25));
    expect(code).toBe('daily-dose-cannot-be-made');
    // 50 and 75 mg per day would be doses of 25 mg.
    expect(params).toMatchObject({ dailyDose: mgPerDay(60), nearest: [] });
    expect(instead).toMatchObject([{ command: 'taper', request: { products: ['tablet-10'] } }]);
  });

  it('nothing to bring down below the ceiling', () => {
    expect(refusalIn(ask(50, 'ceiling', undefined, on25)).code).toBe('nothing-to-bring-down');
  });
});

describe('an end that makes no sense', () => {
  it('at or above the present dose', () => {
    for (const to of [60, 65]) {
      expect(paramsOf(ask(60, mgPerDay(to), days(14)), 'nothing-to-bring-down')).toMatchObject({ to: mgPerDay(to) });
    }
  });

  it('one that tablets do not make, or below the smallest', () => {
    expect(paramsOf(ask(60, mgPerDay(12), days(14)), 'daily-dose-cannot-be-made').nearest).toEqual([
      mgPerDay(10),
      mgPerDay(15),
    ]);
    expect(paramsOf(ask(60, mgPerDay(2), days(14)), 'end-too-small').smallest).toEqual(mgPerDay(5));
  });

  it('no days at all', () => {
    expect(refusalIn(ask(60, mgPerDay(10), days(0))).code).toBe('abrupt-stop');
  });

  it.each<[string, Partial<TaperRequest>, string]>([
    ['without a present dose', { to: mgPerDay(10), pattern: days(7) }, 'to'],
    ['without days', { from: { dailyDose: mgPerDay(60) }, to: mgPerDay(10) }, 'days'],
    ['none supplied', { from: { dailyDose: mgPerDay(60) }, pattern: days(7), supply: quantity(7, 'd') }, 'supply'],
  ])('%s', (_, request, field) => {
    expect(() => planTaper(request, parameters)).toThrow(expect.objectContaining({ name: 'InputError', field }));
  });
});

describe('the present dose', () => {
  const from = (...doses: [number, number, number]) => ({
    from: {
      doses: (['morning', 'midday', 'bedtime'] as const).flatMap((time, index) =>
        doses[index] ? [{ time, dose: mg(doses[index]) }] : [],
      ),
    },
    pattern: days(7),
  });
  const first = (request: TaperRequest) => rows(single(planTaper(request, parameters)).schedule)[0];

  it('dose by dose: only what is larger falls', () => {
    // 40: 8 units in 8 reductions; 35 over three would be 10, 10, 15, which is within 10, 10, 20.
    expect(first(from(10, 10, 20))).toEqual([1, 1, 35, { morning: 10, midday: 10, bedtime: 15 }]);
    // Within 20, 10, 10 the rest stays in the morning.
    expect(first(from(20, 10, 10))).toEqual([1, 1, 35, { morning: 15, midday: 10, bedtime: 10 }]);
  });

  it('keeps to its times of day', () => {
    // 30 mg in the morning alone: 6 units, 5 levels.
    expect(first(from(30, 0, 0))).toEqual([1, 1, 25, { morning: 25 }]);
  });

  it('15x3 of tablets of 15 and 20 mg: bedtime does not rise to 20', () => {
    // 10% of 45: 40.5, to the nearest of halves of 20 mg 40: 15, 10, 15.
    const percent = { kind: 'percent', percent: quantity(10, '%'), every: quantity(7, 'd') } as const;
    const request = { from: { dose: mg(15), timesDaily: 3 }, pattern: percent, products: ['tablet-15', 'tablet-20'] };
    expect(first(request)).toEqual([1, 7, 40, { morning: 15, midday: 10, bedtime: 15 }]);
  });

  it('is refused where a level needs a rise at some time of day', () => {
    // 25x3 in whole tablets of 25 and 15 mg is 5 units of 15; the first level, 60, is 15, 15 and 30.
    const request = {
      from: { dose: mg(25), timesDaily: 3 },
      pattern: days(7),
      products: ['tablet-25', 'tablet-15'],
    };
    expect(paramsOf(planTaper(request, parameters), 'would-rise').dailyDose).toEqual(mgPerDay(60));
  });
});

describe('too long, too steep, too much at once', () => {
  it('400 mg per day by 0.1% every 14 days is beyond five years', () => {
    // A unit of 5 mg a step: 79 levels of 14 days are 1,106, allowed; every 30 days they are 2,370.
    const percent = (every: number) =>
      ask(400, undefined, { kind: 'percent', percent: quantity(0.1, '%'), every: quantity(every, 'd') });
    expect(single(percent(14)).days).toEqual(quantity(1106, 'd'));
    expect(paramsOf(percent(30), 'taper-too-long')).toEqual({
      days: quantity(2370, 'd'),
      longest: quantity(1826, 'd'),
    });
  });

  it('a fall above 15 mg per day is said with its number', () => {
    // 60, 40, 20, 0.
    expect(ask(60, undefined, reduce(20, 7)).notices).toMatchObject([
      { code: 'fall-large', severity: 'caution', params: { fall: mgPerDay(20), day: 1, limit: mgPerDay(15) } },
    ]);
    expect(codes(ask(60, undefined, reduce(15, 7)))).toEqual([]);
  });

  it('40x1 is one dose above the largest', () => {
    const outcome = planTaper({ from: { dose: mg(40), timesDaily: 1 }, pattern: days(14) }, parameters);
    expect(outcome.notices).toMatchObject([
      { code: 'dose-above-ceiling', severity: 'caution', params: { dose: mg(40), ceiling: mg(20), rule: 'label' } },
    ]);
  });
});
