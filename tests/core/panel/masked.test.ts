import { describe, expect, it } from 'vitest';
import { masked } from '../../../src/core/panel/masked.js';

describe('small cells', () => {
  it.each([
    // Nobody is named by a cell with nobody in it.
    [
      [0, 5, 100],
      [0, 5, 100],
    ],
    [
      [4, 5, 100],
      ['fewer than 5', 'hidden', 100],
    ],
    // Of two small ones the sum could be had: the next smallest goes with them.
    [
      [1, 2, 100, 50],
      ['fewer than 5', 'fewer than 5', 100, 'hidden'],
    ],
    [[3], ['fewer than 5']],
    [[], []],
  ])('%j', (counts, expected) => {
    expect(masked(counts)).toEqual(expected);
  });
});
