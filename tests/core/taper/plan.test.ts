import { describe, expect, it } from 'vitest';
import type { CurrentDose } from '../../../src/core/doses/current-dose.js';
import type { Step } from '../../../src/core/doses/schedule.js';
import type { Patient } from '../../../src/core/patient/patient.js';
import type { TaperPattern } from '../../../src/core/taper/levels.js';
import { planTaper } from '../../../src/core/taper/plan.js';
import type { TaperPlan, TaperRequest } from '../../../src/core/taper/types.js';
import { cite } from '../../../src/core/values/citation.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { loadParameters } from '../../../src/parameters/load.js';
import { mg, mgPerDay } from '../fixtures.js';
import { child, clearance } from '../patient-plan.js';
import { codes, dispensed, paramsOf, planIn, refusalIn, rows, sourcesOf } from '../plan-facts.js';

const parameters = loadParameters();

type Rest = Omit<TaperRequest, 'from' | 'pattern'>;

const ask = (from: CurrentDose | undefined, pattern: TaperPattern, rest: Rest = {}) =>
  planTaper({ ...(from && { from }), pattern, ...rest }, parameters);

const perDay = (value: number): CurrentDose => ({ dailyDose: mgPerDay(value) });
/** 20x3: a dose and how often. */
const doses = (dose: number, timesDaily: number): CurrentDose => ({ dose: mg(dose), timesDaily });

const over = (days: number): TaperPattern => ({ kind: 'days', days: quantity(days, 'd') });
const reduce = (value: number, every: number): TaperPattern => ({
  kind: 'reduce',
  reduction: mgPerDay(value),
  every: quantity(every, 'd'),
});
const percent = (value: number, every: number): TaperPattern => ({
  kind: 'percent',
  percent: quantity(value, '%'),
  every: quantity(every, 'd'),
});

/** The one schedule of a plan whose dose was given. */
function single(plan: TaperPlan) {
  if ('schedules' in plan) throw new Error('one schedule for each usual dose');
  return plan;
}

const scheduleOf = (outcome: ReturnType<typeof ask>) => single(planIn(outcome)).schedule;
const levelsOf = (outcome: ReturnType<typeof ask>) => scheduleOf(outcome).map(({ dailyDose }) => dailyDose.value);
/** First days of the steps. */
const startsOf = (outcome: ReturnType<typeof ask>) => scheduleOf(outcome).map(({ fromDay }) => fromDay);

const three = (dose: number) => ({ morning: dose, midday: dose, bedtime: dose });
const four = (dose: number) => ({ morning: dose, midday: dose, evening: dose, bedtime: dose });

describe('60 mg per day over 14 days', () => {
  // 12 units of 5 mg; levels: the least of 11, 14 and the larger of 7 and 14 / 7, so 7, two days each.
  // 12 units in 8 reductions: 2 2 2 2 1 1 1 1. Over three times a day the rest goes to bedtime, then morning.
  const expected = [
    [1, 2, 50, { morning: 15, midday: 15, bedtime: 20 }],
    [3, 4, 40, { morning: 15, midday: 10, bedtime: 15 }],
    [5, 6, 30, three(10)],
    [7, 8, 20, { morning: 5, midday: 5, bedtime: 10 }],
    [9, 10, 15, three(5)],
    [11, 12, 10, { morning: 5, bedtime: 5 }],
    [13, 14, 5, { bedtime: 5 }],
    [15, null, 0, {}],
  ];

  it('from the daily total', () => {
    const plan = single(planIn(ask(perDay(60), over(14))));
    expect(rows(plan.schedule)).toEqual(expected);
    expect(plan.from).toEqual(mgPerDay(60));
    expect(plan.timesDaily.value).toBe(3);
    expect(plan.days).toEqual(quantity(14, 'd'));
    // (5 + 4 + 3 + 2 + 1.5 + 1 + 0.5) x 2 = 34 tablets of 10 mg.
    expect(dispensed(plan.dispense)).toEqual({ 'tablet-10': 34 });
  });

  it('from 20x3, without assuming the division', () => {
    const outcome = ask(doses(20, 3), over(14));
    expect(rows(scheduleOf(outcome))).toEqual(expected);
    expect(outcome.assumptions.map(({ name }) => name)).toEqual(['products']);
    expect(ask(perDay(60), over(14)).assumptions.map(({ name }) => name)).toEqual(['times-daily-now', 'products']);
  });

  it('from 30x2 keeps to morning and bedtime', () => {
    // 50: 25 and 25; 15 is 3 units, 2 of them at bedtime.
    expect(rows(scheduleOf(ask(doses(30, 2), over(14))))).toEqual([
      [1, 2, 50, { morning: 25, bedtime: 25 }],
      [3, 4, 40, { morning: 20, bedtime: 20 }],
      [5, 6, 30, { morning: 15, bedtime: 15 }],
      [7, 8, 20, { morning: 10, bedtime: 10 }],
      [9, 10, 15, { morning: 5, bedtime: 10 }],
      [11, 12, 10, { morning: 5, bedtime: 5 }],
      [13, 14, 5, { bedtime: 5 }],
      [15, null, 0, {}],
    ]);
  });

  it('needs no notice', () => expect(ask(perDay(60), over(14)).notices).toEqual([]));
});

describe('80 mg per day over 14 days', () => {
  it('is split over four times, as three would pass 20 mg', () => {
    // 16 units in 8 reductions of 2. 14 units over four: 3 each, one more at bedtime and in the morning; 10 and 6 alike.
    const plan = single(planIn(ask(perDay(80), over(14))));
    expect(rows(plan.schedule)).toEqual([
      [1, 2, 70, { morning: 20, midday: 15, evening: 15, bedtime: 20 }],
      [3, 4, 60, four(15)],
      [5, 6, 50, { morning: 15, midday: 10, evening: 10, bedtime: 15 }],
      [7, 8, 40, four(10)],
      [9, 10, 30, { morning: 10, midday: 5, evening: 5, bedtime: 10 }],
      [11, 12, 20, four(5)],
      [13, 14, 10, { morning: 5, bedtime: 5 }],
      [15, null, 0, {}],
    ]);
    // (7 + 6 + 5 + 4 + 3 + 2 + 1) x 2 = 56.
    expect(dispensed(plan.dispense)).toEqual({ 'tablet-10': 56 });
  });
});

describe('without a dose', () => {
  const severalOf = (outcome: ReturnType<typeof ask>) => {
    const plan = planIn(outcome);
    return 'schedules' in plan ? plan.schedules : [];
  };

  it('each usual dose has its schedule and none is guessed', () => {
    expect(planIn(ask(undefined, over(14)))).not.toHaveProperty('schedule');
    expect(severalOf(ask(undefined, over(14))).map(({ from }) => from.value)).toEqual([30, 40, 60, 80]);
  });

  it('30: five levels, the days left over to the lowest', () => {
    // 6 units: 5 levels. 14 / 5 is 2 days and 4 left, one each to the lowest four. 25 is 5 units: 1 each, 2 left.
    const [first] = severalOf(ask(undefined, over(14)));
    expect(rows(first?.schedule ?? [])).toEqual([
      [1, 2, 25, { morning: 10, midday: 5, bedtime: 10 }],
      [3, 5, 20, { morning: 5, midday: 5, bedtime: 10 }],
      [6, 8, 15, three(5)],
      [9, 11, 10, { morning: 5, bedtime: 5 }],
      [12, 14, 5, { bedtime: 5 }],
      [15, null, 0, {}],
    ]);
  });

  it('40: seven levels of two days', () => {
    // 8 units in 8 reductions of 1. 35 is 7 units: 2 each, one more at bedtime.
    const [, second] = severalOf(ask(undefined, over(14)));
    expect(second?.schedule.map(({ dailyDose }) => dailyDose.value)).toEqual([35, 30, 25, 20, 15, 10, 5, 0]);
    expect(rows(second?.schedule ?? [])[0]).toEqual([1, 2, 35, { morning: 10, midday: 10, bedtime: 15 }]);
  });

  it('60 and 80 as if they had been given', () => {
    const given = (value: number): readonly Step[] => scheduleOf(ask(perDay(value), over(14)));
    const [, , third, fourth] = severalOf(ask(undefined, over(14)));
    expect(third?.schedule).toEqual(given(60));
    expect(fourth?.schedule).toEqual(given(80));
  });

  it('the shortest of them is the one to warn of', () => {
    // 15 less every 2 days: 30, 15, 0 are 2 days; from 80 the levels 65, 50, 35, 20, 5 are 10.
    expect(ask(undefined, reduce(15, 2)).notices).toMatchObject([
      { code: 'taper-short', params: { days: quantity(2, 'd'), shortest: quantity(7, 'd') } },
    ]);
  });

  it('one that cannot be made refuses them all', () => {
    // Whole tablets of 25 mg make none of 30 mg per day.
    const { dailyDose } = paramsOf(ask(undefined, over(14), { products: ['tablet-25'] }), 'daily-dose-cannot-be-made');
    expect(dailyDose).toEqual(mgPerDay(30));
  });
});

describe('other lengths', () => {
  it('10 days: the three days left over go to the lowest levels', () => {
    const outcome = ask(perDay(60), over(10));
    expect(levelsOf(outcome)).toEqual([50, 40, 30, 20, 15, 10, 5, 0]);
    expect(startsOf(outcome)).toEqual([1, 2, 3, 4, 5, 7, 9, 11]);
  });

  it('70 days: ten levels of a week', () => {
    // The least of 11, 70 and the larger of 7 and 10. 12 units in 11 reductions: 2, then ten times 1.
    const outcome = ask(perDay(60), over(70));
    expect(levelsOf(outcome)).toEqual([50, 45, 40, 35, 30, 25, 20, 15, 10, 5, 0]);
    expect(startsOf(outcome)).toEqual([1, 8, 15, 22, 29, 36, 43, 50, 57, 64, 71]);
  });

  it('3 days: three levels', () => {
    // 12 units in 4 reductions of 3: 45, 30, 15.
    expect(levelsOf(ask(perDay(60), over(3)))).toEqual([45, 30, 15, 0]);
  });

  it('a dose of two units has one level', () => {
    const plan = single(planIn(ask(perDay(10), over(14))));
    expect(rows(plan.schedule)).toEqual([
      [1, 14, 5, { bedtime: 5 }],
      [15, null, 0, {}],
    ]);
    // 14 halves.
    expect(dispensed(plan.dispense)).toEqual({ 'tablet-10': 7 });
  });

  it('100 mg per day comes down with a caution', () => {
    // 20 units in 8 reductions: 3 3 3 3 2 2 2 2. 17 units over four: 4 each, one more at bedtime; 11: 2 each, 3 left.
    const outcome = ask(perDay(100), over(14));
    expect(rows(scheduleOf(outcome))).toEqual([
      [1, 2, 85, { morning: 20, midday: 20, evening: 20, bedtime: 25 }],
      [3, 4, 70, { morning: 20, midday: 15, evening: 15, bedtime: 20 }],
      [5, 6, 55, { morning: 15, midday: 10, evening: 15, bedtime: 15 }],
      [7, 8, 40, four(10)],
      [9, 10, 30, { morning: 10, midday: 5, evening: 5, bedtime: 10 }],
      [11, 12, 20, four(5)],
      [13, 14, 10, { morning: 5, bedtime: 5 }],
      [15, null, 0, {}],
    ]);
    expect(outcome.notices).toMatchObject([
      { code: 'from-above-ceiling', severity: 'caution', params: { from: mgPerDay(100), ceiling: mgPerDay(80) } },
    ]);
  });
});

describe('fixed reductions', () => {
  it('20x3, 10 mg per day less every 7 days', () => {
    const plan = single(planIn(ask(doses(20, 3), reduce(10, 7))));
    expect(rows(plan.schedule)).toEqual([
      [1, 7, 50, { morning: 15, midday: 15, bedtime: 20 }],
      [8, 14, 40, { morning: 15, midday: 10, bedtime: 15 }],
      [15, 21, 30, three(10)],
      [22, 28, 20, { morning: 5, midday: 5, bedtime: 10 }],
      [29, 35, 10, { morning: 5, bedtime: 5 }],
      [36, null, 0, {}],
    ]);
    // (5 + 4 + 3 + 2 + 1) x 7 = 105.
    expect(dispensed(plan.dispense)).toEqual({ 'tablet-10': 105 });
  });

  it('15 mg per day less every 2 days, as in France', () => {
    const outcome = ask(perDay(60), reduce(15, 2));
    expect(levelsOf(outcome)).toEqual([45, 30, 15, 0]);
    expect(startsOf(outcome)).toEqual([1, 3, 5, 7]);
  });

  it('the last reduction is what is left', () => {
    expect(levelsOf(ask(perDay(60), reduce(25, 3)))).toEqual([35, 10, 0]);
  });

  it('a reduction that tablets cannot make is refused with the nearest', () => {
    expect(paramsOf(ask(perDay(60), reduce(12, 7)), 'daily-dose-cannot-be-made').nearest).toEqual([
      mgPerDay(10),
      mgPerDay(15),
    ]);
  });
});

describe('a share of the dose at the time', () => {
  it('80 mg per day, a quarter less every 7 days', () => {
    // Units of 5 mg: 16, 12, 9, 6.75 up to 7, 5.25 down to 5, 3.75 up to 4, 3, 2.25 down to 2,
    // 1.5 would stay at 2 so one less: 1, then 0.
    const outcome = ask(perDay(80), percent(25, 7));
    expect(levelsOf(outcome)).toEqual([60, 45, 35, 25, 20, 15, 10, 5, 0]);
    expect(startsOf(outcome)).toEqual([1, 8, 15, 22, 29, 36, 43, 50, 57]);
  });

  it('a tie goes to the gentler reduction', () => {
    // 10 units, 5, 2.5 up to 3, 1.5 up to 2, 1, 0.
    expect(levelsOf(ask(perDay(50), percent(50, 7)))).toEqual([25, 15, 10, 5, 0]);
  });

  it('ends even where the share is below one unit', () => {
    // 1% of 12 units is never a unit: one unit each time.
    expect(levelsOf(ask(perDay(60), percent(1, 7)))).toEqual([55, 50, 45, 40, 35, 30, 25, 20, 15, 10, 5, 0]);
  });
});

describe('other products', () => {
  it('tablets of 20 mg: units of 10 mg', () => {
    // 6 units, 5 levels; 2 days and 4 left over. 50 is 5 units: 1 each, one more at bedtime and in the morning.
    const plan = single(planIn(ask(perDay(60), over(14), { products: ['tablet-20'] })));
    expect(rows(plan.schedule)).toEqual([
      [1, 2, 50, { morning: 20, midday: 10, bedtime: 20 }],
      [3, 5, 40, { morning: 10, midday: 10, bedtime: 20 }],
      [6, 8, 30, three(10)],
      [9, 11, 20, { morning: 10, bedtime: 10 }],
      [12, 14, 10, { bedtime: 10 }],
      [15, null, 0, {}],
    ]);
    // 50 x 2 + (40 + 30 + 20 + 10) x 3 = 400 mg = 20 tablets.
    expect(dispensed(plan.dispense)).toEqual({ 'tablet-20': 20 });
  });

  it('tablets of 20 and 25 mg: no time of day rises', () => {
    // 110 mg are 11 units of 10 over four: midday 20 mg, the others 30. At 100 mg four tablets of 25 mg would be
    // even, and midday would rise to 25 mg.
    const schedule = scheduleOf(ask(doses(30, 4), reduce(10, 7), { products: ['tablet-20', 'tablet-25'] }));
    const midday = schedule.map((step) => step.doses.find(({ time }) => time === 'midday')?.dose.value ?? 0);
    expect(midday).toHaveLength(12);
    expect(midday).toEqual([...midday].sort((a, b) => b - a));
  });

  it('a liquid in equal doses, one mark of 0.5 mL in each of three being a unit of 1.5 mg', () => {
    // 40 units in 8 reductions of 5 units, 7.5 mg.
    const plan = single(planIn(ask(perDay(60), over(14), { products: ['solution-1'] })));
    expect(plan.schedule.map(({ dailyDose }) => dailyDose.value)).toEqual([52.5, 45, 37.5, 30, 22.5, 15, 7.5, 0]);
    expect(plan.schedule.every(({ doses }) => new Set(doses.map(({ dose }) => dose.value)).size <= 1)).toBe(true);
    // 210 mL for a day each, (52.5 + 45 + 37.5 + 30 + 22.5 + 15 + 7.5) x 2 = 420 mL.
    expect(dispensed(plan.dispense)).toEqual({ 'solution-1': 420 });
  });

  it('62 mg per day of a liquid is what equal doses make of it', () => {
    // 62 / 3 is 20.67, above 20 mg: 62 / 4 is 15.5, a mark.
    expect(single(planIn(ask(perDay(62), over(14), { products: ['solution-1'] }))).from).toEqual(mgPerDay(62));
    // 50 / 3 is 16.67, down to 16.5: 49.5 mg per day.
    const { from, now } = single(planIn(ask(perDay(50), over(14), { products: ['solution-1'] })));
    expect(from).toEqual(mgPerDay(49.5));
    expect(now.doses.map(({ dose }) => dose.value)).toEqual([16.5, 16.5, 16.5]);
  });

  it('a reduction of a liquid is rounded down from the level made, and refused below a unit', () => {
    const liquid = (reduction: number) => ask(doses(20, 3), reduce(reduction, 7), { products: ['solution-1'] });
    // 60 - 10 = 50 = 33.3 units: 33, 49.5; 49.5 - 10 = 39.5 = 26.3: 39; 29 = 19.3: 28.5; 18.5 = 12.3: 18; 8 = 5.3: 7.5; 0.
    expect(levelsOf(liquid(10))).toEqual([49.5, 39, 28.5, 18, 7.5, 0]);
    expect(paramsOf(liquid(1), 'reduction-too-small')).toEqual({ asked: mgPerDay(1), smallest: mgPerDay(1.5) });
  });

  it('a percentage of a liquid is rounded down', () => {
    // 60 x 0.75 = 45; 33.75 = 22.5 units: 33; 24.75 = 16.5: 24; 18; 13.5; 10.125 = 6.75: 9; 6.75 = 4.5: 6; 4.5; 3.375 = 2.25: 3; 1.5.
    const outcome = ask(doses(20, 3), percent(25, 7), { products: ['solution-1'] });
    expect(levelsOf(outcome)).toEqual([45, 33, 24, 18, 13.5, 9, 6, 4.5, 3, 1.5, 0]);
  });
});

describe('a coarse product', () => {
  const fall = (pattern: TaperPattern) =>
    ask(perDay(75), pattern, { products: ['tablet-25'] }).notices.find(({ code }) => code === 'fall-large')?.params;

  // 75 mg by 25: falls of 25. In halves of 10 mg 15 units over 8 reductions, the larger of 2 units: 10 mg.
  it('names the usual one where that keeps within the largest fall of 15', () =>
    expect(fall(over(14))).toMatchObject({
      fall: mgPerDay(25),
      finer: { product: 'tablet-10', fall: mgPerDay(10) },
    }));

  it('names none where the pattern itself falls so far, nor where no other stays within it', () => {
    // 25 at a time was asked for; 75 in 2 days are three falls of 25 with any product.
    for (const pattern of [reduce(25, 7), over(2)])
      expect(fall(pattern)).toEqual({ fall: mgPerDay(25), day: 1, limit: mgPerDay(15) });
  });

  it('is refused with the line that is answered, where it does not make the dose', () =>
    expect(refusalIn(ask(perDay(60), over(14), { products: ['tablet-25'] })).instead).toEqual([
      { command: 'taper', request: { from: perDay(60), pattern: over(14), products: ['tablet-10'] } },
    ]));
});

describe('notices', () => {
  it.each([
    // Long use is 60 days or more, and under 3 weeks is short for it.
    [20, 60, ['taper-short-for-long-use']],
    [21, 60, []],
    [20, 59, []],
    [6, 60, ['taper-short', 'taper-short-for-long-use']],
  ])('%s days, used for %s days', (days, usedFor, expected) => {
    const outcome = ask(perDay(60), over(days), { patient: { usedFor: quantity(usedFor, 'd') } });
    expect(codes(outcome)).toEqual(expected);
  });

  it.each([
    [6, ['taper-short']],
    [7, []],
  ])('%s days, and how long it was used is not told', (days, expected) => {
    expect(codes(ask(perDay(60), over(days)))).toEqual(expected);
  });

  it('a short taper is a warning', () => {
    expect(ask(perDay(60), over(6)).notices).toMatchObject([{ severity: 'warning' }]);
  });

  it('one that is short for long use is a caution', () => {
    const longUse = { patient: { usedFor: quantity(60, 'd') } };
    expect(ask(perDay(60), over(20), longUse).notices).toMatchObject([{ severity: 'caution' }]);
  });

  it('the days of a fixed reduction count as well', () => {
    // 45, 30, 15: three steps of 2 days are 6 days.
    expect(codes(ask(perDay(60), reduce(15, 2)))).toEqual(['taper-short']);
  });

  it('the length is named beside what is advised, with its source', () => {
    const outcome = ask(perDay(60), over(6), { patient: { usedFor: quantity(61, 'd') } });
    expect(outcome.notices.map(({ params }) => params)).toEqual([
      { days: quantity(6, 'd'), shortest: quantity(7, 'd') },
      { days: quantity(6, 'd'), usedFor: quantity(61, 'd'), advised: quantity(21, 'd') },
    ]);
    expect(outcome.notices.map(({ citations }) => sourcesOf(citations))).toEqual([
      ['pms-baclofen-monograph'],
      ['germany-lioresal'],
    ]);
  });

  it('80 mg per day is the ceiling, not above it', () => {
    expect(codes(ask(perDay(80), over(14)))).toEqual([]);
    expect(codes(ask(perDay(85), over(14)))).toEqual(['from-above-ceiling']);
  });

  it('ceilings are those of the country: 100 mg per day in the United Kingdom, 75 in Germany', () => {
    expect(codes(ask(perDay(100), over(14), { rules: 'uk' }))).toEqual([]);
    expect(ask(perDay(105), over(14), { rules: 'uk' }).notices).toMatchObject([
      {
        code: 'from-above-ceiling',
        params: { from: mgPerDay(105), ceiling: mgPerDay(100) },
        citations: [{ source: 'uk-nhs-highland' }],
      },
    ]);
    // Of 30, 40, 60 and 80 only the last is above 75.
    expect(ask(undefined, over(14), { rules: 'de' }).notices).toMatchObject([
      { code: 'from-above-ceiling', params: { from: mgPerDay(80) } },
    ]);
  });

  it('a division asked for may pass the ceiling per dose, which is said', () => {
    // 80 comes down to 70 first. Over three now: 30, 25, 25; then 14 units, 25 mg twice; over four 20 mg at the most.
    const outcome = ask(perDay(80), over(14), { timesDaily: 3 });
    expect(rows(scheduleOf(outcome))[0]).toEqual([1, 2, 70, { morning: 25, midday: 20, bedtime: 25 }]);
    expect(outcome.notices).toMatchObject([
      {
        code: 'dose-above-ceiling',
        severity: 'caution',
        params: { dose: mg(30), ceiling: mg(20), rule: 'label' },
        citations: [{ source: 'fda-tablets-2023' }],
      },
    ]);
    expect(codes(ask(perDay(80), over(14), { timesDaily: 4 }))).toEqual([]);
    // 25 mg is the ceiling in the United Kingdom: 75 three times daily.
    expect(codes(ask(perDay(75), over(14), { timesDaily: 3, rules: 'uk' }))).toEqual([]);
    // The division that somebody takes already counts as well.
    expect(codes(ask(doses(25, 3), over(14)))).toEqual(['dose-above-ceiling']);
  });
});

describe('the division of a daily total', () => {
  it.each([
    // 75 mg are 25 mg three times daily: above 20 mg, at the British ceiling of 25.
    [75, {}, 4],
    [75, { rules: 'uk' }, 3],
    [60, {}, 3],
    // Two doses of 5 mg would do; three are the rule.
    [10, {}, 3],
    [60, { timesDaily: 2 }, 2],
    [80, { timesDaily: 3 }, 3],
  ] as const)('%s mg per day, asked %j: %s doses a day', (from, rest, expected) => {
    expect(single(planIn(ask(perDay(from), over(14), rest))).timesDaily).toEqual(quantity(expected, '/d'));
  });

  it.each([
    ['a total', perDay(80), {}, 4],
    ['no dose', undefined, {}, 3],
    ['a total and a division', perDay(80), { timesDaily: 4 }, undefined],
    ['a dose and how often', doses(20, 3), {}, undefined],
  ])('is assumed where it is not said: %s', (_, from, rest, expected) => {
    const assumed = ask(from, over(14), rest).assumptions.filter(({ name }) => name === 'times-daily-now');
    expect(assumed).toEqual(
      expected === undefined
        ? []
        : [
            {
              name: 'times-daily-now',
              value: quantity(expected, '/d'),
              citations: [{ source: 'judgement', locator: 'Division of the day' }],
            },
          ],
    );
  });
});

describe('the product that goes without saying', () => {
  it.each<[string, Patient, string]>([
    ['nobody in particular', {}, 'tablet-10'],
    ['12 years', { age: quantity(12, 'a') }, 'tablet-10'],
    // Below 12 a liquid, unless a weight of 33 kg or more is known.
    ['11.99 years', { age: quantity(11.99, 'a') }, 'solution-1'],
    ['11.99 years, 32.9 kg', child(11.99, 32.9), 'solution-1'],
    ['11.99 years, 33 kg', child(11.99, 33), 'tablet-10'],
    // From 12 years, or of unknown age, below 33 kg.
    ['20 kg of unknown age', { weight: quantity(20, 'kg') }, 'solution-1'],
    ['14 years, 32.9 kg', child(14, 32.9), 'solution-1'],
  ])('%s', (_, patient, expected) => {
    const outcome = ask(perDay(60), over(14), { patient });
    const { child: rules } = parameters.titration;
    const assumed = expected === rules.product.id ? rules.product : parameters.products.usual;
    expect(planIn(outcome).products).toEqual([expected]);
    expect(outcome.assumptions).toContainEqual({ name: 'products', value: expected, citations: cite(assumed) });
  });

  it('is not taken where one was asked for', () => {
    const outcome = ask(perDay(60), over(14), { patient: child(5, 20), products: ['tablet-20'] });
    expect(planIn(outcome).products).toEqual(['tablet-20']);
    expect(outcome.assumptions.map(({ name }) => name)).toEqual(['times-daily-now']);
  });

  it('of a light child is measured in steps of 0.1 mL', () => {
    // 1 / 3 is 0.33 mL, down to 0.3: 0.9 mg per day, three units of 0.3 in reductions of one.
    const outcome = ask(perDay(1), over(14), { patient: child(1, 9.9) });
    expect(levelsOf(outcome)).toEqual([0.6, 0.3, 0]);
    expect(outcome.working.find(({ label }) => label.startsWith('Reductions'))?.result).toBe(
      '0.3, 0.3, 0.3 mg per day',
    );
  });
});

describe('renal function', () => {
  const edges = [{ source: 'judgement', locator: 'Band edges' }];

  it.each<[string, Patient, string[]]>([
    ['80 mL/min', clearance(80), []],
    // Two thirds of 80 is 53.3, below the present 60; at 15 the ceiling is 10.
    ['79.9 mL/min', clearance(79.9), ['poisoning-first', 'taper-not-shortened', 'from-above-ceiling']],
    ['15 mL/min', clearance(15), ['poisoning-first', 'taper-not-shortened', 'from-above-ceiling']],
    ['14.9 mL/min', clearance(14.9), ['poisoning-first', 'taper-where-avoided', 'taper-not-shortened']],
    ['dialysis', { dialysis: true }, ['poisoning-first', 'taper-where-avoided', 'taper-not-shortened']],
    [
      'dialysis at 80 mL/min',
      { dialysis: true, ...clearance(80) },
      ['poisoning-first', 'taper-where-avoided', 'taper-not-shortened'],
    ],
  ])('%s: the taper is the same and is not shortened', (_, patient, expected) => {
    const outcome = ask(perDay(60), over(14), { patient });
    expect(codes(outcome)).toEqual(expected);
    expect(scheduleOf(outcome)).toEqual(scheduleOf(ask(perDay(60), over(14))));
  });

  it('where baclofen is to be avoided the dose is named', () => {
    expect(ask(perDay(60), over(14), { patient: clearance(10) }).notices.slice(1)).toEqual([
      { code: 'taper-where-avoided', severity: 'warning', params: { from: mgPerDay(60) }, citations: edges },
      { code: 'taper-not-shortened', severity: 'info', params: {}, citations: [] },
    ]);
    expect(ask(perDay(60), over(14), { patient: { dialysis: true } }).notices[1]?.citations).toEqual([]);
    // Without a dose there is none to name.
    expect(codes(ask(undefined, over(14), { patient: clearance(10) }))).toEqual([
      'poisoning-first',
      'taper-not-shortened',
    ]);
  });

  it('its notices and working come first', () => {
    const patient = { age: quantity(70, 'a'), ...clearance(40) };
    const outcome = ask(perDay(60), over(6), { patient });
    expect(codes(outcome)).toEqual([
      'poisoning-first',
      'avoid-in-older-adult',
      'taper-not-shortened',
      'taper-short',
      'from-above-ceiling',
    ]);
    expect(outcome.working.slice(0, 2).map(({ label }) => label)).toEqual([
      'Band of clearance',
      'Reductions, highest dose first',
    ]);
    expect(ask(undefined, over(14), { patient }).working.map(({ label }) => label)).toEqual(['Band of clearance']);
  });

  it('is not estimated from the creatinine of a child: the equations are for adults', () => {
    const patient = (age: number): Patient => ({ age: quantity(age, 'a'), creatinine: quantity(3, 'mg/dL') });
    expect(codes(ask(perDay(60), over(14), { patient: patient(17.9) }))).toEqual([]);
    // An adult's needs a sex.
    expect(() => ask(perDay(60), over(14), { patient: patient(18) })).toThrow(
      expect.objectContaining({ field: 'sex' }),
    );
  });
});

describe('dates', () => {
  it('count from the date of day 1, over the end of a year', () => {
    const steps = scheduleOf(ask(perDay(60), over(14), { startDate: '2026-12-25' }));
    expect(steps[0]).toMatchObject({ fromDate: '2026-12-25', toDate: '2026-12-26' });
    // Day 14 is 13 days later; none from day 15.
    expect(steps.at(-2)).toMatchObject({ fromDate: '2027-01-06', toDate: '2027-01-07' });
    expect(steps.at(-1)).toMatchObject({ fromDate: '2027-01-08', toDay: null, dailyDose: mgPerDay(0) });
    expect(steps.at(-1)).not.toHaveProperty('toDate');
  });
});

describe('the working', () => {
  it('names each reduction, from which dose, in which steps', () => {
    // From 60: 50, 40, 30, 20, 15, 10, 5, 0.
    expect(ask(perDay(60), over(14)).working[0]).toMatchObject({
      label: 'Reductions, highest dose first',
      inputs: { from: mgPerDay(60), increment: mg(5), days: quantity(14, 'd') },
      result: '10, 10, 10, 10, 5, 5, 5, 5 mg per day',
    });
  });

  it('says by which rule, and cites it as the plan does', () => {
    const levels = [{ source: 'judgement', locator: 'Levels of a taper' }];
    const rounding = [{ source: 'judgement', locator: 'Rounding of a percentage' }];
    for (const [pattern, formula, citations] of [
      [over(14), /as even as possible, larger ones first/, levels],
      [reduce(10, 7), /the same reduction at each step/, levels],
      [percent(25, 7), /percentage of the dose at the time.*one at least/, rounding],
    ] as const) {
      const outcome = ask(perDay(60), pattern);
      expect(outcome.working[0]).toMatchObject({ formula: expect.stringMatching(formula), citations });
      expect(planIn(outcome).citations).toEqual(citations);
    }
  });

  it('goes on to what each dose is made of and what to dispense', () => {
    expect(ask(perDay(10), over(14)).working.map(({ label }) => label)).toEqual([
      'Reductions, highest dose first',
      'Product',
      'To dispense: tablet of 10 mg',
    ]);
  });
});

describe('what makes no sense', () => {
  it.each<[string, TaperPattern, string, string, string]>([
    ['-1 days', over(-1), 'days', '-1', 'a whole number of days from 0'],
    ['3.5 days', over(3.5), 'days', '3.5', 'a whole number of days from 0'],
    ['no number of days', over(Number.NaN), 'days', 'NaN', 'a whole number of days from 0'],
    // Steps of no day would go from 60 mg to none at once.
    ['every 0 days', reduce(10, 0), 'every', '0', 'a whole number of days from 1'],
    ['every 2.5 days', percent(25, 2.5), 'every', '2.5', 'a whole number of days from 1'],
    // These would never get down.
    ['0 mg less', reduce(0, 7), 'reduction', '0', 'more than 0 mg per day'],
    ['no number less', reduce(Number.NaN, 7), 'reduction', 'NaN', 'more than 0 mg per day'],
    ['0% less', percent(0, 7), 'percent', '0', 'more than 0 percent'],
    ['no number of percent', percent(Number.NaN, 7), 'percent', 'NaN', 'more than 0 percent'],
  ])('%s', (_, pattern, field, got, takes) => {
    expect(() => ask(perDay(60), pattern)).toThrow(expect.objectContaining({ name: 'InputError', field, got, takes }));
  });

  it('steps of one day do', () => {
    expect(startsOf(ask(perDay(60), reduce(20, 1)))).toEqual([1, 2, 3]);
  });

  it('how often a day, said twice', () => {
    expect(() => ask(doses(20, 3), over(14), { timesDaily: 2 })).toThrow(
      expect.objectContaining({
        field: 'timesDaily',
        got: '"2" beside a present dose of 3 a day',
        takes: 'a `from` in mg per day',
      }),
    );
  });
});

describe('refusals', () => {
  it('5 mg per day: there is no level below half a tablet; liquids have one', () => {
    const { from, smallest, makes } = paramsOf(ask(perDay(5), over(14)), 'no-level-below');
    expect([from, smallest]).toEqual([mgPerDay(5), mg(5)]);
    // Steps of 0.5, 1 and 0.5 mg; every tablet and packet gives 5 mg or more.
    expect(makes).toEqual(['solution-1', 'solution-2', 'suspension-5']);
    expect(sourcesOf(refusalIn(ask(perDay(5), over(14))).citations)).toEqual(['fda-ozobax-label']);
  });

  it('15 mg per day in tablets of 15 and 20 mg: a half of 20 mg is the one level below', () => {
    expect(levelsOf(ask(perDay(15), over(14), { products: ['tablet-15', 'tablet-20'] }))).toEqual([10, 0]);
  });

  it('a level on the way that cannot be made refuses the taper', () => {
    // 35 is 15 + 20, 25 is 15 + 10, 15 one tablet; 5 is below the half of 20 mg.
    const outcome = ask(perDay(35), reduce(10, 7), { products: ['tablet-15', 'tablet-20'] });
    const { dailyDose, nearest } = paramsOf(outcome, 'daily-dose-cannot-be-made');
    expect([dailyDose, nearest]).toEqual([mgPerDay(5), [mgPerDay(10)]]);
  });

  it('assume nothing and advise nothing but to ask about poisoning first', () => {
    const patient = { age: quantity(70, 'a'), ...clearance(40) };
    const outcome = ask(perDay(62), over(14), { patient });
    expect(outcome).toMatchObject({ assumptions: [], working: [] });
    expect(codes(outcome)).toEqual(['poisoning-first']);
    expect(ask(perDay(62), over(14)).notices).toEqual([]);
  });

  it('62 mg per day: the nearest that tablets make', () => {
    const { nearest, others } = paramsOf(ask(perDay(62), over(14)), 'daily-dose-cannot-be-made');
    expect(nearest).toEqual([mgPerDay(60), mgPerDay(65)]);
    expect(others).toEqual(['solution-1', 'solution-2', 'suspension-5']);
  });

  it('22.5x2: the dose itself cannot be made', () => {
    const { nearest, makes } = paramsOf(ask(doses(22.5, 2), over(14)), 'cannot-be-made');
    expect(nearest).toEqual([mg(20), mg(25)]);
    // 22.5 mL at 1 mg per mL, 4.5 mL at 5; at 2 mg per mL the step is 1 mg.
    expect(dispensed(makes)).toEqual({ 'solution-1': 22.5, 'suspension-5': 4.5 });
  });

  it('401 mg per day is not plausible, 400 is planned', () => {
    expect(paramsOf(ask(perDay(401), over(14)), 'from-implausible').limit).toEqual(mgPerDay(400));
    // 105 x 4 = 420.
    expect(paramsOf(ask(doses(105, 4), over(14)), 'from-implausible').from).toEqual(mgPerDay(420));
    expect(refusalIn(ask(perDay(401), over(14))).citations).toEqual([
      { source: 'judgement', locator: 'Implausible dose' },
    ]);
    // 80 units in 8 reductions of 10.
    expect(levelsOf(ask(perDay(400), over(14)))).toEqual([350, 300, 250, 200, 150, 100, 50, 0]);
  });

  it.each([
    ['0 days', over(0)],
    ['a reduction by the whole dose', reduce(60, 7)],
    ['a reduction by more than the dose', reduce(65, 7)],
    ['100%', percent(100, 7)],
  ])('%s would be an abrupt stop', (_, pattern) => {
    const outcome = ask(perDay(60), pattern);
    expect(paramsOf(outcome, 'abrupt-stop')).toEqual({ from: mgPerDay(60), to: mgPerDay(0) });
    expect(sourcesOf(refusalIn(outcome).citations)).toEqual(['fda-ozobax-label']);
  });
});

describe('what goes with every taper', () => {
  const plan = () => planIn(ask(perDay(60), over(14)));

  it.each([/hallucinations/i, /confusion/i, /seizures/i, /fever/i, /rigid/i, /spasticity/i, /fast heartbeat/i])(
    'the sign %s',
    (sign) =>
      expect(
        plan()
          .withdrawalSigns.map(({ text }) => text)
          .join('\n'),
      ).toMatch(sign),
  );

  it('when they can begin: 18 to 31 hours in a case series', () => {
    expect(plan().withdrawalSigns.some(({ text }) => text.includes('18 to 31 hours'))).toBe(true);
  });

  it('what to do: back to the last dose that held, hold, then slower; and the emergency', () => {
    const words = plan()
      .ifSignsAppear.map(({ text }) => text)
      .join('\n');
    for (const part of [/last dose that held/, /hold/i, /slow/]) expect(words).toMatch(part);
    expect(plan().emergency.text).toMatch(/fever.*rigid.*mental state/i);
  });

  it('how long others take: 1 to 2 weeks, 3 weeks after long use, 5 to 10 mg per week as a judgement', () => {
    const words = plan()
      .disagreements.map(({ text }) => text)
      .join('\n');
    for (const part of [/1 to 2 weeks/, /3 weeks after/, /5 to 10 mg per week/]) expect(words).toMatch(part);
    expect(plan().disagreements.find(({ text }) => text.includes('5 to 10 mg'))?.citations).toMatchObject([
      { source: 'judgement' },
    ]);
  });
});
