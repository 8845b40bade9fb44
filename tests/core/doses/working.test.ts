import { describe, expect, it } from 'vitest';
import type { CalculationStep, Outcome } from '../../../src/core/answer/outcome.js';
import { makeDose } from '../../../src/core/doses/product.js';
import type { Administration, Step } from '../../../src/core/doses/schedule.js';
import { doseWorking } from '../../../src/core/doses/working.js';
import type { Patient } from '../../../src/core/patient/patient.js';
import { adjustForRenalFunction } from '../../../src/core/renal/plan.js';
import { planTaper } from '../../../src/core/taper/plan.js';
import { planTitration } from '../../../src/core/titration/plan.js';
import { type Quantity, quantity, type Unit } from '../../../src/core/values/quantity.js';
import { tablet10, tablet15 } from '../fixtures.js';
import { child, clearance, parameters, person } from '../patient-plan.js';

const steps = ({ working }: Outcome<unknown, unknown>, label: string): CalculationStep[] =>
  working.filter((each) => each.label === label);
const mgPerDay = (value: number) => quantity(value, 'mg/d');

describe('the working of a titration', () => {
  const outcome = () =>
    planTitration({ start: quantity(5, 'mg'), patient: person('female', 44, 60, 1.4, 162) }, parameters);

  it('goes from the estimates to the band, the fraction, the rounding and the product', () => {
    const labels = outcome().working.map(({ label }) => label);
    const chain = [
      'Creatinine clearance by Cockcroft-Gault, actual weight',
      'Creatinine clearance by Cockcroft-Gault, ideal weight',
      'eGFR by CKD-EPI 2021',
      'Band of clearance',
      'Daily dose at the start',
      'Daily dose for this clearance',
      'Ceiling for this clearance',
      'Product',
    ].map((label) => labels.indexOf(label));
    expect(chain).not.toContain(-1);
    expect([...chain].sort((a, b) => a - b)).toEqual(chain);
  });

  it('shows the band that the lowest estimate falls into', () => {
    // Ideal weight 54.19 kg: 96 x 54.19 / 100.8 x 0.85 = 43.9 mL/min.
    const [band] = steps(outcome(), 'Band of clearance');
    expect(band?.result).toBe('30 to below 50 mL/min');
    expect(band?.inputs).toMatchObject({ lowest: { value: expect.closeTo(43.87, 1) } });
  });

  it('shows each daily dose before and after it is rounded down', () => {
    const scaled = steps(outcome(), 'Daily dose for this clearance').slice(0, 4);
    expect(scaled.map(({ inputs, result }) => [inputs.labelled, inputs.unrounded, result])).toEqual([
      [mgPerDay(15), mgPerDay(7.5), mgPerDay(5)],
      [mgPerDay(30), mgPerDay(15), mgPerDay(15)],
      [mgPerDay(45), mgPerDay(22.5), mgPerDay(20)],
      [mgPerDay(60), mgPerDay(30), mgPerDay(30)],
    ]);
  });

  it('shows what makes each dose, and where that stands', () => {
    const made = steps(outcome(), 'Product');
    expect(made.map(({ inputs, result }) => [inputs.dose, result])).toEqual([
      [quantity(5, 'mg'), [{ product: 'tablet-10', count: 0.5 }]],
      [quantity(10, 'mg'), [{ product: 'tablet-10', count: 1 }]],
      [quantity(15, 'mg'), [{ product: 'tablet-10', count: 1.5 }]],
    ]);
    expect(made.every(({ citations }) => citations.length > 0)).toBe(true);
  });

  it('of a child shows which ceiling is the lower', () => {
    // 2 x 17 = 34 mg per day, below the 40 of the age.
    const [ceiling] = steps(planTitration({ patient: child(5, 17) }, parameters), 'Ceiling');
    expect(ceiling).toMatchObject({
      inputs: { 'by age': mgPerDay(40), 'by weight': mgPerDay(34) },
      result: mgPerDay(34),
    });
  });
});

it('the working of a renal answer shows the fraction and the rounding too', () => {
  const outcome = adjustForRenalFunction({ patient: clearance(65) }, parameters);
  // 45 x 2/3 = 30; 80 x 2/3 = 53.3, rounded down to 50.
  expect(steps(outcome, 'Daily dose for this clearance')[2]?.result).toEqual(mgPerDay(30));
  expect(steps(outcome, 'Ceiling for this clearance')[0]).toMatchObject({
    inputs: { 'fraction kept': '2/3', unrounded: { value: expect.closeTo(53.333, 3) } },
    result: mgPerDay(50),
  });
});

it('the working of a taper shows uneven days and products', () => {
  const pattern = { kind: 'days', days: quantity(14, 'd') } as const;
  const outcome = planTaper({ from: { dailyDose: mgPerDay(60) }, pattern }, parameters);
  expect(steps(outcome, 'Division of the day')[0]).toMatchObject({
    inputs: { 'daily dose': mgPerDay(50) },
    result: '15 mg morning, 15 mg midday, 20 mg bedtime',
  });
  expect(steps(outcome, 'Product')).toHaveLength(4);
});

const inWords = ({ value, unit }: Quantity<Unit>) => `${value} ${unit}`;

/** A line of working in short: formula, what goes in, what comes out, the sources. */
const short = ({ formula, inputs, result, citations }: CalculationStep) => ({
  formula,
  inputs: Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [name, typeof input === 'string' ? input : inWords(input)]),
  ),
  result: typeof result === 'object' && 'value' in result ? inWords(result) : result,
  sources: [...new Set(citations.map(({ source }) => source))],
});
const lines = (outcome: Outcome<unknown, unknown>, label: string) => steps(outcome, label).map(short);
const start = quantity(5, 'mg');

describe('the arithmetic behind the daily doses', () => {
  it('of the label', () => {
    const outcome = planTitration({ start: quantity(10, 'mg'), timesDaily: 4 }, parameters);
    expect(lines(outcome, 'Daily dose at the start')).toEqual([
      {
        formula: 'dose x times per day',
        inputs: { dose: '10 mg', 'times per day': '4' },
        result: '40 mg/d',
        sources: ['fda-tablets-2023'],
      },
    ]);
    expect(lines(outcome, 'Increase of the daily dose at each step')).toEqual([
      {
        formula: 'increase of each dose x times per day',
        inputs: { increase: '5 mg', 'times per day': '4' },
        result: '20 mg/d',
        sources: ['fda-tablets-2023'],
      },
    ]);
  });

  it('of a scaled clearance, each dose and the ceiling', () => {
    const outcome = planTitration({ start, patient: clearance(40) }, parameters);
    const line = (labelled: number, unrounded: number, result: number) => ({
      formula: 'labelled daily dose x fraction kept, rounded down to the increment',
      inputs: {
        labelled: `${labelled} mg/d`,
        'fraction kept': '1/2',
        unrounded: `${unrounded} mg/d`,
        increment: '5 mg',
      },
      result: `${result} mg/d`,
      sources: ['vlavonou-2014'],
    });
    expect(lines(outcome, 'Daily dose for this clearance')).toEqual([
      line(15, 7.5, 5),
      line(30, 15, 15),
      line(45, 22.5, 20),
      line(60, 30, 30),
      line(80, 40, 40),
    ]);
    expect(lines(outcome, 'Ceiling for this clearance')).toEqual([line(80, 40, 40)]);
  });

  it('of a fixed schedule', () => {
    const outcome = planTitration({ start, patient: clearance(25) }, parameters);
    expect(lines(outcome, 'Daily dose for this clearance')).toEqual(
      [1, 2].map((times) => ({
        formula: 'dose x times per day',
        inputs: { dose: '5 mg', 'times per day': String(times) },
        result: `${5 * times} mg/d`,
        sources: ['gablofen-web-page'],
      })),
    );
  });

  it('of an older adult, after that of the clearance', () => {
    const patient: Patient = { age: quantity(70, 'a'), ...clearance(40) };
    const outcome = planTitration({ start, patient }, parameters);
    expect(lines(outcome, 'Daily dose of an older adult')).toEqual([
      {
        formula: 'one dose once daily, one more a day at each step',
        inputs: { dose: '5 mg', interval: '7 d' },
        result: '5 mg/d',
        sources: ['lioresal-core-singapore-2019', 'judgement'],
      },
    ]);
    expect(lines(outcome, 'Ceiling for this clearance')).toHaveLength(1);
  });

  it('of a child, from the age of 8 with the higher ceiling', () => {
    // 0.3 x 17 = 5.1, 0.75 x 17 = 12.75, 2 x 17 = 34: down to 5, 12.5 and 34 in 0.5 mL.
    const outcome = planTitration({ patient: child(8, 17) }, parameters);
    const line = (perKilogram: number, unrounded: number, result: number, source: string) => [
      {
        formula: 'dose per kg x weight, rounded down to the increment',
        inputs: {
          'dose per kg': `${perKilogram} mg/kg/d`,
          weight: '17 kg',
          unrounded: `${unrounded} mg/d`,
          increment: '0.5 mg',
        },
        result: `${result} mg/d`,
        sources: [source],
      },
    ];
    expect(lines(outcome, 'Daily dose of a child at the start')).toEqual(line(0.3, 5.1, 5, 'bfarm-core-text'));
    expect(lines(outcome, 'Increase at each step')).toEqual(line(0.3, 5.1, 5, 'kinderformularium-nl'));
    expect(lines(outcome, 'Lower end of the maintenance dose')).toEqual(line(0.75, 12.75, 12.5, 'bfarm-core-text'));
    expect(lines(outcome, 'Ceiling by weight')).toEqual(line(2, 34, 34, 'bfarm-core-text'));
    expect(lines(outcome, 'Ceiling')).toEqual([
      {
        formula: 'the lower of the ceilings by age and by weight, rounded down to the increment',
        inputs: { 'by age': '60 mg/d', 'by weight': '34 mg/d', increment: '0.5 mg' },
        result: '34 mg/d',
        sources: ['bfarm-core-text'],
      },
    ]);
    expect(lines(planTitration({ patient: child(7.99, 17) }, parameters), 'Ceiling')[0]?.inputs).toMatchObject({
      'by age': '40 mg/d',
    });
  });
});

describe('the working of the doses', () => {
  const doses = (...amounts: (readonly [Administration['time'], number])[]) =>
    amounts.map(([time, value]) => ({
      time,
      dose: quantity(value, 'mg'),
      make: makeDose(quantity(value, 'mg'), [tablet10, tablet15]) ?? [],
    }));
  const step = (dailyDose: number, ...amounts: Parameters<typeof doses>): Step => ({
    fromDay: 1,
    toDay: null,
    doses: doses(...amounts),
    dailyDose: mgPerDay(dailyDose),
  });
  const strength15 = { ...tablet15.strength, locator: 'tablet of 15 mg' };
  const products = [tablet10, { ...tablet15, strength: strength15 }];

  it('names each uneven day and each dose once, and cites the products that make it alone', () => {
    const uneven = step(25, ['morning', 10], ['bedtime', 15]);
    const even = step(20, ['morning', 10], ['bedtime', 10]);
    const more = step(35, ['morning', 10], ['bedtime', 25]);
    const working = doseWorking([even, uneven, uneven, more, step(0)], products);
    expect(working.map(({ label, result }) => [label, result])).toEqual([
      ['Division of the day', '10 mg morning, 15 mg bedtime'],
      ['Division of the day', '10 mg morning, 25 mg bedtime'],
      ['Product', [{ product: 'tablet-10', count: 1 }]],
      ['Product', [{ product: 'tablet-15', count: 1 }]],
      [
        'Product',
        [
          { product: 'tablet-15', count: 1 },
          { product: 'tablet-10', count: 1 },
        ],
      ],
    ]);
    const divided = 'as even as the products allow, larger doses at bedtime, then in the morning';
    const summed = 'the exact sum with the fewest pieces';
    expect(working.map(({ formula, inputs }) => [formula, inputs])).toEqual([
      [divided, { 'daily dose': mgPerDay(25) }],
      [divided, { 'daily dose': mgPerDay(35) }],
      [summed, { dose: quantity(10, 'mg') }],
      [summed, { dose: quantity(15, 'mg') }],
      [summed, { dose: quantity(25, 'mg') }],
    ]);
    expect(working.map(({ citations }) => citations.map(({ locator }) => locator))).toEqual([
      [],
      [],
      ['none', 'none'],
      ['tablet of 15 mg', 'none'],
      ['none', 'none', 'tablet of 15 mg', 'none'],
    ]);
  });
});
