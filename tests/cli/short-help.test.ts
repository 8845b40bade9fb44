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

  it('wins wherever it stands, and shows what matters', () => {
    const { code, out } = run(['titrate', '--start', '-h']);
    expect(code).toBe(0);
    for (const flag of ['--start <mg>', '--crcl <mL/min>', '--age <age>', '--target <mg>']) expect(out).toContain(flag);
    expect(out).not.toContain('--spinal-cord-injury');
  });
});
