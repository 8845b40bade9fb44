import { describe, expect, it } from 'vitest';
import { roundTo, wholeUnits } from '../../../src/core/values/rounding.js';
import { isAbove, isAt, isAtLeast, isAtMost, isBelow } from '../../../src/core/values/thresholds.js';

describe('a value and an edge', () => {
  // 108 x 42 / (72 x 2.1) = 4,536 / 151.2 = 30 exactly; in binary 29.999999999999996 or 30.
  const onThirty = (108 * 42) / (72 * 2.1);

  it.each([
    [onThirty, 30],
    [79.9999999999, 80],
    [30.00000000001, 30],
    [0.1 + 0.2, 0.3],
    [0, 0],
  ])('%d stands on %d', (value, edge) => {
    expect([isAt, isAtLeast, isAtMost].map((holds) => holds(value, edge))).toEqual([true, true, true]);
    expect([isBelow, isAbove].map((holds) => holds(value, edge))).toEqual([false, false]);
  });

  it.each([
    [29.97, 30],
    [32.999, 33],
    [79.9999, 80],
    [0, 1e-12],
  ])('%d is below %d', (value, edge) => {
    expect([isBelow, isAtMost].map((holds) => holds(value, edge))).toEqual([true, true]);
    expect([isAt, isAtLeast, isAbove].map((holds) => holds(value, edge))).toEqual([false, false, false]);
    expect(isAbove(edge, value)).toBe(true);
  });
});

describe('whole units', () => {
  it.each([
    // 7.5 / 5 = 1.5
    [7.5, 5, 'down', 1],
    [7.5, 5, 'up', 2],
    // A tie goes up.
    [7.5, 5, 'nearest', 2],
    [7.4, 5, 'nearest', 1],
    // 0.3 / 0.1 is 2.9999999999999996 in binary.
    [0.3, 0.1, 'down', 3],
    // 0.7 / 0.1 is 6.999999999999999.
    [0.7, 0.1, 'down', 7],
    // (0.1 + 0.2) / 0.1 is 3.0000000000000004.
    [0.1 + 0.2, 0.1, 'up', 3],
    [0, 5, 'up', 0],
  ] as const)('%d in units of %d, %s: %d', (amount, unit, direction, count) => {
    expect(wholeUnits(amount, unit, direction)).toBe(count);
  });

  it('come back as an amount without a tail', () => {
    expect(roundTo(0.35, 0.1, 'down')).toBe(0.3);
    expect(roundTo(49.99, 2.5, 'down')).toBe(47.5);
  });
});
