import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { run } from '../../cli/run.js';

const taper = ['taper', '--from', '60', '--days', '14', '--start-date', '2026-12-28', '--format', 'ics'];
const text = run(taper).out;

function events(calendar: string) {
  const component = new ICAL.Component(ICAL.parse(calendar));
  return component.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

describe('the calendar', () => {
  // 14 days from 28 December in steps of two days: the last is 9 and 10 January, the day after it 11 January 2027.
  it('has an all-day event a step, and one on the day after the last', () => {
    expect(events(text).map(({ startDate, endDate }) => [startDate.isDate, `${startDate}`, `${endDate}`])).toEqual([
      [true, '2026-12-28', '2026-12-30'],
      [true, '2026-12-30', '2027-01-01'],
      [true, '2027-01-01', '2027-01-03'],
      [true, '2027-01-03', '2027-01-05'],
      [true, '2027-01-05', '2027-01-07'],
      [true, '2027-01-07', '2027-01-09'],
      [true, '2027-01-09', '2027-01-11'],
      [true, '2027-01-11', '2027-01-12'],
    ]);
    expect(events(text).at(-1)?.summary).toBe('No more baclofen from today');
  });

  it.each([
    ['Pacific/Kiritimati', -840],
    ['America/Los_Angeles', 480],
    ['Europe/Lisbon', 0],
  ])('is the same in %s', (zone, offset) => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      expect(new Date(2026, 11, 28).getTimezoneOffset()).toBe(offset);
      expect(run(taper).out).toBe(text);
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it('gives the same events the same names again, and another plan others', () => {
    const uids = (calendar: string) => events(calendar).map(({ uid }) => uid);
    expect(new Set(uids(text)).size).toBe(8);
    expect(run(taper).out).toBe(text);
    const others = [
      ['--name', 'Ann Lee'],
      ['--times', '4'],
      ['--product', 'tablet-5'],
    ].map((more) => run([...taper, ...more]).out);
    for (const other of others) expect(uids(text).some((uid) => uids(other).includes(uid))).toBe(false);
  });

  it('folds at 75 octets and escapes a hostile name', () => {
    const name = 'A, B; C\\n "é日本" END:VEVENT';
    const { out } = run([...taper, '--name', name]);
    expect(out.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(out.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const { description } of events(out)) expect(description.startsWith(`For ${name}.\n`)).toBe(true);
    expect(events(out)).toHaveLength(8);
  });

  it('needs a date', () => {
    const { out, err, code } = run(['taper', '--from', '60', '--days', '14', '--format', 'ics']);
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toMatch(/^--start-date got nothing/);
  });

  it('reads no clock for its stamp', () => {
    const data = JSON.parse(run(['taper', '--from', '60', '--days', '14', '--json']).out).data.replaceAll('-', '');
    expect(new Set(text.match(/^DTSTAMP:.*$/gm)?.map((line) => line.trim()))).toEqual(
      new Set([`DTSTAMP:${data}T000000Z`]),
    );
  });
});
