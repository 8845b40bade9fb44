import { describe, expect, it } from 'vitest';
import { readDate, readStartDate } from '../../../src/cli/typed/date.js';
import { readDays, readHours, takesDays, takesHours } from '../../../src/cli/typed/days.js';
import { reads, refuses } from './table.js';

const taper = { what: 'how long the taper lasts', from: 1, to: 1826, example: '14 or 2w' } as const;
const takesTaper = 'it takes how long the taper lasts, whole days from 1 to 1,826, such as 14 or 2w';

describe('days', () => {
  const days = (text: string) => readDays(text, taper);
  reads(
    days,
    [
      '14',
      '14d',
      '14 d',
      '14 days',
      '14 Days',
      '14D',
      '2w',
      '2 w',
      '2wk',
      '2 wks',
      '2 weeks',
      '2 WEEKS',
      '014',
      '14.0',
    ].map((text) => [text, { value: 14, unit: 'd' }]),
  );
  reads(days, [
    ['1 day', { value: 1, unit: 'd' }],
    ['1 week', { value: 7, unit: 'd' }],
    ['8 weeks', { value: 56, unit: 'd' }],
    ['1826', { value: 1826, unit: 'd' }],
  ]);
  const uneven = 'months and years differ in length: write days or weeks, such as 14 or 2w';
  refuses(days, [
    ['3 months', uneven],
    ['3mo', uneven],
    ['3m', uneven],
    ['1 month', uneven],
    ['2 years', uneven],
    ['1y', uneven],
    ['0', takesTaper],
    ['1827', takesTaper],
    ['300 weeks', takesTaper],
    ['1.5', takesTaper],
    ['1.5 weeks', takesTaper],
    ['12h', takesTaper],
    ['', takesTaper],
    ['soon', takesTaper],
    ['14-21', 'write one number, not from and to'],
    ['14 to 21 days', 'write one number, not from and to'],
    ['2-3 weeks', 'write one number, not from and to'],
    ['>14', 'above 14 is no number: write one number of days'],
    ['about 14', 'about 14 is no number: write one number of days'],
    ['2,0w', 'write a point: 2w'],
    ['2,5 months', takesTaper],
    ['1,000', 'is it 1000 or 1? Write it without a comma'],
    ['-14', 'write it without a sign: 14'],
    ['-2w', 'write it without a sign: 2w'],
    ['1e2', 'write all digits: 100'],
    ['14\t', takesTaper],
  ]);

  it('are said for help', () => {
    expect(takesDays(taper)).toBe('how long the taper lasts, whole days from 1 to 1,826, such as 14 or 2w');
  });
});

const gap = { what: 'how long nothing was taken', from: 1, to: 720, example: '12h or 2d' } as const;
const takesGap = 'it takes how long nothing was taken, from 1 to 720 hours, with the unit, such as 12h or 2d';

describe('hours', () => {
  const hours = (text: string) => readHours(text, gap);
  reads(hours, [
    ['12h', { value: 12, unit: 'h' }],
    ['12 h', { value: 12, unit: 'h' }],
    ['12 hrs', { value: 12, unit: 'h' }],
    ['12 hours', { value: 12, unit: 'h' }],
    ['1 hour', { value: 1, unit: 'h' }],
    ['1.5h', { value: 1.5, unit: 'h' }],
    ['2d', { value: 48, unit: 'h' }],
    ['2 days', { value: 48, unit: 'h' }],
    ['1 Day', { value: 24, unit: 'h' }],
    ['1w', { value: 168, unit: 'h' }],
  ]);
  refuses(hours, [
    ['12', 'hours or days? Write 12h or 12d'],
    ['1 month', 'months and years differ in length: write hours or days, such as 12h or 2d'],
    ['30 min', takesGap],
    ['0h', takesGap],
    ['31d', takesGap],
    ['', takesGap],
    ['yesterday', takesGap],
    ['1,5h', 'write a point: 1.5h'],
    ['1,5 days', 'write a point: 1.5d'],
    ['>24h', 'above 24 is no number: write one number of hours'],
    ['12-24h', 'write one number, not from and to'],
  ]);

  it('are said for help', () => {
    expect(`it takes ${takesHours(gap)}`).toBe(takesGap);
  });
});

const takesDate = 'it takes a date that exists, from 1900 to 2199, as YYYY-MM-DD such as 2026-12-01';

describe('a date', () => {
  reads(readDate, [
    ['2026-12-25', '2026-12-25'],
    ['2028-02-29', '2028-02-29'],
    [' 2026-12-25 ', '2026-12-25'],
  ]);
  reads(readStartDate, [
    ['today', 'today'],
    ['TODAY', 'today'],
    ['2026-12-25', '2026-12-25'],
  ]);
  const ambiguous = 'day or month first? Write the year first, as YYYY-MM-DD';
  refuses(readDate, [
    ['25/12/2026', 'write 2026-12-25'],
    ['25.12.2026', 'write 2026-12-25'],
    ['25-12-2026', 'write 2026-12-25'],
    ['12/25/2026', 'write 2026-12-25'],
    ['2026/12/25', 'write 2026-12-25'],
    ['2026.12.25', 'write 2026-12-25'],
    ['2026-12-5', 'write 2026-12-05'],
    ['20261225', 'write 2026-12-25'],
    ['25 Dec 2026', 'write 2026-12-25'],
    ['25-Dec-2026', 'write 2026-12-25'],
    ['25 December 2026', 'write 2026-12-25'],
    ['25th December 2026', 'write 2026-12-25'],
    ['25th of December 2026', 'write 2026-12-25'],
    ['December 25, 2026', 'write 2026-12-25'],
    ['Dec 5 2026', 'write 2026-12-05'],
    ['5/5/2026', 'write 2026-05-05'],
    ['05/06/2026', ambiguous],
    ['5.6.2026', ambiguous],
    ['25/12/26', 'write the year in full and first, as YYYY-MM-DD'],
    ['5.6.26', 'write the year in full and first, as YYYY-MM-DD'],
    ['2026-02-30', takesDate],
    ['2027-02-29', takesDate],
    ['1899-12-31', takesDate],
    ['31/04/2026', takesDate],
    ['2026-13-01', takesDate],
    ['tomorrow', takesDate],
    ['today', takesDate],
    ['', takesDate],
    ['2026-12-25T00:00', takesDate],
    ['2026-12-25\n', takesDate],
  ]);
  refuses(readStartDate, [
    ['tomorrow', `${takesDate}, or today`],
    ['25/12/2026', 'write 2026-12-25'],
  ]);
});
