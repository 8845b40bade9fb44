import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'baclofen exit '));
const copy = join(scratch, 'installed here');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** In bash, where `$B` is the command: streams can be closed there and led to a full disk. */
function bash(line: string, folder = root) {
  const { PATH = '' } = process.env;
  const env = { PATH, B: join(folder, 'bin/baclofen.js'), N: process.execPath };
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', line], {
    env,
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { code: status, out: stdout, err: stderr };
}

const oneSentence = /^[^\n]+\.\n$/;
const answer = 'titrate --start 5';
const refusal = 'titrate --start 5 --crcl 10';
const wrong = 'titrate --strat 5';

describe.runIf(existsSync('/dev/full'))('a full disk', () => {
  it.each([answer, refusal, 'sources --json', '--help'])('below stdout of %s ends in 3 with one sentence', (line) => {
    const { code, err } = bash(`"$N" "$B" ${line} > /dev/full`);
    expect(code).toBe(3);
    expect(err).toMatch(oneSentence);
    expect(err).toContain('ENOSPC');
  });

  it('below stderr of a line that makes no sense is not a refusal', () => {
    expect([2, 3]).toContain(bash(`"$N" "$B" ${wrong} 2> /dev/full`).code);
  });

  it('below stdout and stderr alike ends in 3', () => {
    expect(bash(`"$N" "$B" ${answer} > /dev/full 2> /dev/full`).code).toBe(3);
  });

  it('as --output is no plain file, which the line can be blamed for', () => {
    const { code, out, err } = bash(`"$N" "$B" ${answer} --output /dev/full`);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^--output got "\/dev\/full"/);
  });
});

describe('a disk that does not take the file of --output', () => {
  // A limit of 1 kB stands for a disk with so much left, where nobody may mount one.
  it.each(['sources --json', 'panel ../cohort.csv'])(
    'ends in 3 with one sentence in %s, and nothing is left',
    (line) => {
      const folder = mkdtempSync(join(scratch, 'disk '));
      writeFileSync(join(scratch, 'cohort.csv'), `id,daily_dose_mg,crcl\n${'a,60,25\n'.repeat(100)}`);
      const { code, out, err } = bash(`cd '${folder}' && ulimit -f 1 && "$N" "$B" ${line} --output plan`);
      expect([code, out]).toEqual([3, '']);
      expect(err).toBe('Nothing was written to "plan": a file may not be so large here.\n');
      expect(readdirSync(folder)).toEqual([]);
    },
  );
});

describe('a closed stream', () => {
  it.each([
    [`${answer} >&-`, [0, 3]],
    [`${refusal} >&-`, [1, 3]],
    [`${answer} 2>&-`, [0]],
    [`${refusal} 2>&-`, [1]],
    [`${wrong} 2>&-`, [2, 3]],
    [`${answer} >&- 2>&-`, [0, 3]],
    [`${answer} <&-`, [0]],
  ])('in %s never makes a refusal of what is none, nor a stack', (line, codes) => {
    const { code, err } = bash(`"$N" "$B" ${line}`);
    expect(codes).toContain(code);
    expect(err).not.toMatch(/\n {4}at /);
  });
});

describe('a damaged installation', () => {
  beforeEach(() => {
    rmSync(copy, { recursive: true, force: true });
    for (const name of ['bin', 'data', 'dist', 'package.json'])
      cpSync(join(root, name), join(copy, name), { recursive: true });
  });

  const ends = (line = answer) => bash(`"$N" "$B" ${line}`, copy);

  it('runs in a path with a space as it is', () => expect(ends().code).toBe(0));

  it('without its bundle ends in 3 with one sentence', () => {
    rmSync(join(copy, 'dist'), { recursive: true });
    const { code, out, err } = ends();
    expect([code, out]).toEqual([3, '']);
    expect(err).toMatch(oneSentence);
  });

  it('with half of any file of its program ends in 3, or does not need it', () => {
    const folder = join(copy, 'dist/cli');
    const files = readdirSync(folder).filter((name) => name.endsWith('.cjs'));
    const codes = files.map((name) => {
      const whole = readFileSync(join(folder, name));
      truncateSync(join(folder, name), whole.length >> 1);
      const { code, out, err } = ends();
      writeFileSync(join(folder, name), whole);
      if (code === 0) return code;
      expect([code, out], name).toEqual([3, '']);
      expect(err.replace(/\.?\n$/, '.\n'), name).toMatch(oneSentence);
      return code;
    });
    expect(codes.filter((code) => code === 3).length).toBeGreaterThan(3);
  });

  it.each(['sources.json', 'titration.json', 'wording.json'])('without data/%s ends in 3 and names it', (name) => {
    rmSync(join(copy, 'data', name));
    const { code, out, err } = ends();
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain(`data/${name} cannot be read`);
  });

  it('with data that is no JSON ends in 3 and names it, whatever is asked', () => {
    writeFileSync(join(copy, 'data/taper.json'), '{"shortest": ');
    for (const line of [answer, 'taper --days 14', 'renal --crcl 25', 'sources --json']) {
      const { code, err } = ends(line);
      expect(code, line).toBe(3);
      expect(err, line).toMatch(/^data\/taper\.json cannot be read: [^\n]+\n$/);
    }
  });
});
