import { describe, expect, it } from 'vitest';
import { quantity } from '../../src/core/values/quantity.js';
import { formatBeside, formatQuantity } from '../../src/report/quantity.js';

describe('a weight, a height or a clearance', () => {
  it.each([
    ['32.999 kg', quantity(32.999, 'kg')],
    ['33 kg', quantity(33, 'kg')],
    // A gram more or less is as it was weighed; a third of one was worked out.
    ['54.16 kg', quantity(54.16, 'kg')],
    ['1.05 kg', quantity(1.05, 'kg')],
    ['59.9 kg', quantity(59.874192, 'kg')],
    ['119.98 cm', quantity(119.98, 'cm')],
    ['29.97 mL/min', quantity(29.97, 'mL/min')],
  ])('never looks like the whole number that a rule starts at: %s', (printed, value) => {
    expect(formatQuantity(value)).toBe(printed);
  });
});

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
