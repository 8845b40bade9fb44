import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  creatinineMassConcentration,
  milkMassConcentration,
  perDay,
  quantity,
  tidy,
} from '../../../src/core/values/quantity.js';
import { mg } from '../fixtures.js';

const baclofen = quantity(213.66, 'g/mol');

describe('tidy', () => {
  it('drops the noise of binary arithmetic', () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(tidy(0.1 + 0.2)).toBe(0.3);
  });

  it('keeps 12 significant digits', () => {
    expect(tidy(29.9999999)).toBe(29.9999999);
    expect(tidy(1.23456789012)).toBe(1.23456789012);
    expect(tidy(1.2345678901234)).toBe(1.23456789012);
  });

  it('leaves whole numbers as they are', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000 }), (whole) => tidy(whole) === whole));
  });
});

describe('perDay', () => {
  it.each([
    [5, 3, 15],
    [20, 4, 80],
    [0.1, 3, 0.3], // 0.30000000000000004 without tidying
  ])('%d mg, %d times a day, is %d mg per day', (dose, times, daily) => {
    expect(perDay(mg(dose), times)).toEqual({ value: daily, unit: 'mg/d' });
  });
});

describe('creatinine', () => {
  it('is 1 mg/dL at 88.4 umol/L', () => {
    expect(creatinineMassConcentration(quantity(88.4, 'umol/L'))).toEqual({ value: 1, unit: 'mg/dL' });
  });

  it('is 1.51584 mg/dL at 134 umol/L', () => {
    // 134 / 88.4 = 1.515837
    expect(creatinineMassConcentration(quantity(134, 'umol/L')).value).toBeCloseTo(1.515837, 6);
  });

  it('in mg/dL stays as it is', () => {
    expect(creatinineMassConcentration(quantity(1.4, 'mg/dL'))).toEqual({ value: 1.4, unit: 'mg/dL' });
  });
});

describe('milk level', () => {
  it('in mg/L stays as it is', () => {
    expect(milkMassConcentration(quantity(0.32, 'mg/L'), baclofen)).toEqual({ value: 0.32, unit: 'mg/L' });
  });

  it('in mcg/L is divided by 1,000', () => {
    expect(milkMassConcentration(quantity(0.617, 'ug/L'), baclofen)).toEqual({ value: 0.000617, unit: 'mg/L' });
  });

  it('in umol/L takes the molar mass', () => {
    // 1.5 umol/L x 213.66 ug/umol = 320.49 ug/L = 0.32049 mg/L
    expect(milkMassConcentration(quantity(1.5, 'umol/L'), baclofen)).toEqual({ value: 0.32049, unit: 'mg/L' });
  });
});
