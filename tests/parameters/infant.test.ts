import { describe, expect, it } from 'vitest';
import { lactationSchema } from '../../src/parameters/lactation.js';
import { loadParameters } from '../../src/parameters/load.js';
import { milkSchema } from '../../src/parameters/milk.js';
import { newbornSchema } from '../../src/parameters/newborn.js';

const { lactation, milk, newborn } = loadParameters();

describe('data of milk and newborn', () => {
  it('hold their schemas', () => {
    expect(lactationSchema.safeParse(lactation).error).toBeUndefined();
    expect(milkSchema.safeParse(milk).error).toBeUndefined();
    expect(newbornSchema.safeParse(newborn).error).toBeUndefined();
  });

  it('refuse ages out of order and intakes that rise with age', () => {
    const [first, second, ...rest] = lactation.intakeByAge;
    expect(lactationSchema.safeParse({ ...lactation, intakeByAge: [second, first, ...rest] }).success).toBe(false);
    const risen = lactation.intakeByAge.map((each, index) => ({
      ...each,
      intake: { ...each.intake, value: 100 + index },
    }));
    expect(lactationSchema.safeParse({ ...lactation, intakeByAge: risen }).success).toBe(false);
  });

  it('refuse a milk curve that cannot exist', () => {
    // 5.6 h / ln 2 = 8.08 h: a later peak has no curve
    const late = { ...milk, timeToPeak: { ...milk.timeToPeak, value: 8.1 } };
    expect(milkSchema.safeParse(late).success).toBe(false);
  });

  it.each([
    ['a gap', { fromDay: 6 }],
    ['a rise', { dailyDose: { value: 0.2, unit: 'mg/kg/d' } }],
    ['a day before its start', { toDay: 4 }],
  ])('refuse a course with %s', (_, change) => {
    const [course, ...others] = newborn.courses;
    const steps = course?.phases.steps.map((step, index) => (index === 1 ? { ...step, ...change } : step));
    const changed = { ...course, phases: { ...course?.phases, steps } };
    expect(newbornSchema.safeParse({ ...newborn, courses: [changed, ...others] }).success).toBe(false);
  });

  it('the figures of the references agree with the cases they come from', () => {
    const [lactmed, janusmed] = lactation.references;
    expect(lactmed?.milk.value).toBe(lactation.publishedCase.level.value);
    expect(lactmed?.figures[0]?.maternalDose.value).toBe(lactation.publishedCase.maternalDose.value);
    expect(janusmed?.milk.value).toBe(milk.peak.value);
    expect(janusmed?.figures[0]?.maternalDose.value).toBe(milk.dose.value);
  });
});
