import { describe, expect, it } from 'vitest';
import { quantity } from '../../src/core/values/quantity.js';
import { formatBeside } from '../../src/report/quantity.js';

describe('a figure beside its threshold', () => {
  // Clinical rules, section 0.5: what is printed never contradicts the threshold.
  it.each([
    [9.96, '9.96%'],
    [9.9996, '9.9996%'],
    [10.04, '10.04%'],
    [10, '10%'],
    [10 + 1e-12, '10%'],
    [9.94, '9.9%'],
    [3.6, '3.6%'],
  ])('%s per cent beside ten: %s', (value, printed) => {
    expect(formatBeside(quantity(value, '%'), quantity(10, '%'))).toBe(printed);
  });

  it.each([
    [0.099998, '0.099998 mg/kg/day'],
    [0.1, '0.1 mg/kg/day'],
    [0.048, '0.048 mg/kg/day'],
    [0.0000926, '0.0926 mcg/kg/day'],
  ])('%s mg/kg/day beside 0.1: %s', (value, printed) => {
    expect(formatBeside(quantity(value, 'mg/kg/d'), quantity(0.1, 'mg/kg/d'))).toBe(printed);
  });
});
