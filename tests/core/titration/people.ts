import fc from 'fast-check';
import type { Patient } from '../../../src/core/patient/patient.js';
import { planTitration } from '../../../src/core/titration/plan.js';
import type { Country } from '../../../src/core/titration/rules.js';
import type { TitrationPlan, TitrationRequest } from '../../../src/core/titration/types.js';
import { InputError } from '../../../src/core/values/input-error.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { mg, mgPerDay } from '../fixtures.js';
import { parameters } from './asked.js';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Said once in so many times: what refuses or changes most plans must not stand in most of them. */
const rarely = <T>(arbitrary: fc.Arbitrary<T>, times: number): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

/** Whole numbers and the edges of the rules on both sides. */
const years = fc.oneof(fc.constantFrom(1, 7.99, 8, 11.99, 12, 17.99, 18, 64.99, 65), fc.integer({ min: 1, max: 100 }));
const kilograms = fc.oneof(
  fc.constantFrom(32.99, 33, 44.99, 45, 49.99, 50),
  fc.integer({ min: 6, max: 140 }),
  fc.integer({ min: 60, max: 1400 }).map((tenths) => tenths / 10),
);
const clearances = fc.oneof(
  fc.constantFrom(14.99, 15, 29.97, 30, 49.99, 50, 59.99, 60, 79.99, 80),
  fc.integer({ min: 5, max: 140 }),
);

export const country = fc.constantFrom<Country>('us', 'ca', 'uk', 'au', 'de', 'fr');

/** Anybody, most of it left out now and then. */
export const person: fc.Arbitrary<Patient> = fc
  .record({
    age: maybe(years),
    sex: maybe(fc.constantFrom('female' as const, 'male' as const)),
    weight: maybe(kilograms),
    height: maybe(
      fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: 140, max: 200 }) },
        { weight: 1, arbitrary: fc.integer({ min: 60, max: 139 }) },
      ),
    ),
    crcl: maybe(clearances),
    creatinine: maybe(fc.integer({ min: 3, max: 80 })),
    dialysis: rarely(fc.constant(true as const), 12),
  })
  .map(({ age, sex, weight, height, crcl, creatinine, dialysis }) => ({
    ...(age !== undefined && { age: quantity(age, 'a') }),
    ...(sex && { sex }),
    ...(weight !== undefined && { weight: quantity(weight, 'kg') }),
    ...(height !== undefined && { height: quantity(height, 'cm') }),
    ...(crcl !== undefined && { creatinineClearance: quantity(crcl, 'mL/min') }),
    ...(creatinine !== undefined && { creatinine: quantity(creatinine / 10, 'mg/dL') }),
    ...(dialysis && { dialysis }),
  }));

/** A child of 1 to 17 years whose weight is plausible. */
export const minor = fc
  .tuple(fc.integer({ min: 12, max: 215 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([months, share]) => {
    const age = months / 12;
    const [from, to] = age < 12 ? [4 + age, 15 + 6 * age] : [15, 150];
    const weight = Math.round((from + share * (to - from)) * 10) / 10;
    return { age: quantity(age, 'a'), weight: quantity(Math.min(Math.max(weight, from), to), 'kg') };
  });

export const wish: fc.Arbitrary<Omit<TitrationRequest, 'patient'>> = fc
  .record({
    start: maybe(fc.constantFrom(2, 2.5, 5, 5, 5, 10, 15, 20, 25, 30)),
    times: rarely(fc.integer({ min: 1, max: 4 }), 4),
    increment: rarely(fc.constantFrom(2.5, 5, 10), 6),
    interval: rarely(fc.integer({ min: 1, max: 21 }), 4),
    target: fc.option(fc.integer({ min: 1, max: 110 }), { nil: undefined, freq: 3 }),
    product: maybe(
      fc.constantFrom('tablet-10', 'tablet-5', 'tablet-20', 'tablet-25', 'solution-1', 'solution-2', 'suspension-5'),
    ),
    rules: maybe(country),
  })
  .map(({ start, times, increment, interval, target, product, rules }) => ({
    ...(start !== undefined && { start: mg(start) }),
    ...(times !== undefined && { timesDaily: times }),
    ...(increment !== undefined && { increment: mg(increment) }),
    ...(interval !== undefined && { interval: quantity(interval, 'd') }),
    ...(target !== undefined && { target: mgPerDay(target) }),
    ...(product && { products: [product] }),
    ...(rules && { rules }),
  }));

/** The outcome, or undefined where the request contradicts itself. */
export function outcomeOf(request: TitrationRequest) {
  try {
    return planTitration(request, parameters);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** The plan, or undefined where there is none. */
export function planFor(request: TitrationRequest): TitrationPlan | undefined {
  const outcome = outcomeOf(request);
  return outcome?.outcome === 'plan' ? outcome.plan : undefined;
}

/** Every daily dose that is planned or offered, mg. */
export const allDoses = ({ schedule, ifNeeded }: TitrationPlan): number[] =>
  [...schedule, ...(ifNeeded ? [ifNeeded] : [])].map(({ dailyDose }) => dailyDose.value);

/** mg per day planned on a day. */
export const onDay = ({ schedule }: TitrationPlan, day: number): number =>
  schedule.filter(({ fromDay }) => fromDay <= day).at(-1)?.dailyDose.value ?? 0;

/** Days on which a step of either plan begins. */
export const daysOf = (...plans: readonly TitrationPlan[]): number[] =>
  plans.flatMap(({ schedule }) => schedule.map(({ fromDay }) => fromDay));
