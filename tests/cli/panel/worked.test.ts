import { describe, expect, it } from 'vitest';
import { rowOf } from './cohort.js';

describe('the worked rows of the rules', () => {
  it('a woman of 76, 58 kg, 1.9 mg/dL, 60 mg per day', () => {
    const row = rowOf({ age: 76, sex: 'female', weight_kg: 58, creatinine_mg_dl: 1.9, daily_dose_mg: 60 });
    // (140 - 76) x 58 / (72 x 1.9) x 0.85 = 3712 / 136.8 x 0.85 = 23.0643; the eGFR of 27.03 is higher. 60 / 5 = 12.
    expect(row).toMatchObject({ status: 'stop', clearance: '23.06', estimate: 'cockcroft-gault' });
    expect(row).toMatchObject({ band: '15-to-below-30', ceiling: '5', dose: '60', multiple: '12' });
    expect(row.findings).toBe('day-above-ceiling;older-and-kidney');
  });

  it('a man of 40, 80 kg, 1.0 mg/dL, 60 mg per day', () => {
    const row = rowOf({ age: 40, sex: 'male', weight_kg: 80, creatinine_mg_dl: 1, daily_dose_mg: 60 });
    // (140 - 40) x 80 / 72 = 111.11; eGFR 142 x (1/0.9)^-1.2 x 0.9938^40 = 142 x 0.8812 x 0.7798 = 97.58 decides.
    expect(row).toMatchObject({ status: 'none', clearance: '97.58', estimate: 'ckd-epi-2021', ceiling: '80' });
    // 60 / 80
    expect(row).toMatchObject({ multiple: '0.75', findings: '', reason: '' });
  });

  it('a man of 65, 70 kg, 1.4 mg/dL, 45 mg per day, and with 124 umol/L', () => {
    const man = { age: 65, sex: 'male', weight_kg: 70, daily_dose_mg: 45 };
    // 75 x 70 / (72 x 1.4) = 5250 / 100.8 = 52.083. 2/3 of 80 is 53.3, made of halves of 10 mg: 50; 45 / 50 = 0.9.
    const row = rowOf({ ...man, creatinine_mg_dl: 1.4 });
    expect(row).toMatchObject({ status: 'ask', clearance: '52.08', ceiling: '50', multiple: '0.9' });
    expect(row.findings).toBe('older-and-kidney');
    // 124 / 88.4 = 1.40271; 5250 / 100.995 = 51.983.
    expect(rowOf({ ...man, creatinine_umol_l: 124 })).toMatchObject({ status: 'ask', clearance: '51.98' });
  });

  it('dialysis, 5 mg per day', () => {
    expect(rowOf({ dialysis: 'yes', daily_dose_mg: 5 })).toMatchObject({
      status: 'stop',
      ceiling: '',
      findings: 'avoid',
    });
  });

  it('no creatinine: 60 mg per day, and 120', () => {
    expect(rowOf({ daily_dose_mg: 60 })).toMatchObject({ status: 'no-kidney-data', clearance: '', ceiling: '80' });
    // 120 is above 80 and above 100.
    expect(rowOf({ daily_dose_mg: 120 })).toMatchObject({ status: 'stop', findings: 'day-above-ceiling' });
  });

  it('a clearance of 29.97 and 20 mg per day, and 30.00 at 50 years', () => {
    const below = rowOf({ crcl: 29.97, daily_dose_mg: 20 });
    expect(below).toMatchObject({
      status: 'stop',
      clearance: '29.97',
      band: '15-to-below-30',
      ceiling: '10',
      multiple: '2',
    });
    const at = rowOf({ age: 50, crcl: '30.00', daily_dose_mg: 20 });
    // Half of 80.
    expect(at).toMatchObject({
      status: 'none',
      clearance: '30',
      band: '30-to-below-50',
      ceiling: '40',
      multiple: '0.5',
    });
  });

  it('140 in mg/dL, and a child of 150 kg', () => {
    const mass = rowOf({ age: 60, sex: 'male', weight_kg: 70, creatinine_mg_dl: 140, daily_dose_mg: 30 });
    expect(mass.status).toBe('unreadable');
    expect(mass.reason).toBe('"creatinine_mg_dl ""140"" is outside 0.1 to 40 (umol/L?)"');
    const child = rowOf({ age: 8, weight_kg: 150, daily_dose_mg: 10 });
    expect(child.status).toBe('unreadable');
    expect(child.reason).toContain('(pounds?)');
  });
});
