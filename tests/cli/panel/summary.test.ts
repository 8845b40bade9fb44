import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { progressOn } from '../../../src/cli/panel/progress.js';
import { saveParts } from '../../../src/cli/save.js';
import { run, surroundings } from '../run.js';

const row = (count: number, cells: string) =>
  Array.from({ length: count }, (_, index) => `${cells[0]}${index},${cells}`);

/** 6 above the ceiling of 10 below 30, 4 on dialysis, 20 with nothing found, 7 without a kidney. */
const cohort = [
  'id,daily_dose_mg,crcl,dialysis',
  ...row(6, '60,25,').map((line, index) => `s${index}${line.slice(line.indexOf(','))}`),
  ...row(4, '5,,yes').map((line, index) => `d${index}${line.slice(line.indexOf(','))}`),
  ...row(20, '30,95,').map((line, index) => `n${index}${line.slice(line.indexOf(','))}`),
  ...row(7, '90,,').map((line, index) => `k${index}${line.slice(line.indexOf(','))}`),
  '',
].join('\n');

const summary = (...flags: string[]) =>
  run(['panel', 'c.csv', '--summary', ...flags], 80, { files: { 'c.csv': cohort } });

describe('a summary', () => {
  it('counts everybody, and hides what would name somebody', () => {
    const { out, err, code } = summary('--json');
    expect({ err: err.split('\n').at(-2), code }).toEqual({ err: '37 rows.', code: 0 });
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ schema: 'baclofen/panel@2', summary: { rows: 37 } });
    // 6 + 4 on dialysis + 7 above 80 are 17 stops; no status has fewer than 5.
    expect(answer.summary.status).toEqual({ unreadable: 0, stop: 17, ask: 0, 'no-kidney-data': 0, none: 20 });
    // 6 and 7 are above a ceiling; four on dialysis have none.
    expect(answer.summary).toMatchObject({ aboveCeiling: 13, avoid: 'fewer than 5' });
    const counts = (band: string) => answer.summary.bands.find((each: { band: string }) => each.band === band).counts;
    // Below 20, to 60, to 80, above: 60 mg is in the third. The 6 are the next smallest, hidden with the 4.
    expect(counts('dialysis')).toEqual(['fewer than 5', 0, 0, 0]);
    expect(counts('15-to-below-30')).toEqual([0, 0, 'hidden', 0]);
    expect(counts('80-and-over')).toEqual([0, 20, 0, 0]);
    expect(counts('unknown')).toEqual([0, 0, 0, 7]);
  });

  it('shows them where that is asked for', () => {
    const { summary: all } = JSON.parse(summary('--json', '--small-cells').out);
    expect(all.avoid).toBe(4);
    const cells = all.bands.flatMap(({ counts }: { counts: number[] }) => counts);
    expect(cells.reduce((sum: number, count: number) => sum + count, all.status.unreadable)).toBe(37);
  });

  it('is a table that fits the screen', () => {
    const { out } = summary();
    expect(out).toContain('Cohort of 37 rows');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it.each([['--json'], ['--small-cells'], ['--summary', '--format', 'csv']])(
    'takes no flag that does nothing: %s',
    (...flags) => {
      expect(run(['panel', 'c.csv', ...flags], 80, { files: { 'c.csv': cohort } })).toMatchObject({ code: 2, out: '' });
    },
  );
});

describe('a file of rows', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'baclofen-panel-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is what would stand on the screen', () => {
    const file = join(folder, 'rows.csv');
    const files = { 'c.csv': cohort };
    const { out } = run(['panel', 'c.csv'], 80, { files });
    expect(run(['panel', 'c.csv', '--output', file], 80, { files })).toMatchObject({ code: 0, out: '' });
    expect(readFileSync(file, 'utf8')).toBe(out);
    expect(run(['panel', 'c.csv', '--output', file], 80, { files })).toMatchObject({ code: 2, out: '' });
    expect(readdirSync(folder)).toEqual(['rows.csv']);
  });

  it('is not there before it is whole, and leaves nothing where it is given up', () => {
    const file = join(folder, 'rows.csv');
    const saving = saveParts(file, false);
    saving.write('half');
    expect(existsSync(file)).toBe(false);
    saving.drop();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps what stood there where it is given up', () => {
    const file = join(folder, 'rows.csv');
    writeFileSync(file, 'before');
    const saving = saveParts(file, true);
    saving.write('half');
    saving.drop();
    expect(readFileSync(file, 'utf8')).toBe('before');
  });
});

describe('progress', () => {
  it('stands on one line of a terminal, with rows, rate and the time left', () => {
    let told = '';
    let clock = 0;
    const shell = {
      ...surroundings,
      page: () => {},
      outBytes: () => {},
      errColumns: () => 80,
      out: () => {},
      err: (text: string) => {
        told += text;
      },
    };
    const { rows: passed, end } = progressOn(
      shell,
      () => 0.25,
      () => clock,
    );
    clock = 1000;
    passed(256);
    end();
    // A quarter in one second: three more. 256 rows in a second.
    expect(told).toBe('\r256 rows, 256 rows/s, 3 s left\u001b[K\r\u001b[K');
  });
});

describe('a summary as a page', () => {
  it('stands alone, shows what may be shown, and no count that may not', () => {
    const { out, code } = summary('--format', 'html');
    expect(code).toBe(0);
    expect(out).toMatch(/<h1>Cohort of 37\srows<\/h1>/);
    expect(out).not.toMatch(/<script|src=|href=|url\(/);
    // 17 stops and 20 with nothing found: the longer bar is 280 long, the other 17/20 of it, 238.
    expect(out).toMatch(/width="280" height="20"/);
    expect(out).toMatch(/width="238" height="20"/);
    // Dialysis has four people: no bar.
    expect(out).toContain('>some not shown</text>');
    expect(out).toContain('fewer than 5');
  });

  it.each([[['--format', 'html']], [['--summary', '--json', '--format', 'html']]])('only so: %j', (flags) => {
    expect(run(['panel', 'c.csv', ...flags], 80, { files: { 'c.csv': cohort } })).toMatchObject({ code: 2, out: '' });
  });
});
