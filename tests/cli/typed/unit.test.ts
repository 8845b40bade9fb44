import { describe, expect, it } from 'vitest';
import { inUnit, unitOf } from '../../../src/cli/typed/unit.js';
import type { Unit } from '../../../src/core/values/quantity.js';

describe('a unit of a record', () => {
  it.each<readonly [number, string, Unit, number]>([
    [72, 'kg', 'kg', 72],
    [3505, 'g', 'kg', 3.505],
    // 154 x 0.45359237, all digits
    [154, '[lb_av]', 'kg', 69.85322498],
    [154, 'lb', 'kg', 69.85322498],
    [154, 'LBS', 'kg', 69.85322498],
    // 16 ounces are a pound
    [16, '[oz_av]', 'kg', 0.45359237],
    [64, '[in_i]', 'cm', 162.56],
    [64, 'in', 'cm', 162.56],
    [6, '[ft_i]', 'cm', 182.88],
    [1.1, 'm', 'cm', 110],
    [1.15, 'm', 'cm', 115],
    [1625, 'mm', 'cm', 162.5],
    [1.4, 'mg/dL', 'mg/dL', 1.4],
    [1.4, 'MG/DL', 'mg/dL', 1.4],
    [1.4, 'mg/100mL', 'mg/dL', 1.4],
    [13, 'mg/L', 'mg/dL', 1.3],
    [124, 'umol/L', 'umol/L', 124],
    [124, 'umol/l', 'umol/L', 124],
    [124, '\u00b5mol/L', 'umol/L', 124],
    [124, '\u03bcmol/l', 'umol/L', 124],
    [124, 'micromol/L', 'umol/L', 124],
    [0.124, 'mmol/L', 'umol/L', 124],
    [0.29, 'mmol/l', 'umol/L', 290],
    [42, 'mL/min', 'mL/min', 42],
    [42, 'mL/min/{1.73_m2}', 'mL/min/{1.73_m2}', 42],
    [42, 'mL/min/1.73m2', 'mL/min/{1.73_m2}', 42],
    [42, 'mL/min/1.73 m\u00b2', 'mL/min/{1.73_m2}', 42],
    [42, 'mL/min/{1.73m2}', 'mL/min/{1.73_m2}', 42],
    [320, 'ng/mL', 'mg/L', 0.32],
    [320, 'ng/mL', 'ug/L', 320],
    [1e-7, 'g/L', 'ug/L', 0.1],
    [60, 'mg/d', 'mg/d', 60],
    [10, 'mg', 'mg', 10],
  ])('%d %s', (value, spelling, unit, expected) => {
    expect(inUnit(value, spelling, unit)).toBe(expected);
  });

  it.each<readonly [string, Unit]>([
    ['umol/L', 'mg/dL'],
    ['mg/dL', 'umol/L'],
    ['mL/min', 'mL/min/{1.73_m2}'],
    ['mL/min/{1.73_m2}', 'mL/min'],
    ['mcg', 'mg'],
    ['mg', 'mg/d'],
    ['lb', 'cm'],
    ['in', 'kg'],
    ['stone', 'kg'],
    ['', 'kg'],
    ['constructor', 'kg'],
    ['kg', 'kg/m2'],
    ['mL', 'a'],
  ])('%s is none in %s', (spelling, unit) => {
    expect(inUnit(1, spelling, unit)).toBeUndefined();
  });

  it('has a dimension and a power of ten', () => {
    expect(unitOf('ng/mL')).toEqual({ dimension: 'mass concentration', power: -3 });
    expect(unitOf('mg per kg per day')).toEqual({ dimension: 'daily dose per weight', power: 0 });
    expect(unitOf('furlong')).toBeUndefined();
  });
});
