import fc from 'fast-check';

export const header = 'id,age,sex,weight_kg,height_cm,creatinine_umol_l,crcl,egfr,dialysis,daily_dose_mg,with';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const tenths = (from: number, to: number) => fc.integer({ min: from * 10, max: to * 10 }).map((value) => value / 10);

const person = fc.record({
  age: maybe(fc.oneof(fc.integer({ min: 0, max: 99 }), tenths(0, 20))),
  sex: maybe(fc.constantFrom('female', 'male')),
  weight_kg: maybe(fc.oneof(tenths(40, 110), tenths(3, 60))),
  height_cm: maybe(tenths(60, 200)),
  creatinine_umol_l: maybe(fc.integer({ min: 30, max: 500 })),
  crcl: maybe(fc.oneof(tenths(0, 130), fc.constantFrom(15, 30, 50, 60, 80, 90))),
  egfr: maybe(tenths(5, 120)),
  dialysis: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constant('yes') }),
  daily_dose_mg: fc.oneof(fc.integer({ min: 0, max: 130 }), tenths(0, 60)),
  with: maybe(fc.constantFrom('oxycodone', 'oxycodone;diazepam', 'baclofen', 'xyzzyx', 'ramipril')),
});

export type Person = typeof person extends fc.Arbitrary<infer T> ? T : never;

/** So many people with whatever values; the same for the same seed. */
export const people = (count: number, seed: number): readonly Person[] => fc.sample(person, { numRuns: count, seed });

export const csvOf = (people: readonly Person[], ids: readonly (number | string)[]) => {
  const lines = people.map((p, index) =>
    [
      ids[index],
      p.age,
      p.sex,
      p.weight_kg,
      p.height_cm,
      p.creatinine_umol_l,
      p.crcl,
      p.egfr,
      p.dialysis,
      p.daily_dose_mg,
      p.with,
    ]
      .map((cell) => cell ?? '')
      .join(','),
  );
  return `${header}\n${lines.join('\n')}\n`;
};
