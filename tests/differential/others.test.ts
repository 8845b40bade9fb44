import ucum from '@lhncbc/ucum-lhc';
import fc from 'fast-check';
import { ckdEpi } from 'medcalc';
import { describe, expect, it } from 'vitest';
import { inUnit } from '../../src/cli/typed/unit.js';
import { ckdEpi2021, cockcroftGault } from '../../src/core/renal-function/equations.js';
import { creatinineMassConcentration, milkMassConcentration, quantity } from '../../src/core/values/quantity.js';

const sex = fc.constantFrom('female', 'male');
const age = fc.integer({ min: 18, max: 105 });
const creatinine = fc.double({ min: 0.2, max: 15, noNaN: true });

describe('CKD-EPI 2021', () => {
  // medcalc rounds to one decimal, and takes any gender but "M" for a woman.
  it('is that of medcalc', () => {
    fc.assert(
      fc.property(age, sex, creatinine, (years, who, creat) => {
        const here = ckdEpi2021(quantity(years, 'a'), quantity(creat, 'mg/dL'), who).value;
        const there = ckdEpi({ creat, age: years, gender: who === 'male' ? 'M' : 'F' }) ?? Number.NaN;
        expect(Math.abs(here - there)).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  it('is never that of the other sex, which medcalc gives for "male" spelled out', () => {
    const here = ckdEpi2021(quantity(50, 'a'), quantity(1.4, 'mg/dL'), 'male').value;
    expect(ckdEpi({ creat: 1.4, age: 50, gender: 'M' })).toBeCloseTo(here, 0);
    expect(ckdEpi({ creat: 1.4, age: 50, gender: 'male' as 'M' })).toBeLessThan(here - 10);
  });
});

/**
 * Cockcroft-Gault as it is published in SI units: (140 - age) x kg x 1.23 / creatinine in micromol/L for a man,
 * 1.04 for a woman. The constants are rounded: 88.4 / 72 is 1.228, and 0.85 of it 1.044.
 */
function cockcroftGaultSi(years: number, kilograms: number, micromolar: number, who: string): number {
  return ((140 - years) * kilograms * (who === 'male' ? 1.23 : 1.04)) / micromolar;
}

it('Cockcroft-Gault is that in SI units, within the rounding of its constants', () => {
  fc.assert(
    fc.property(
      age,
      sex,
      fc.double({ min: 20, max: 1300, noNaN: true }),
      fc.double({ min: 30, max: 200, noNaN: true }),
      (years, who, micromolar, kilograms) => {
        const here = cockcroftGault(
          quantity(years, 'a'),
          quantity(kilograms, 'kg'),
          quantity(micromolar, 'umol/L'),
          who,
        ).value;
        expect(Math.abs(here / cockcroftGaultSi(years, kilograms, micromolar, who) - 1)).toBeLessThan(0.004);
      },
    ),
    { numRuns: 1000 },
  );
});

describe('units', () => {
  const utils = ucum.UcumLhcUtils.getInstance();
  const convert = (from: string, value: number, to: string, molecularWeight?: number): number => {
    const result = utils.convertUnitTo(from, value, to, molecularWeight === undefined ? {} : { molecularWeight });
    expect(result.status, result.msg.join()).toBe('succeeded');
    return result.toVal ?? Number.NaN;
  };

  it.each([
    '1',
    '%',
    '/d',
    'a',
    'd',
    'wk',
    'cm',
    'kg',
    'kg/m2',
    'm2',
    'g/mol',
    'mL',
    'mL/kg/d',
    'mL/min',
    'mL/min/{1.73_m2}',
    'mg',
    'mg/d',
    'mg/kg/d',
    'mg/mL',
    'mg/dL',
    'mg/L',
    'ug/d',
    'ug/L',
    'umol/L',
  ])('%s is a UCUM code', (code) => expect(utils.validateUnitString(code).status).toBe('valid'));

  it('of creatinine convert as UCUM converts them, at 113.12 g/mol', () => {
    for (const value of [20, 88.4, 123.76, 250, 1000]) {
      const here = creatinineMassConcentration(quantity(value, 'umol/L')).value;
      expect(here / convert('umol/L', value, 'mg/dL', 113.12)).toBeCloseTo(1, 4);
    }
  });

  it('of milk convert as UCUM converts them, at 213.66 g/mol', () => {
    const molarMass = quantity(213.66, 'g/mol');
    expect(milkMassConcentration(quantity(1.5, 'umol/L'), molarMass).value).toBeCloseTo(
      convert('umol/L', 1.5, 'mg/L', 213.66),
      9,
    );
    expect(milkMassConcentration(quantity(320, 'ug/L'), molarMass).value).toBeCloseTo(convert('ug/L', 320, 'mg/L'), 9);
  });

  it.each([
    ['kg', 'kg'],
    ['g', 'kg'],
    ['[lb_av]', 'kg'],
    ['cm', 'cm'],
    ['m', 'cm'],
    ['mm', 'cm'],
    ['[in_i]', 'cm'],
  ] as const)('of a record: %s in %s is what UCUM makes of it', (from, to) => {
    expect(inUnit(176.4, from, to)).toBeCloseTo(convert(from, 176.4, to), 9);
  });
});
