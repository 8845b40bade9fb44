import { describe, expect, it } from 'vitest';
import { planTitration } from '../../../src/core/titration/plan.js';
import { InputError } from '../../../src/core/values/input-error.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { mg, mgPerDay } from '../fixtures.js';
import { codes, dispensed, paramsOf, planIn, refusalIn, rows, sourcesOf } from '../plan-facts.js';
import { ask, askChild, clearance, days, lifted, parameters, patient, two } from './asked.js';

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
    expect(paramsOf(ask(25), 'start-above-ceiling')).toEqual({ asked: mg(25), ceiling: mg(20) });
    // Never with the highest that is allowed: with the labelled start.
    expect(refusalIn(ask(25)).instead).toEqual([{ command: 'titrate', request: { start: mg(5) } }]);
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

  it('of a child stand without an estimate where there is no height', () => {
    const weight = quantity(20, 'kg');
    const outcome = ask(5, patient(17.9, { weight, sex: 'male', creatinine: quantity(0.5, 'mg/dL') }));
    expect([refusalIn(outcome).code, outcome.working]).toEqual(['child-creatinine', []]);
  });

  it('carry sources', () => {
    for (const outcome of [ask(7), ask(25), ask(5, clearance(10)), ask(5, { target: mgPerDay(110) })]) {
      expect(refusalIn(outcome).citations).not.toEqual([]);
    }
  });
});

describe('the most that a first dose may be', () => {
  const refused = (outcome: ReturnType<typeof ask>) => {
    const { code, citations } = refusalIn(outcome);
    return [code, sourcesOf(citations)];
  };
  const liquid = { products: ['solution-1'] };

  it('is the largest dose of the label, itself allowed', () => {
    expect(refused(ask(20.5, liquid))).toEqual(['start-above-ceiling', ['fda-tablets-2023']]);
    expect(planIn(ask(20)).schedule[0]?.dailyDose).toEqual(mgPerDay(60));
    expect(refused(ask(25.5, { rules: 'de', ...liquid }))).toEqual(['start-above-ceiling', ['judgement']]);
  });

  it('is where the plan would end', () => {
    // Germany: 25 x 3 = 75, above the end at 60; asked for, the 75 are planned.
    expect(refused(ask(25, { rules: 'de' }))).toEqual(['start-above-end', ['judgement']]);
    expect(planIn(ask(25, { rules: 'de', target: mgPerDay(75) })).schedule.map(({ dailyDose }) => dailyDose)).toEqual([
      mgPerDay(75),
    ]);
    // Half of 15 x 3 is 22.5, above the end at 15.
    expect(refused(ask(15, clearance(40)))).toEqual(['start-above-end', ['muanda-2019']]);
  });

  it('is that of the clearance, of the age, and of a clearance with a lifted refusal', () => {
    expect(refused(ask(5.5, { ...liquid, ...clearance(25) }))).toEqual(['start-above-first', ['gablofen-web-page']]);
    expect(refused(ask(5.5, { ...liquid, ...patient(65) }))).toEqual([
      'start-above-first',
      ['lioresal-core-singapore-2019'],
    ]);
    // 2.5 mg on dialysis, though the label allows 20 mg.
    const dialysis = { ...liquid, ...patient(60, { dialysis: true }), ...lifted('dialysis') };
    expect(refused(ask(3, dialysis))).toEqual(['start-above-first', ['cheong-2020']]);
    expect(rows(planIn(ask(2.5, dialysis)).schedule)).toEqual([[1, null, 2.5, { bedtime: 2.5 }]]);
  });

  it('is that of a child: 0.3 mg per kg over the doses of the day', () => {
    // 0.3 x 20 = 6 mg per day: 1.5 mg in four doses, 3 mg in two.
    expect(refused(askChild(5, 20, { start: mg(2) }))).toEqual(['start-above-first', ['bfarm-core-text']]);
    // Two doses of 3.5 mg: 7 mg per day, beside the 6 of the rule.
    expect(askChild(5, 20, { start: mg(3.5), timesDaily: 2 })).toMatchObject({
      refusal: { params: { asked: mg(3.5), day: mgPerDay(7), first: mgPerDay(6) } },
    });
    expect(refused(askChild(5, 20, { start: mg(3.5), timesDaily: 2 }))).toEqual([
      'start-above-first',
      ['bfarm-core-text'],
    ]);
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
    // Half of 15 is 7.5, down to 5; half of a step of 30 is 15: the end at 15 comes first.
    const scaled = planIn(ask(5, { increment: mg(10), ...clearance(40) }));
    expect(scaled.schedule.map(({ dailyDose }) => dailyDose.value)).toEqual([5, 15]);
    expect(rows(planIn(askChild(5, 20, { timesDaily: 2 })).schedule)[0]).toEqual([1, 14, 6, two(3)]);
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
      // Half of the step of 5 mg is 2.5 mg: only a liquid makes that step, up to the end at 15.
      makes: ['solution-1', 'solution-2', 'suspension-5'],
    });
    expect(sourcesOf(refusalIn(outcome).citations)).toEqual(['vlavonou-2014']);
  });

  it('by the doses a day of the label where none are asked for', () => {
    // 5 mg three times daily x 1/2 = 7.5 mg per day, above half a tablet of 10 mg.
    expect(planIn(ask(5, clearance(40))).schedule[0]?.dailyDose).toEqual(mgPerDay(5));
  });

  it('by weight', () => {
    // 0.3 x 10 = 3 mg per day; half a tablet of 10 mg is 5 mg.
    const outcome = askChild(2, 10, { products: ['tablet-10'] });
    expect(paramsOf(outcome, 'start-too-small')).toEqual({
      scaled: mgPerDay(3),
      smallest: mg(5),
      // Four equal doses of 0.5 mg of the suspension would be 2, and 2 + 3 = 5 is 4 doses of 1: it makes a way up too.
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

describe('a step that the products cannot make', () => {
  const at50 = { timesDaily: 1, ...clearance(50) } as const;

  it('is refused, never leapt over to pass the ceiling', () => {
    // Two thirds at 50 mL/min: from 10 once daily, steps of 5 x 2/3 = 3.333 to 15. 13.333 of tablets of 15 and 20 mg
    // (7.5, 10, 15 and more) is 10 again, and 15 would be a step of 5.
    const { level, step } = paramsOf(ask(15, { ...at50, products: ['tablet-15', 'tablet-20'] }), 'step-cannot-be-made');
    expect(level.value).toBe(10);
    expect(step.value).toBeCloseTo(10 / 3, 9);
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
      'at least the first level, 15 mg per day',
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
