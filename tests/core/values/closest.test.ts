import { describe, expect, it } from 'vitest';
import { closest } from '../../../src/core/values/closest.js';

describe('the word that was meant', () => {
  it.each([
    ['a letter too few', 'titrte', 'titrate'],
    ['one too many', 'titraate', 'titrate'],
    ['another one', 'titrave', 'titrate'],
    ['two swapped', 'titraet', 'titrate'],
    ['large letters', 'TITRATE', 'titrate'],
    ['a letter before all others', 'xtitrate', 'titrate'],
    ['two of seven', 'titr', undefined],
    ['two of seven, of which two are allowed', 'titra', 'titrate'],
  ])('%s: %s', (_, typed, meant) => expect(closest(typed, ['titrate', 'taper'])).toBe(meant));

  it('three letters may have one slip, a swap among them', () => {
    expect(closest('acb', ['abc'])).toBe('abc');
    expect(closest('bac', ['abc'])).toBe('abc');
    expect(closest('ab', ['abc'])).toBe('abc');
    expect(closest('abcd', ['abc'])).toBe('abc');
    expect(closest('axx', ['abc'])).toBeUndefined();
    // The letters are the same, and no two neighbours were swapped.
    expect(closest('cba', ['abc'])).toBeUndefined();
    expect(closest('bca', ['abc'])).toBeUndefined();
  });

  it('is never a word of two letters', () => {
    expect(closest('ux', ['us'])).toBeUndefined();
    expect(closest('us', ['us'])).toBeUndefined();
  });

  it('is the nearest of several, in whatever order they stand', () => {
    // One slip and two.
    expect(closest('abcdef', ['abcdez', 'abcdyz'])).toBe('abcdez');
    expect(closest('abcdef', ['abcdyz', 'abcdez'])).toBe('abcdez');
    expect(closest('abcdef', ['abcdyz', 'abxdyf', 'abcdez'])).toBe('abcdez');
  });

  it('has as many letters for a slip as was asked', () => {
    // Eight letters: two slips at three letters each, one at five.
    expect(closest('baclofxx', ['baclofen'])).toBe('baclofen');
    expect(closest('baclofxx', ['baclofen'], 5)).toBeUndefined();
  });
});
