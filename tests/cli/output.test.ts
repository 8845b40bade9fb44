import { spawn } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
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

  it.each([0o600, 0o640, 0o444])('keeps the mode %o of the file that it replaces', (mode) => {
    const file = join(folder, 'plan');
    writeFileSync(file, 'mine');
    chmodSync(file, mode);
    expect(run([...titrate, '--output', file, '--force']).code).toBe(0);
    expect(statSync(file).mode & 0o777).toBe(mode);
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

  it('leaves the old file or the whole new one, and nothing beside, where the process is ended meanwhile', async () => {
    const program = join(folder, 'save.mjs');
    const input = fileURLToPath(new URL('../../src/cli/save.ts', import.meta.url));
    await build({ input, platform: 'node', output: { file: program, format: 'esm' }, logLevel: 'silent' });
    const place = join(folder, 'place');
    mkdirSync(place);
    const file = join(place, 'plan');
    writeFileSync(file, 'old');
    const size = 2 ** 27;
    const script = `import { save } from ${JSON.stringify(program)}; save(${JSON.stringify(file)}, 'x'.repeat(${size}), true);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    while (child.exitCode === null && readdirSync(place).length < 2)
      await new Promise((resolve) => setTimeout(resolve, 1));
    expect(readdirSync(place)).toContainEqual(expect.stringMatching(/^\.plan\.[0-9a-f-]{36}\.tmp$/));
    child.kill('SIGTERM');
    // 128 and the number of the signal, as a shell counts.
    expect(await ended).toBe(143);
    expect(readdirSync(place)).toEqual(['plan']);
    expect(statSync(file).size).toBe(size);
  });

  it('writes no file for a refusal in a view that only a plan has', () => {
    const { out, code } = run([...titrate, '--crcl', '10', '--format', 'patient', '--output', join(folder, 'plan')]);
    expect(code).toBe(1);
    expect(out).toContain('Refused');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes --force only beside it', () => expect(run([...titrate, '--force']).code).toBe(2));
});
