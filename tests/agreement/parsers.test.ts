import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../cli/run.js';
import { records } from './csv.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baclofen-parsers-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const calendars = [
  ['titrate', '--start', '5', '--start-date', '2026-12-01', '--name', 'A, B; C é日本'],
  ['taper', '--from', '20x4', '--reduce', '5', '--every', '7', '--start-date', '2026-12-28', '--product', 'solution-1'],
  ['taper', '--from', '60', '--days', '14', '--start-date', '2026-12-28', '--reminders', '08:00,13:00,22:00'],
  [
    'taper',
    '--from',
    '60',
    '--to',
    '30',
    '--days',
    '7',
    '--start-date',
    '2026-12-28',
    '--reminders',
    '08:00,13:00,22:00',
  ],
].map((line) => run([...line, '--format', 'ics']).out);

interface Read {
  readonly uid: string;
  readonly start: string;
  readonly end: string;
  readonly summary: string;
  readonly description: string;
  readonly sequence: number;
}

/** Dates as they stand on the wall, whatever zone the parser is in. */
const wall = (date: Date) => {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
};

const byUid = (one: Read, other: Read) => one.uid.localeCompare(other.uid);

function byIcalJs(text: string): Read[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      start: wall(event.startDate.toJSDate()),
      end: wall(event.endDate.toJSDate()),
      summary: event.summary,
      description: event.description ?? '',
      sequence: event.sequence,
    };
  });
}

function byNodeIcal(text: string): Read[] {
  return Object.values(nodeIcal.sync.parseICS(text)).flatMap((event) => {
    if (event?.type !== 'VEVENT') return [];
    const words = (part: unknown) =>
      typeof part === 'string' ? part : ((part as { val?: string } | undefined)?.val ?? '');
    return [
      {
        uid: event.uid,
        start: wall(event.start),
        end: wall(event.end ?? event.start),
        summary: words(event.summary),
        description: words(event.description),
        sequence: Number((event as { sequence?: unknown }).sequence),
      },
    ];
  });
}

function byTsIcs(text: string): Read[] {
  return (convertIcsCalendar(undefined, text).events ?? []).map((event) => {
    // It reads a date as midnight in UTC, and a time without a zone as one in UTC.
    const utc = (date: Date) => date.toISOString().slice(0, 16);
    return {
      uid: event.uid,
      start: utc(event.start.date),
      end: utc(event.end?.date ?? event.start.date),
      summary: event.summary,
      description: event.description ?? '',
      sequence: event.sequence ?? Number.NaN,
    };
  });
}

describe('a calendar reads the same in three parsers', () => {
  it.each(calendars.map((text, index) => [index, text] as const))('calendar %i', (_, text) => {
    const read = [byIcalJs, byNodeIcal, byTsIcs].map((parser) => parser(text).sort(byUid));
    const [first, second, third] = read;
    expect(first?.length).toBeGreaterThan(4);
    expect(second).toEqual(first);
    expect(third).toEqual(first);
  });

  const khal = spawnSync('khal', ['--version']).status === 0;

  it.skipIf(!khal)('and khal takes it in, replaces it and loses what was cancelled (skipped where khal is not)', () => {
    const settings = join(folder, 'khal.conf');
    mkdirSync(join(folder, 'calendar'));
    const format = ['timeformat = %H:%M', 'dateformat = %Y-%m-%d', 'longdateformat = %Y-%m-%d'];
    const zones = ['datetimeformat = %Y-%m-%d %H:%M', 'longdatetimeformat = %Y-%m-%d %H:%M'];
    const local = ['default_timezone = UTC', 'local_timezone = UTC'];
    const kept = ['[calendars]', '[[plan]]', `path = ${join(folder, 'calendar')}`, 'type = calendar'];
    const lines = [...kept, '[locale]', ...format, ...zones, ...local, '[sqlite]', `path = ${join(folder, 'db')}`];
    writeFileSync(settings, `${lines.join('\n')}\n`);
    const call = (...argv: string[]) => {
      const { status, stdout, stderr } = spawnSync('khal', ['-c', settings, ...argv], { encoding: 'utf8' });
      expect(status, stderr).toBe(0);
      return stdout;
    };
    const taper = ['taper', '--from', '60', '--days', '14', '--start-date', '2026-12-28', '--format', 'ics'];
    writeFileSync(join(folder, 'old.ics'), run([...taper, '--plan-id', 'spring']).out);
    call('import', '--batch', join(folder, 'old.ics'));
    const titles = () => call('list', '--format', '{start-date} {title}', '2026-12-28', '21d');
    expect(titles()).toContain('2027-01-11 No more baclofen from today');
    const slower = ['taper', '--from', '60', '--days', '10', '--start-date', '2026-12-30', '--format', 'ics'];
    writeFileSync(
      join(folder, 'new.ics'),
      run([...slower, '--plan-id', 'spring', '--replaces', join(folder, 'old.ics')]).out,
    );
    call('import', '--batch', join(folder, 'new.ics'));
    expect(titles()).toContain('2027-01-09 No more baclofen from today');
    expect(titles()).not.toContain('2027-01-11 No more baclofen from today');
  });
});

const tables = [
  ['titrate', '--start', '5', '--start-date', '2026-12-01'],
  ['titrate', '--start', '5', '--name', 'Lee, "A"'],
  ['taper', '--days', '14'],
  [
    'taper',
    '--from',
    '20x4',
    '--days',
    '28',
    '--product',
    'tablet-15',
    'tablet-5',
    'solution-1',
    '--start-date',
    '2026-12-28',
  ],
  ['newborn', '--weight', '2.9', '--regimen', 'a', '--birth-date', '2026-11-22'],
];

const others = [
  ['renal', '--age', '72', '--sex', 'female', '--weight', '60', '--height', '162', '--creatinine', '1.4mg/dL'],
  ['infant-dose', '--milk', '0.32', '--maternal-dose', '80', '--maternal-weight', '60', '--infant-weight', '3.5'],
  ['milk', '--dose', '20', '--times', '06:00,14:00'],
  ['products'],
  ['rules'],
  ['sources'],
  ['sources', 'judgement'],
  ['titrate', '--start', '5', '--crcl', '10'],
];

const csv = (line: readonly string[]) => run([...line, '--format', 'csv']).out;

describe('a table is tidy', () => {
  const numbers = /_mg$|_ml$|^(?:step|from_day|to_day|dose|count|every_hours|value)$|_kg|_per_/;

  it.each([...tables, ...others].map((line) => [line.join(' '), line] as const))('%s', (_, line) => {
    const rows = records(csv(line));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      for (const [column, cell] of Object.entries(row)) {
        expect(column).toMatch(/^[a-z][a-z0-9_]*$/);
        // One unit in a column, or beside it: a number never carries its own.
        if (numbers.test(column)) expect(cell, column).toMatch(/^(?:-?\d+(?:\.\d+)?)?$/);
        if (/_date$|^checked$|^accessed$/.test(column)) expect(cell, column).toMatch(/^(?:\d{4}-\d{2}-\d{2})?$/);
      }
    }
  });

  it.each(tables.map((line) => [line.join(' '), line] as const))('%s adds up to its days', (_, line) => {
    const days = new Map<string, { sum: number; daily: string }>();
    for (const { plan, step, product_mg, daily_dose_mg = '' } of records(csv(line))) {
      const key = `${plan} ${step}`;
      const sum = (days.get(key)?.sum ?? 0) + Number(product_mg);
      days.set(key, { sum, daily: daily_dose_mg });
    }
    for (const [key, { sum, daily }] of days) expect(sum, key).toBeCloseTo(Number(daily), 9);
  });

  it('says no more with --full or --explain', () => {
    for (const line of [...tables, ...others]) {
      expect(csv([...line, '--full'])).toBe(csv(line));
      if (!['products', 'rules', 'sources'].includes(line[0] ?? ''))
        expect(csv([...line, '--explain'])).toBe(csv(line));
    }
  });

  const miller = spawnSync('mlr', ['--version']).status === 0;

  it.skipIf(!miller)('to Miller, which reads the same rows (skipped where Miller is not)', () => {
    for (const line of [...tables, ...others]) {
      const text = csv(line);
      const { status, stdout, stderr } = spawnSync('mlr', ['--icsv', '--ojson', '-S', 'cat'], {
        input: text,
        encoding: 'utf8',
      });
      expect(status, stderr).toBe(0);
      const read = (JSON.parse(stdout) as Record<string, unknown>[]).map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, String(cell)])),
      );
      expect(read, line.join(' ')).toEqual(records(text));
    }
  });
});
