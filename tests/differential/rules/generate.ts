import fc from 'fast-check';
import type { Order } from './check.js';
import type { Feeding } from './infant-dose.js';
import { countries } from './numbers.js';
import type { Person } from './patient.js';
import type { Down } from './taper.js';
import type { Asked } from './titration.js';

const of = <Value>(...values: readonly Value[]) => fc.constantFrom(...values);

/** There in `there` of ten requests. */
export const maybe = <Value>(there: number, value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: there, arbitrary: value }, { weight: 10 - there, arbitrary: fc.constant(undefined) });

const known = <Value extends object>(value: Value): Value =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Value;

const tenths = (from: number, to: number) => fc.integer({ min: from * 10, max: to * 10 }).map((value) => value / 10);

export const clearance = fc.oneof(of(14.9, 15, 29.97, 30, 49.99, 50, 59.9, 60, 79.9, 80, 90), tenths(5, 130));

export const age = fc.oneof(
  of(1, 2, 7, 7.5, 8, 11, 12, 17, 18, 64, 65),
  fc.integer({ min: 1, max: 17 }),
  fc.integer({ min: 18, max: 64 }),
  fc.integer({ min: 65, max: 95 }),
);

const adultWeight = fc.oneof(of(32.9, 33, 45, 49.9, 50), tenths(20, 33), tenths(33, 50), tenths(50, 130));

const childWeight = (years: number) =>
  years < 12 ? tenths(Math.ceil(4 + years), Math.floor(15 + 6 * years)) : fc.oneof(tenths(15, 33), tenths(33, 90));

/** One of these holds of the kidney; a creatinine comes with age and sex, without which there is no estimate. */
const kidney = (years: number | undefined): fc.Arbitrary<Partial<Person>> => {
  const number: fc.Arbitrary<Partial<Person>> =
    years !== undefined && years < 18
      ? fc.oneof(of(89.9, 90, 120), clearance).map((crcl) => ({ crcl }))
      : clearance.map((crcl) => ({ crcl }));
  const estimated: fc.Arbitrary<Partial<Person>> = fc
    .record({
      sex: of('female' as const, 'male' as const),
      creatinine: fc.integer({ min: 4, max: 60 }).map((value) => value / 10),
      cord:
        years !== undefined && years >= 18 ? maybe(2, of('paraplegia', 'tetraplegia', 'unspecified')) : of(undefined),
    })
    .map((one) => known(one) as Partial<Person>);
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant({}) },
    { weight: 6, arbitrary: number },
    { weight: 2, arbitrary: clearance.map((egfr) => ({ egfr })) },
    { weight: 1, arbitrary: fc.record({ crcl: clearance, egfr: clearance }) },
    { weight: 1, arbitrary: fc.constant({ dialysis: true }) },
    ...(years === undefined ? [] : [{ weight: 5, arbitrary: estimated }]),
  );
};

export const person: fc.Arbitrary<Person> = maybe(9, age).chain((years) =>
  fc
    .record({
      age: fc.constant(years),
      weight:
        years === undefined ? maybe(4, adultWeight) : years < 18 ? maybe(9, childWeight(years)) : maybe(6, adultWeight),
      height:
        years === undefined || years >= 18
          ? maybe(4, fc.integer({ min: 121, max: 205 }))
          : maybe(4, fc.integer({ min: 70, max: 180 })),
      kidney: kidney(years),
    })
    .map(({ kidney: numbers, ...rest }) => known({ ...rest, ...numbers }) as Person),
);

export const products = of<readonly string[]>(
  ['tablet-10'],
  ['tablet-10'],
  ['tablet-5'],
  ['tablet-5'],
  ['solution-1'],
  ['suspension-5'],
  ['tablet-20'],
  ['tablet-15'],
  ['tablet-25'],
  ['tablet-10', 'tablet-5'],
  ['tablet-20', 'tablet-5'],
  ['tablet-10', 'tablet-20'],
  ['tablet-25-divisible'],
  ['granules-5', 'granules-10'],
  ['solution-1'],
  ['solution-2'],
  ['suspension-5'],
);

export const country = of(...countries);

export const titration: fc.Arbitrary<Asked> = fc
  .record({
    person,
    country,
    products: maybe(4, products),
    start: fc.oneof({ weight: 9, arbitrary: of(5) }, { weight: 2, arbitrary: of(2.5, 1, 4, 7.5, 10, 15, 20, 25, 30) }),
    startIn: fc.boolean(),
    times: maybe(1, fc.integer({ min: 1, max: 4 })),
    increment: maybe(1, of(2.5, 5, 10)),
    asks: fc.integer({ min: 0, max: 2 }),
    every: maybe(2, fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 7, max: 21 }))),
    target: maybe(2, of(5, 10, 15, 20, 30, 40, 45, 50, 60, 70, 75, 80, 90, 100, 110)),
    from: maybe(3, of(5, 10, 15, 2.5, 5, 10, 15, 20, 25, 30, 35, 40, 45, 60, 75, 80, 100)),
    on: maybe(3, fc.integer({ min: 0, max: 14 })),
  })
  .map(({ startIn, start, from, on, times, increment, asks, ...all }) => {
    const { every, target, ...less } = all;
    const rest = asks === 0 ? { ...less, every, target } : less;
    const years = rest.person.age;
    const adult = years === undefined || years >= 18;
    const begun = adult ? { start } : startIn && start === 5 && years >= 12 ? { start } : {};
    return known(
      from === undefined
        ? { ...rest, ...begun, ...(adult && asks === 1 && { times, increment }) }
        : { ...rest, from, on },
    ) as Asked;
  });

export const kidneys = fc.record({ person, country });

export const feeding: fc.Arbitrary<Feeding> = fc
  .record({
    from: fc.oneof(
      fc.record({ milk: fc.integer({ min: 1, max: 900 }).map((value) => value / 1000) }),
      fc.record({ milk: fc.integer({ min: 1, max: 900 }), unit: of('ug/L' as const) }),
      fc.record({ milk: fc.integer({ min: 1, max: 40 }).map((value) => value / 10), unit: of('umol/L' as const) }),
      fc.record({
        peak: fc.integer({ min: 300, max: 600 }).map((value) => value / 1000),
        trough: fc.integer({ min: 1, max: 300 }).map((value) => value / 1000),
      }),
      of({}),
    ),
    mother: fc.oneof(
      fc.record({ maternalDose: fc.integer({ min: 5, max: 100 }) }),
      fc.record({ maternalDose: fc.integer({ min: 50, max: 1000 }), route: of('intrathecal' as const) }),
    ),
    scaled: maybe(7, of(true)),
    maternalWeight: maybe(5, tenths(40, 110)),
    infantWeight: maybe(5, tenths(1, 9)),
    intake: maybe(3, fc.integer({ min: 50, max: 200 })),
    share: maybe(3, of<readonly [number, number]>([1, 2], [1, 3], [0, 1], [1, 1], [3, 4])),
  })
  .map(({ from, mother, scaled, ...rest }) => {
    const level = Object.keys(from).length > 0;
    return known({ ...rest, ...from, ...(scaled || !level ? mother : {}) }) as Feeding;
  });

const taken = of(5, 10, 12, 15, 20, 22.5, 25, 30, 35, 40, 45, 60, 62, 75, 80, 90, 100, 120, 240, 410);

export const down: fc.Arbitrary<Down> = fc
  .record({
    person,
    country,
    products: maybe(5, products),
    from: fc.oneof(
      { weight: 3, arbitrary: taken },
      {
        weight: 2,
        arbitrary: fc.tuple(of(2.5, 3, 5, 7.5, 10, 15, 20, 25, 40), fc.integer({ min: 1, max: 4 })),
      },
    ),
    to: maybe(4, fc.oneof(of(0.5, 3, 5, 10, 15, 20, 30, 40), of('ceiling' as const))),
    pattern: fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          days: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 200 }), of(2000)),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({ reduce: of(1, 5, 10, 15, 20, 2.5), every: fc.integer({ min: 1, max: 14 }) }),
      },
      { weight: 2, arbitrary: fc.record({ percent: of(5, 10, 20, 25, 50), every: fc.integer({ min: 1, max: 14 }) }) },
    ),
    leave: of(true, false, false),
  })
  .map(({ pattern, leave, ...all }) => {
    const { age: years, weight } = all.person;
    const light = weight !== undefined && weight < 33 ? years === undefined || years >= 12 : false;
    const rest =
      light || (years !== undefined && years < 18 && weight === undefined)
        ? { ...all, products: all.products ?? ['tablet-10'] }
        : all;
    return known(rest.to === 'ceiling' && leave ? rest : { ...rest, ...pattern }) as Down;
  });

export const order: fc.Arbitrary<Order> = fc
  .record({
    person,
    country,
    products: maybe(3, of<readonly string[]>(['tablet-10'], ['tablet-5'], ['tablet-5'], ['granules-5'])),
    each: of(0.5, 1, 2, 2.5, 3, 5, 5, 5, 7.5, 10, 10, 15, 20, 25, 30, 45),
    times: fc.integer({ min: 1, max: 4 }),
    taking: maybe(7, of(0, 0, 5, 10, 15, 20, 30, 45, 60, 80, 100)),
    on: maybe(5, fc.integer({ min: 0, max: 14 })),
    supply: maybe(3, fc.integer({ min: 1, max: 30 })),
    quantity: fc.integer({ min: 1, max: 200 }),
  })
  .map(({ taking: before, on, supply, quantity, ...all }) => {
    const { age: years, weight } = all.person;
    const { products: named, ...less } = all;
    const light = weight !== undefined && weight < 33 && (years === undefined || years >= 18);
    const rest: typeof all = light ? { ...less, products: undefined } : { ...less, products: named };
    // No ladder is made of tablets for a light child, so no rung to jump over.
    const noRungs = years !== undefined && years < 18 && weight !== undefined && weight < 33 && named !== undefined;
    return known({
      ...rest,
      taking: noRungs ? undefined : before,
      ...(before !== undefined && before > 0 && !noRungs && { on }),
      ...(supply !== undefined && rest.products && { supply, quantity }),
    }) as Order;
  });

/** Refusals that a specialist lifts: the kidney of an adult of 33 kg and over, and the country's ceiling. */
export const lifting: fc.Arbitrary<Asked> = fc
  .record({
    person: person.filter(({ age: years = 40, weight = 60 }) => years >= 18 && weight >= 33),
    country,
    products: maybe(5, products),
    start: maybe(3, of(5)),
    kidney: of<Partial<Person>>({ dialysis: true }, { crcl: 14.9 }, { crcl: 5 }, {}),
    target: of(70, 75, 80, 90, 100, 110),
    override: of('dialysis' as const, 'clearance-too-low' as const, 'target-above-ceiling' as const),
  })
  .map(
    ({ kidney: numbers, target, override, ...rest }) =>
      known({
        ...rest,
        person: { ...rest.person, ...(override === 'target-above-ceiling' ? {} : numbers) },
        ...(override === 'target-above-ceiling' && { target, start: 5 }),
        override,
      }) as Asked,
  );
