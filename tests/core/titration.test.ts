import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/core/input-error.js';
import type { Patient } from '../../src/core/patient.js';
import { quantity } from '../../src/core/quantity.js';
import { planTitration, type TitrationPlan, type TitrationRequest } from '../../src/core/titration.js';
import { loadParameters } from '../../src/parameters/load.js';
import { mg, mgPerDay } from './fixtures.js';
import { codes, dispensed, paramsOf, planIn, refusalIn, row, rows, sourcesOf, taken } from './plan-facts.js';

const parameters = loadParameters();

const ask = (start: number, rest: Omit<TitrationRequest, 'start'> = {}) =>
  planTitration({ start: mg(start), ...rest }, parameters);

const clearance = (value: number): { patient: Patient } => ({
  patient: { creatinineClearance: quantity(value, 'mL/min') },
});

const days = (value: number) => quantity(value, 'd');

/** Three equal doses, two, four. */
const three = (dose: number) => ({ morning: dose, midday: dose, bedtime: dose });
const two = (dose: number) => ({ morning: dose, bedtime: dose });
const four = (dose: number) => ({ morning: dose, midday: dose, evening: dose, bedtime: dose });

/** The step that is taken only if needed. */
const beyond = ({ ifNeeded }: TitrationPlan) => ifNeeded && row(ifNeeded);

/** The labelled table: 5 mg more per dose every 3 days, three times daily. */
const labelled = [
  [1, 3, 15, three(5)],
  [4, 6, 30, three(10)],
  [7, 9, 45, three(15)],
  [10, null, 60, three(20)],
];

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
      ['age', 'clearance', 'increment', 'products', 'rules', 'supply', 'target', 'times-daily'].sort(),
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
      { code: 'start-above-label', severity: 'caution', params: { asked: mg(10), label: mg(5) } },
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
    // 7.5 down to 5, 15, 22.5 down to 20, 30.
    expect(rows(plan().schedule)).toEqual([
      [1, 7, 5, { bedtime: 5 }],
      [8, 14, 15, three(5)],
      [15, 21, 20, { morning: 5, midday: 5, bedtime: 10 }],
      [22, null, 30, three(10)],
    ]);
    // (0.5 + 1.5 + 2 + 3) x 7 = 49.
    expect(dispensed(plan().dispense)).toEqual({ 'tablet-10': 49 });
  });

  it('and of the ceiling: 40 mg per day, from day 29, in three doses', () => {
    expect(plan().ceiling.dailyDose).toEqual(mgPerDay(40));
    // 8 halves over three times: 2 each, one more at bedtime and one in the morning.
    expect(beyond(plan())).toEqual([29, null, 40, { morning: 15, midday: 10, bedtime: 15 }]);
  });

  it('rounds to what a liquid can measure', () => {
    // Steps of 0.5 mL are 0.5 mg at 1 mg per mL: 7.5, 15, 22.5, 30 as they are.
    const liquid = planIn(ask(5, { products: ['solution-1'], ...clearance(40) }));
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
    ['a start above 5 mg', () => ask(10, clearance(25)), 'start-above-ceiling'],
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
    // Germany 75 mg per day, half of it for 40 mL/min: 37.5. 7 doses of 5 mg are 35; the rest is a step of 2.5 mg.
    const patient = { age: quantity(70, 'a'), ...clearance(40).patient };
    const asked = older({ patient, rules: 'de', target: mgPerDay(37.5) });
    expect(asked.schedule.map(({ dailyDose }) => dailyDose.value)).toEqual([5, 10, 15, 20, 25, 30, 35, 37.5]);
    expect(last(asked, 2)).toEqual([
      [43, 49, 35, { morning: 10, midday: 10, bedtime: 15 }],
      [50, null, 37.5, three(12.5)],
    ]);
    // 75 is also where Germany ends without being asked.
    expect(older({ patient, rules: 'de' }).schedule).toEqual(asked.schedule);
  });

  it('has no dose above 20 mg where whole doses of the start would make one', () => {
    // Doses of 3 mg: 75 mg are 25 of them, 7 + 6 + 6 + 6 over four times, and 7 x 3 = 21. Divided in 0.5 mg instead:
    // 150 over four times are 37 each and two left over: 19, 18.5, 18.5, 19. 78: 156 are 39 each, 19.5.
    // 80 is no multiple of 3: 20 each.
    expect(last(older({ target: mgPerDay(80) }, 3), 4)).toEqual([
      [7 * 23 + 1, 7 * 24, 72, four(18)],
      [7 * 24 + 1, 7 * 25, 75, { morning: 19, midday: 18.5, evening: 18.5, bedtime: 19 }],
      [7 * 25 + 1, 7 * 26, 78, four(19.5)],
      [7 * 26 + 1, null, 80, four(20)],
    ]);
  });
});

describe('the edges of the bands, on the unrounded clearance', () => {
  // Daily doses of the four or fewer planned steps; the lower edge belongs to the band.
  const usual = [15, 30, 45, 60];
  const twoThirds = [10, 20, 30, 40];
  const half = [5, 15, 20, 30];
  const fixed = [5];

  it.each([
    [15, fixed],
    [29.97, fixed],
    [29.9999999, fixed],
    [30, half],
    [49.99, half],
    [50, twoThirds],
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

describe('refusals', () => {
  it('dialysis, whatever the clearance', () => {
    for (const patient of [{ dialysis: true }, { dialysis: true, ...clearance(90).patient }]) {
      const refusal = refusalIn(ask(5, { patient }));
      expect(refusal.code).toBe('dialysis');
      expect(sourcesOf(refusal.citations)).toEqual(expect.arrayContaining(['wolf-2018', 'chauvin-2020']));
    }
  });

  it('start 7: the nearest doses, and the products that make it', () => {
    const { dose, nearest, makes } = paramsOf(ask(7), 'cannot-be-made');
    expect(dose).toEqual(mg(7));
    expect(nearest).toEqual([mg(5), mg(10)]);
    // 7 mg is 7 mL at 1 mg per mL, 3.5 mL at 2, 1.4 mL at 5; no tablet or packet makes it.
    expect(dispensed(makes)).toEqual({ 'solution-1': 7, 'solution-2': 3.5, 'suspension-5': 1.4 });
  });

  it('start 25 is above the 20 mg of the label', () => {
    expect(paramsOf(ask(25), 'start-above-ceiling')).toEqual({ asked: mg(25), ceiling: mg(20), highest: mg(20) });
  });

  it('every 3 days is too fast for a clearance of 40', () => {
    expect(paramsOf(ask(5, { interval: days(3), ...clearance(40) }), 'faster-than-allowed')).toEqual({
      asked: days(3),
      shortest: days(7),
      rule: 'clearance',
    });
  });

  it('but every 7 days is not, nor anything slower', () => {
    for (const value of [40, 25]) {
      expect(planIn(ask(5, { interval: days(7), ...clearance(value) })).interval).toEqual(days(7));
      expect(planIn(ask(5, { interval: days(14), ...clearance(value) })).interval).toEqual(days(14));
    }
  });

  it('a start that comes to less than the smallest dose', () => {
    // Once daily 5 mg x 1/2 = 2.5 mg per day; half a tablet of 10 mg is 5 mg.
    expect(paramsOf(ask(5, { timesDaily: 1, ...clearance(40) }), 'start-too-small')).toMatchObject({
      scaled: mgPerDay(2.5),
      smallest: mg(5),
    });
  });

  it('show what was known of the kidney', () => {
    // (140 - 70) x 60 / (72 x 5) = 11.7 mL/min, by actual weight, since no height is given.
    const creatinine = { sex: 'male', weight: quantity(60, 'kg'), creatinine: quantity(5, 'mg/dL') } as const;
    const outcome = ask(5, patient(70, creatinine));
    expect(refusalIn(outcome).code).toBe('clearance-too-low');
    expect(outcome.working.map(({ label }) => label)).toContain('Band of clearance');
    expect(codes(outcome)).toContain('avoid-in-older-adult');
    expect(outcome.assumptions.map(({ name }) => name)).toEqual(['weight-for-clearance']);
    // A plan has them beside its own: (140 - 70) x 60 / (72 x 1) = 58.
    const planned = ask(5, patient(70, { ...creatinine, creatinine: quantity(1, 'mg/dL') }));
    expect(planned.working.map(({ label }) => label)).toContain('Band of clearance');
    expect(codes(planned)).toEqual(expect.arrayContaining(['avoid-in-older-adult', 'older-adult-schedule']));
    expect(planned.assumptions.map(({ name }) => name)).toContain('weight-for-clearance');
  });

  it('of a child stand without an estimate, which is for adults', () => {
    const weight = quantity(20, 'kg');
    const outcome = ask(5, patient(17.9, { weight, sex: 'male', creatinine: quantity(0.5, 'mg/dL') }));
    expect([refusalIn(outcome).code, outcome.working]).toEqual(['adults-only', []]);
  });

  it('carry sources', () => {
    for (const outcome of [ask(7), ask(25), ask(5, clearance(10)), ask(5, { target: mgPerDay(110) })]) {
      expect(refusalIn(outcome).citations).not.toEqual([]);
    }
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

  it('whole tablets of 25 mg never take a dose above 20 mg: what cannot be split otherwise is refused', () => {
    // 30 mg are three halves of 20 mg. The next step, 45 mg out of halves of 20 and whole 25 mg, needs a 25:
    // multiples of 10 do not make 45.
    const { dailyDose } = paramsOf(ask(10, { products: ['tablet-20', 'tablet-25'] }), 'daily-dose-cannot-be-made');
    expect(dailyDose).toEqual(mgPerDay(45));
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

const patient = (age: number, rest: Patient = {}): { patient: Patient } => ({
  patient: { age: quantity(age, 'a'), ...rest },
});
const child = (age: number, weight: number) => patient(age, { weight: quantity(weight, 'kg') });
const lifted = (code: string) => ({ override: { code, reason: 'agreed' } });
/** A child is planned without a start. */
const askChild = (age: number, weight: number, rest: Omit<TitrationRequest, 'patient'> = {}) =>
  planTitration({ ...child(age, weight), ...rest }, parameters);

describe('the most that a first dose may be', () => {
  const ceiling = (outcome: ReturnType<typeof ask>) => {
    const { ceiling } = paramsOf(outcome, 'start-above-ceiling');
    return [ceiling, sourcesOf(refusalIn(outcome).citations)];
  };

  it('is that of the label, itself allowed', () => {
    expect(ceiling(ask(20.5, { products: ['solution-1'] }))).toEqual([mg(20), ['fda-tablets-2023']]);
    expect(planIn(ask(20)).schedule[0]?.dailyDose).toEqual(mgPerDay(60));
  });

  it('is named with the highest dose below it that the products make', () => {
    const highest = (...asked: Parameters<typeof ask>) => paramsOf(ask(...asked), 'start-above-ceiling').highest;
    // 75 / 4 = 18.75 mg: 15 mg of whole and half tablets of 10 mg, 18.5 mg measured to 0.5 mL.
    expect(highest(25, { rules: 'de', timesDaily: 4 })).toEqual(mg(15));
    expect(highest(25, { rules: 'de', timesDaily: 4, products: ['solution-1'] })).toEqual(mg(18.5));
    // 2 years, 11 kg: 0.3 mg/kg/day in four doses, 0.825 mg, and no tablet so small.
    expect(highest(5, { ...child(2, 11), products: ['tablet-10'] })).toBeUndefined();
  });

  it('is a part of the daily ceiling where that is less', () => {
    // Germany 75 mg per day, 25 mg per dose: in four doses 18.75 mg, whatever the clearance takes off later.
    const four = { rules: 'de', timesDaily: 4 } as const;
    for (const rest of [{}, clearance(65)]) {
      expect(ceiling(ask(20, { ...four, ...rest }))).toEqual([mg(18.75), ['germany-lioresal']]);
    }
    expect(rows(planIn(ask(15, { ...four })).schedule).at(-1)).toEqual([
      4,
      null,
      75,
      { morning: 20, midday: 15, evening: 20, bedtime: 20 },
    ]);
    // In three doses 25 mg are 75: the ceiling per dose decides.
    expect(ceiling(ask(25.5, { rules: 'de', products: ['solution-1'] }))).toEqual([mg(25), ['judgement']]);
    expect(planIn(ask(25, { rules: 'de' })).schedule.map(({ dailyDose }) => dailyDose)).toEqual([mgPerDay(75)]);
  });

  it('is that of the clearance, of the age, and of a clearance with a lifted refusal', () => {
    const liquid = { products: ['solution-1'] };
    expect(ceiling(ask(5.5, { ...liquid, ...clearance(25) }))).toEqual([mg(5), ['gablofen-web-page']]);
    expect(ceiling(ask(5.5, { ...liquid, ...patient(65) }))).toEqual([mg(5), ['lioresal-core-singapore-2019']]);
    // 2.5 mg on dialysis, though the label allows 20 mg and the age 5 mg.
    const dialysis = { ...liquid, ...patient(70, { dialysis: true }), ...lifted('dialysis') };
    expect(ceiling(ask(3, dialysis))).toEqual([mg(2.5), ['cheong-2020']]);
    expect(rows(planIn(ask(2.5, dialysis)).schedule)).toEqual([[1, null, 2.5, { bedtime: 2.5 }]]);
  });

  it('is that of a child: 0.3 mg per kg over the doses of the day', () => {
    // 0.3 x 20 = 6 mg per day: 1.5 mg in four doses, 3 mg in two.
    expect(ceiling(askChild(5, 20, { start: mg(2) }))).toEqual([mg(1.5), ['bfarm-core-text']]);
    expect(ceiling(askChild(5, 20, { start: mg(3.5), timesDaily: 2 }))).toEqual([mg(3), ['bfarm-core-text']]);
    expect(planIn(askChild(5, 20, { start: mg(1.5) })).schedule[0]?.dailyDose).toEqual(mgPerDay(6));
  });
});

describe('a pace faster than a rule allows', () => {
  it.each([
    ['a child', () => askChild(5, 20, { interval: days(6) }), 'child', 'bfarm-core-text'],
    ['a reduced clearance', () => ask(5, { interval: days(6), ...clearance(65) }), 'clearance', 'judgement'],
    ['an older adult', () => ask(5, { interval: days(6), ...patient(65) }), 'older adult', 'judgement'],
  ] as const)('of %s is refused', (_, asked, rule, source) => {
    const outcome = asked();
    const params = paramsOf(outcome, 'faster-than-allowed');
    expect(params).toEqual({ asked: days(6), shortest: days(7), rule });
    expect(sourcesOf(refusalIn(outcome).citations)).toEqual([source]);
  });

  it('is the choice of the clinician with an unreduced clearance, and 7 days are as slow as any rule asks', () => {
    expect(planIn(ask(5, { interval: days(2), ...clearance(80) })).interval).toEqual(days(2));
    expect(planIn(askChild(5, 20, { interval: days(7) })).interval).toEqual(days(7));
    expect(planIn(ask(5, { interval: days(7), ...patient(65) })).interval).toEqual(days(7));
  });
});

describe('a part that a rule fixes', () => {
  it.each([
    ['increment', 'clearance', () => ask(5, { increment: mg(5), ...clearance(25) }), 'gablofen-web-page'],
    ['times', 'clearance', () => ask(5, { timesDaily: 2, ...clearance(25) }), 'gablofen-web-page'],
    ['increment', 'child', () => askChild(5, 20, { increment: mg(1) }), 'kinderformularium-nl'],
    ['increment', 'older adult', () => ask(5, { increment: mg(5), ...patient(70) }), 'lioresal-core-singapore-2019'],
  ] as const)('the %s, by the %s', (part, rule, asked, source) => {
    const outcome = asked();
    expect(paramsOf(outcome, 'fixed-by-rule')).toEqual({ part, rule });
    expect(sourcesOf(refusalIn(outcome).citations)).toEqual([source]);
  });

  it('is not the increment at a scaled clearance, nor the doses a day of a child or an older adult', () => {
    // 15, then 45 mg per day three times daily; half of each, down to 5 mg: 5, 20, then half of 60.
    const scaled = planIn(ask(5, { increment: mg(10), ...clearance(40) }));
    expect(scaled.schedule.map(({ dailyDose }) => dailyDose.value)).toEqual([5, 20, 30]);
    expect(rows(planIn(askChild(5, 20, { timesDaily: 2 })).schedule)[0]).toEqual([1, 7, 6, two(3)]);
    expect(rows(planIn(ask(5, { timesDaily: 2, ...patient(70) })).schedule)[3]).toEqual([22, 28, 20, two(10)]);
  });
});

describe('a start smaller than anything the products hold', () => {
  it('by clearance: names what would make it', () => {
    // 10 mg once daily x 1/2 = 5 mg per day. Halves of 10 mg and tablets of 5 mg make that, halves of 20 mg do not.
    const outcome = ask(10, { timesDaily: 1, products: ['granules-10'], ...clearance(40) });
    expect(paramsOf(outcome, 'start-too-small')).toEqual({
      scaled: mgPerDay(5),
      smallest: mg(10),
      makes: ['tablet-5', 'tablet-10', 'solution-1', 'solution-2', 'suspension-5', 'granules-5'],
    });
    expect(sourcesOf(refusalIn(outcome).citations)).toEqual(['vlavonou-2014']);
    expect(planIn(ask(10, { timesDaily: 1, ...clearance(40) })).schedule[0]?.dailyDose).toEqual(mgPerDay(5));
  });

  it('by the doses a day of the label where none are asked for', () => {
    // 5 mg three times daily x 1/2 = 7.5 mg per day, above half a tablet of 10 mg.
    expect(planIn(ask(5, clearance(40))).schedule[0]?.dailyDose).toEqual(mgPerDay(5));
    // In packets of 10 mg: 10 x 3 x 1/2 = 15.
    expect(planIn(ask(10, { products: ['granules-10'], ...clearance(40) })).schedule[0]?.dailyDose).toEqual(
      mgPerDay(10),
    );
  });

  it('by weight', () => {
    // 0.3 x 10 = 3 mg per day; half a tablet of 10 mg is 5 mg.
    const outcome = askChild(2, 10, { products: ['tablet-10'] });
    expect(paramsOf(outcome, 'start-too-small')).toEqual({
      scaled: mgPerDay(3),
      smallest: mg(5),
      makes: ['solution-1', 'solution-2', 'suspension-5'],
    });
    expect(sourcesOf(refusalIn(outcome).citations)).toEqual(['bfarm-core-text']);
  });
});

describe('an increment', () => {
  it('that tablets cannot make is refused', () => {
    expect(paramsOf(ask(5, { increment: mg(2.5) }), 'cannot-be-made').dose).toEqual(mg(2.5));
  });
});

describe('what bad input is told', () => {
  it.each<[string, () => unknown, field: string, got: string, takes: string]>([
    [
      'no start for an adult',
      () => planTitration({}, parameters),
      'start',
      'nothing',
      'the first dose in mg per dose, such as 5',
    ],
    [
      // 3 x 5 mg
      'a target below the start',
      () => ask(5, { target: mgPerDay(10) }),
      'target',
      '10 mg per day',
      'at least the daily dose of the start, 15 mg per day',
    ],
  ])('%s', (_, plan, field, got, takes) => {
    expect(plan).toThrow(InputError);
    expect(plan).toThrow(expect.objectContaining({ field, got, takes }));
  });
});

describe('a target above the ceiling', () => {
  it('stands on the ceilings, one never computed on the judgement', () => {
    expect(sourcesOf(refusalIn(ask(5, { target: mgPerDay(81) })).citations)).toEqual(['fda-tablets-2023']);
    const scaled = refusalIn(ask(5, { target: mgPerDay(41), ...clearance(40) }));
    expect(sourcesOf(scaled.citations)).toEqual(['fda-tablets-2023', 'vlavonou-2014']);
    const never = ask(5, { target: mgPerDay(100.5) });
    expect(paramsOf(never, 'target-never-computed')).toEqual({ asked: mgPerDay(100.5), limit: mgPerDay(100) });
    expect(sourcesOf(refusalIn(never).citations)).toEqual(['judgement']);
  });
});

describe('what is assumed', () => {
  const assumed = (outcome: ReturnType<typeof ask>) =>
    Object.fromEntries(
      outcome.assumptions.map(({ name, value, citations }) => [
        name,
        [typeof value === 'string' ? value : value.value, ...sourcesOf(citations)],
      ]),
    );
  const everyday = {
    rules: ['United States label', 'fda-tablets-2023'],
    'times-daily': [3, 'fda-tablets-2023'],
    target: [60, 'judgement'],
    products: ['tablet-10', 'judgement'],
  };

  it('of an adult of whom nothing is known', () => {
    expect(assumed(ask(5))).toEqual({
      ...everyday,
      age: ['adult below 65 years', 'germany-lioresal'],
      increment: [5, 'fda-tablets-2023'],
      clearance: ['not reduced'],
      // Four steps of three days.
      supply: [12],
    });
  });

  it('is nothing where all of it is asked for', () => {
    const request: Omit<TitrationRequest, 'start'> = {
      rules: 'us',
      timesDaily: 3,
      increment: mg(5),
      target: mgPerDay(60),
      products: ['tablet-10'],
      supply: days(12),
      ...patient(40, { creatinineClearance: quantity(90, 'mL/min') }),
    };
    expect(assumed(ask(5, request))).toEqual({});
    const { supply: _, ...others } = request;
    expect(assumed(ask(5, { ...others, startDate: '2026-12-01', until: '2026-12-12' }))).toEqual({});
  });

  it('leaves out what a rule fixes: the increment of an older adult, the division at a low clearance', () => {
    // 12 steps of a week to 60 mg per day.
    expect(assumed(ask(5, patient(70)))).toEqual({ ...everyday, clearance: ['not reduced'], supply: [84] });
    expect(assumed(ask(5, patient(40, { creatinineClearance: quantity(25, 'mL/min') })))).toEqual({
      rules: everyday.rules,
      // One dose of 5 mg once daily for a week.
      target: [5, 'judgement'],
      products: everyday.products,
      supply: [7],
    });
  });

  it('of a child: four times daily, 0.75 mg per kg per day, the solution below 33 kg', () => {
    const expected = {
      rules: everyday.rules,
      'times-daily': [4, 'bfarm-core-text'],
      clearance: ['not reduced'],
    };
    // 6, 12, then 0.75 x 20 = 15 mg per day.
    expect(assumed(askChild(5, 20))).toEqual({
      ...expected,
      target: [15, 'bfarm-core-text'],
      products: ['solution-1', 'judgement'],
      supply: [21],
    });
    // 0.75 x 33 = 24.75, in halves of 10 mg 20.
    expect(assumed(askChild(8, 33))).toMatchObject({
      target: [20, 'bfarm-core-text'],
      products: ['tablet-10', 'judgement'],
    });
    const [light, heavy] = [askChild(5, 20), askChild(8, 33)].map(({ assumptions }) =>
      assumptions.find(({ name }) => name === 'products'),
    );
    // Each stands on its own judgement.
    expect(light?.citations).toEqual([
      expect.objectContaining({ locator: parameters.titration.child.product.locator }),
    ]);
    expect(heavy?.citations).toEqual([expect.objectContaining({ locator: parameters.products.usual.locator })]);
  });

  it('no clearance on dialysis', () => {
    const dialysis = { products: ['solution-1'], ...patient(40, { dialysis: true }), ...lifted('dialysis') };
    expect(assumed(ask(2.5, dialysis))).not.toHaveProperty('clearance');
  });
});

describe('what a clinician is told', () => {
  const told = (outcome: ReturnType<typeof ask>) =>
    outcome.notices.map(({ code, params, citations }) => [code, params, sourcesOf(citations)]);

  it('an override that was needed, and one that was not', () => {
    const override = { code: 'clearance-too-low', reason: 'agreed' };
    expect(told(ask(5, { override, ...clearance(10) }))[0]).toEqual(['refusal-lifted', override, []]);
    expect(told(ask(5, { override, ...clearance(90) }))).toEqual([
      ['override-not-needed', { code: 'clearance-too-low' }, []],
    ]);
  });

  it('what a reduced clearance does', () => {
    const accumulation = ['signs-of-accumulation', {}, ['judgement']];
    expect(told(ask(5, clearance(65)))).toEqual([
      ['scaled-for-clearance', { numerator: 2, denominator: 3, interval: days(7) }, ['vlavonou-2014', 'judgement']],
      accumulation,
    ]);
    expect(told(ask(5, clearance(25)))).toEqual([
      ['fixed-for-clearance', { ceiling: mgPerDay(10) }, ['judgement']],
      accumulation,
    ]);
    expect(told(ask(5, clearance(80)))).toEqual([]);
  });

  it('how an older adult begins', () => {
    expect(told(ask(5, patient(65)))).toEqual([
      [
        'older-adult-schedule',
        { age: quantity(65, 'a'), dose: mg(5), interval: days(7) },
        ['germany-lioresal', 'lioresal-core-singapore-2019', 'judgement'],
      ],
    ]);
    expect(told(ask(5, patient(64.9)))).toEqual([]);
  });

  it('that no label covers a child, and that tablets are not for a light one', () => {
    const notEstablished = ['child-not-established', { below: quantity(12, 'a') }, ['fda-tablets-2023']];
    expect(told(askChild(8, 33, { products: ['tablet-10'] }))).toEqual([notEstablished]);
    expect(told(askChild(8, 32.9, { products: ['tablet-5', 'solution-1'] }))).toEqual([
      notEstablished,
      ['tablets-for-a-light-child', { from: quantity(33, 'kg') }, ['bfarm-core-text']],
    ]);
    expect(told(askChild(8, 32.9))).toEqual([notEstablished]);
  });

  it('that others stop at 60 mg per day from 12 to below 18 years', () => {
    const above = ['adolescent-above-others', { ceiling: mgPerDay(60) }, ['bfarm-core-text']];
    // The step that may not be needed is 80 mg per day.
    for (const age of [12, 17.9]) expect(told(ask(5, patient(age)))).toEqual([above]);
    expect(told(ask(5, patient(18)))).toEqual([]);
    expect(told(ask(5, { ...patient(14), target: mgPerDay(60) }))).toEqual([]);
    expect(codes(ask(5, { ...patient(14), target: mgPerDay(65) }))).toContain('adolescent-above-others');
  });

  it('each part that departs from the label, with what the label says', () => {
    expect(told(ask(10, { timesDaily: 4, increment: mg(10), interval: days(4), target: mgPerDay(80) }))).toEqual([
      ['start-above-label', { asked: mg(10), label: mg(5) }, ['fda-tablets-2023']],
      [
        'departs-from-label',
        { part: 'timesDaily', asked: quantity(4, '/d'), label: quantity(3, '/d') },
        ['fda-tablets-2023'],
      ],
      ['departs-from-label', { part: 'increment', asked: mg(10), label: mg(5) }, ['fda-tablets-2023']],
      ['departs-from-label', { part: 'interval', asked: days(4), label: days(3) }, ['fda-tablets-2023']],
      ['target-above-label-table', { asked: mgPerDay(80), label: mgPerDay(60) }, ['fda-tablets-2023']],
    ]);
  });

  it('nothing where the request is what the label says, or less', () => {
    const same = { timesDaily: 3, increment: mg(5), interval: days(3), target: mgPerDay(60) };
    expect(told(ask(5, same))).toEqual([]);
    expect(told(ask(2.5, { products: ['solution-1'], target: mgPerDay(45) }))).toEqual([]);
  });

  it('a pace beside that of the rule that decides it: the age or the clearance, else the label', () => {
    const pace = (outcome: ReturnType<typeof ask>) => told(outcome).filter(([code]) => code === 'departs-from-label');
    const departs = (asked: number, label: number, source: string) => [
      ['departs-from-label', { part: 'interval', asked: days(asked), label: days(label) }, [source]],
    ];
    expect(pace(ask(5, { interval: days(7), ...clearance(65) }))).toEqual([]);
    expect(pace(ask(5, { interval: days(8), ...clearance(65) }))).toEqual(departs(8, 7, 'judgement'));
    expect(pace(ask(5, { interval: days(7), ...patient(65) }))).toEqual([]);
    expect(pace(ask(5, { interval: days(8), ...patient(65) }))).toEqual(departs(8, 7, 'judgement'));
    expect(pace(ask(5, { interval: days(7), ...clearance(80) }))).toEqual(departs(7, 3, 'fda-tablets-2023'));
    // Every 4 days in France, whatever the 3 days of an unreduced clearance under the label of the United States.
    expect(pace(ask(5, { rules: 'fr', interval: days(4), ...clearance(80) }))).toEqual([]);
    expect(pace(ask(5, { rules: 'fr', interval: days(3), ...clearance(80) }))).toEqual(
      departs(3, 4, 'france-lioresal'),
    );
    // The label has no schedule for a child to depart from.
    expect(pace(askChild(5, 20, { interval: days(8), timesDaily: 3 }))).toEqual([]);
  });

  it('a product that the country of the rules does not sell', () => {
    const abroad = { products: ['tablet-10', 'tablet-15', 'solution-2'], rules: 'de' } as const;
    expect(told(ask(5, abroad))).toEqual([
      ['product-not-in-market', { products: 'tablet-15, solution-2', country: 'Germany, product information' }, []],
    ]);
    expect(told(ask(5, { products: ['tablet-10'], rules: 'de' }))).toEqual([]);
  });
});

describe('which rule decides', () => {
  /** Start, step, interval and ceiling; sources of the steps and of the ceiling. */
  const decided = (outcome: ReturnType<typeof ask>) => {
    const { decidedBy, citations, ceiling } = planIn(outcome);
    const { start, step, interval } = decidedBy;
    return [[start, step, interval, decidedBy.ceiling], sourcesOf(citations), sourcesOf(ceiling.citations)];
  };
  const older = 'older adult';

  it('the label, the clearance or the weight decides all of it', () => {
    expect(decided(ask(5))).toEqual([['label', 'label', 'label', 'label'], ['fda-tablets-2023'], ['fda-tablets-2023']]);
    expect(decided(ask(5, clearance(65)))).toEqual([
      ['clearance', 'clearance', 'clearance', 'clearance'],
      ['fda-tablets-2023', 'vlavonou-2014', 'judgement'],
      ['fda-tablets-2023', 'vlavonou-2014'],
    ]);
    expect(decided(ask(5, clearance(25)))).toEqual([
      ['clearance', 'clearance', 'clearance', 'clearance'],
      ['gablofen-web-page', 'judgement'],
      ['judgement'],
    ]);
    expect(decided(askChild(5, 20))).toEqual([
      ['child', 'child', 'child', 'child'],
      ['bfarm-core-text', 'kinderformularium-nl'],
      ['bfarm-core-text'],
    ]);
  });

  it('the age decides start and step, the pace where it is the slower, never the ceiling', () => {
    expect(decided(ask(5, patient(70)))).toEqual([
      [older, older, older, 'label'],
      ['lioresal-core-singapore-2019', 'judgement'],
      ['fda-tablets-2023'],
    ]);
    // Both ask for 7 days.
    const reduced = patient(70, { creatinineClearance: quantity(65, 'mL/min') });
    expect(decided(ask(5, reduced))).toEqual([
      [older, older, 'clearance', 'clearance'],
      ['lioresal-core-singapore-2019', 'judgement'],
      ['fda-tablets-2023', 'vlavonou-2014'],
    ]);
    // Every 8 days is slower than the 7 of the age, and was asked for.
    const asked = ask(5, { interval: days(8), ...patient(70) });
    expect(decided(asked)[0]).toEqual([older, older, 'label', 'label']);
    expect(planIn(asked).interval).toEqual(days(8));
  });

  it('the pace of the age stands on its own line, also beside a clearance', () => {
    const locators = (rest: Patient) => planIn(ask(5, patient(70, rest))).citations.map(({ locator }) => locator);
    expect(locators({})).toContain(parameters.titration.older.interval.locator);
    expect(locators({ creatinineClearance: quantity(65, 'mL/min') })).not.toContain(
      parameters.titration.older.interval.locator,
    );
  });
});

describe('an older adult who starts lower', () => {
  it('rises by the dose of the start', () => {
    const plan = planIn(ask(2.5, { products: ['solution-1'], target: mgPerDay(10), ...patient(70) }));
    expect(rows(plan.schedule)).toEqual([
      [1, 7, 2.5, { bedtime: 2.5 }],
      [8, 14, 5, { morning: 2.5, bedtime: 2.5 }],
      [15, 21, 7.5, three(2.5)],
      [22, null, 10, { morning: 2.5, midday: 2.5, bedtime: 5 }],
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
    // 0.3 x 20 = 6 mg per day more each week: 4 x 1 mg, 10, then 0.75 x 20 = 15; beyond it 16.
    const plan = planIn(askChild(5, 20, { start: mg(1) }));
    expect(plan.schedule.map(({ dailyDose }) => dailyDose.value)).toEqual([4, 10, 15]);
    expect(plan.ifNeeded?.dailyDose).toEqual(mgPerDay(16));
  });

  it('is never planned above the ceiling of the age', () => {
    // 0.75 x 60 = 45 mg per day, above the 40 below 8 years; 0.3 x 60 = 18 more a week.
    const plan = planIn(askChild(7, 60));
    expect(plan.schedule.map(({ dailyDose }) => dailyDose.value)).toEqual([15, 35, 40]);
    expect(plan).not.toHaveProperty('ifNeeded');
    expect([plan.target, plan.ceiling.dailyDose, plan.ceiling.dose]).toEqual([mgPerDay(40), mgPerDay(40), mg(40)]);
  });

  it('has each daily dose per kg beside it', () => {
    // 6, 12 and 15 mg over 20 kg; the step beyond is 18.
    const plan = planIn(askChild(5, 20));
    const perKilogram = [...plan.schedule, plan.ifNeeded].map((step) => step?.perKilogram);
    expect(perKilogram).toEqual([0.3, 0.6, 0.75, 0.9].map((value) => quantity(value, 'mg/kg/d')));
    expect(planIn(ask(5)).schedule[0]).not.toHaveProperty('perKilogram');
  });

  it('is measured in 0.1 mL below 10 kg, in 0.5 mL from there', () => {
    // 0.3 x 9.9 = 2.97 mg per day, down to 2.9; 0.3 x 10.5 = 3.15, down to 3.
    expect(planIn(askChild(1, 9.9)).schedule[0]?.dailyDose).toEqual(mgPerDay(2.9));
    expect(planIn(askChild(1, 10.5)).schedule[0]?.dailyDose).toEqual(mgPerDay(3));
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

  it('shows what a fixed schedule would be by other sources, and no other ceiling', () => {
    const plan = planIn(ask(5, clearance(25)));
    expect(plan.alternatives).toEqual([]);
    // A third of 15, 30, 45, 60 and 80: 5, 10, 15, 20 and 26.7 down to 25.
    expect(plan.disagreements.map(({ here }) => here)).toContainEqual({
      kind: 'doses',
      dailyDoses: [5, 10, 15, 20, 25].map(mgPerDay),
      ceiling: mgPerDay(25),
    });
  });
});
