import { type Quantity, quantity, tidy } from '../../core/values/quantity.js';
import { readInfantAge } from '../typed/age.js';
import { takes } from './reader.js';

/** Gestational age at birth: "34", or "34+3" for 34 weeks and 3 days. */
export const gestationalAge = takes((text): Quantity<'wk'> | undefined => {
  const [, weeks = '', days = '0'] = /^(\d{2})(?:\+([0-6]))?$/.exec(text) ?? [];
  const value = tidy(Number(weeks) + Number(days) / 7);
  return weeks !== '' && value >= 22 && value < 45 ? quantity(value, 'wk') : undefined;
}, 'weeks of gestation at birth from 22 to 44, with days where known: 34 or 34+3');

/** Age of an infant since birth, the unit written: "10d", "6wk", "6mo". */
export const infantAge = takes((text) => {
  const read = readInfantAge(text);
  return 'ok' in read ? read.ok : undefined;
}, 'an age since birth with its unit, up to 2 years: 10d, 6wk or 6mo');
