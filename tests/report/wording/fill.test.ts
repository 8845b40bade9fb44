import { describe, expect, it } from 'vitest';
import { fill } from '../../../src/report/wording/fill.js';

describe('a sentence with places', () => {
  it('is filled with quantities, numbers and words as they are printed', () => {
    const params = { asked: { value: 2.5, unit: 'mg' }, often: { value: 3, unit: '/d' }, day: 4, who: 'Germany' };
    expect(fill('{asked} {often} on day {day} ({who}), {asked}', params)).toBe(
      '2.5 mg three times daily on day 4 (Germany), 2.5 mg',
    );
  });

  it('is filled with what is said otherwise first', () => {
    expect(fill('{days}: {flag}', { days: [3, 4] }, { days: 'days 3 to 4', flag: '--share' })).toBe(
      'days 3 to 4: --share',
    );
  });

  it('never shows a place that nothing fills', () => {
    expect(() => fill('up to {ceiling}', {})).toThrow('nothing fills {ceiling} in "up to {ceiling}"');
  });
});
