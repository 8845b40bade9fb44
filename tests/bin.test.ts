import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './cli/run.js';

const root = fileURLToPath(new URL('../', import.meta.url));
let copy = '';

/** Runs the built command line as a process of its own, in a clean environment. */
function baclofen(argv: readonly string[], env: Record<string, string> = {}, folder = root) {
  const { PATH = '' } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'bin/baclofen.js'), ...argv], {
    env: { PATH, ...env },
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'baclofen-'));
  for (const name of ['bin', 'data', 'dist', 'package.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('the built command line', () => {
  it.each([
    [['titrate', '--start', '5']],
    [['taper', '--days', '14']],
    [['infant-dose', '--milk', '0.32']],
    [['renal', '--crcl', '25', '--json']],
    [['titrate', '--start', '5', '--crcl', '5']],
    [['titrate', '--strat', '5']],
    [['schema', 'taper']],
    [['taper', '--days', '14', '--from', '60', '--format', 'pharmacy']],
    [['titrate', '--start', '5', '--start-date', '2026-12-01', '--format=fhir']],
    [['titrate', '--start', '5', '--patient', 'tests/fixtures/patient.json']],
    [['renal', '--patient=tests/fixtures/patient.json']],
    [['newborn', '--weight', '2.9', '--regimen', 'a']],
    [['milk', '--dose', '20', '--times', '08:00,20:00']],
    [['--help']],
    [['help', 'titrate']],
    [[]],
  ])('%j prints and ends as its source does', (argv) => {
    expect(baclofen(argv)).toEqual(run(argv));
  });

  it('needs no package beside it', () => {
    expect(existsSync(join(copy, 'node_modules'))).toBe(false);
    expect(baclofen(['titrate', '--start', '5'], {}, copy)).toEqual(run(['titrate', '--start', '5']));
  });

  it('colours a pipe only where it is forced to, and reports say the same without', () => {
    const forced = baclofen(['titrate', '--start', '5'], { FORCE_COLOR: '1' });
    expect(forced.out).toContain('\u001b[1m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colours
    expect(forced.out.replace(/\u001b\[\d+m/g, '')).toBe(run(['titrate', '--start', '5']).out);
    expect(baclofen(['titrate', '--start', '5', '--no-color'], { FORCE_COLOR: '1' }).out).not.toContain('\u001b');
  });

  it('draws in ASCII where the locale has no more', () => {
    const { out } = baclofen(['titrate', '--start', '5', '--chart'], { LC_ALL: 'C' });
    expect(out).toMatch(/60 mg per day \|.*\+-+$/m);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: everything above ASCII
    expect(out).not.toMatch(/[^\x00-\x7f]/);
  });

  it.each(['60', '80', '120', '200'])('fits %s columns', (COLUMNS) => {
    for (const argv of [
      ['titrate', '--start', '5'],
      ['taper', '--days', '14'],
      ['infant-dose', '--milk', '0.32'],
      ['newborn', '--weight', '2.9', '--regimen', 'b'],
      ['renal', '--crcl', '25', '--explain'],
      ['rules'],
      ['sources'],
      ['products'],
      ['demo'],
      ['--help'],
      ['infant-dose', '--help'],
      [],
    ]) {
      const widest = Math.max(
        ...baclofen(argv, { COLUMNS })
          .out.split('\n')
          // A line to copy stays whole.
          .filter((line) => !/^(\$| ) ?baclofen /.test(line))
          .map((line) => line.length),
      );
      expect(widest, argv.join(' ')).toBeLessThanOrEqual(Number(COLUMNS));
    }
  });

  it('ends quietly where the reader has seen enough', () => {
    const line = `set -o pipefail; '${process.execPath}' '${join(root, 'bin/baclofen.js')}' sources --json | head -n 1`;
    const { status, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});

describe('a data file changed by hand', () => {
  const file = () => join(copy, 'data/titration.json');

  it('is never followed in silence: one digit, and steps every day', () => {
    const original = readFileSync(file(), 'utf8');
    // The interval of the United States label, 3 days, the first of the file.
    const [interval = ''] = /"interval": \{\s*"value": 3,/.exec(original) ?? [];
    writeFileSync(file(), original.replace(interval, interval.replace('3', '1')));
    const table = baclofen(['titrate', '--start', '5'], {}, copy);
    const json = baclofen(['titrate', '--start', '5', '--json'], {}, copy);
    writeFileSync(file(), original);
    expect(table.out.replace(/\s+/g, ' ')).toContain(
      'WARNING: Changed data: data/titration.json on this computer is not the file that was released.',
    );
    expect(JSON.parse(json.out)).toMatchObject({ changedData: ['titration.json'], plan: { interval: { value: 1 } } });
  });

  it('has no copy that could be changed with it', () => {
    const text = readFileSync(file(), 'utf8').slice(0, 2000);
    const shipped = readdirSync(join(copy, 'dist'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(copy, 'dist', name)).isFile(),
    );
    expect(shipped.length).toBeGreaterThan(5);
    expect(shipped.filter((name) => readFileSync(join(copy, 'dist', name), 'utf8').includes(text))).toEqual([]);
  });

  it('is named where it does not parse, and nothing is printed', () => {
    const original = readFileSync(file(), 'utf8');
    writeFileSync(file(), original.slice(0, -10));
    const { code, out, err } = baclofen(['titrate', '--start', '5'], {}, copy);
    writeFileSync(file(), original);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/^data\/titration\.json cannot be read: .+\n$/);
  });

  it('is taken where it still holds what it must', () => {
    const original = readFileSync(file(), 'utf8');
    writeFileSync(file(), original.replace('"value": 60,', '"value": 45,'));
    const { code, out } = baclofen(['titrate', '--start', '5', '--json'], {}, copy);
    writeFileSync(file(), original);
    expect(code).toBe(0);
    expect(JSON.parse(out).plan.target).toEqual({ value: 45, unit: 'mg/d' });
  });

  it('is refused, with file and field, where it does not', () => {
    const original = readFileSync(file(), 'utf8');
    writeFileSync(file(), original.replace('"value": 5,', '"value": "5",'));
    const { code, out, err } = baclofen(['titrate', '--start', '5'], {}, copy);
    writeFileSync(file(), original);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/^data\/titration\.json, rules\.us\.start\.value: .*expected number/);
  });
});
