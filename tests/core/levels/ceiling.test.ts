import { describe, expect, it } from 'vitest';
import { levels } from '../../../src/calculations/levels.js';
import type { LevelsRequest } from '../../../src/core/levels/types.js';
import type { Patient } from '../../../src/core/patient/patient.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { loadParameters } from '../../../src/parameters/load.js';
import { refusalWords } from '../../../src/report/wording/refusals.js';
import { regular } from './fixtures.js';

const parameters = loadParameters();
const mL = (value: number) => quantity(value, 'mL/min');
const above = ['daily-dose-above-ceiling', 'daily-dose-where-avoided', 'single-dose-above-ceiling'];
const said = (doses: LevelsRequest['doses'], patient: Patient = {}) =>
  levels({ doses, patient }, parameters).notices.filter(({ code }) => above.includes(code));

/** Section 5: levels is held to the ceiling of the band; the label's own is 80 mg per day (us). */
describe('a dose above the ceiling', () => {
  it.each([
    // 30 to below 50: half of 80 is 40; 20 x 3 = 60.
    ['20x3 at 40', regular(20, 3), { creatinineClearance: mL(40) }, 60, 40],
    // 50 to below 80: two thirds of 80 is 53.3, down to what 5 mg units make in equal steps of 10: 50.
    ['20x3 at 55', regular(20, 3), { creatinineClearance: mL(55) }, 60, 50],
    // 40 x 4 = 160.
    ['40x4', regular(40, 4), {}, 160, 80],
    // 15 to below 30: 10 mg per day, and 5 from 65 years; 20 x 3 = 60 though no curve is drawn.
    ['20x3 at 25', regular(20, 3), { creatinineClearance: mL(25) }, 60, 10],
    ['5x2 at 25, 70 years', regular(5, 2), { creatinineClearance: mL(25), age: quantity(70, 'a') }, 10, 5],
  ] as const)('%s is a warning', (_, doses, patient, dailyDose, ceiling) => {
    expect(said(doses, patient)).toMatchObject([
      {
        code: 'daily-dose-above-ceiling',
        severity: 'warning',
        params: { dailyDose: { value: dailyDose, unit: 'mg/d' }, ceiling: { value: ceiling, unit: 'mg/d' } },
      },
    ]);
  });

  it.each([
    // At the ceiling, not above it.
    ['20x4', regular(20, 4), {}],
    ['10x4 at 40', regular(10, 4), { creatinineClearance: mL(40) }],
    ['40 once at 40', { dose: quantity(40, 'mg') }, { creatinineClearance: mL(40) }],
    ['a child, who has no curve', regular(40, 4), { age: quantity(9, 'a'), weight: quantity(30, 'kg') }],
  ] as const)('%s is none', (_, doses, patient) => {
    expect(said(doses, patient)).toEqual([]);
  });

  it('is a warning of its own where it is one dose', () => {
    expect(said({ dose: quantity(41, 'mg') }, { creatinineClearance: mL(40) })).toMatchObject([
      { code: 'single-dose-above-ceiling', params: { dose: { value: 41 }, ceiling: { value: 40 } } },
    ]);
  });

  it('is where it is to be avoided: below 15 mL/min and on dialysis', () => {
    for (const patient of [{ creatinineClearance: mL(14) }, { dialysis: true }]) {
      expect(said(regular(5, 1), patient)).toMatchObject([{ code: 'daily-dose-where-avoided' }]);
    }
  });

  it('comes after what says to avoid it, and before every caution', () => {
    const patient = { age: quantity(82, 'a'), creatinineClearance: mL(40) };
    const [first, second] = levels({ doses: regular(20, 3), patient }, parameters).notices;
    expect([first?.code, second?.code]).toEqual(['avoid-in-older-adult', 'daily-dose-above-ceiling']);
  });
});

describe('a refusal of a curve', () => {
  it.each([
    [{ creatinineClearance: mL(25) }, 'What to do at this clearance: baclofen renal --crcl 25 --daily-dose 60.'],
    [{ dialysis: true }, 'What has been published on dialysis: baclofen renal --dialysis --daily-dose 60.'],
  ])('ends with the whole line to type', (patient, line) => {
    const outcome = levels({ doses: regular(20, 3), patient }, parameters);
    if (outcome.outcome !== 'refusal') throw new Error('a plan');
    // 20 x 3 = 60 mg per day.
    expect(refusalWords(outcome.refusal, parameters.products.products, parameters.wording).instead).toEqual([line]);
  });
});
