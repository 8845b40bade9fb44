import { describe, expect, it } from 'vitest';
import { formats } from '../../src/cli/flags/format.js';
import { loadParameters, type Parameters } from '../../src/parameters/load.js';
import { argvOf, run } from './run.js';

/** A part of the data with one day for all checks, so that no new value moves what is tested here. */
function checkedOn<T>(part: T, day: string): T {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map((each) => checkedOn(each, day)) as T;
  const entries = Object.entries(part).map(([key, value]) => [key, key === 'checked' ? day : checkedOn(value, day)]);
  return Object.fromEntries(entries);
}

const parameters = checkedOn(loadParameters(), '2026-11-22');

/** Every value has one check. */
const count = JSON.stringify(parameters).split('"checked":').length - 1;
/** As it is printed, with its comma. */
const counted = count.toLocaleString('en-US');

/** The data with three older checks: from 10 January 2025, 30 November 2025 and 1 December 2025. */
function older(): Parameters {
  const { us, de } = structuredClone(parameters.titration.rules);
  const rules = {
    us: {
      ...us,
      start: { ...us.start, checked: '2025-01-10' },
      interval: { ...us.interval, checked: '2025-12-01' },
      target: { ...us.target, checked: '2025-11-30' },
    },
    de,
  };
  return {
    ...parameters,
    titration: { ...parameters.titration, rules: { ...parameters.titration.rules, ...rules } },
  };
}

const printed = (line: string, today: string, load = () => parameters, columns = 80) => {
  const { out, err, code } = run(argvOf(`baclofen sources ${line}`), columns, { today, load });
  expect([code, err], line).toEqual([0, '']);
  return out;
};

const flat = (out: string) => out.replaceAll(/\s+/g, ' ');

describe('nothing stale', () => {
  it.each([
    ['2026-12-01', `365 days: ${counted} values, the oldest checked on 2026-11-22, 9 days before today, 2026-12-01.`],
    ['2026-11-26', `365 days: ${counted} values, the oldest checked on 2026-11-22, 4 days before today, 2026-11-26.`],
    // The day that is 365 days later is not more than that.
    ['2027-11-22', `365 days: ${counted} values, the oldest checked on 2026-11-22, 365 days before today, 2027-11-22.`],
  ])('on %s', (today, sentence) => {
    expect(flat(printed('--stale', today))).toContain(`No check is older than ${sentence}`);
  });

  it('says what a check is worth and whose choice the default is', () => {
    const out = flat(printed('--stale', '2026-12-01'));
    expect(out).toContain('compared the value with its source, and not that the source has no newer edition.');
    expect(out).toContain('365 days is the default, a choice of ours. Set with --stale.');
    expect(flat(printed('--stale 30', '2026-12-01'))).not.toContain('default');
  });

  it('of one source with one value', () => {
    const out = flat(printed('bnfc-2018 --stale', '2026-11-23'));
    expect(out).toContain('1 value, the oldest checked on 2026-11-22, 1 day before today');
  });
});

describe('stale', () => {
  it('a year and a day after the last check, everything', () => {
    const out = printed('--stale', '2027-11-27');
    expect(flat(out)).toContain(`more than 365 days before today, 2027-11-27: ${counted} of ${counted} values.`);
    expect(out).toMatch(/^bnfc-2018 +2026-11-22, 370 days ago +1$/m);
  });

  // To 1 December 2026: from 10 January 2025 365 days to 10 January 2026, 304 to 10 November and 21 more, 690;
  // from 30 November 2025 366 days, from 1 December 2025 365.
  it('by source, the oldest check first', () => {
    const out = printed('--stale', '2026-12-01', older);
    expect(flat(out)).toContain(`more than 365 days before today, 2026-12-01: 2 of ${counted} values.`);
    const rows = out.split('\n').filter((line) => /^[a-z].*ago/.test(line));
    expect(rows.map((row) => row.split(/ {2,}/))).toEqual([
      ['fda-tablets-2023', '2025-01-10, 690 days ago', '1'],
      ['judgement', '2025-11-30, 366 days ago', '1'],
    ]);
    expect(out).toContain('baclofen sources ID --stale.');
    expect(printed('--stale 364', '2026-12-01', older)).toContain('baclofen sources ID --stale 364.');
  });

  it('of one source, value by value', () => {
    const out = flat(printed('fda-tablets-2023 --stale 364', '2026-12-01', older));
    expect(out).toMatch(/more than 364 days before today, 2026-12-01: 2 of \d+ values\./);
    expect(out).toMatch(
      /- titration\.rules\.us\.start: 5 mg\. .*checked 2025-01-10, 690 days ago\. .*- titration\.rules\.us\.interval: 3 days\. .*checked 2025-12-01, 365 days ago\./,
    );
    expect(out).not.toContain('doseCeiling');
  });

  it('as JSON with the same facts', () => {
    expect(JSON.parse(printed('--stale --json', '2026-12-01', older))).toMatchObject({
      schema: 'baclofen/sources@2',
      stale: {
        today: '2026-12-01',
        moreThan: { value: 365, unit: 'd' },
        outOf: count,
        oldest: { oldestCheck: '2025-01-10', age: { value: 690, unit: 'd' } },
        newestCheck: '2026-11-22',
        values: 2,
        sources: [
          { id: 'fda-tablets-2023', oldestCheck: '2025-01-10', age: { value: 690, unit: 'd' }, values: 1 },
          { id: 'judgement', oldestCheck: '2025-11-30', age: { value: 366, unit: 'd' }, values: 1 },
        ],
        meaning: expect.stringContaining('newer edition'),
      },
      sources: [{ id: 'fda-tablets-2023' }, { id: 'judgement' }],
      taken: [
        { path: 'titration.rules.us.start', source: 'fda-tablets-2023', value: { value: 5, checked: '2025-01-10' } },
        { path: 'titration.rules.us.target', source: 'judgement', value: { value: 60, checked: '2025-11-30' } },
      ],
    });
  });

  it.each(formats)('as %s', (format) => {
    const out = printed(`--stale --format ${format}`, '2026-12-01', older);
    for (const part of ['fda-tablets-2023', '2025-01-10', '690', 'newer edition']) expect(flat(out)).toContain(part);
  });

  // 22 November 2026 to 22 November 2037: 11 years, with 29 February in 2028, 2032 and 2036, 4,018 days.
  it.each([60, 80, 120, 200])('fits %d columns', (columns) => {
    for (const line of ['--stale', '--stale 3650', 'germany-baclofen-al-leaflet-2019 --stale']) {
      const out = printed(line, '2037-11-22', undefined, columns);
      expect(flat(out)).toContain('4,018 days');
      for (const each of out.split('\n')) expect(each.length, each).toBeLessThanOrEqual(columns);
    }
  });
});

describe('a clock that is behind', () => {
  it('is a caution: to it everything is fresh', () => {
    // From 20 to 22 November.
    const out = flat(printed('--stale', '2026-11-20'));
    expect(out).toContain('Caution: Today is 2026-11-20 on this computer, before the newest check, 2026-11-22.');
    expect(out).toContain('the oldest checked on 2026-11-22, 2 days after today, 2026-11-20.');
    expect(printed('--stale', '2026-11-26')).not.toContain('Caution');
  });
});

it('takes whole days from 1 to 3,650', () => {
  for (const days of ['1', '3650', '030']) expect(printed(`--stale ${days}`, '2026-12-01')).not.toBe('');
  for (const days of ['0', '3651', '1.5', '-5', 'abc', "''"]) {
    const { code, out, err } = run(argvOf(`baclofen sources --stale ${days}`));
    expect([code, out], days).toEqual([2, '']);
    expect(err, days).toMatch(
      /^--stale got ".*"; (it takes a whole number of days from 1 to 3,650, |write it ).*\.\n$/,
    );
  }
});
