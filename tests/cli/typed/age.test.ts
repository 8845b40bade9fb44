import { describe } from 'vitest';
import { readAge, readGestationalAge, readInfantAge } from '../../../src/cli/typed/age.js';
import { reads, refuses } from './table.js';

const takesAge = 'it takes an age above 0 and up to 120 years, such as 72, 7y11m, 11m or 6wk';

describe('an age', () => {
  const years = (value: number) => ({ value, unit: 'a' });
  reads(
    readAge,
    [
      '44',
      '44y',
      '44 y',
      '44Y',
      '44yr',
      '44 yrs',
      '44 years',
      '44 Years',
      '44yo',
      '44 yo',
      '44 y/o',
      '44 years old',
    ].map((text) => [text, years(44)]),
  );
  reads(
    readAge,
    ['7y11m', '7y 11m', '7y11mo', '7y 11mo', '7 years 11 months', '7 years and 11 months', '7yr 11mths'].map((text) => [
      text,
      years(7 + 11 / 12),
    ]),
  );
  reads(readAge, [
    ['0.5', years(0.5)],
    ['120', years(120)],
    ['1 year', years(1)],
    ['6m', years(0.5)],
    ['6mo', years(0.5)],
    ['6 months', years(0.5)],
    ['6 months old', years(0.5)],
    ['1 month', years(1 / 12)],
    ['18mo', years(1.5)],
    // A year has 365.25 days
    ['10d', years(10 / 365.25)],
    ['1 day', years(1 / 365.25)],
    ['6wk', years(42 / 365.25)],
    ['6w', years(42 / 365.25)],
    ['6 weeks', years(42 / 365.25)],
    ['6w3d', years(45 / 365.25)],
  ]);
  refuses(readAge, [
    ['', takesAge],
    ['0', takesAge],
    ['0y', takesAge],
    ['121', takesAge],
    ['150 years', takesAge],
    ['7y12m', takesAge],
    ['7.5y3m', takesAge],
    ['6w7d', takesAge],
    ['old', takesAge],
    ['44 kg', takesAge],
    ['1982', takesAge],
    ['1982-03-01', 'write one number, not from and to'],
    ['7,5', 'write a point: 7.5'],
    ['7,5 years', 'write a point: 7.5y'],
    ['7,5 months', 'write a point: 7.5mo'],
    ['7,5 kg', takesAge],
    ['>65', 'above 65 is no number: write one age'],
    ['65+', 'above 65 is no number: write one age'],
    ['~70', 'about 70 is no number: write one age'],
    ['-7', 'write it without a sign: 7'],
    ['40-50', 'write one number, not from and to'],
    ['4e1', 'write all digits: 40'],
    ['\uff14\uff14', takesAge],
    ['44\n', takesAge],
  ]);
});

const takesInfantAge = 'it takes an age since birth with its unit, up to 2 years: 10d, 6wk or 6mo';

describe('the age of an infant', () => {
  const months = (value: number) => ({ value, unit: 'mo' });
  reads(readInfantAge, [
    ['3m', months(3)],
    ['3mo', months(3)],
    ['3 months', months(3)],
    ['3 months old', months(3)],
    ['1y', months(12)],
    ['1y2m', months(14)],
    ['1 year 2 months', months(14)],
    ['24mo', months(24)],
    ['10d', { value: 10, unit: 'd' }],
    ['10 days', { value: 10, unit: 'd' }],
    ['10 days old', { value: 10, unit: 'd' }],
    ['0d', { value: 0, unit: 'd' }],
    ['6wk', { value: 6, unit: 'wk' }],
    ['6w', { value: 6, unit: 'wk' }],
    ['6 weeks', { value: 6, unit: 'wk' }],
    ['1 week', { value: 1, unit: 'wk' }],
    // 6 x 7 + 3.
    ['6w3d', { value: 45, unit: 'd' }],
    ['6 weeks 3 days', { value: 45, unit: 'd' }],
    ['730d', { value: 730, unit: 'd' }],
  ]);
  refuses(readInfantAge, [
    ['6', 'days, weeks or months? Write 6d, 6wk or 6mo'],
    ['3,5 wk', 'write a point: 3.5wk'],
    ['25mo', takesInfantAge],
    ['5y', takesInfantAge],
    ['731d', takesInfantAge],
    ['1.5wk', takesInfantAge],
    ['young', takesInfantAge],
    ['', takesInfantAge],
  ]);
});

const takesGestation = 'it takes weeks of gestation at birth from 22 to 44, with days where known: 34 or 34+3';

describe('a gestational age', () => {
  // 3 days are 3 / 7 = 0.428571428571 of a week, to twelve digits with the 34
  const threeDays = { value: 34.4285714286, unit: 'wk' };
  reads(
    readGestationalAge,
    ['34+3', '34 + 3', '34w3d', '34w 3d', '34 weeks 3 days', '34 weeks and 3 days', '34wk+3d', '34+3 weeks'].map(
      (text) => [text, threeDays],
    ),
  );
  reads(
    readGestationalAge,
    ['34', '34w', '34 wk', '34 weeks', '34+0'].map((text) => [text, { value: 34, unit: 'wk' }]),
  );
  refuses(readGestationalAge, [
    ['34.5', 'write weeks and days with a plus between, such as 34+3'],
    ['34,3', 'write weeks and days with a plus between, such as 34+3'],
    ['34+7', takesGestation],
    ['343', takesGestation],
    ['34 3', takesGestation],
    ['21', takesGestation],
    ['45', takesGestation],
    ['34/40', takesGestation],
    ['', takesGestation],
    ['term', takesGestation],
  ]);
});
