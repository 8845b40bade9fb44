import { describe } from 'vitest';
import { readChoice, readCountry, readSex } from '../../../src/cli/typed/word.js';
import { reads, refuses } from './table.js';

describe('a sex', () => {
  reads(
    readSex,
    ['f', 'F', 'female', 'Female', 'FEMALE', 'woman', 'Woman', 'girl', ' f '].map((text) => [text, 'female']),
  );
  reads(
    readSex,
    ['m', 'M', 'male', 'MALE', 'man', 'Man', 'boy'].map((text) => [text, 'male']),
  );
  refuses(readSex, [
    ['w', 'if w is for woman, write female; it takes female or male'],
    ['W', 'if w is for woman, write female; it takes female or male'],
    ['x', 'it takes female or male, or f or m'],
    ['', 'it takes female or male, or f or m'],
    ['constructor', 'it takes female or male, or f or m'],
    ['f\n', 'it takes female or male, or f or m'],
  ]);
});

describe('a country', () => {
  reads(readCountry, [
    ['us', 'us'],
    ['US', 'us'],
    ['usa', 'us'],
    ['USA', 'us'],
    ['U.S.A.', 'us'],
    ['United States', 'us'],
    ['uk', 'uk'],
    ['UK', 'uk'],
    ['U.K.', 'uk'],
    ['gb', 'uk'],
    ['GB', 'uk'],
    ['United Kingdom', 'uk'],
    ['great-britain', 'uk'],
    ['ca', 'ca'],
    ['Canada', 'ca'],
    ['AU', 'au'],
    ['australia', 'au'],
    ['de', 'de'],
    ['DE', 'de'],
    ['Germany', 'de'],
    ['fr', 'fr'],
    ['FRANCE', 'fr'],
  ]);
  refuses(readCountry, [
    ['at', 'it takes one of us, ca, uk, au, de, fr'],
    ['', 'it takes one of us, ca, uk, au, de, fr'],
    ['toString', 'it takes one of us, ca, uk, au, de, fr'],
  ]);
});

describe('one of a few words', () => {
  const injury = (text: string) =>
    readChoice(text, ['paraplegia', 'tetraplegia', 'unspecified'], { quadriplegia: 'tetraplegia' });
  reads(injury, [
    ['paraplegia', 'paraplegia'],
    ['Paraplegia', 'paraplegia'],
    ['TETRAPLEGIA', 'tetraplegia'],
    ['quadriplegia', 'tetraplegia'],
  ]);
  refuses(injury, [
    ['paraplegic', 'it takes one of paraplegia, tetraplegia, unspecified; did you mean paraplegia?'],
    ['none', 'it takes one of paraplegia, tetraplegia, unspecified'],
    ['', 'it takes one of paraplegia, tetraplegia, unspecified'],
  ]);
  const reference = (text: string) => readChoice(text, ['e-lactancia', 'tablet-10']);
  reads(reference, [
    ['E-Lactancia', 'e-lactancia'],
    ['e lactancia', 'e-lactancia'],
    ['tablet_10', 'tablet-10'],
    ['TABLET 10', 'tablet-10'],
  ]);
});
