import { describe, expect, it } from 'vitest';
import { nearestDoses } from '../../../src/core/doses/product.js';
import { estimateInfantExposure } from '../../../src/core/infant-dose/estimate.js';
import { estimateMilkDay } from '../../../src/core/milk/day.js';
import { workOutNewbornCourse } from '../../../src/core/newborn/course.js';
import { adjustForRenalFunction } from '../../../src/core/renal/plan.js';
import { planTaper } from '../../../src/core/taper/plan.js';
import { planTitration } from '../../../src/core/titration/plan.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { loadParameters } from '../../../src/parameters/load.js';
import { mg, mgPerDay } from '../fixtures.js';

const parameters = loadParameters();
const { lactation, milk, newborn, products } = parameters;

/** Each calculation with one number of its request, which would otherwise end in no dose, or not at all. */
const calculations: Readonly<Record<string, [(value: number) => unknown, field: string]>> = {
  'a start': [(value) => planTitration({ start: mg(value) }, parameters), 'start'],
  'the weight of a patient': [
    (value) => planTitration({ start: mg(5), patient: { weight: quantity(value, 'kg') } }, parameters),
    'weight',
  ],
  'a number that is no quantity': [
    (value) => planTitration({ start: mg(5), timesDaily: value }, parameters),
    'timesDaily',
  ],
  'the dose of a taper': [
    (value) =>
      planTaper(
        { from: { dailyDose: mgPerDay(value) }, pattern: { kind: 'days', days: quantity(14, 'd') } },
        parameters,
      ),
    'dailyDose',
  ],
  'a clearance': [
    (value) => adjustForRenalFunction({ patient: { creatinineClearance: quantity(value, 'mL/min') } }, parameters),
    'creatinineClearance',
  ],
  'a milk level': [(value) => estimateInfantExposure({ milk: quantity(value, 'mg/L') }, lactation), 'milk'],
  'the dose of a mother': [
    (value) =>
      estimateMilkDay(
        { dose: mg(value), times: ['08:00'] },
        { milk, molarMass: lactation.molarMass, publishedDose: lactation.publishedCase.maternalDose },
      ),
    'dose',
  ],
  'the weight of a newborn': [
    (value) =>
      workOutNewbornCourse(
        { weight: quantity(value, 'kg'), regimen: 'a' },
        {
          newborn,
          products,
          milkLevel: lactation.publishedCase.level,
          milkIntake: lactation.intake,
          withdrawalDose: lactation.withdrawalDose,
          molarMass: lactation.molarMass,
        },
      ),
    'weight',
  ],
  'a dose to be made': [(value) => nearestDoses(mg(value), products.products), 'dose'],
};

describe.each(Object.entries(calculations))('%s', (_, [calculate, field]) => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, -0.1])('of %d is refused by its name', (value) => {
    expect(() => calculate(value)).toThrow(
      expect.objectContaining({ field, got: String(value), takes: 'a number from 0 up' }),
    );
  });

  it('of 0 is one that the calculation answers or refuses itself', () => {
    try {
      calculate(0);
    } catch (error) {
      expect(error).not.toMatchObject({ takes: 'a number from 0 up' });
    }
  });
});
