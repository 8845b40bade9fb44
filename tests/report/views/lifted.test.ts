import { describe, expect, it } from 'vitest';
import { run } from '../../cli/run.js';

const lifted = [
  ...['titrate', '--start', '5', '--crcl', '10', '--start-date', '2026-12-01'],
  ...['--override', 'clearance-too-low', '--reason', 'agreed with nephrology'],
];

describe('a refusal that was lifted', () => {
  it.each(['table', 'markdown', 'csv', 'json', 'note', 'patient', 'pharmacy', 'html', 'ics', 'fhir'])(
    'stands in %s with its reason',
    (format) => {
      const { out, code } = run([...lifted, '--format', format]);
      expect(code).toBe(0);
      // The calendar folds its lines (RFC 5545, 3.1).
      expect(out.replaceAll('\r\n ', '').replace(/\s+/g, ' ')).toMatch(/agreed with nephrology/);
    },
  );
});
