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
      'First daily dose',
      'Increase of the daily dose at each step',
      'Ceiling',
      'Levels',
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

  it('shows the levels, each the one before and the step, rounded down', () => {
    // 7.5 down to 5; 12.5 to 10; 17.5 to 15; and so on to 40.
    expect(steps(outcome(), 'Levels')[0]).toMatchObject({
      inputs: { first: mgPerDay(7.5), increase: mgPerDay(7.5), ceiling: mgPerDay(40) },
      result: '5, 10, 15, 20, 25, 30, 35, 40 mg per day',
    });
  });

  it('shows what makes each dose, and where that stands', () => {
    const made = steps(outcome(), 'Product');
    expect(made.map(({ inputs, result }) => [inputs.dose, result])).toEqual([
      [quantity(5, 'mg'), [{ product: 'tablet-10', count: 0.5 }]],
      // 5, 10, 15 and beyond 20 mg per day in doses of 5 and 10.
      [quantity(10, 'mg'), [{ product: 'tablet-10', count: 1 }]],
    ]);
    expect(made.every(({ citations }) => citations.length > 0)).toBe(true);
  });

  it('of a child shows which ceiling is the lower', () => {
    // 2 x 17 = 34 mg per day, below the 40 of the age.
    const [ceiling] = steps(planTitration({ patient: child(5, 17) }, parameters), 'Ceiling');
    expect(ceiling).toMatchObject({
      formula: 'dose per kg x weight',
      inputs: { 'dose per kg': quantity(2, 'mg/kg/d'), 'decided by': 'child' },
      result: mgPerDay(34),
    });
    const [younger] = steps(planTitration({ patient: child(7, 30) }, parameters), 'Ceiling');
    expect(younger?.result).toEqual(mgPerDay(40));
  });
});

it('the working of a renal answer shows the fraction too', () => {
  const outcome = adjustForRenalFunction({ patient: clearance(65) }, parameters);
  // 80 x 2/3 = 53.3; the last level is 50.
  expect(steps(outcome, 'Ceiling')[0]).toMatchObject({
    inputs: { 'fraction kept': '2/3', 'daily dose': mgPerDay(80), 'decided by': 'clearance' },
    result: { value: expect.closeTo(53.333, 3) },
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
  const scaled = (dailyDose: number, result: string) => ({
    formula: 'daily dose x fraction kept',
    inputs: { 'daily dose': `${dailyDose} mg/d`, 'fraction kept': '1/2', 'decided by': 'clearance' },
    result,
    sources: ['fda-tablets-2023', 'vlavonou-2014'],
  });

  it('of what was asked for', () => {
    const outcome = planTitration({ start: quantity(10, 'mg'), timesDaily: 4 }, parameters);
    expect(lines(outcome, 'First daily dose')).toEqual([
      {
        formula: 'dose x times per day',
        inputs: { dose: '10 mg', 'times per day': '4', 'decided by': 'asked' },
        result: '40 mg/d',
        sources: [],
      },
    ]);
    expect(lines(outcome, 'Increase of the daily dose at each step')).toEqual([
      {
        formula: 'increase of each dose x times per day',
        inputs: { increase: '5 mg', 'times per day': '4', 'decided by': 'asked' },
        result: '20 mg/d',
        sources: ['fda-tablets-2023'],
      },
    ]);
  });

  it('of a scaled clearance: first level, step and ceiling', () => {
    const outcome = planTitration({ start, patient: clearance(40) }, parameters);
    // 5 x 3 = 15.
    expect(lines(outcome, 'First daily dose')).toEqual([scaled(15, '7.5 mg/d')]);
    expect(lines(outcome, 'Increase of the daily dose at each step')).toEqual([scaled(15, '7.5 mg/d')]);
    expect(lines(outcome, 'Ceiling')).toEqual([scaled(80, '40 mg/d')]);
  });

  it('of a fixed schedule, an older adult and a child: the rule that decided', () => {
    const decided = (patient: Patient) =>
      ['First daily dose', 'Increase of the daily dose at each step', 'Ceiling'].map((label) => {
        const [line] = lines(planTitration({ patient, ...(patient.weight ? {} : { start }) }, parameters), label);
        return [line?.inputs['decided by'], line?.result];
      });
    expect(decided(clearance(25))).toEqual([
      ['clearance', '5 mg/d'],
      ['clearance', '5 mg/d'],
      ['clearance', '10 mg/d'],
    ]);
    expect(decided({ age: quantity(70, 'a'), ...clearance(40) })).toEqual([
      ['older adult', '5 mg/d'],
      ['older adult', '5 mg/d'],
      ['clearance', '40 mg/d'],
    ]);
    // 0.3 x 17 = 5.1; 2 x 17 = 34, below the 60 from 8 years.
    expect(decided(child(8, 17))).toEqual([
      ['child', '5.1 mg/d'],
      ['child', '5.1 mg/d'],
      ['child', '34 mg/d'],
    ]);
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
