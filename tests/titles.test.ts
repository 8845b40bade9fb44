import { describe, expect, it } from 'vitest';
import { hole } from './titles.js';

describe('a title', () => {
  it.each(['undefined fits 80 columns', 'reads undefined', 'age (undefined)', '[object Object] is read', 'takes %s'])(
    'with a hole is found, %#',
    (title) => expect(hole.test(title)).toBe(true),
  );

  it.each(['"undefined" is refused', 'an undefinedness', '10% of the dose'])('without one is not, %#', (title) =>
    expect(hole.test(title)).toBe(false),
  );
});
