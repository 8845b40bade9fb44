import { describe, expect, it } from 'vitest';
import { quantity } from '../../../src/core/values/quantity.js';
import { staleValues } from '../../../src/core/values/stale.js';

const values = [
  { path: 'a', source: 'label', checked: '2026-11-22' },
  { path: 'b', source: 'study', checked: '2026-02-27' },
  { path: 'c', source: 'label', checked: '2026-03-01' },
  { path: 'd', source: 'study', checked: '2026-11-22' },
];

const ofDays = (days: number, today: string, all = values) => staleValues(all, today, quantity(days, 'd'));

describe('what is stale', () => {
  // From 22 November 2026 to 22 November 2027 there are 365 days, as 2027 has no leap day.
  it.each([
    ['2027-11-22', 365, ['b', 'c']],
    ['2027-11-23', 365, ['b', 'c', 'a', 'd']],
    ['2026-11-22', 1, ['b', 'c']],
    ['2026-11-22', 3650, []],
  ])('on %s, of more than %d days', (today, days, paths) => {
    expect(ofDays(days, today).values.map(({ path }) => path)).toEqual(paths);
  });

  it('is counted by source, the oldest first, over the end of a leap February', () => {
    // To 1 March 2028: from 27 February 2026 two years and 3 days (29 February among them), 365 + 365 + 3 = 733;
    // from 1 March 2026 two years, one of them with 29 February, 365 + 366 = 731.
    // From 22 November 2026: a year to 22 November 2027, then 8 + 31 + 31 + 29 + 1 = 100, together 465.
    expect(ofDays(30, '2028-03-01')).toMatchObject({
      outOf: 4,
      oldest: { oldestCheck: '2026-02-27', age: { value: 733, unit: 'd' } },
      newestCheck: '2026-11-22',
      values: [{ age: { value: 733 } }, { age: { value: 731 } }, { age: { value: 465 } }, { age: { value: 465 } }],
      sources: [
        { id: 'study', oldestCheck: '2026-02-27', age: { value: 733, unit: 'd' }, values: 2 },
        { id: 'label', oldestCheck: '2026-03-01', age: { value: 731, unit: 'd' }, values: 2 },
      ],
    });
  });

  it('has no oldest check where there is none', () => {
    const nothing = ofDays(365, '2026-12-01', []);
    expect(nothing).toMatchObject({ outOf: 0, values: [], sources: [] });
    expect(nothing).not.toHaveProperty('oldest');
  });
});
