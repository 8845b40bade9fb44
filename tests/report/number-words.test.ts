import { expect, it } from 'vitest';
import { numberWords } from '../../src/report/number-words.js';

it.each([
  [0, 'zero'],
  [1, 'one'],
  [13, 'thirteen'],
  [20, 'twenty'],
  [34, 'thirty-four'],
  [90, 'ninety'],
  [100, 'one hundred'],
  [109, 'one hundred nine'],
  [219, 'two hundred nineteen'],
  [1000, 'one thousand'],
  [1250, 'one thousand two hundred fifty'],
  [12_305, 'twelve thousand three hundred five'],
  [37.5, 'thirty-seven point five'],
  [0.25, 'zero point two five'],
])('%d is "%s"', (value, words) => expect(numberWords(value)).toBe(words));
