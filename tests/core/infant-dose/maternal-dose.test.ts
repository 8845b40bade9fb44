import { describe, expect, it } from 'vitest';
import { infantDose } from '../../../src/calculations/infant-dose.js';
import { type Quantity, quantity } from '../../../src/core/values/quantity.js';
import { loadParameters } from '../../../src/parameters/load.js';
import { noticeMessage } from '../../../src/report/wording/notices.js';

const parameters = loadParameters();

const first = (maternalDose: Quantity<'mg/d'>, clearance: number) =>
  infantDose({ maternalDose, maternalClearance: quantity(clearance, 'mL/min') }, parameters).notices[0];
const mg = (value: number) => quantity(value, 'mg/d' as const);

/** The mother has a ceiling of her own, by section 5. */
describe('a dose of the mother above her own ceiling', () => {
  it.each([
    // 15 to below 30: 10 mg per day; 80 / 10 = 8.
    [80, 20, 10, 8],
    // 30 to below 50: half of 80 is 40; 60 / 40 = 1.5.
    [60, 45, 40, 1.5],
    // 80 and over: 80; 120 / 80 = 1.5.
    [120, 90, 80, 1.5],
  ])('%s mg per day at %s mL/min is above %s: %s times', (dose, clearance, ceiling, times) => {
    expect(first(mg(dose), clearance)).toMatchObject({
      code: 'maternal-dose-above-ceiling',
      severity: 'warning',
      params: { maternalDose: { value: dose }, ceiling: { value: ceiling }, times },
    });
  });

  it('is named with the line that asks about her', () => {
    const notice = first(mg(80), 20);
    expect(notice && noticeMessage(notice, parameters.wording)).toBe(
      "The mother's 80 mg per day is 8 times her own ceiling of 10 mg per day at this clearance. Reduce by steps, never at once: baclofen renal --crcl 20 --daily-dose 80.",
    );
  });

  it('is a warning of its own where baclofen is to be avoided, below 15 mL/min', () => {
    expect(first(mg(5), 14)?.code).toBe('maternal-dose-where-avoided');
  });

  it.each([
    [10, 20],
    [40, 45],
    [80, 90],
  ])('%s mg per day at %s mL/min is not', (dose, clearance) => {
    expect(first(mg(dose), clearance)?.code).not.toMatch(/^maternal-dose-/);
  });
});
