import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispense } from '../../../src/core/doses/dispense.js';
import { makeDose, type Product, productCitations, smallestDose } from '../../../src/core/doses/product.js';
import {
  type Administration,
  atUsualTimes,
  dailyDoseRefusal,
  datedSteps,
  largestDose,
  type Step,
  splitDailyDose,
  splitUnderDoseCeiling,
  wholeIncrements,
} from '../../../src/core/doses/schedule.js';
import type { Quantity } from '../../../src/core/values/quantity.js';
import {
  amounts,
  liquid,
  mg,
  mgPerDay,
  solid,
  solution1,
  tablet5,
  tablet10,
  tablet15,
  tablet20,
  tablet25,
  totalOf,
} from '../fixtures.js';

/** Dose in mg at each time of day: "morning 15, midday 15, bedtime 20". */
function times(doses: readonly Administration[] | undefined): string | undefined {
  return doses?.map(({ time, dose }) => `${time} ${dose.value}`).join(', ');
}

const split = (dailyDose: number, timesDaily: number, ...products: Product[]) =>
  times(splitDailyDose(mgPerDay(dailyDose), timesDaily, products));

describe('splitDailyDose', () => {
  it('gives equal doses where they can be made', () => {
    expect(split(15, 3, tablet10)).toEqual('morning 5, midday 5, bedtime 5');
    expect(split(80, 4, tablet10)).toEqual('morning 20, midday 20, evening 20, bedtime 20');
    expect(split(7, 1, solution1)).toEqual('bedtime 7');
  });

  it('gives equal doses even where they are no whole number of the smallest dose', () => {
    // Three halves of 25 mg; the smallest dose of the two products is 5 mg.
    expect(split(37.5, 3, tablet10, tablet25)).toEqual('morning 12.5, midday 12.5, bedtime 12.5');
  });

  it('gives equal halves of one tablet before unequal ones of another, and those before a mixture', () => {
    // 10 and 15 are whole steps of 5 mg.
    expect(split(25, 2, tablet10, tablet25)).toBe('morning 12.5, bedtime 12.5');
    // 12.5, 12.5 and 15 would be nearer to each other.
    expect(split(40, 3, tablet10, tablet25)).toBe('morning 15, midday 10, bedtime 15');
  });

  it('gives the larger parts at bedtime, then in the morning', () => {
    // 50 mg = 10 halves of 5 mg: 3 each and 1 left over, to bedtime.
    expect(split(50, 3, tablet10)).toEqual('morning 15, midday 15, bedtime 20');
    // 40 mg = 8 halves: 2 each and 2 left over, to bedtime and morning.
    expect(split(40, 3, tablet10)).toEqual('morning 15, midday 10, bedtime 15');
    // 70 mg = 14 halves: 3 each and 2 left over.
    expect(split(70, 4, tablet10)).toEqual('morning 20, midday 15, evening 15, bedtime 20');
    // 75 mg = 15 halves: 3 each and 3 left over; midday is the last to get one.
    expect(split(75, 4, tablet10)).toEqual('morning 20, midday 15, evening 20, bedtime 20');
    // 25 mg = 5 halves: 2 each and 1 left over.
    expect(split(25, 2, tablet10)).toEqual('morning 10, bedtime 15');
  });

  it('empties midday first and bedtime last', () => {
    expect(split(10, 3, tablet10)).toEqual('morning 5, bedtime 5');
    expect(split(5, 3, tablet10)).toEqual('bedtime 5');
    expect(split(15, 4, tablet10)).toEqual('morning 5, evening 5, bedtime 5');
  });

  it('leaves no noise of binary arithmetic in a dose', () => {
    // In binary 0.3 / 3 is 0.09999999999999999 and 3 x 0.1 is 0.30000000000000004; 0.7 mg is 3 + 4 marks of 0.1 mL.
    expect(split(0.3, 3, liquid(1, 0.1))).toEqual('morning 0.1, midday 0.1, bedtime 0.1');
    expect(split(0.7, 2, liquid(1, 0.1))).toEqual('morning 0.3, bedtime 0.4');
  });

  it('says what each dose is made of', () => {
    const made = splitDailyDose(mgPerDay(50), 3, [tablet10])?.map(({ make }) => amounts(make)['tablet-10']);
    expect(made).toEqual([1.5, 1.5, 2]);
    // 60 mg are equal doses of 20, 50 mg are not.
    for (const daily of [50, 60]) {
      const doses = splitDailyDose(mgPerDay(daily), 3, [tablet10]);
      expect(doses?.at(-1)?.dose).toEqual(mg(20));
    }
  });

  it('gives nothing where no split can be made', () => {
    expect(split(12, 3, tablet10)).toBeUndefined();
    expect(split(12.5, 2, tablet10)).toBeUndefined();
  });

  it.each([0, 5, 2.5])('plans 1 to 4 doses a day, not %d', (timesDaily) => {
    const split = () => splitDailyDose(mgPerDay(60), timesDaily, [tablet10]);
    expect(split).toThrow(new RangeError(`${timesDaily} doses a day: only 1 to 4 are planned`));
  });
});

describe('splitDailyDose with tablets whose doses are no multiples of the smallest', () => {
  // Wholes of 15 and 20 mg make 15, 20, 30, 35, 40, 45, 50, 55, 60: neither 5, 10 nor 25.
  const tablet20 = solid(20, 'whole');

  it.each([
    [35, 2, 'morning 15, bedtime 20'],
    [55, 3, 'morning 20, midday 15, bedtime 20'],
    [50, 3, 'morning 15, midday 15, bedtime 20'],
    // 35 + 30 differ by 5, 50 + 15 and 45 + 20 by more.
    [65, 2, 'morning 30, bedtime 35'],
    // 30 + 20 + 20 differ by 10; 40 + 15 + 15 and 35 + 20 + 15 by more.
    [70, 3, 'morning 20, midday 20, bedtime 30'],
    // 30 + 30 + 20 + 15 and 35 + 20 + 20 + 20 both differ by 15: the smaller of the largest.
    [95, 4, 'morning 30, midday 15, evening 20, bedtime 30'],
    [35, 3, 'morning 15, bedtime 20'],
    // 20 + 20 + none; 40 in one dose is as many as the day.
    [40, 3, 'morning 20, bedtime 20'],
    [20, 2, 'bedtime 20'],
  ])('%s mg in %s: %s', (daily, timesDaily, expected) => {
    expect(split(daily, timesDaily, tablet15, tablet20)).toBe(expected);
  });

  it('takes doses near to each other before a smaller largest one', () => {
    // 30 + 24 + 20 + 20 differ by 10, 28 + 28 + 24 + 14 by 14.
    expect(split(94, 4, solid(10, 'whole'), solid(14, 'whole'))).toBe('morning 24, midday 20, evening 20, bedtime 30');
  });

  it('makes no other daily dose', () => {
    expect(split(25, 3, tablet15, tablet20)).toBeUndefined();
    expect(split(10, 1, tablet15, tablet20)).toBeUndefined();
    expect(split(57, 3, tablet15, tablet20)).toBeUndefined();
  });
});

describe('splitDailyDose in units of a rule', () => {
  const inUnits = (dailyDose: number, timesDaily: number) =>
    times(splitDailyDose(mgPerDay(dailyDose), timesDaily, [solution1], mg(5)));

  it('gives whole units only, though the products make less', () => {
    expect(inUnits(20, 3)).toBe('morning 5, midday 5, bedtime 10');
    expect(inUnits(10, 3)).toBe('morning 5, bedtime 5');
    expect(inUnits(12, 3)).toBeUndefined();
  });
});

describe('atUsualTimes', () => {
  const at = (...times: Administration['time'][]) =>
    atUsualTimes(times.map((time) => ({ time, dose: mg(5), make: [] })));

  it('is bedtime; with morning; with midday; with evening', () => {
    expect(at('bedtime')).toBe(true);
    expect(at('morning', 'bedtime')).toBe(true);
    expect(at('morning', 'midday', 'bedtime')).toBe(true);
    expect(at('morning', 'midday', 'evening', 'bedtime')).toBe(true);
  });

  it('is nothing else', () => {
    expect(at('morning')).toBe(false);
    expect(at('evening', 'bedtime')).toBe(false);
    expect(at('morning', 'evening', 'bedtime')).toBe(false);
    expect(at()).toBe(false);
  });
});

describe('dailyDoseRefusal', () => {
  const refused = (daily: number, timesDaily: number) =>
    dailyDoseRefusal(mgPerDay(daily), timesDaily, [tablet10], [tablet5, tablet10, tablet25, solution1]);

  it('names the next daily doses below and above, and every product that makes it in so many doses', () => {
    // 37.5 in three are 12.5, half of 25 mg, 12.5 mL; in units of 5 mg there is none.
    expect(refused(37.5, 3)).toEqual({
      code: 'daily-dose-cannot-be-made',
      params: {
        dailyDose: mgPerDay(37.5),
        products: ['tablet-10'],
        nearest: [mgPerDay(35), mgPerDay(40)],
        others: ['tablet-25', 'liquid-1'],
      },
      citations: productCitations([tablet10]),
    });
  });

  it('names no product that would pass the ceiling per dose', () => {
    // 75 in four: 20 + 20 + 20 + 15 of 5 mg tablets or liquid; six halves of 25 mg leave 25 in two of the four.
    const others = (...ceiling: [] | [Quantity<'mg'>]) =>
      dailyDoseRefusal(mgPerDay(75), 4, [tablet20], [tablet5, tablet25, solution1], ...ceiling).params;
    expect(others(mg(20))).toMatchObject({ others: ['tablet-5', 'liquid-1'] });
    expect(others()).toMatchObject({ others: ['tablet-5', 'tablet-25', 'liquid-1'] });
  });

  it('names none below the smallest', () => {
    expect(refused(3, 1).params).toMatchObject({ nearest: [mgPerDay(5)], others: ['liquid-1'] });
  });
});

describe('datedSteps', () => {
  const steps = [
    { fromDay: 1, toDay: 3 },
    { fromDay: 4, toDay: null },
  ];

  it('counts from the date of day 1, and leaves an end open', () => {
    expect(datedSteps(steps, '2026-12-30')).toEqual([
      { fromDay: 1, toDay: 3, fromDate: '2026-12-30', toDate: '2027-01-01' },
      { fromDay: 4, toDay: null, fromDate: '2027-01-02' },
    ]);
  });

  it('has no dates where there is none for day 1', () => expect(datedSteps(steps, undefined)).toEqual(steps));
});

const someProducts = fc.subarray([tablet5, tablet10, tablet15, tablet20, tablet25, solution1, liquid(5, 0.1)], {
  minLength: 1,
  maxLength: 3,
});
const someTimes = fc.integer({ min: 1, max: 4 });
const someUnits = fc.integer({ min: 1, max: 30 });

describe('splitDailyDose, for any products and any number of their smallest dose', () => {
  type Check = (
    doses: readonly Administration[],
    daily: number,
    timesDaily: number,
    products: readonly Product[],
  ) => void;
  const forAnySplit = (check: Check) =>
    fc.assert(
      fc.property(someProducts, someTimes, someUnits, (products, timesDaily, units) => {
        const daily = units * smallestDose(products).value;
        const doses = splitDailyDose(mgPerDay(daily), timesDaily, products);
        expect(doses).toBeDefined();
        check(doses ?? [], daily, timesDaily, products);
      }),
    );

  it('has parts that sum to the daily dose', () => {
    forAnySplit((doses, daily) => {
      expect(doses.reduce((sum, { dose }) => sum + dose.value, 0)).toBeCloseTo(daily, 9);
    });
  });

  it('has parts that differ by at most one increment, a part left out being zero', () => {
    forAnySplit((doses, _, timesDaily, products) => {
      const parts = [...doses.map(({ dose }) => dose.value), ...Array<number>(timesDaily - doses.length).fill(0)];
      expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(smallestDose(products).value + 1e-9);
      expect(Math.min(...doses.map(({ dose }) => dose.value))).toBeGreaterThan(0);
    });
  });

  it('has pieces that sum to the dose', () => {
    forAnySplit((doses, _daily, _timesDaily, products) => {
      for (const { dose, make } of doses) expect(totalOf(make, products)).toBeCloseTo(dose.value, 9);
    });
  });

  it('has no part larger than bedtime, and none smaller than midday', () => {
    forAnySplit((doses, _, timesDaily) => {
      const at = (time: string) => doses.find((each) => each.time === time)?.dose.value ?? 0;
      const order = { 1: ['bedtime'], 2: ['bedtime', 'morning'], 3: ['bedtime', 'morning', 'midday'] }[timesDaily] ?? [
        'bedtime',
        'morning',
        'evening',
        'midday',
      ];
      const sizes = order.map(at);
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
      expect(doses.every(({ time }) => order.includes(time))).toBe(true);
    });
  });
});

describe('splitUnderDoseCeiling', () => {
  const under20 = (dailyDose: number, timesDaily: number) =>
    times(splitUnderDoseCeiling(mgPerDay(dailyDose), timesDaily, mg(20), [tablet10]));

  it('keeps the times of day while no dose passes the ceiling', () => {
    expect(under20(60, 3)).toEqual('morning 20, midday 20, bedtime 20');
    expect(under20(20, 1)).toEqual('bedtime 20');
  });

  it('adds a dose a day where one would pass it', () => {
    // 80 in three would be 25, 25, 30.
    expect(under20(80, 3)).toEqual('morning 20, midday 20, evening 20, bedtime 20');
    // 65 mg = 13 halves, in three 20, 20, 25; in four 3 each and 1 left over.
    expect(under20(65, 3)).toEqual('morning 15, midday 15, evening 15, bedtime 20');
    // 60 in one or two would be 60 or 30.
    expect(under20(60, 1)).toEqual('morning 20, midday 20, bedtime 20');
  });

  it('keeps the units of a rule, and leaves them only where they pass the ceiling in four', () => {
    const units = (dailyDose: number) =>
      times(splitUnderDoseCeiling(mgPerDay(dailyDose), 3, mg(20), [solution1], mg(7)));
    // 63 are 9 units, 3 each in three: 21; in four 2 each and one left over, again 21. In steps of 0.5 mg 126 steps
    // over four: 31 each and two left over.
    expect(units(63)).toBe('morning 16, midday 15.5, evening 15.5, bedtime 16');
    // 56 are 8 units: 21 in three, 14 each in four.
    expect(units(56)).toBe('morning 14, midday 14, evening 14, bedtime 14');
    expect(units(42)).toBe('morning 14, midday 14, bedtime 14');
  });

  it('stops at four doses a day, even above the ceiling', () => {
    expect(under20(100, 3)).toEqual('morning 25, midday 25, evening 25, bedtime 25');
  });

  it('gives nothing where no split can be made', () => {
    expect(under20(12, 3)).toBeUndefined();
  });
});

describe('largestDose', () => {
  it('is the most that one time of day gets', () => {
    expect(largestDose(splitDailyDose(mgPerDay(50), 3, [tablet10]) ?? [])).toEqual({ value: 20, unit: 'mg' });
  });
});

describe('wholeIncrements', () => {
  it('counts the increments of a daily dose', () => {
    expect(wholeIncrements(mgPerDay(60), mg(5))).toBe(12);
    expect(wholeIncrements(mgPerDay(37.5), mg(12.5))).toBe(3);
    expect(wholeIncrements(mgPerDay(0.3), mg(0.1))).toBe(3); // 0.3 / 0.1 is 2.9999999999999996 in binary
  });

  it('gives nothing where it is no whole number', () => {
    expect(wholeIncrements(mgPerDay(12), mg(5))).toBeUndefined();
    expect(wholeIncrements(mgPerDay(59.99), mg(5))).toBeUndefined();
    expect(wholeIncrements(mgPerDay(60.01), mg(5))).toBeUndefined();
  });
});

/** A step of so many equal doses a day. */
function step(fromDay: number, toDay: number | null, dose: number, timesDaily: number, ...products: Product[]): Step {
  const all = ['morning', 'midday', 'evening', 'bedtime'] as const;
  const make = makeDose(mg(dose), products) ?? [];
  const doses = all.slice(0, timesDaily).map((time) => ({ time, dose: mg(dose), make }));
  return { fromDay, toDay, doses, dailyDose: mgPerDay(dose * timesDaily) };
}

describe('dispense', () => {
  it('adds up halves over the whole plan and rounds up once, at the end', () => {
    // Three days each of 3 x half, 3 x 1 and 3 x 1.5 tablets: 4.5 + 9 + 13.5 = 27.
    // Rounded up at each step it would be 5 + 9 + 14 = 28, each day 6 + 9 + 15 = 30.
    const schedule = [step(1, 3, 5, 3, tablet10), step(4, 6, 10, 3, tablet10), step(7, 9, 15, 3, tablet10)];
    expect(dispense(schedule, 9)).toEqual([{ product: 'tablet-10', count: 27 }]);
  });

  it('rounds a last half up to a whole tablet', () => {
    // One day of 3 halves: 1.5
    expect(dispense([step(1, 1, 5, 3, tablet10)], 1)).toEqual([{ product: 'tablet-10', count: 2 }]);
  });

  it('counts an open last step to the given day', () => {
    // Days 1 to 3: 4.5 tablets; from day 4 to day 10 seven days of 3: 21; together 25.5
    const schedule = [step(1, 3, 5, 3, tablet10), step(4, null, 10, 3, tablet10)];
    expect(dispense(schedule, 10)).toEqual([{ product: 'tablet-10', count: 26 }]);
  });

  it('cuts a step at the given day', () => {
    // Two of the three days: 2 x 3 = 6
    expect(dispense([step(1, 3, 10, 3, tablet10), step(4, 6, 20, 3, tablet10)], 2)).toEqual([
      { product: 'tablet-10', count: 6 },
    ]);
  });

  it('adds up mL exactly, with no overage', () => {
    // 2.5 mL x 3 x 3 days = 22.5 mL
    expect(dispense([step(1, 3, 2.5, 3, solution1)], 3)).toEqual([
      { product: 'liquid-1', volume: { value: 22.5, unit: 'mL' } },
    ]);
    // 0.1 mL x 3 x 1 day = 0.3 mL, not 0.30000000000000004
    expect(dispense([step(1, 1, 0.1, 3, liquid(1, 0.1))], 1)).toEqual([
      { product: 'liquid-1', volume: { value: 0.3, unit: 'mL' } },
    ]);
  });

  it('keeps products apart', () => {
    // 25 mg = 20 + 5, twice a day for 4 days: 8 of each.
    const total = dispense([step(1, 4, 25, 2, tablet5, tablet20)], 4);
    expect(amounts(total)).toEqual({ 'tablet-20': 8, 'tablet-5': 8 });
  });

  it('dispenses nothing for days without a dose', () => {
    const zero: Step = { fromDay: 4, toDay: null, doses: [], dailyDose: mgPerDay(0) };
    expect(dispense([step(1, 3, 10, 3, tablet10), zero], 10)).toEqual([{ product: 'tablet-10', count: 9 }]);
  });

  it('does not list a product of which nothing is needed yet', () => {
    // 5 mg tablets to day 7, 20 mg tablets from day 8: seven days take 7 x 3 = 21 of the first and none of the second.
    const schedule = [step(1, 7, 5, 3, tablet5), step(8, null, 20, 3, tablet20)];
    expect(dispense(schedule, 7)).toEqual([{ product: 'tablet-5', count: 21 }]);
  });
});
