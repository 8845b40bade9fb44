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

  it('gives the events of a plan without a name the same names again, and those of another plan others', () => {
    expect(new Set(uids(text)).size).toBe(8);
    expect(run(taper).out).toBe(text);
    const others = [
      ['--name', 'Ann Lee'],
      ['--times', '4'],
      ['--product', 'tablet-5'],
      ['--plan-id', 'spring'],
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

  it('tells what to look for: before each step, signs, never to stop', () => {
    const [first, second, ...others] = events(text);
    expect(first?.description).not.toContain('Before each step');
    for (const each of [second, ...others.slice(0, -1)]) {
      expect(each?.description).toContain('Before each step down: if you see any sign of a dose that fell too fast');
    }
    for (const { description } of events(text)) {
      expect(description).toContain('Signs of a dose that fell too fast, or was missed: Seeing or hearing things');
      expect(description).toContain('Call the emergency number at once: Fever with stiff muscles');
    }
    for (const { description } of events(text).slice(0, -1)) expect(description).toContain('Never stop suddenly');
    const titration = run(['titrate', '--start', '5', '--start-date', '2026-12-01', '--format', 'ics']).out;
    for (const { description } of events(titration).slice(1, -2)) {
      expect(description).toContain('Before each step up: if you are sleepier, weaker');
    }
    for (const { description } of events(titration).slice(0, -2)) expect(description).toContain('stay at this dose');
  });

  const when = (line: string) =>
    events(run(`${line} --format ics`.split(' ')).out).map((event) => [`${event.startDate}`, event.summary] as const);

  it.each([
    // Supply for 12 days, to 12 December: three of them are left on the tenth.
    ['titrate --start 5 --start-date 2026-12-01', '2026-12-10', 'Sat 12 Dec 2026'],
    // One week from 29 December, though the plan has three: to 4 January.
    ['titrate --start 5 --age 82 --crcl 55 --start-date 2026-12-29', '2027-01-02', 'Mon 4 Jan 2027'],
    // A supply shorter than that lead: on day 1.
    ['titrate --start 5 --supply 2 --start-date 2026-12-01', '2026-12-01', 'Wed 2 Dec 2026'],
    ['restart --from 20x3 --missed 2d --crcl 95 --age 40 --start-date 2026-12-01', '2026-12-05', 'Mon 7 Dec 2026'],
  ])('asks for the next supply before one ends on which doses go on: %s', (line, date, end) => {
    const summary = `Baclofen: fetch the next supply, this one ends on ${end}`;
    expect(when(line).filter(([, words]) => words.includes('supply'))).toEqual([[date, summary]]);
  });

  it('asks for none where the last dose is dispensed', () => {
    expect(when('taper --from 60 --days 14 --start-date 2026-12-01').join()).not.toContain('supply');
  });

  it('does not end the milk with the doses of a newborn', () => {
    const all = when('newborn --weight 2.9 --regimen a --with-milk 1/3 --birth-date 2028-02-20');
    // 13 days from 20 February of a leap year: 3 March is the last, 4 March the first without a dose.
    expect(all.at(-1)).toEqual(['2028-03-04', 'No more doses of baclofen from today; the milk goes on']);
  });

  it('says of a dose above the ceiling that it will come down', () => {
    const line = 'switch --dose 20x3 --from tablet-20 --to tablet-10 --age 82 --crcl 25 --start-date 2026-12-01';
    const [first] = events(run(`${line} --format ics`.split(' ')).out);
    expect(first?.description).toContain('This dose is more than is usual for you');
  });

  it('lets a dose that goes on last as long as the one before it', () => {
    // Weeks from 29 December: the third from 12 to 18 January, though the supply is for one.
    const all = when('titrate --start 5 --age 82 --crcl 55 --start-date 2026-12-29');
    expect(all.at(-1)).toEqual(['2027-01-19', 'Baclofen: the planned days are over, go on with the last dose']);
  });
});

const uids = (calendar: string) => events(calendar).map(({ uid }) => uid);
const sequences = (calendar: string) => lines(calendar, 'SEQUENCE').map(Number);
const lines = (calendar: string, name: string) =>
  [...calendar.replaceAll('\r\n ', '').matchAll(new RegExp(`^${name}:(.*?)\r?$`, 'gm'))].map(([, value = '']) => value);

/** The same command line, later. */
function later(argv: readonly string[], now: string, files: Readonly<Record<string, string>> = {}) {
  return run(argv, 80, { now, files });
}

describe('a plan that is changed', () => {
  const named = ['--plan-id', 'spring taper'];
  const slower = ['taper', '--from', '60', '--days', '10', '--start-date', '2026-12-30', '--format', 'ics'];

  it('keeps the names of its events, by the name of the plan, else of the patient', () => {
    for (const name of [named, ['--name', 'Ann Lee']]) {
      const [old, changed] = [run([...taper, ...name]).out, run([...slower, ...name]).out];
      expect(uids(old).filter((uid) => uids(changed).includes(uid)).length).toBe(
        Math.min(uids(old).length, uids(changed).length),
      );
    }
  });

  // Seconds from 1 January 2026 to 1 December 2026, 09:30: 334 days are 28,857,600, and 9.5 hours are 34,200.
  it('counts above the old one', () => {
    expect(new Set(sequences(run([...taper, ...named]).out))).toEqual(new Set([28_891_800]));
    expect(new Set(lines(text, 'DTSTAMP'))).toEqual(new Set(['20261201T093000Z']));
    const again = later([...slower, ...named], '2026-12-01T09:30:01Z').out;
    expect(new Set(sequences(again))).toEqual(new Set([28_891_801]));
  });

  it('cancels what the old calendar has and the new one has not', () => {
    const old = run([...taper, ...named]).out;
    const shorter = ['taper', '--from', '20', '--days', '7', '--start-date', '2026-12-30', '--format', 'ics'];
    const { out, code } = run([...shorter, ...named, '--replaces', 'old.ics'], 80, { files: { 'old.ics': old } });
    expect(code).toBe(0);
    const fresh = uids(run([...shorter, ...named]).out);
    const gone = uids(old).filter((uid) => !fresh.includes(uid));
    expect(gone.length).toBeGreaterThan(0);
    expect(new Set(uids(out))).toEqual(new Set([...fresh, ...gone]));
    const cancelled = new ICAL.Component(ICAL.parse(out))
      .getAllSubcomponents('vevent')
      .filter((event) => event.getFirstPropertyValue('status') === 'CANCELLED');
    expect(cancelled.map((event) => event.getFirstPropertyValue('uid'))).toEqual(gone);
    // Of the same second, so one above the old.
    expect(new Set(sequences(out))).toEqual(new Set([28_891_801]));
    for (const event of cancelled)
      expect(String(event.getFirstPropertyValue('summary'))).toMatch(/^Cancelled, the plan was changed: /);
  });

  it('takes the end of the old plan out of the calendar', () => {
    const old = run(taper).out;
    const { out } = run([...slower, '--replaces', 'old.ics'], 80, { files: { 'old.ics': old } });
    const ends = events(out).filter(({ summary }) => /No more baclofen from today/.test(summary));
    expect(ends.map(({ summary, startDate }) => [summary, `${startDate}`])).toEqual([
      ['No more baclofen from today', '2027-01-09'],
      ['Cancelled, the plan was changed: No more baclofen from today', '2027-01-11'],
    ]);
  });

  it('leaves what others have in the file alone', () => {
    const [, own = ''] = /(BEGIN:VEVENT[\s\S]*END:VEVENT)\r\n/.exec(run(taper).out) ?? [];
    const shared = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:dinner@example.org\r\nDTSTART:20261201T190000Z\r\nSUMMARY:Dinner\r\nEND:VEVENT\r\n${own}\r\nEND:VCALENDAR\r\n`;
    const { out } = run([...slower, '--replaces', 'shared.ics'], 80, { files: { 'shared.ics': shared } });
    expect(out).not.toMatch(/dinner/i);
    expect(lines(out, 'STATUS')).toHaveLength(8);
  });

  it.each([
    ['nothing of ours', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', /in which there is no plan of this tool/],
    ['two plans', run(taper).out + run([...taper, '--name', 'Lee']).out, /in which there are 2 plans/],
    ['no calendar', '{}', /in which there is no plan of this tool/],
  ])('refuses a file with %s', (_, old, sentence) => {
    const { out, err, code } = run([...slower, '--replaces', 'old.ics'], 80, { files: { 'old.ics': old } });
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toMatch(/^--replaces got "old.ics", /);
    expect(err).toMatch(sentence);
  });

  it('refuses a file that is not there', () => {
    expect(run([...slower, '--replaces', 'none.ics'])).toEqual({
      out: '',
      err: '--replaces got "none.ics", which does not exist; it takes a calendar written by --format ics.\n',
      code: 2,
    });
  });
});

describe('reminders', () => {
  const reminded = run([...taper, '--reminders', '08:00,13:00,22:00']).out;
  const doses = new ICAL.Component(ICAL.parse(reminded))
    .getAllSubcomponents('vevent')
    .filter((event) => String(event.getFirstPropertyValue('uid')).startsWith('dose-'));

  // 60 mg per day over 14 days: three doses on days 1 to 10 (five steps), two on days 11 and 12, one on 13 and 14.
  it('are a timed event for each dose of each step, on each of its days, with an alarm', () => {
    expect(doses).toHaveLength(5 * 3 + 2 + 1);
    const [morning] = doses.map((event) => new ICAL.Event(event));
    expect(`${morning?.startDate}`).toBe('2026-12-28T08:00:00');
    // A time without a zone is that of the clock on the wall, wherever the phone is.
    expect(morning?.startDate.zone.tzid).toBe('floating');
    for (const event of doses) {
      const [alarm, another] = event.getAllSubcomponents('valarm');
      expect(another).toBeUndefined();
      expect(alarm?.getFirstPropertyValue('action')).toBe('DISPLAY');
      expect(`${alarm?.getFirstPropertyValue('trigger')}`).toBe('PT0S');
      expect(String(alarm?.getFirstPropertyValue('description'))).toMatch(/^Baclofen now: .*\(\d+ mg\)$/);
      expect(`${event.getFirstPropertyValue('rrule')}`).toBe('FREQ=DAILY;COUNT=2');
    }
  });

  it.each([
    ['08:00,13:00', /^--reminders got "08:00,13:00"; it takes 3 times, for morning, midday and bedtime\.\n$/],
    [
      '13:00,08:00,22:00',
      /^--reminders got "13:00,08:00,22:00"; it takes the times of the doses of a day in their order/,
    ],
    ['8,13,22', /it takes the times of the doses of a day/],
    ['08:00,13:00,24:00', /it takes the times of the doses of a day/],
  ])('are not %s', (times, sentence) => {
    const { out, err, code } = run([...taper, '--reminders', times]);
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toMatch(sentence);
  });

  // Eight levels of a day each, the last of which goes on: 10 mg per day from 8 December; 60 mg from the tenth on.
  it.each([
    ['taper --from 60 --to ceiling --crcl 25 --age 50', '2026-12-08', 'half tablet of 10 mg (5 mg)', 2],
    ['titrate --start 5', '2026-12-10', '2 tablets of 10 mg (20 mg)', 3],
    ['switch --dose 20x3 --from tablet-20 --to tablet-10', '2026-12-01', '2 tablets of 10 mg (20 mg)', 3],
  ])('of a dose that goes on do so too, until the plan is replaced: %s', (line, from, dose, doses) => {
    const flags = '--start-date 2026-12-01 --format ics --plan-id spring --reminders 08:00,13:00,22:00';
    const calendar = run(`${line} ${flags}`.split(' ')).out;
    const endless = new ICAL.Component(ICAL.parse(calendar))
      .getAllSubcomponents('vevent')
      .filter((event) => `${event.getFirstPropertyValue('rrule')}` === 'FREQ=DAILY');
    expect(endless.map((event) => `${event.getFirstPropertyValue('dtstart')}`.slice(0, 10))).toEqual(
      Array.from({ length: doses }, () => from),
    );
    for (const event of endless)
      expect(event.getFirstPropertyValue('summary')).toBe(
        `Baclofen now: ${dose}, unless your clinician has changed it`,
      );
    const shorter = 'taper --from 10x2 --days 7 --start-date 2027-01-01 --format ics --plan-id spring';
    const { out } = run([...shorter.split(' '), '--replaces', 'old.ics'], 80, { files: { 'old.ics': calendar } });
    const cancelled = new ICAL.Component(ICAL.parse(out))
      .getAllSubcomponents('vevent')
      .filter((event) => event.getFirstPropertyValue('status') === 'CANCELLED')
      .map((event) => event.getFirstPropertyValue('uid'));
    expect(cancelled).toEqual(expect.arrayContaining(endless.map((event) => event.getFirstPropertyValue('uid'))));
  });

  it('ring for the next supply at the time of the first dose', () => {
    const titrate = 'titrate --start 5 --start-date 2026-12-01 --format ics --reminders 08:00,13:00,22:00';
    const calendar = run(titrate.split(' ')).out;
    expect(lines(calendar, 'TRIGGER;RELATED=START').filter((each) => each !== 'PT0S')).toEqual(['PT8H']);
  });

  it('are not for doses by the hour', () => {
    const newborn = ['newborn', '--weight', '2.9', '--regimen', 'a', '--birth-date', '2026-11-22', '--format', 'ics'];
    const { err, code } = run([...newborn, '--reminders', '06:00,12:00,18:00,23:00']);
    expect(code).toBe(2);
    expect(err).toBe(
      '--reminders got "06:00,12:00,18:00,23:00" for doses by the hour; it takes a plan with times of day.\n',
    );
  });
});
