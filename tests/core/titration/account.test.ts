import { describe, expect, it } from 'vitest';
import type { Patient } from '../../../src/core/patient/patient.js';
import type { TitrationRequest } from '../../../src/core/titration/types.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { mg, mgPerDay } from '../fixtures.js';
import { planIn, sourcesOf } from '../plan-facts.js';
import { ask, askChild, clearance, days, lifted, parameters, patient } from './asked.js';

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
      weight: ['50 kg or more', 'judgement'],
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
      ...patient(40, { creatinineClearance: quantity(90, 'mL/min'), weight: quantity(70, 'kg') }),
    };
    expect(assumed(ask(5, request))).toEqual({});
    const { supply: _, ...others } = request;
    expect(assumed(ask(5, { ...others, startDate: '2026-12-01', until: '2026-12-12' }))).toEqual({});
  });

  it('leaves out what a rule fixes: the increment of an older adult, the division at a low clearance', () => {
    const weight = { weight: ['50 kg or more', 'judgement'] };
    // Six levels of a week to 30 mg per day.
    expect(assumed(ask(5, patient(70)))).toEqual({
      ...everyday,
      ...weight,
      target: [30, 'judgement'],
      clearance: ['not reduced'],
      supply: [42],
    });
    expect(assumed(ask(5, patient(40, { creatinineClearance: quantity(25, 'mL/min') })))).toEqual({
      rules: everyday.rules,
      ...weight,
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
    // 6, 12, then 0.75 x 20 = 15 mg per day, 3.7 in each of four doses; three levels of two weeks.
    expect(assumed(askChild(5, 20))).toEqual({
      ...expected,
      target: [14.8, 'bfarm-core-text'],
      products: ['solution-1', 'judgement'],
      supply: [42],
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
    expect(told(ask(5, { override, ...clearance(10) }))).toContainEqual(['refusal-lifted', override, []]);
    expect(told(ask(5, { override, ...clearance(90) }))).toEqual([
      ['override-not-needed', { code: 'clearance-too-low' }, []],
    ]);
  });

  it('what a reduced clearance does', () => {
    const accumulation = ['signs-of-accumulation', {}, ['judgement']];
    expect(told(ask(5, clearance(65)))).toEqual([
      accumulation,
      ['scaled-for-clearance', { numerator: 2, denominator: 3, interval: days(7) }, ['vlavonou-2014', 'judgement']],
    ]);
    expect(told(ask(5, clearance(25)))).toEqual([
      ['fixed-for-clearance', { ceiling: mgPerDay(10) }, ['judgement']],
      accumulation,
      ['lowest-toxic-dose', { dose: mgPerDay(10) }, ['cheong-2020']],
      ['age-unknown-below-30', { age: quantity(65, 'a'), ceiling: mgPerDay(5) }, ['judgement']],
    ]);
    expect(told(ask(5, clearance(80)))).toEqual([]);
  });

  it('how an older adult begins, and that the kidney is not known', () => {
    expect(told(ask(5, patient(65)))).toEqual([
      ['older-without-kidney', { age: quantity(65, 'a') }, ['germany-lioresal']],
      [
        'older-adult-schedule',
        { age: quantity(65, 'a'), dose: mg(5), interval: days(7) },
        ['germany-lioresal', 'lioresal-core-singapore-2019', 'judgement'],
      ],
    ]);
    expect(told(ask(5, patient(64.9)))).toEqual([]);
  });

  it('that no label covers a child, and that tablets are not for a light one', () => {
    const notEstablished = ['child-not-established', { below: quantity(12, 'a') }, ['texas-drug-criteria']];
    // One dose of 5 mg on day 1, where the rule has four.
    const fewer = ['tablets-make-fewer-doses', { doses: 1, rule: 4, liquid: 'solution-1' }, ['bfarm-core-text']];
    expect(told(askChild(8, 33, { products: ['tablet-10'] }))).toEqual([notEstablished, fewer]);
    expect(told(askChild(8, 32.9, { products: ['tablet-5', 'solution-1'] }))).toEqual([
      notEstablished,
      ['tablets-for-a-light-child', { from: quantity(33, 'kg') }, ['bfarm-core-text']],
    ]);
    expect(told(askChild(8, 32.9))).toEqual([notEstablished]);
  });

  it('that a start or a step was lowered to what the weight or the age allows', () => {
    const low = (value: number) => patient(40, { weight: quantity(value, 'kg') });
    // 5 x 3 = 15; 0.3 x 45 = 13.5.
    expect(told(ask(5, low(45)))).toEqual([
      ['lowered-to-allowed', { rule: 'weight', asked: mgPerDay(15), allowed: mgPerDay(13.5) }, ['judgement']],
    ]);
    // 10 x 3 = 30; 0.3 x 60 = 18, of which tablets make 15: no more than the patient's own first level.
    expect(told(ask(10, low(60)))).toEqual([
      ['asked-lowered', { part: 'start', rule: 'weight', asked: mgPerDay(30), allowed: mgPerDay(18) }, ['judgement']],
    ]);
    // 10 x 3 = 30 mg per day more at each step, and 13.5 allowed: that alone, not "10 mg, not 5 mg" as well.
    expect(told(ask(5, { ...low(45), increment: mg(10) })).map(([code]) => code)).toEqual([
      'asked-lowered',
      'lowered-to-allowed',
    ]);
    expect(told(ask(5, low(50)))).toEqual([]);
    // 20 x 3 = 60, from 12 to 17 years 15 at most.
    const young = patient(16, { weight: quantity(70, 'kg') });
    expect(told(ask(20, young))).toEqual([
      [
        'asked-lowered',
        { part: 'start', asked: mgPerDay(60), allowed: mgPerDay(15), rule: 'adolescent' },
        ['fda-tablets-2023'],
      ],
    ]);
  });

  it('each part that departs from the label, with what the label says', () => {
    expect(told(ask(10, { timesDaily: 4, increment: mg(10), interval: days(4), target: mgPerDay(80) }))).toEqual([
      // 10 x 4 = 40 on day 1 and 10 x 4 at each step, against 5 x 3.
      [
        'start-above-first',
        {
          day: mgPerDay(40),
          first: mgPerDay(15),
          label: mg(5),
          steps: { step: mgPerDay(40), label: mgPerDay(15) },
        },
        ['fda-tablets-2023'],
      ],
      [
        'departs-from-label',
        { part: 'timesDaily', asked: quantity(4, '/d'), label: quantity(3, '/d') },
        ['fda-tablets-2023'],
      ],
      ['departs-from-label', { part: 'increment', asked: mg(10), label: mg(5) }, ['fda-tablets-2023']],
      ['departs-from-label', { part: 'interval', asked: days(4), label: days(3) }, ['fda-tablets-2023']],
      ['target-above-label-table', { asked: mgPerDay(80), label: mgPerDay(60) }, ['judgement']],
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
    // A faster pace of a child is one for a hospital.
    expect(pace(askChild(5, 20, { interval: days(8), timesDaily: 3 }))).toEqual([]);
    expect(pace(askChild(5, 20, { interval: days(21) }))).toEqual(departs(21, 14, 'kinderformularium-nl'));
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
    const { first, step, interval } = decidedBy;
    return [[first, step, interval, decidedBy.ceiling], sourcesOf(citations), sourcesOf(ceiling.citations)];
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
    expect(decided(asked)[0]).toEqual([older, older, 'asked', 'label']);
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
