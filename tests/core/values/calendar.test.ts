import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, parseDate, weekdayOf } from '../../../src/core/values/calendar.js';

const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
const iso = (day: Date) => day.toISOString().slice(0, 10);

describe('civil dates', () => {
  it.each(['2026-12-01', '2028-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('%s is a date', (text) =>
    expect(parseDate(text)).toBe(text),
  );

  it.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '26-01-01',
    '2026-1-1',
    '01.12.2026',
    '12/01/2026',
    '1899-12-31',
    '2200-01-01',
    '２０２６-01-01',
    '2026-12-01 ',
    ' 2026-12-01',
    '12026-12-01',
    '2026-12-011',
    '2026-01-32',
    '2026-14-01',
    'today',
    '',
  ])('"%s" is none', (text) => expect(parseDate(text)).toBeUndefined());

  // From printed calendars: the moon landing, two turns of a century, a leap day, and the README's start.
  it.each([
    ['1969-07-20', 'Sunday'],
    ['1900-01-01', 'Monday'],
    ['2000-01-01', 'Saturday'],
    ['2024-02-29', 'Thursday'],
    ['2026-12-01', 'Tuesday'],
  ])('%s is a %s', (day, weekday) => expect(weekdayOf(day)).toBe(weekday));

  it('crosses months, leap days and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(addDays('2100-02-28', 1)).toBe('2100-03-01');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 0)).toBe('2026-12-31');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    // A year has 365 days, with a leap day 366.
    expect(addDays('2026-06-15', 365)).toBe('2027-06-15');
    expect(addDays('2027-06-15', -365)).toBe('2026-06-15');
    expect(addDays('2027-06-15', 366)).toBe('2028-06-15');
    // 2026-12-01 is day 335 of 365: 30 days to the end of the year.
    expect(daysBetween('2026-12-01', '2027-01-01')).toBe(31);
    // 2000 has a leap day, 1900 and 2100 have none.
    expect(daysBetween('2000-02-28', '2000-03-01')).toBe(2);
    expect(daysBetween('2100-03-01', '2100-02-28')).toBe(-1);
    // 100 years with 25 leap days, 1904 to 2000: 36,500 + 25.
    expect(daysBetween('1900-12-31', '2000-12-31')).toBe(36_525);
  });

  it('agrees with the calendar of the platform, in UTC, where no day is shorter or longer', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -4000, max: 4000 }), (start, days) => {
        const end = new Date(start.getTime());
        end.setUTCDate(end.getUTCDate() + days);
        if (end.getUTCFullYear() < 1900 || end.getUTCFullYear() > 2199) return;
        expect(addDays(iso(start), days)).toBe(iso(end));
        expect(daysBetween(iso(start), iso(end))).toBe(days);
        const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
        expect(weekdayOf(iso(end))).toBe(names[end.getUTCDay()]);
      }),
    );
  });
});
