import { describe, expect, it } from 'vitest';
import { rowOf } from './cohort.js';

type Case = readonly [what: string, cells: Record<string, string | number>, expected: Record<string, string>];

// Each limit from clinical data: bands at 15, 30, 50 and 80 keep none, 10 mg (5 from 65 years), a half and two thirds of
// the ceiling of the country (us 80); an older adult below 60 is asked about; below 18 years nothing below 90.
const kidneys: readonly Case[] = [
  ['14.99 is below 15', { crcl: 14.99, daily_dose_mg: 5 }, { status: 'stop', band: 'below-15', findings: 'avoid' }],
  ['15 is not', { crcl: 15, daily_dose_mg: 5 }, { status: 'none', band: '15-to-below-30', ceiling: '10' }],
  ['10 of 10', { crcl: 25, daily_dose_mg: 10 }, { status: 'none', multiple: '1' }],
  ['10.5 of 10', { crcl: 25, daily_dose_mg: 10.5 }, { status: 'stop', multiple: '1.05' }],
  ['5 of 5 at 65', { age: 65, crcl: 25, daily_dose_mg: 5 }, { status: 'ask', ceiling: '5', multiple: '1' }],
  ['10 of 5 at 65', { age: 65, crcl: 25, daily_dose_mg: 10 }, { status: 'stop', ceiling: '5', multiple: '2' }],
  ['10 of 10 at 64', { age: 64, crcl: 25, daily_dose_mg: 10 }, { status: 'none', ceiling: '10' }],
  ['half of 80 at 49.99', { crcl: 49.99, daily_dose_mg: 40 }, { status: 'none', ceiling: '40', clearance: '49.99' }],
  ['above half of 80', { crcl: 49.99, daily_dose_mg: 45 }, { status: 'stop', ceiling: '40' }],
  ['two thirds at 50', { crcl: 50, daily_dose_mg: 45 }, { status: 'none', ceiling: '50', band: '50-to-below-80' }],
  // 53.3 is the exact limit, 50 what tablets make of it.
  ['53 is below 53.3', { crcl: 79.99, daily_dose_mg: 53 }, { status: 'none', multiple: '1.06' }],
  ['54 is above', { crcl: 79.99, daily_dose_mg: 54 }, { status: 'stop', clearance: '79.99' }],
  ['80 is whole', { crcl: 80, daily_dose_mg: 80 }, { status: 'none', ceiling: '80' }],
  ['81 is above', { crcl: 80, daily_dose_mg: 81 }, { status: 'stop' }],
  ['an eGFR decides too', { egfr: 29, daily_dose_mg: 15 }, { status: 'stop', estimate: 'given-egfr' }],
  ['the lower of two', { crcl: 60, egfr: 28, daily_dose_mg: 15 }, { status: 'stop', clearance: '28' }],
  ['the lower the other way', { crcl: 28, egfr: 60, daily_dose_mg: 15 }, { status: 'stop', clearance: '28' }],
  ['59.99 at 65', { age: 65, crcl: 59.99, daily_dose_mg: 5 }, { status: 'ask', findings: 'older-and-kidney' }],
  ['60 at 65', { age: 65, crcl: 60, daily_dose_mg: 5 }, { status: 'none' }],
  ['59.99 at 64.9', { age: 64.9, crcl: 59.99, daily_dose_mg: 5 }, { status: 'none' }],
  ['no dose on dialysis', { dialysis: 'yes', daily_dose_mg: 0 }, { status: 'none', multiple: '' }],
  ['dialysis with a number', { dialysis: 1, crcl: 90, daily_dose_mg: 5 }, { status: 'stop', findings: 'avoid' }],
  ['no dialysis', { dialysis: 'no', crcl: 90, daily_dose_mg: 5 }, { status: 'none' }],
  ['no dose at 10', { crcl: 10, daily_dose_mg: 0 }, { status: 'none' }],
  ['at 75 without a kidney', { age: 75, daily_dose_mg: 60 }, { status: 'no-kidney-data' }],
];

const children: readonly Case[] = [
  // 2 x 16 = 32 is below the 40 of his age.
  ['32 at 16 kg', { age: 4, weight_kg: 16, daily_dose_mg: 32 }, { status: 'no-kidney-data', ceiling: '32' }],
  ['33 at 16 kg', { age: 4, weight_kg: 16, daily_dose_mg: 33 }, { status: 'stop', findings: 'child' }],
  // 2 x 22 = 44 is above the 40 below 8 years.
  ['41 at 22 kg', { age: 7, weight_kg: 22, daily_dose_mg: 41 }, { status: 'stop', ceiling: '40' }],
  ['41 at 22 kg and 8', { age: 8, weight_kg: 22, daily_dose_mg: 41 }, { status: 'no-kidney-data', ceiling: '44' }],
  ['below a year', { age: 0.9, weight_kg: 8, daily_dose_mg: 2 }, { status: 'stop', findings: 'child' }],
  ['no weight at 11', { age: 11, daily_dose_mg: 10 }, { status: 'stop', findings: 'child' }],
  ['no weight at 12', { age: 12, daily_dose_mg: 10 }, { status: 'ask', findings: 'child' }],
  ['a kidney of 89', { age: 10, weight_kg: 30, crcl: 89, daily_dose_mg: 10 }, { status: 'stop', findings: 'child' }],
  ['a kidney of 90', { age: 10, weight_kg: 30, crcl: 90, daily_dose_mg: 10 }, { status: 'none' }],
  // 0.413 x 140 / 0.6 = 96.4
  [
    'by Schwartz',
    { age: 10, weight_kg: 30, height_cm: 140, creatinine_mg_dl: 0.6, daily_dose_mg: 10 },
    { status: 'none', estimate: 'schwartz', clearance: '96.37' },
  ],
];

const bodies: readonly Case[] = [
  // 30 kg: 2 mg per kg and day, 60; below 33 kg an adult needs an age.
  ['an adult of 30 kg', { age: 40, weight_kg: 30, crcl: 95, daily_dose_mg: 60 }, { status: 'none' }],
  ['and above', { age: 40, weight_kg: 30, crcl: 95, daily_dose_mg: 61 }, { status: 'stop' }],
  // Asked, and judged as an adult of 30 kg: 60 and no more.
  ['30 kg and no age', { weight_kg: 30, crcl: 95, daily_dose_mg: 10 }, { status: 'ask', ceiling: '60' }],
  ['30 kg, no age, and above', { weight_kg: 30, crcl: 95, daily_dose_mg: 61 }, { status: 'stop' }],
  ['an adult of 60 cm', { age: 40, height_cm: 60, crcl: 95, daily_dose_mg: 10 }, { status: 'unreadable' }],
  ['two sedatives', { crcl: 95, daily_dose_mg: 10, with: 'oxycodone;diazepam' }, { status: 'ask' }],
  [
    'a name that is not known',
    { crcl: 95, daily_dose_mg: 10, with: 'xyzzyx' },
    { status: 'none', reason: 'not known: xyzzyx' },
  ],
];

describe.each([
  ['kidneys', kidneys],
  ['children', children],
  ['bodies and other drugs', bodies],
])('rows by hand: %s', (_, cases) => {
  it.each(cases)('%s', (_what, cells, expected) => {
    expect(rowOf(cells)).toMatchObject(expected);
  });
});

describe('countries', () => {
  // Ceilings of the labels: uk 100, de 75.
  it.each([
    ['uk', 100, 'none'],
    ['uk', 101, 'stop'],
    ['de', 75, 'none'],
    ['de', 76, 'stop'],
  ])('%s, %d mg per day', (rules, dose, status) => {
    expect(rowOf({ crcl: 95, daily_dose_mg: dose }, '--rules', rules)).toMatchObject({ status });
  });
});
