import { describe, expect, it } from 'vitest';
import type { Patient } from '../../../src/core/patient/patient.js';
import type { TitrationRequest } from '../../../src/core/titration/types.js';
import { InputError } from '../../../src/core/values/input-error.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { mg, mgPerDay } from '../fixtures.js';
import { codes, dispensed, paramsOf, planIn, refusalIn, rows, sourcesOf, taken } from '../plan-facts.js';
import { ask, askChild, beyond, clearance, days, four, labelled, patient, three, two } from './asked.js';

describe('the labelled schedule, start 5 mg', () => {
  const outcome = () => ask(5);
  const plan = () => planIn(outcome());

  it('is 15, 30, 45, 60 mg per day from days 1, 4, 7, 10', () => {
    expect(rows(plan().schedule)).toEqual(labelled);
    expect(plan().target).toEqual(mgPerDay(60));
    expect(plan().interval).toEqual(days(3));
  });

  it('goes to 80 mg per day in four doses from day 13, only if needed', () => {
    expect(beyond(plan())).toEqual([13, null, 80, four(20)]);
    expect(plan().ceiling.dailyDose).toEqual(mgPerDay(80));
    expect(plan().ceiling.dose).toEqual(mg(20));
  });

  it('is made of whole and half tablets of 10 mg', () => {
    // 5 mg is half a tablet, 10 one, 15 one and a half, 20 two.
    expect(plan().products).toEqual(['tablet-10']);
    expect(plan().schedule.map(taken)).toEqual([three(0.5), three(1), three(1.5), three(2)]);
  });

  it('dispenses for days 1 to 12, without the step that may not be needed', () => {
    // 15, 30, 45, 60 mg per day are 1.5, 3, 4.5, 6 tablets; (1.5 + 3 + 4.5 + 6) x 3 days = 45.
    expect(plan().supply).toEqual(days(12));
    expect(dispensed(plan().dispense)).toEqual({ 'tablet-10': 45 });
  });

  it('stands on the label', () => {
    expect(sourcesOf(plan().citations)).toContain('fda-tablets-2023');
    expect(sourcesOf(plan().ceiling.citations)).toEqual(['fda-tablets-2023']);
  });

  it('needs no notice and says what it assumed', () => {
    const { notices, assumptions } = outcome();
    expect(notices).toEqual([]);
    expect(assumptions.map(({ name }) => name).sort()).toEqual(
      ['age', 'clearance', 'increment', 'products', 'rules', 'supply', 'target', 'times-daily', 'weight'].sort(),
    );
  });

  it('carries response check, missed dose and the warning against a sudden stop', () => {
    expect(plan().responseCheck.text).toContain('6 to 8 weeks');
    const { advice: all } = plan();
    const advice = all.map(({ text }) => text).join('\n');
    expect(advice).toMatch(/missed dose/i);
    expect(advice).toMatch(/never stop suddenly/i);
  });

  it('shows where other labels differ', () => {
    // Germany 75, United Kingdom and Australia 100, France and Singapore 120 in hospital.
    const ceiling = plan().alternatives.find(({ part }) => part === 'Ceiling');
    expect(ceiling?.others.map(({ value }) => value.value).sort((a, b) => a - b)).toEqual([75, 100, 100, 120, 120]);
  });

  it('dispenses for the days asked for', () => {
    // Days 1 to 28: 4.5 + 9 + 13.5 tablets to day 9, then 19 days of 6: 27 + 114 = 141.
    expect(dispensed(planIn(ask(5, { supply: days(28) })).dispense)).toEqual({ 'tablet-10': 141 });
    // Days 1 to 5: 3 x 1.5 + 2 x 3 = 10.5, so 11 whole tablets.
    expect(dispensed(planIn(ask(5, { supply: days(5) })).dispense)).toEqual({ 'tablet-10': 11 });
  });
});

describe('a target', () => {
  it('of 50: the last step lands on it, as even as tablets allow', () => {
    // 50 mg are 10 halves over three times: 3 each, one more at bedtime.
    const plan = planIn(ask(5, { target: mgPerDay(50) }));
    expect(rows(plan.schedule)).toEqual([
      ...labelled.slice(0, 3),
      [10, null, 50, { morning: 15, midday: 15, bedtime: 20 }],
    ]);
    // (1.5 + 3 + 4.5 + 5) x 3 = 42.
    expect(dispensed(plan.dispense)).toEqual({ 'tablet-10': 42 });
  });

  it('of 70: four doses, since in three one would be 25 mg', () => {
    // 14 halves over four times: 3 each, one more at bedtime and one in the morning.
    const outcome = ask(5, { target: mgPerDay(70) });
    const plan = planIn(outcome);
    expect(rows(plan.schedule)).toEqual([
      ...labelled.slice(0, 3),
      [10, 12, 60, three(20)],
      [13, null, 70, { morning: 20, midday: 15, evening: 15, bedtime: 20 }],
    ]);
    // 45 to day 12, then 3 x 7 = 21.
    expect(dispensed(plan.dispense)).toEqual({ 'tablet-10': 66 });
    expect(codes(outcome)).toContain('target-above-label-table');
  });

  it('of 80: 20 mg four times daily from day 13', () => {
    const plan = planIn(ask(5, { target: mgPerDay(80) }));
    expect(rows(plan.schedule)).toEqual([...labelled.slice(0, 3), [10, 12, 60, three(20)], [13, null, 80, four(20)]]);
    // 45 to day 12, then 3 x 8 = 24.
    expect(dispensed(plan.dispense)).toEqual({ 'tablet-10': 69 });
  });

  it('leaves no step beyond it', () => {
    for (const target of [30, 50, 60, 70, 80]) {
      expect(planIn(ask(5, { target: mgPerDay(target) }))).not.toHaveProperty('ifNeeded');
    }
  });

  it('below the daily dose of the start makes no sense', () => {
    // 3 x 5 mg = 15 mg per day is the start.
    expect(() => ask(5, { target: mgPerDay(10) })).toThrow(InputError);
    expect(rows(planIn(ask(5, { target: mgPerDay(15) })).schedule)).toEqual([[1, null, 15, three(5)]]);
  });

  it('that tablets cannot make is refused with the nearest', () => {
    const { dailyDose, nearest } = paramsOf(ask(5, { target: mgPerDay(62) }), 'daily-dose-cannot-be-made');
    expect(dailyDose).toEqual(mgPerDay(62));
    expect(nearest).toEqual([mgPerDay(60), mgPerDay(65)]);
  });

  it.each([
    // Above the 80 mg per day of the label, up to 100: another rule set might, this one does not.
    [81, 'target-above-ceiling'],
    [100, 'target-above-ceiling'],
    [100.5, 'target-never-computed'],
    [110, 'target-never-computed'],
  ] as const)('of %s mg per day is refused: %s', (target, code) => {
    expect(paramsOf(ask(5, { target: mgPerDay(target) }), code)).toMatchObject({ asked: mgPerDay(target) });
  });

  it('above the ceiling of this clearance is refused with that ceiling', () => {
    // Half of 80 mg per day.
    const { ceiling } = paramsOf(ask(5, { target: mgPerDay(60), ...clearance(40) }), 'target-above-ceiling');
    expect(ceiling).toEqual(mgPerDay(40));
  });
});

describe('other starts and paces', () => {
  it('start 10: 30, 45, 60, with the label named', () => {
    const outcome = ask(10);
    expect(rows(planIn(outcome).schedule)).toEqual([
      [1, 3, 30, three(10)],
      [4, 6, 45, three(15)],
      [7, null, 60, three(20)],
    ]);
    expect(outcome.notices).toMatchObject([
      // 10 x 3 = 30 on day 1, against 5 x 3 = 15.
      {
        code: 'start-above-first',
        severity: 'warning',
        params: { day: mgPerDay(30), first: mgPerDay(15), label: mg(5) },
      },
    ]);
  });

  it('start 20: the whole table at once, and 80 from day 4 only if needed', () => {
    const plan = planIn(ask(20));
    expect(rows(plan.schedule)).toEqual([[1, null, 60, three(20)]]);
    expect(beyond(plan)).toEqual([4, null, 80, four(20)]);
  });

  it('twice daily: 10, 20, 30, 40, and no dose passes 20 mg', () => {
    const outcome = ask(5, { timesDaily: 2 });
    const plan = planIn(outcome);
    expect(rows(plan.schedule)).toEqual([
      [1, 3, 10, two(5)],
      [4, 6, 20, two(10)],
      [7, 9, 30, two(15)],
      [10, null, 40, two(20)],
    ]);
    // (1 + 2 + 3 + 4) x 3 = 30.
    expect(dispensed(plan.dispense)).toEqual({ 'tablet-10': 30 });
    expect(plan.ceiling.dailyDose).toEqual(mgPerDay(40));
    expect(outcome.notices).toMatchObject([
      { code: 'departs-from-label', params: { part: 'timesDaily', asked: { value: 2 }, label: { value: 3 } } },
    ]);
    expect(refusalIn(ask(5, { timesDaily: 2, target: mgPerDay(45) })).code).toBe('target-above-ceiling');
  });

  it('four times daily: 20, 40, 60, and 80 from day 10 only if needed', () => {
    const plan = planIn(ask(5, { timesDaily: 4 }));
    expect(rows(plan.schedule)).toEqual([
      [1, 3, 20, four(5)],
      [4, 6, 40, four(10)],
      [7, null, 60, four(15)],
    ]);
    expect(beyond(plan)).toEqual([10, null, 80, four(20)]);
    // (2 + 4 + 6) x 3 = 36.
    expect(dispensed(plan.dispense)).toEqual({ 'tablet-10': 36 });
  });

  it('10 mg more per dose every 7 days: 15, 45, then 60, since no dose passes 20 mg', () => {
    const outcome = ask(5, { increment: mg(10), interval: days(7) });
    expect(rows(planIn(outcome).schedule)).toEqual([
      [1, 7, 15, three(5)],
      [8, 14, 45, three(15)],
      [15, null, 60, three(20)],
    ]);
    expect(outcome.notices.map(({ params }) => 'part' in params && params.part)).toEqual(['increment', 'interval']);
  });
});

describe('a clearance of 50 to below 80 mL/min keeps two thirds', () => {
  const outcome = () => ask(5, clearance(65));
  const plan = () => planIn(outcome());

  it('of each labelled daily dose, a week apart', () => {
    // 15, 30, 45, 60 x 2/3 = 10, 20, 30, 40. 20 mg are 4 halves over three times, 40 mg are 8.
    expect(rows(plan().schedule)).toEqual([
      [1, 7, 10, two(5)],
      [8, 14, 20, { morning: 5, midday: 5, bedtime: 10 }],
      [15, 21, 30, three(10)],
      [22, null, 40, { morning: 15, midday: 10, bedtime: 15 }],
    ]);
    expect(plan().interval).toEqual(days(7));
    // (1 + 2 + 3 + 4) x 7 = 70.
    expect(dispensed(plan().dispense)).toEqual({ 'tablet-10': 70 });
  });

  it('and of the ceiling: 80 x 2/3 = 53.3, rounded down to 50', () => {
    expect(plan().ceiling.dailyDose).toEqual(mgPerDay(50));
    expect(sourcesOf(plan().ceiling.citations)).toContain('vlavonou-2014');
  });

  it('goes to 50 mg per day from day 29, in three doses since none passes 20 mg', () => {
    // 10 halves over three times: 3 each, one more at bedtime.
    expect(beyond(plan())).toEqual([29, null, 50, { morning: 15, midday: 15, bedtime: 20 }]);
  });

  it('and says so, with the signs of accumulation', () => {
    expect(codes(outcome())).toEqual(expect.arrayContaining(['scaled-for-clearance', 'signs-of-accumulation']));
  });
});

describe('a clearance of 30 to below 50 mL/min keeps half', () => {
  const plan = () => planIn(ask(5, clearance(40)));

  it('of each labelled daily dose, rounded down to 5 mg', () => {
    // 7.5 down to 5; 5 + 7.5 down to 10; 15, where a plan ends below 60 mL/min.
    expect(rows(plan().schedule)).toEqual([
      [1, 7, 5, { bedtime: 5 }],
      [8, 14, 10, two(5)],
      [15, null, 15, three(5)],
    ]);
    // (0.5 + 1 + 1.5) x 7 = 21.
    expect(dispensed(plan().dispense)).toEqual({ 'tablet-10': 21 });
  });

  it('and of the ceiling: 40 mg per day; the next level is 20', () => {
    expect(plan().ceiling.dailyDose).toEqual(mgPerDay(40));
    // 15 + 7.5 down to 20: 4 halves over three times.
    expect(beyond(plan())).toEqual([22, null, 20, { morning: 5, midday: 5, bedtime: 10 }]);
  });

  it('rounds to what a liquid can measure', () => {
    // 2.5, 5, 7.5 and 10 mL three times daily: 7.5, 15, 22.5, 30 as they are.
    const liquid = planIn(ask(5, { products: ['solution-1'], target: mgPerDay(30), ...clearance(40) }));
    expect(rows(liquid.schedule)).toEqual([
      [1, 7, 7.5, three(2.5)],
      [8, 14, 15, three(5)],
      [15, 21, 22.5, three(7.5)],
      [22, null, 30, three(10)],
    ]);
    // (7.5 + 15 + 22.5 + 30) x 7 = 525 mL.
    expect(dispensed(liquid.dispense)).toEqual({ 'solution-1': 525 });
  });
});

describe('a clearance of 15 to below 30 mL/min', () => {
  const outcome = () => ask(5, clearance(25));
  const plan = () => planIn(outcome());

  it('is 5 mg once daily, after a week 5 mg twice daily only if needed, and nothing above', () => {
    expect(rows(plan().schedule)).toEqual([[1, null, 5, { bedtime: 5 }]]);
    expect(beyond(plan())).toEqual([8, null, 10, two(5)]);
    expect(plan().ceiling.dailyDose).toEqual(mgPerDay(10));
    expect(plan().ceiling.dose).toEqual(mg(5));
  });

  it('dispenses 7 days of half a tablet: 3.5, rounded up', () => {
    expect(dispensed(plan().dispense)).toEqual({ 'tablet-10': 4 });
  });

  it('shows who would avoid it, keep a third, or saw toxicity from 10 mg per day', () => {
    const cited = sourcesOf(plan().disagreements.flatMap(({ citations }) => citations));
    expect(cited).toEqual(expect.arrayContaining(['wolf-2018', 'vlavonou-2014', 'cheong-2020', 'muanda-2019']));
    expect(codes(outcome())).toContain('fixed-for-clearance');
  });

  it('to 10 mg per day where that is the target, and refuses more', () => {
    expect(rows(planIn(ask(5, { target: mgPerDay(10), ...clearance(25) })).schedule)).toEqual([
      [1, 7, 5, { bedtime: 5 }],
      [8, null, 10, two(5)],
    ]);
    expect(paramsOf(ask(5, { target: mgPerDay(15), ...clearance(25) }), 'target-above-ceiling')).toMatchObject({
      ceiling: mgPerDay(10),
    });
  });

  it('never stops short of a target without saying so', () => {
    // 2.5 mg once, then twice daily, is 5 mg per day; 10 mg per day is within the ceiling. The last step lands on the
    // target, or the request is refused.
    const outcome = ask(2.5, { target: mgPerDay(10), products: ['solution-1'], ...clearance(25) });
    const end = outcome.outcome === 'plan' ? outcome.plan.schedule.at(-1)?.dailyDose : 'refused';
    expect([mgPerDay(10), 'refused']).toContainEqual(end);
  });

  it.each([
    ['a start above 5 mg', () => ask(10, clearance(25)), 'start-above-first'],
    ['another number of doses', () => ask(5, { timesDaily: 3, ...clearance(25) }), 'fixed-by-rule'],
    ['another increment', () => ask(5, { increment: mg(5), ...clearance(25) }), 'fixed-by-rule'],
    ['a faster pace', () => ask(5, { interval: days(6), ...clearance(25) }), 'faster-than-allowed'],
  ])('refuses %s', (_, refused, code) => {
    expect(refusalIn(refused()).code).toBe(code);
  });
});

describe('an older adult with a liquid', () => {
  const older = (rest: Omit<TitrationRequest, 'start'>, start = 5) =>
    planIn(ask(start, { patient: { age: quantity(70, 'a') }, products: ['solution-1'], ...rest }));
  const last = (plan: ReturnType<typeof older>, count: number) => rows(plan.schedule.slice(-count));

  it('reaches a ceiling that is no whole number of doses of 5 mg', () => {
    // Germany 75 mg per day, half of it for 40 mL/min: 37.5, which is 12.5 mL three times daily. 20 mg are 6.5 mL each,
    // 19.5; 24.5 are 8 each; 29 are 9.5 each; 33.5 are 11 each.
    const patient = { age: quantity(70, 'a'), ...clearance(40).patient };
    const asked = older({ patient, rules: 'de', target: mgPerDay(37.5) });
    expect(asked.schedule.map(({ dailyDose }) => dailyDose.value)).toEqual([5, 10, 15, 19.5, 24, 28.5, 33, 37.5]);
    expect(last(asked, 2)).toEqual([
      [43, 49, 33, three(11)],
      [50, null, 37.5, three(12.5)],
    ]);
    // Without being asked it ends at 15.
    expect(older({ patient, rules: 'de' }).schedule.map(({ dailyDose }) => dailyDose.value)).toEqual([5, 10, 15]);
  });

  it('has no dose above 20 mg: 60 in three, then four', () => {
    // 5, 10, 15, 19.5, 24, 28.5, 33, 37.5, 42, 46.5, 51, 55.5 in up to three doses; 60.5 would be 20.17 each, so four of 15;
    // 65 are 16.25 each: 64; 69 are 17.25: 68; 73 are 18.25: 72; 77 are 19.25: 76; 80. The fifteenth begins on day 99.
    expect(last(older({ target: mgPerDay(80) }), 4)).toEqual([
      [99, 105, 68, four(17)],
      [106, 112, 72, four(18)],
      [113, 119, 76, four(19)],
      [120, null, 80, four(20)],
    ]);
  });
});

describe('the edges of the bands, on the unrounded clearance', () => {
  // Daily doses of the four or fewer planned steps; the lower edge belongs to the band.
  const usual = [15, 30, 45, 60];
  const twoThirds = [10, 20, 30, 40];
  // Below 60 a plan ends at 15: 10, then 15; 5, 10, 15.
  const belowSixty = [10, 15];
  const half = [5, 10, 15];
  const fixed = [5];

  it.each([
    [15, fixed],
    [29.97, fixed],
    [29.9999999, fixed],
    [30, half],
    [49.99, half],
    [50, belowSixty],
    [59.99, belowSixty],
    [60, twoThirds],
    [79.99, twoThirds],
    [80, usual],
    [300, usual],
  ])('%s mL/min', (value, expected) => {
    const plan = planIn(ask(5, clearance(value)));
    expect(plan.schedule.map(({ dailyDose }) => dailyDose.value)).toEqual(expected);
    expect(plan.interval).toEqual(days(value >= 80 ? 3 : 7));
    expect(plan.renal.deciding?.value.value).toBe(value);
  });

  it.each([0, 10, 14.99])('%s mL/min is refused', (value) => {
    expect(paramsOf(ask(5, clearance(value)), 'clearance-too-low')).toEqual({
      clearance: quantity(value, 'mL/min'),
      below: quantity(15, 'mL/min'),
    });
  });

  it('an eGFR falls into the same bands', () => {
    const patient = { egfr: quantity(29.97, 'mL/min/{1.73_m2}') };
    expect(planIn(ask(5, { patient })).ceiling.dailyDose).toEqual(mgPerDay(10));
  });

  it('of clearance and eGFR the lower decides', () => {
    const patient = {
      creatinineClearance: quantity(60, 'mL/min'),
      egfr: quantity(40, 'mL/min/{1.73_m2}'),
    } satisfies Patient;
    expect(planIn(ask(5, { patient })).ceiling.dailyDose).toEqual(mgPerDay(40));
  });
});

describe('products', () => {
  it('a product that does not exist is bad input', () => {
    expect(() => ask(5, { products: ['tablet-7'] })).toThrow(InputError);
  });

  it.each([
    // (15 + 30 + 45 + 60) x 3 days = 450 mg.
    ['solution-1', 450, [5, 10, 15, 20]],
    ['solution-2', 225, [2.5, 5, 7.5, 10]],
    ['suspension-5', 90, [1, 2, 3, 4]],
  ])('%s: the labelled doses in mL, and %s mL in all', (product, total, volumes) => {
    const plan = planIn(ask(5, { products: [product] }));
    expect(rows(plan.schedule)).toEqual(labelled);
    expect(plan.schedule.map(taken)).toEqual(volumes.map(three));
    expect(dispensed(plan.dispense)).toEqual({ [product]: total });
  });

  it('a start of 2.5 mg with 2.5 mg steps needs a liquid', () => {
    expect(refusalIn(ask(2.5)).code).toBe('cannot-be-made');
    const plan = planIn(ask(2.5, { increment: mg(2.5), products: ['solution-1'] }));
    // 3 x 2.5, 5, 7.5 ... 20 mg per dose; every 3 days.
    expect(plan.schedule.map(({ dailyDose }) => dailyDose.value)).toEqual([7.5, 15, 22.5, 30, 37.5, 45, 52.5, 60]);
    expect(plan.schedule.at(-1)?.fromDay).toBe(22);
  });

  it('tablets of 20 mg give 10 mg at the least', () => {
    expect(paramsOf(ask(5, { products: ['tablet-20'] }), 'cannot-be-made').nearest).toEqual([mg(10)]);
    const plan = planIn(ask(10, { increment: mg(10), products: ['tablet-20'] }));
    // Halves of 20 mg: 0.5 x 3 x 3 days, then 1 x 3 x 3 days: 4.5 + 9 = 13.5, so 14.
    expect(rows(plan.schedule)).toEqual([
      [1, 3, 30, three(10)],
      [4, null, 60, three(20)],
    ]);
    expect(dispensed(plan.dispense)).toEqual({ 'tablet-20': 14 });
  });

  it('whole tablets of 25 mg never take a dose above 20 mg: what cannot be split otherwise is rounded down', () => {
    // 30 mg are three halves of 20 mg. 45 mg out of halves of 20 and whole 25 mg needs a 25: 40 is the next, and the
    // target of 45 is refused.
    const products = ['tablet-20', 'tablet-25'];
    expect(planIn(ask(10, { products })).schedule.map(({ dailyDose }) => dailyDose.value)).toEqual([30, 40, 50, 60]);
    const { nearest } = paramsOf(ask(10, { products, target: mgPerDay(45) }), 'daily-dose-cannot-be-made');
    expect(nearest).toEqual([mgPerDay(40), mgPerDay(50)]);
  });

  it('two tablets together: fewest pieces', () => {
    // 20 mg are two tablets of 10 mg, or one of 20.
    const plan = planIn(ask(5, { products: ['tablet-10', 'tablet-20'] }));
    expect(plan.schedule.at(-1)?.doses.map(({ make }) => make)).toEqual([
      [{ product: 'tablet-20', count: 1 }],
      [{ product: 'tablet-20', count: 1 }],
      [{ product: 'tablet-20', count: 1 }],
    ]);
  });
});

describe('an older adult who starts lower', () => {
  it('rises by the 5 mg of the rule, whatever the start was', () => {
    const plan = planIn(ask(2.5, { products: ['solution-1'], target: mgPerDay(10), ...patient(70) }));
    expect(rows(plan.schedule)).toEqual([
      [1, 7, 2.5, { bedtime: 2.5 }],
      // 7.5 in two doses is 3.75 each, 3.7 to the mark; 10 in three is 3.3 each.
      [8, 14, 7.4, two(3.7)],
      [15, null, 9.9, three(3.3)],
    ]);
  });

  it('lands on a target between two steps, divided as finely as the liquid is measured', () => {
    // 12 mg are no whole number of 5 mg: 4 mg three times daily.
    const plan = planIn(ask(5, { products: ['solution-1'], target: mgPerDay(12), ...patient(70) }));
    expect(rows(plan.schedule).slice(1)).toEqual([
      [8, 14, 10, two(5)],
      [15, null, 12, three(4)],
    ]);
  });
});

describe('a child', () => {
  it('who starts lower than by weight rises by the step of the weight', () => {
    // 0.3 x 20 = 6 mg per day more: 4 x 1 mg, 10 = 4 x 2.5, then 0.75 x 20 = 15: 4 x 3.7; beyond it 16 = 4 x 4.
    const plan = planIn(askChild(5, 20, { start: mg(1) }));
    expect(plan.schedule.map(({ dailyDose }) => dailyDose.value)).toEqual([4, 10, 14.8]);
    expect(plan.ifNeeded?.dailyDose).toEqual(mgPerDay(16));
  });

  it('is never planned above the ceiling of the age', () => {
    // 0.75 x 55 = 41.25 mg per day, above the 40 below 8 years; 0.3 x 55 = 16.5, but no more than the 15 of an adult.
    const plan = planIn(askChild(7, 55));
    expect(plan.schedule.map(({ dailyDose }) => dailyDose.value)).toEqual([15, 30, 40]);
    expect(plan).not.toHaveProperty('ifNeeded');
    expect([plan.target, plan.ceiling.dailyDose, plan.ceiling.dose]).toEqual([mgPerDay(40), mgPerDay(40), mg(20)]);
  });

  it('has each daily dose per kg beside it', () => {
    // 6, 12 and 14.8 mg over 20 kg; the step beyond is 18.
    const plan = planIn(askChild(5, 20));
    const perKilogram = [...plan.schedule, plan.ifNeeded].map((step) => step?.perKilogram);
    expect(perKilogram).toEqual([0.3, 0.6, 0.74, 0.9].map((value) => quantity(value, 'mg/kg/d')));
    expect(planIn(ask(5)).schedule[0]).not.toHaveProperty('perKilogram');
  });

  it('is measured in 0.1 mL below 5 mL, in 0.5 mL from there, in four equal doses', () => {
    // 0.3 x 9.9 = 2.97 mg per day are 0.74 each: 0.7; 0.3 x 10.5 = 3.15 are 0.79 each: 0.7.
    expect(planIn(askChild(1, 9.9)).schedule[0]?.dailyDose).toEqual(mgPerDay(2.8));
    expect(planIn(askChild(1, 10.5)).schedule[0]?.dailyDose).toEqual(mgPerDay(2.8));
    // 0.75 x 32 = 24 are 6 each.
    expect(planIn(askChild(9, 32)).schedule.at(-1)?.dailyDose).toEqual(mgPerDay(24));
  });
});

describe('a plan', () => {
  it('with a start date has the date of each step, of the step beyond too', () => {
    const plan = planIn(ask(5, { startDate: '2026-12-28', target: mgPerDay(30) }));
    expect(plan.schedule.map(({ fromDate, toDate }) => [fromDate, toDate])).toEqual([
      ['2026-12-28', '2026-12-30'],
      ['2026-12-31', undefined],
    ]);
    // Day 13, open.
    expect(planIn(ask(5, { startDate: '2026-12-28' })).ifNeeded).toMatchObject({ fromDate: '2027-01-09', toDay: null });
    expect(planIn(ask(5)).ifNeeded).not.toHaveProperty('fromDate');
  });

  it('says under whose rules, by which estimate and in which band', () => {
    expect(planIn(ask(5)).rules).toBe('us');
    expect(planIn(ask(5)).renal).toStrictEqual({});
    const { rules, renal } = planIn(ask(5, { rules: 'uk', ...clearance(65) }));
    expect(rules).toBe('uk');
    expect(renal).toMatchObject({ band: '50-to-below-80', deciding: { value: quantity(65, 'mL/min') } });
    expect(planIn(ask(5))).not.toHaveProperty('override');
  });

  it('shows no figure that is not followed where the dose is fixed, and no other ceiling', () => {
    const plan = planIn(ask(5, clearance(25)));
    expect(plan.alternatives).toEqual([]);
    expect(plan.disagreements.flatMap(({ here }) => (here ? [here.kind] : []))).toEqual(['avoid']);
    // From 30 on a start that is not followed is said to be that.
    expect(planIn(ask(5, clearance(70))).disagreements.map(({ here }) => here)).toContainEqual({
      kind: 'start',
      dailyDose: mgPerDay(5),
    });
  });
});
