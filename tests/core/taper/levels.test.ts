import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dailyLevels, type Level, levelsForFall, type TaperPattern, type Way } from '../../../src/core/taper/levels.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { mgPerDay } from '../fixtures.js';

// Clinical rules, section 6: at least 7 levels where dose and days allow, one per 7 days in long tapers.
const rule = { atLeast: 7, daysPerLevel: 7 };

const over = (days: number): TaperPattern => ({ kind: 'days', days: quantity(days, 'd') });
const by = (reduction: number, every: number): TaperPattern => ({
  kind: 'reduce',
  reduction: mgPerDay(reduction),
  every: quantity(every, 'd'),
});
const byPercent = (percent: number, every: number): TaperPattern => ({
  kind: 'percent',
  percent: quantity(percent, '%'),
  every: quantity(every, 'd'),
});

/** Units of 5 mg from one dose down to another, none where it is left out. */
const way = (from: number, to = 0): Way => ({ from, to, unit: mgPerDay(5), roundDown: false });

function levelsOf(units: number, pattern: TaperPattern, to = 0): readonly Level[] {
  const levels = dailyLevels(way(units, to), pattern, rule);
  if (!('length' in levels)) throw new Error('no whole number of increments');
  return levels;
}

/** The levels in increments, and the days of each. */
function taper(units: number, pattern: TaperPattern) {
  const levels = levelsOf(units, pattern);
  return { units: levels.map((level) => level.units), days: levels.map((level) => level.days) };
}

/** From the dose before the taper to zero. */
function reductions(from: number, levels: readonly Level[]): number[] {
  const doses = [from, ...levels.map(({ units }) => units), 0];
  return doses.slice(1).map((dose, index) => (doses[index] ?? 0) - dose);
}

const someUnits = fc.integer({ min: 2, max: 80 });
const someDays = fc.integer({ min: 1, max: 200 });

describe('a taper over days', () => {
  it('brings 12 units down in 14 days', () => {
    // Levels: least of 11, 14 and 7 is 7. Eight reductions: 12 = 8 x 1 + 4, so 2 2 2 2 1 1 1 1. Days: 14 / 7 = 2.
    expect(taper(12, over(14))).toEqual({ units: [10, 8, 6, 4, 3, 2, 1], days: [2, 2, 2, 2, 2, 2, 2] });
  });

  it('brings 16 units down in 14 days', () => {
    // Levels: least of 15, 14 and 7 is 7. Eight reductions: 16 = 8 x 2. Days: 14 / 7 = 2.
    expect(taper(16, over(14))).toEqual({ units: [14, 12, 10, 8, 6, 4, 2], days: [2, 2, 2, 2, 2, 2, 2] });
  });

  it('brings 6 units down in 14 days: days left over go to the lowest levels', () => {
    // Levels: least of 5, 14 and 7 is 5. Six reductions of 1.
    // Days: 14 = 5 x 2 + 4, one more for each of the lowest four.
    expect(taper(6, over(14))).toEqual({ units: [5, 4, 3, 2, 1], days: [2, 3, 3, 3, 3] });
  });

  it('halves the dose for a single day', () => {
    // Levels: least of 11, 1 and 7 is 1. Two reductions: 12 = 6 + 6; 13 = 7 + 6, the larger one first.
    expect(taper(12, over(1))).toEqual({ units: [6], days: [1] });
    expect(taper(13, over(1))).toEqual({ units: [6], days: [1] });
  });

  it('takes one level a day where days are few', () => {
    // Levels: least of 11, 5 and 7 is 5. Six reductions: 12 = 6 x 2.
    expect(taper(12, over(5))).toEqual({ units: [10, 8, 6, 4, 2], days: [1, 1, 1, 1, 1] });
  });

  it('brings 12 units down in 84 days, one unit at a time', () => {
    // Levels: least of 11, 84 and 84 / 7 = 12 is 11. Days: 84 = 11 x 7 + 7, one more for each of the lowest seven.
    expect(taper(12, over(84))).toEqual({
      units: [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1],
      days: [7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8],
    });
  });

  it('cuts a long taper of a high dose into a level for every 7 days', () => {
    // Levels: least of 19, 60 and floor(60 / 7) = 8 is 8. Nine reductions: 20 = 9 x 2 + 2, so 3 3 2 2 2 2 2 2 2.
    // Days: 60 = 8 x 7 + 4.
    expect(taper(20, over(60))).toEqual({ units: [17, 14, 12, 10, 8, 6, 4, 2], days: [7, 7, 7, 7, 8, 8, 8, 8] });
  });

  it('has no level below a single unit', () => {
    expect(levelsOf(1, over(14))).toEqual([]);
  });

  it('falls with every level, and is above zero to the end', () => {
    fc.assert(
      fc.property(someUnits, someDays, (units, days) => {
        const levels = levelsOf(units, over(days));
        expect(reductions(units, levels).every((reduction) => Number.isInteger(reduction) && reduction > 0)).toBe(true);
      }),
    );
  });

  it('lasts the days asked for, the lower levels never shorter and at most a day longer', () => {
    fc.assert(
      fc.property(someUnits, someDays, (units, days) => {
        const lengths = levelsOf(units, over(days)).map((level) => level.days);
        expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(days);
        expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('reduces as evenly as whole units allow, the larger reductions first', () => {
    fc.assert(
      fc.property(someUnits, someDays, (units, days) => {
        const steps = reductions(units, levelsOf(units, over(days)));
        expect(steps).toEqual([...steps].sort((a, b) => b - a));
        expect(Math.max(...steps) - Math.min(...steps)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('has as many levels as the rule says', () => {
    // The least of units - 1, days, and the larger of 7 and days / 7 rounded down.
    fc.assert(
      fc.property(someUnits, someDays, (units, days) => {
        const [least] = [units - 1, days, days < 56 ? 7 : (days - (days % 7)) / 7].sort((a, b) => a - b);
        expect(levelsOf(units, over(days))).toHaveLength(least ?? Number.NaN);
      }),
    );
  });
});

describe('a taper to a dose that goes on', () => {
  it('counts the levels over what lies between', () => {
    // 12 to 2 units: 10; levels: the least of 9, 7 and 7; 8 reductions 2 2 1 1 1 1 1 1.
    expect(levelsOf(12, over(7), 2).map(({ units }) => units)).toEqual([10, 8, 7, 6, 5, 4, 3]);
    expect(levelsOf(12, by(20, 7), 2).map(({ units }) => units)).toEqual([8, 4]);
    expect(levelsOf(3, over(7), 2)).toEqual([]);
  });

  it('stays above an end between two units', () => {
    // From 4.5 to 1.5 units of 10 mg: 3 and 2, the first reduction 1.5 units.
    expect(levelsOf(4.5, over(2), 1.5).map(({ units }) => units)).toEqual([3, 2]);
  });

  it('takes the fewest levels that keep each fall to a limit', () => {
    // 38 units, 3 at the most at once: 13 falls, 12 levels. 15 is 3 units of 5; units of 25 go one at a time.
    expect(levelsForFall(way(40, 2), mgPerDay(15))).toBe(12);
    expect(levelsForFall({ ...way(4), unit: mgPerDay(25) }, mgPerDay(15))).toBe(3);
  });

  it('is above the end, and lands on it with the last fall', () => {
    fc.assert(
      fc.property(someUnits, fc.integer({ min: 0, max: 78 }), someDays, (units, to, days) => {
        fc.pre(to < units);
        const levels = levelsOf(units, over(days), to).map((level) => level.units);
        const falls = [units, ...levels, to].slice(1).map((level, index) => ([units, ...levels][index] ?? 0) - level);
        expect(falls.every((fall) => Number.isInteger(fall) && fall > 0)).toBe(true);
      }),
    );
  });
});

describe('a taper by a fixed reduction', () => {
  it('takes it off every so many days', () => {
    // 60 mg per day by 15: 45, 30, 15 mg, that is 9, 6 and 3 units of 5 mg.
    expect(taper(12, by(15, 2))).toEqual({ units: [9, 6, 3], days: [2, 2, 2] });
    // 60 mg per day by 5: eleven levels.
    expect(taper(12, by(5, 7)).units).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it('ends with what is left where the dose is no multiple', () => {
    // 35 mg per day by 10: 25, 15, 5 mg, then zero.
    expect(taper(7, by(10, 3))).toEqual({ units: [5, 3, 1], days: [3, 3, 3] });
  });

  it('is empty where it goes to zero at once', () => {
    expect(levelsOf(4, by(20, 2))).toEqual([]);
    expect(levelsOf(4, by(25, 2))).toEqual([]);
  });

  it('is not whole where the products cannot make the reduction', () => {
    expect(dailyLevels(way(12), by(7, 2), rule)).toEqual({ notWhole: mgPerDay(7) });
    expect(dailyLevels(way(12), by(2.5, 2), rule)).toEqual({ notWhole: mgPerDay(2.5) });
  });

  it('does not stumble over binary fractions', () => {
    // 0.3 / 0.1 is 2.9999999999999996 in binary, and three increments in fact: 9, then 6, 3.
    const levels = dailyLevels({ ...way(9), unit: mgPerDay(0.1) }, by(0.3, 1), rule);
    expect(levels).toEqual([
      { units: 6, days: 1 },
      { units: 3, days: 1 },
    ]);
  });

  it('falls by the reduction each time, the last one at most that', () => {
    fc.assert(
      fc.property(someUnits, fc.integer({ min: 1, max: 10 }), (units, size) => {
        const steps = reductions(units, levelsOf(units, by(size * 5, 3)));
        const last = steps.at(-1) ?? 0;
        expect(steps.slice(0, -1).every((step) => step === size)).toBe(true);
        expect(last).toBeGreaterThan(0);
        expect(last).toBeLessThanOrEqual(size);
      }),
    );
  });
});

describe('a taper by a share of the dose at the time', () => {
  it('halves 60 mg per day every 7 days', () => {
    // 12 units: 6, 3, then 1.5, a tie that goes up to 2, then 1.
    // Half of 1 would round up to 1 again, which is no reduction: zero.
    expect(taper(12, byPercent(50, 7))).toEqual({ units: [6, 3, 2, 1], days: [7, 7, 7, 7] });
  });

  it('takes off a quarter each time', () => {
    // 16: 12, 9, 6.75 = 7, 5.25 = 5, 3.75 = 4, 3, 2.25 = 2, then 1.5 would be 2 again: 1, then zero.
    expect(taper(16, byPercent(25, 5))).toEqual({ units: [12, 9, 7, 5, 4, 3, 2, 1], days: [5, 5, 5, 5, 5, 5, 5, 5] });
  });

  it('takes off at least one unit', () => {
    // 10% of 4 is 0.4: 3.6 would be 4 again.
    expect(taper(4, byPercent(10, 7)).units).toEqual([3, 2, 1]);
  });

  it('rounds a tie up in spite of binary fractions', () => {
    // 10% of 5 units is 0.5, a tie, up to 1; 1 - 0.9 is 0.09999999999999998 in binary.
    expect(taper(5, byPercent(90, 7)).units).toEqual([1]);
  });

  it('is empty where it goes to zero at once', () => {
    expect(levelsOf(12, byPercent(100, 7))).toEqual([]);
  });

  it('falls with every level', () => {
    fc.assert(
      fc.property(someUnits, fc.integer({ min: 1, max: 100 }), (units, percent) => {
        const steps = reductions(units, levelsOf(units, byPercent(percent, 3)));
        expect(steps.every((step) => Number.isInteger(step) && step > 0)).toBe(true);
      }),
    );
  });
});
