import { describe, expect, it } from 'vitest';
import { run } from '../cli/run.js';
import { bundleOf, lines, quickRun } from './bundles.js';
import { doseOfDays } from './days.js';

interface JsonStep {
  readonly fromDay: number;
  readonly toDay: number | null;
  readonly fromDate?: string;
  readonly dailyDose: { readonly value: number };
}

/** mg on each day by the plan as JSON. */
function planned(schedule: readonly JsonStep[], days: number): number[] {
  return Array.from({ length: days }, (_, index) => {
    const step = schedule.find(({ fromDay, toDay }) => fromDay <= index + 1 && (toDay === null || index + 1 <= toDay));
    return step?.dailyDose.value ?? 0;
  });
}

/** Flags of the view alone. */
function withoutViewFlags(line: readonly string[]): string[] {
  return line.filter(
    (word, index) => !/^--(bundle|plan-id)$/.test(word) && !/^--(bundle|plan-id)$/.test(line[index - 1] ?? ''),
  );
}

describe('what a bundle alone says of each day', { timeout: 120_000 }, () => {
  it('is the dose of the plan on that day, and none after its end', () => {
    let compared = 0;
    for (const line of lines) {
      const bundle = bundleOf(line);
      if (bundle === undefined) continue;
      const { out } = quickRun([...withoutViewFlags(line), '--json']);
      const { schedule } = JSON.parse(out).plan as { schedule: readonly JsonStep[] };
      const days = (schedule.at(-1)?.fromDay ?? 0) + 10;
      expect(doseOfDays(bundle, days, schedule[0]?.fromDate), line.join(' ')).toEqual(planned(schedule, days));
      compared += 1;
    }
    expect(compared).toBeGreaterThanOrEqual(300);
  });

  // Labelled steps of 15 mg per day from tablets of 5 and 10 mg: 15, 30, 45 and 60 mg, three days each, then 60 on.
  it('of two products with dates is their sum', () => {
    const line = ['titrate', '--start', '5', '--product', 'tablet-5', 'tablet-10', '--start-date', '2026-12-01'];
    expect(doseOfDays(bundleOf(line), 13, '2026-12-01')).toEqual([15, 15, 15, 30, 30, 30, 45, 45, 45, 60, 60, 60, 60]);
  });

  // Without dates each request would begin its own count of days: all products on day 1.
  it('of two products without dates is not written', () => {
    const { out, err, code } = run([
      ...['titrate', '--start', '5', '--product', 'tablet-5', 'tablet-10', '--format', 'fhir'],
    ]);
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toBe(
      '--start-date got nothing; it takes the date of day 1, such as 2026-12-01, for --format fhir of several products.\n',
    );
  });
});
