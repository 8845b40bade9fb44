import { describe, expect, it } from 'vitest';
import { run } from '../../cli/run.js';

const lifted = [
  ...['titrate', '--start', '5', '--crcl', '10', '--start-date', '2026-12-01'],
  ...['--override', 'clearance-too-low', '--reason', 'agreed with nephrology'],
];

describe('a refusal that was lifted', () => {
  // A table of doses has nothing but these: what was lifted stands on stderr.
  it('stands beside csv with its reason', () => {
    const { out, err, code } = run([...lifted, '--format', 'csv']);
    expect(code).toBe(0);
    expect(out).not.toMatch(/nephrology/);
    expect(err).toMatch(/agreed with nephrology/);
  });

  it.each(['table', 'markdown', 'json', 'note', 'patient', 'pharmacy', 'html', 'ics', 'fhir'])(
    'stands in %s with its reason',
    (format) => {
      const { out, code } = run([...lifted, '--format', format]);
      expect(code).toBe(0);
      // The calendar folds its lines (RFC 5545, 3.1).
      expect(out.replaceAll('\r\n ', '').replace(/\s+/g, ' ')).toMatch(/agreed with nephrology/);
    },
  );
});
