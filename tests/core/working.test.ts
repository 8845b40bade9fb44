import { describe, expect, it } from 'vitest';
import type { CalculationStep, Outcome } from '../../src/core/plan.js';
import { quantity } from '../../src/core/quantity.js';
import { adjustForRenalFunction } from '../../src/core/renal.js';
import { planTaper } from '../../src/core/taper.js';
import { planTitration } from '../../src/core/titration.js';
import { child, clearance, parameters, person } from './patient-plan.js';

const steps = ({ working }: Outcome<unknown, unknown>, label: string): CalculationStep[] =>
  working.filter((each) => each.label === label);
const mgPerDay = (value: number) => quantity(value, 'mg/d');

describe('the working of a titration', () => {
  const outcome = planTitration({ start: quantity(5, 'mg'), patient: person('female', 44, 60, 1.4, 162) }, parameters);

  it('goes from the estimates to the band, the fraction, the rounding and the product', () => {
    const labels = outcome.working.map(({ label }) => label);
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
    const [band] = steps(outcome, 'Band of clearance');
    expect(band?.result).toBe('30 to below 50 mL/min');
    expect(band?.inputs).toMatchObject({ lowest: { value: expect.closeTo(43.87, 1) } });
  });

  it('shows each daily dose before and after it is rounded down', () => {
    const scaled = steps(outcome, 'Daily dose for this clearance').slice(0, 4);
    expect(scaled.map(({ inputs, result }) => [inputs.labelled, inputs.unrounded, result])).toEqual([
      [mgPerDay(15), mgPerDay(7.5), mgPerDay(5)],
      [mgPerDay(30), mgPerDay(15), mgPerDay(15)],
      [mgPerDay(45), mgPerDay(22.5), mgPerDay(20)],
      [mgPerDay(60), mgPerDay(30), mgPerDay(30)],
    ]);
  });

  it('shows what makes each dose, and where that stands', () => {
    const made = steps(outcome, 'Product');
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
