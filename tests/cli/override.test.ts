import { describe, expect, it } from 'vitest';
import { run } from './run.js';

const lifted = ['titrate', '--start', '5', '--crcl', '10', '--override', 'clearance-too-low'];
const reason = 'agreed with nephrology';

describe('a lifted refusal', () => {
  it.each(['table', 'markdown', 'csv', 'json'])('carries its reason as %s', (format) => {
    const { out, err, code } = run([...lifted, '--reason', reason, '--format', format]);
    expect(code).toBe(0);
    // A table of doses has nothing else: beside it, on stderr.
    const said = format === 'csv' ? err : out;
    expect(said.replace(/\s+/g, ' ')).toContain(reason);
    expect(said).toContain('clearance-too-low');
  });

  it.each([
    ['without a reason', lifted],
    ['with an empty reason', [...lifted, '--reason', '  ']],
    ['with a reason on two lines', [...lifted, '--reason', 'a\nb']],
    ['with a reason and nothing to lift', ['titrate', '--start', '5', '--reason', reason]],
    [
      'of a code that cannot be lifted',
      ['titrate', '--start', '5', '--override', 'hypersensitivity', '--reason', reason],
    ],
  ])('%s is bad input', (_, argv) => {
    const { out, err, code } = run(argv);
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toMatch(/^--(reason|override) got [^\n]*\.\n$/);
  });

  it('says so where nothing stood in the way', () => {
    const { out } = run(['titrate', '--start', '5', '--override', 'dialysis', '--reason', reason, '--json']);
    const notice = JSON.parse(out).notices.find(({ code }: { code: string }) => code === 'override-not-needed');
    expect(notice.severity).toBe('caution');
  });
});

describe('a refusal that cannot be lifted', () => {
  it.each([
    ['hypersensitivity', ['--hypersensitivity']],
    ['target-never-computed', ['--target', '101']],
  ])('%s exits 1 whatever is tried', (code, flags) => {
    for (const tried of ['dialysis', 'clearance-too-low', 'target-above-ceiling']) {
      const argv = ['titrate', '--start', '5', ...flags, '--override', tried, '--reason', reason, '--json'];
      const ran = run(argv);
      expect(ran.code).toBe(1);
      expect(JSON.parse(ran.out).refusal.code).toBe(code);
    }
  });
});
