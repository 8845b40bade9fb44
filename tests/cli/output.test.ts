import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from './run.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baclofen-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const titrate = ['titrate', '--start', '5'];

describe('--output', () => {
  it.each(['table', 'markdown', 'csv', 'json', 'note', 'patient', 'pharmacy'])('writes the %s whole', (format) => {
    const file = join(folder, 'plan');
    const { out, code } = run([...titrate, '--format', format, '--output', file]);
    expect({ out, code }).toEqual({ out: `Written to ${file}.\n`, code: 0 });
    expect(readFileSync(file, 'utf8')).toBe(run([...titrate, '--format', format]).out);
    expect(readdirSync(folder)).toEqual(['plan']);
  });

  it('has 80 columns in a file, however wide the terminal', () => {
    const file = join(folder, 'plan');
    run([...titrate, '--output', file], 200);
    expect(readFileSync(file, 'utf8')).toBe(run(titrate, 80).out);
  });

  it('does not write over a file without --force', () => {
    const file = join(folder, 'plan');
    writeFileSync(file, 'mine');
    expect(run([...titrate, '--output', file])).toEqual({
      out: '',
      err: `--output got "${file}", which exists; it takes a new name, or --force to write over it.\n`,
      code: 2,
    });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(run([...titrate, '--output', file, '--force']).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('Baclofen titration');
    expect(readdirSync(folder)).toEqual(['plan']);
  });

  it('replaces what a link leads to, and leaves the link', () => {
    const [file, link] = [join(folder, 'plan'), join(folder, 'link')];
    writeFileSync(file, 'mine');
    symlinkSync(file, link);
    expect(run([...titrate, '--output', link]).code).toBe(2);
    expect(run([...titrate, '--output', link, '--force']).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('Baclofen titration');
  });

  it('refuses a folder, a missing folder, a file as a folder, a device and no name', () => {
    writeFileSync(join(folder, 'plan'), '');
    mkdirSync(join(folder, 'sub'));
    for (const path of [
      join(folder, 'sub'),
      join(folder, 'none', 'plan'),
      join(folder, 'plan', 'x'),
      '/dev/null',
      '',
      'a\tb',
    ]) {
      const { out, err, code } = run([...titrate, '--output', path, '--force']);
      expect({ out, code }, path).toEqual({ out: '', code: 2 });
      expect(err).toMatch(/^--output got .*; it takes .*\.\n$/);
    }
    expect(readdirSync(folder).sort()).toEqual(['plan', 'sub']);
  });

  it.skipIf(process.getuid?.() === 0)('leaves nothing behind where it may not write', () => {
    chmodSync(folder, 0o500);
    expect(run([...titrate, '--output', join(folder, 'plan')]).code).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
    chmodSync(folder, 0o700);
  });

  it('writes no file for a refusal in a view that only a plan has', () => {
    const { out, code } = run([...titrate, '--crcl', '10', '--format', 'patient', '--output', join(folder, 'plan')]);
    expect(code).toBe(1);
    expect(out).toContain('Refused');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes --force only beside it', () => expect(run([...titrate, '--force']).code).toBe(2));
});
