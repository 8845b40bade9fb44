import { describe, expect, it } from 'vitest';
import { type Division, levelAtMost } from '../../../src/core/doses/level.js';
import type { LiquidProduct, Product } from '../../../src/core/doses/product.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { cited, liquid, mg, mgPerDay, solid, tablet5, tablet10 } from '../fixtures.js';

/** Marks of half a mL, and of 0.1 mL below 5 mL. */
const solution1: LiquidProduct = { ...liquid(1, 0.5), fineStep: { ...cited(0.1, 'mL'), below: quantity(5, 'mL') } };

const day = (daily: number, division: Partial<Division>, ...products: Product[]) => {
  const level = levelAtMost(
    mgPerDay(daily),
    { timesDaily: 3, fixed: false, largestDose: mg(20), ...division },
    products,
  );
  return (
    level && [level.dailyDose.value, level.timesDaily, level.doses.map(({ time, dose }) => `${time} ${dose.value}`)]
  );
};

describe('the largest level at or below a daily dose', () => {
  it('of tablets: whole halves, as even as they can be, the larger later', () => {
    expect(day(15, {}, tablet10)).toEqual([15, 3, ['morning 5', 'midday 5', 'bedtime 5']]);
    // 24 is no multiple of 5: 20.
    expect(day(24, {}, tablet10)).toEqual([20, 3, ['morning 5', 'midday 5', 'bedtime 10']]);
    expect(day(5, {}, tablet10)).toEqual([5, 3, ['bedtime 5']]);
  });

  it('of tablets that make nothing so small there is none', () => {
    expect(day(4.9, {}, tablet10)).toBeUndefined();
    expect(day(20, {}, solid(25, 'whole'))).toBeUndefined();
  });

  it('four doses where three would pass the largest, and never where the number is fixed', () => {
    // 65 / 3 is 21.67: 20 and 25 in three; four of 15 and 20.
    expect(day(65, {}, tablet5)?.[1]).toBe(4);
    expect(day(65, { fixed: true }, tablet5)).toEqual([60, 3, ['morning 20', 'midday 20', 'bedtime 20']]);
    expect(day(85, {}, tablet5)?.[0]).toBe(80);
  });

  it('of a liquid: equal doses, rounded down to the mark', () => {
    // 10 / 3 is 3.33: 3.3 mL; 20 / 3 is 6.67: 6.5, as marks are half a mL from 5 on.
    expect(day(10, {}, solution1)).toEqual([9.9, 3, ['morning 3.3', 'midday 3.3', 'bedtime 3.3']]);
    expect(day(20, {}, solution1)?.[0]).toBe(19.5);
    // 0.2 / 3 is 0.067, below the first mark of 0.1 mL.
    expect(day(0.2, {}, solution1)).toBeUndefined();
    expect(day(0.3, {}, solution1)?.[0]).toBe(0.3);
  });

  it('of a liquid with a dose above the largest: one more a day, up to four, then no more than the largest', () => {
    // 62 / 3 is 20.67, marks make 20.5, above 20; 62 / 4 is 15.5.
    expect(day(62, {}, solution1)).toEqual([62, 4, ['morning 15.5', 'midday 15.5', 'evening 15.5', 'bedtime 15.5']]);
    // 90 / 4 is 22.5: four of 20.
    expect(day(90, {}, solution1)?.slice(0, 2)).toEqual([80, 4]);
    expect(day(90, { fixed: true }, solution1)?.slice(0, 2)).toEqual([60, 3]);
  });

  it('and no more doses than the rounded day needs', () => {
    // 61.6 / 3 is 20.53: 20.5, above 20; 61.6 / 4 is 15.4: 15, 60 in all, which three of 20 make.
    expect(day(61.6, {}, solution1)).toEqual([60, 3, ['morning 20', 'midday 20', 'bedtime 20']]);
    // 66 / 4 is 16.5, and no three doses of at most 20 make 66.
    expect(day(66.4, {}, solution1)?.slice(0, 2)).toEqual([66, 4]);
  });

  it('of a liquid beside tablets: equal doses of both', () => {
    // 7 mg: half a tablet and 2 mL.
    expect(day(21, {}, tablet10, solution1)).toEqual([21, 3, ['morning 7', 'midday 7', 'bedtime 7']]);
  });
});
