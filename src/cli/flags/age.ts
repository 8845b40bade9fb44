import { type Quantity, quantity, tidy } from '../../core/values/quantity.js';
import { takes } from './reader.js';

/** Gestational age at birth: "34", or "34+3" for 34 weeks and 3 days. */
export const gestationalAge = takes((text): Quantity<'wk'> | undefined => {
  const [, weeks = '', days = '0'] = /^(\d{2})(?:\+([0-6]))?$/.exec(text) ?? [];
  const value = tidy(Number(weeks) + Number(days) / 7);
  return weeks !== '' && value >= 22 && value < 45 ? quantity(value, 'wk') : undefined;
}, 'weeks of gestation at birth from 22 to 44, with days where known: 34 or 34+3');

/** Age since birth in days or weeks: "10d", "6wk". */
export const postnatalAge = takes((text): Quantity<'d'> | Quantity<'wk'> | undefined => {
  const [, number = '', unit] = /^(\d+) ?(?:(d|days?)|wk|weeks?)$/.exec(text) ?? [];
  const value = Number(number);
  const days = unit === undefined ? value * 7 : value;
  if (number === '' || days > 730) return undefined;
  return unit === undefined ? quantity(value, 'wk') : quantity(value, 'd');
}, 'an age since birth with its unit, up to 2 years: 10d or 6wk; months go with --infant-age');
