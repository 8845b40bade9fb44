import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/cli/catalogue.js';
import { run } from './run.js';

describe('-h', () => {
  it.each(catalogue.map(({ name }) => name))('of %s fits a screen with the line typed and the prompt', (name) => {
    const { code, out, err } = run([name, '-h']);
    expect([code, err]).toEqual([0, '']);
    const lines = out.trimEnd().split('\n');
    // 24 rows less the line typed and the prompt.
    expect(lines.length).toBeLessThanOrEqual(22);
    for (const line of lines.filter((each) => !each.startsWith('  baclofen')))
      expect(line.length).toBeLessThanOrEqual(80);
    expect(out).toContain(`baclofen ${name} --help`);
  });

  it('of the program fits a screen, and names every command', () => {
    const { code, out } = run(['-h']);
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n').length).toBeLessThanOrEqual(22);
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    for (const { name } of catalogue) expect(out).toContain(name);
  });

  it.each([
    ['-h', 'titrate', '--bogus'],
    ['titrate', '--bogus', '-h', '--start', 'x'],
    ['titrate', '--start', '5', '--start', '-h'],
  ])('wins beside what is wrong: %s %s %s', (...argv) => {
    expect(run(argv)).toEqual(run(['titrate', '-h']));
  });

  it.each([
    ['--help', 'titrate'],
    ['help', 'titrate'],
    ['help', 'titrate', '--bogus'],
    ['titrate', '-h', '--help'],
    ['titrate', '--start', 'x', '--help'],
  ])('whole: %s %s', (...argv) => expect(run(argv)).toEqual(run(['titrate', '--help'])));

  it('is no help behind --', () => {
    expect(run(['titrate', '--start', '5', '--', '-h']).code).toBe(2);
  });

  it('wins wherever it stands, and shows what matters', () => {
    const { code, out } = run(['titrate', '--start', '-h']);
    expect(code).toBe(0);
    for (const flag of ['--start <mg>', '--crcl <mL/min>', '--age <age>', '--target <mg>']) expect(out).toContain(flag);
    expect(out).not.toContain('--spinal-cord-injury');
  });
});
