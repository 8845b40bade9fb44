import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { csvOf, people as drawn } from './people.js';

const bin = fileURLToPath(new URL('../../../bin/baclofen.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'baclofen-panel-process-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Some blocks of 256 KB, with second rows, rows that are broken, and marks that go over a line in one of them. */
const people = drawn(400, 5);
const text = csvOf(
  Array.from({ length: 12_000 }, (_, index) => people[index % people.length] as (typeof people)[number]),
  Array.from({ length: 12_000 }, (_, index) => (index % 500 === 0 ? 'twice' : index)),
);
const lines = text.split('\n');
lines.splice(9_000, 0, '"an id\nover lines",5,,,,,,,,5,', 'broken');
const file = join(folder, 'cohort.csv');
writeFileSync(file, lines.join('\n'));

const panel = (...flags: string[]) => {
  const options = { encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'panel', ...flags], options);
  return { code: status, out: stdout, err: stderr };
};

describe('threads', () => {
  const alone = panel(file, '--jobs', '1');

  it('give the same bytes whatever their number', () => {
    expect(alone.err).toContain('12,002 rows: ');
    expect(alone.err).toContain('Second rows of an id: 23.');
    for (const jobs of ['2', '3']) expect(panel(file, '--jobs', jobs)).toEqual(alone);
  });

  it('count the same', () => {
    const summary = panel(file, '--summary', '--json', '--jobs', '1');
    expect(JSON.parse(summary.out).summary.rows).toBe(12_002);
    expect(panel(file, '--summary', '--json', '--jobs', '3')).toEqual(summary);
  });

  const rows = Array.from(
    { length: 40_000 },
    (_, index) => `{"id":"${index}","daily_dose_mg":${index % 120},"crcl":40}`,
  );
  const json = join(folder, 'cohort.ndjson');

  it('take rows of JSON as well', () => {
    writeFileSync(json, rows.join('\n'));
    expect(panel(json, '--jobs', '2')).toEqual(panel(json, '--jobs', '1'));
  });

  // A block has some six thousand rows: the first two go to the other thread, the third stays in this one.
  it.each([3_000, 15_000, 40_000])('end with a fault at row %i where one does', (at) => {
    const fault = '{"id":"x","daily_dose_mg":1,"creatinine_date":"2026-01-01"}';
    // The first one counts, wherever a second is.
    writeFileSync(json, [...rows.slice(0, at), fault, ...rows.slice(at), fault].join('\n'));
    const one = panel(json, '--jobs', '1');
    expect(one.code).toBe(2);
    expect(one.err).toContain('--as-of');
    for (const jobs of ['2', '3']) expect(panel(json, '--jobs', jobs)).toEqual(one);
  });

  it('write what came before a fault of the file', () => {
    const packed = gzipSync(rows.join('\n'));
    const damaged = join(folder, 'damaged.ndjson.gz');
    writeFileSync(damaged, packed.subarray(0, packed.length - 20));
    const one = panel(damaged, '--jobs', '1');
    expect(one.code).toBe(2);
    expect(one.out.length).toBeGreaterThan(1_000_000);
    expect(panel(damaged, '--jobs', '2')).toEqual(one);
  });
});

describe('a process that is killed while it writes a file', () => {
  it.each([
    ['leaves none', undefined, '1'],
    ['leaves the one that was there', 'before', '1'],
    ['leaves none by two threads', undefined, '2'],
  ])('%s', async (_, before, jobs) => {
    const place = mkdtempSync(join(folder, 'place-'));
    const output = join(place, 'rows.csv');
    if (before) writeFileSync(output, before);
    const flags = ['--jobs', jobs, '--output', output, ...(before ? ['--force'] : [])];
    const child = spawn(process.execPath, [bin, 'panel', '-', ...flags]);
    const ended = new Promise((resolve) => child.on('exit', resolve));
    // The end never comes.
    child.stdin.on('error', () => {});
    child.stdin.write(text);
    const isWriting = () =>
      readdirSync(place).some((name) => name.endsWith('.tmp') && statSync(join(place, name)).size > 0);
    while (child.exitCode === null && !isWriting()) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(isWriting()).toBe(true);
    child.kill('SIGKILL');
    await ended;
    expect(readdirSync(place).filter((name) => !name.endsWith('.tmp'))).toEqual(before ? ['rows.csv'] : []);
    if (before) expect(readFileSync(output, 'utf8')).toBe(before);
  });
});
