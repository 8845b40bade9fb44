import { describe, expect, it } from 'vitest';
import { clockTime, hourOf, parseClockTime } from '../../../src/core/values/clock.js';

describe('times of day', () => {
  it.each(['00:00', '09:59', '19:00', '20:30', '23:59'])('%s is one', (text) =>
    expect(parseClockTime(text)).toBe(text),
  );

  it.each(['24:00', '29:00', '30:00', '12:60', '1:00', '12:5', '12.30', '112:30', '12:300', 'noon', ''])(
    '"%s" is none',
    (text) => expect(parseClockTime(text)).toBeUndefined(),
  );

  it('are hours and minutes since midnight', () => {
    expect(hourOf('00:00')).toBe(0);
    expect(hourOf('06:45')).toBe(6.75);
    // 1,439 = 23 x 60 + 59
    expect([0, 65, 720, 1439].map(clockTime)).toEqual(['00:00', '01:05', '12:00', '23:59']);
  });
});
