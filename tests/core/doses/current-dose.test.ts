import { describe, expect, it } from 'vitest';
import { type CurrentDose, dailyTotal, timesSaid } from '../../../src/core/doses/current-dose.js';
import { mg, mgPerDay } from '../fixtures.js';

const dosesOf: CurrentDose = {
  doses: [
    { time: 'morning', dose: mg(10) },
    { time: 'midday', dose: mg(10) },
    { time: 'bedtime', dose: mg(20) },
  ],
};

describe('what is taken now', () => {
  it.each<[string, CurrentDose, number, number | undefined]>([
    ['a total', { dailyDose: mgPerDay(60) }, 60, undefined],
    ['20 mg three times: 60', { dose: mg(20), timesDaily: 3 }, 60, 3],
    ['10, 10 and 20: 40', dosesOf, 40, 3],
    // 0.1 + 0.2 is 0.30000000000000004 in binary.
    [
      '0.1 and 0.2: 0.3',
      {
        doses: [
          { time: 'morning', dose: mg(0.1) },
          { time: 'bedtime', dose: mg(0.2) },
        ],
      },
      0.3,
      2,
    ],
  ])('%s', (_, current, total, times) => {
    expect(dailyTotal(current)).toEqual(mgPerDay(total));
    expect(timesSaid(current)).toBe(times);
  });
});
