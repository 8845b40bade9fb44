import { type InfantAge, monthsAtLeast } from '../../core/infant-dose/age.js';
import { type Quantity, quantity, tidy } from '../../core/values/quantity.js';
import { takes } from './reader.js';

/** Gestational age at birth: "34", or "34+3" for 34 weeks and 3 days. */
export const gestationalAge = takes((text): Quantity<'wk'> | undefined => {
  const [, weeks = '', days = '0'] = /^(\d{2})(?:\+([0-6]))?$/.exec(text) ?? [];
  const value = tidy(Number(weeks) + Number(days) / 7);
  return weeks !== '' && value >= 22 && value < 45 ? quantity(value, 'wk') : undefined;
}, 'weeks of gestation at birth from 22 to 44, with days where known: 34 or 34+3');

const ageUnits: Readonly<Record<string, 'd' | 'wk' | 'mo'>> = {
  d: 'd',
  day: 'd',
  days: 'd',
  wk: 'wk',
  week: 'wk',
  weeks: 'wk',
  mo: 'mo',
  month: 'mo',
  months: 'mo',
};

/** Age of an infant since birth, the unit written: "10d", "6wk", "6mo". */
export const infantAge = takes((text): InfantAge | undefined => {
  const [, number = '', word = ''] = /^(\d+(?:\.\d+)?) ?([a-z]+)$/.exec(text) ?? [];
  const unit = ageUnits[word];
  const value = Number(number);
  if (unit === undefined || monthsAtLeast(quantity(value, unit)) > 24) return undefined;
  return quantity(value, unit) as InfantAge;
}, 'an age since birth with its unit, up to 2 years: 10d, 6wk or 6mo');
