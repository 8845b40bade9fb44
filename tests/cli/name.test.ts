import { describe, expect, it } from 'vitest';
import { planFormats } from '../../src/cli/flags/format.js';
import { run } from './run.js';

const titrate = (name: string, format: string) =>
  run(['titrate', '--start', '5', '--start-date', '2026-12-01', '--name', name, '--format', format]);

describe('--name', () => {
  it.each(['', '  ', 'a\nb', 'a\u001b[31mb', 'a\u0000', 'a\u202eb', 'a\u2028b', 'a\u200bb', 'x'.repeat(101)])(
    '%j is bad input',
    (name) => {
      const { out, err, code } = titrate(name, 'patient');
      expect({ out, code }).toEqual({ out: '', code: 2 });
      expect(err).toMatch(
        /^--name got [^\p{Cc}\p{Cf}]*; it takes a name in letters and signs that can be seen, up to 100\.\n$/u,
      );
    },
  );

  it.each(planFormats)('stands in the %s once it is given, and only then', (format) => {
    expect(titrate('Zacharias', format).out).toContain('Zacharias');
    expect(run(['titrate', '--start', '5', '--start-date', '2026-12-01', '--format', format]).out).not.toContain(
      'Zacharias',
    );
  });

  it('is no formula in a spreadsheet', () => {
    for (const name of ['=1+1', '+1', '-1', '@x', '=cmd|"/c calc"!A1']) {
      const cells = titrate(name, 'csv').out.split(/\r\n|,/);
      expect(
        cells.filter((cell) => /^"?[=+@-]/.test(cell)),
        name,
      ).toEqual([]);
    }
  });

  it('is no markup in Markdown', () => {
    const { out } = titrate('[x](https://example.org) <b> *y* `z` # |', 'markdown');
    expect(out).toContain('Patient: \\[x](https://example.org) \\<b\\> \\*y\\* \\`z\\` \\# \\|');
  });
});
