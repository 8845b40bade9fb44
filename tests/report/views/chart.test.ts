import { describe, expect, it } from 'vitest';
import { drawChart } from '../../../src/report/views/chart.js';
import type { PlannedDoses, PlannedStep } from '../../../src/report/views/plan.js';
import { run } from '../../cli/run.js';

const step = (fromDay: number, toDay: number, dailyDose: number): PlannedStep => ({
  fromDay,
  toDay,
  doses: [],
  dailyDose: { value: dailyDose, unit: 'mg/d' },
});

const plan = (steps: PlannedDoses['steps'], goesOn: boolean): PlannedDoses => ({
  kind: goesOn ? 'titration' : 'taper',
  title: '',
  steps,
  goesOn,
  nextDay: (steps.at(-1)?.toDay ?? 0) + 1,
  dispense: [],
  supplyDays: 1,
});

describe('the drawn chart', () => {
  // 10 then 5 mg per day, two days each, then none: five days of four columns; 5 of 10 mg is halfway up ten rows.
  it('falls to zero', () => {
    expect(drawChart(plan([step(1, 2, 10), step(3, 4, 5)], false), 80, true)).toEqual([
      '  10 mg per day │────────┐',
      '                │        │',
      '                │        │',
      '                │        │',
      '                │        │',
      '   5 mg per day │        └───────┐',
      '                │                │',
      '                │                │',
      '                │                │',
      '                │                │',
      '   0 mg per day │                └───',
      '                └────────────────────',
      '                 day 1          day 5',
    ]);
  });

  it('is plain ASCII where boxes cannot be drawn', () => {
    const { out } = run(['titrate', '--start', '5', '--chart'], 80, { ascii: true });
    const [, chart = ''] = /\n( +60 mg per day[\s\S]*?day 12)\n/.exec(out) ?? [];
    expect(chart).toMatch(/^[\x20-\x7e\n]+$/);
    expect(chart.split('\n')).toHaveLength(13);
  });

  it.each([40, 60, 80, 200])('fits %d columns and ends at zero, however long', (columns) => {
    const steps = Array.from({ length: 30 }, (_, index) => step(index * 60 + 1, index * 60 + 60, 150 - 5 * index));
    const [first, ...others] = steps;
    if (first === undefined) throw new Error('no step');
    const lines = drawChart(plan([first, ...others], false), columns, true);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
    expect(lines[10]).toMatch(/ 0 mg per day │ +└─*$/);
  });

  it('needs one schedule and the table', () => {
    expect(run(['taper', '--days', '14', '--chart'])).toMatchObject({ out: '', code: 2 });
    expect(run(['titrate', '--start', '5', '--chart', '--json'])).toMatchObject({ out: '', code: 2 });
  });
});
