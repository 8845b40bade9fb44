import { describe, expect, it } from 'vitest';
import { run } from '../cli/run.js';

const answer = (line: string) => JSON.parse(run([...line.split(' '), '--json']).out);
const taper60 = 'taper --days 14 --from 60';

describe('what to dispense', () => {
  // 60 mg per day, 14 days: 50, 40, 30, 20, 15, 10, 5 mg per day, two days each:
  // 2 x (50 + 40 + 30 + 20 + 15 + 10 + 5) = 340 mg, that is 34 tablets of 10 mg.
  it('is the sum over the days of a taper', () => {
    expect(answer(taper60).plan.dispense).toEqual([{ product: 'tablet-10', count: 34 }]);
  });

  // 15 mg per day for 3 days, 30 for 3, 45 for 3, then 60 until day 41 (32 days): 45 + 90 + 135 + 1,920 = 2,190 mg.
  it('lasts until a date', () => {
    const { plan } = answer('titrate --start 5 --start-date 2026-12-01 --until 2027-01-10');
    expect(plan.supply).toEqual({ value: 41, unit: 'd' });
    expect(plan.dispense).toEqual([{ product: 'tablet-10', count: 219 }]);
  });

  // Halves: 5 mg for 3 days is 1.5 tablets, rounded up once at the end.
  it('rounds up to whole tablets once, at the end', () => {
    const { plan, working } = answer('titrate --start 5 --times 1 --target 5 --supply 3');
    expect(plan.dispense).toEqual([{ product: 'tablet-10', count: 2 }]);
    expect(working.at(-1)).toMatchObject({
      label: 'To dispense: tablet of 10 mg',
      inputs: { 'days 1 to 3': 'at 0.5 x 3 = 1.5', sum: '1.5' },
      result: { value: 2, unit: '1' },
    });
  });

  // 1 mg per mL: 340 mg are 340 mL.
  it('adds up mL without overage', () => {
    const { plan, working } = answer(`${taper60} --product solution-1`);
    const total = plan.schedule.reduce(
      (sum: number, { fromDay, toDay, dailyDose }: { fromDay: number; toDay: number; dailyDose: { value: number } }) =>
        sum + dailyDose.value * ((toDay ?? fromDay) - fromDay + 1),
      0,
    );
    expect(plan.dispense).toEqual([{ product: 'solution-1', volume: { value: total, unit: 'mL' } }]);
    expect(working.at(-1).result).toEqual({ value: total, unit: 'mL' });
  });

  it.each([
    ['titrate --start 5 --until 2026-12-24', '--until'],
    ['titrate --start 5 --start-date 2026-12-01 --until 2026-11-30', '--until'],
    ['titrate --start 5 --start-date 2026-12-01 --until 2036-11-30', '--until'],
    ['titrate --start 5 --start-date 2026-12-01 --until 2026-12-24 --supply 5', '--until'],
    ['titrate --start 5 --start-date 2026-02-30', '--start-date'],
    ['taper --days 14 --start-date 1.12.2026', '--start-date'],
    ['taper --days 14 --from 20x3 --times 2', '--times'],
    ['taper --days 14 --from 60 --times 5', '--times'],
    ['taper --days 14 --product solution-1 solution-2', '--product'],
    ['titrate --start 5 --product solution-2 suspension-5', '--product'],
    ['titrate --start 5 --product tablet-5 tablet-5', '--product'],
  ])('%s is bad input', (line, flag) => {
    const { out, err, code } = run(line.split(' '));
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toMatch(new RegExp(`^${flag} got .*\\.\\n$`));
  });
});

describe('a taper in so many doses a day', () => {
  // 60 mg per day in 2 doses over 14 days starts at 50, that is 25 mg twice daily, above the 20 mg of the label.
  it('is split as asked, and says when one dose passes the label', () => {
    const { plan, notices } = answer(`${taper60} --times 2`);
    expect(plan.schedule[0].doses.map(({ dose }: { dose: object }) => dose)).toEqual([
      { value: 25, unit: 'mg' },
      { value: 25, unit: 'mg' },
    ]);
    expect(notices).toEqual([
      expect.objectContaining({
        code: 'dose-above-ceiling',
        params: { dose: { value: 25, unit: 'mg' }, ceiling: { value: 20, unit: 'mg' } },
      }),
    ]);
  });

  it('gives dates that follow one another', () => {
    const { plan } = answer(`${taper60} --start-date 2026-12-28`);
    expect(
      plan.schedule.map(({ fromDate, toDate }: { fromDate: string; toDate?: string }) => [fromDate, toDate]),
    ).toEqual([
      ['2026-12-28', '2026-12-29'],
      ['2026-12-30', '2026-12-31'],
      ['2027-01-01', '2027-01-02'],
      ['2027-01-03', '2027-01-04'],
      ['2027-01-05', '2027-01-06'],
      ['2027-01-07', '2027-01-08'],
      ['2027-01-09', '2027-01-10'],
      ['2027-01-11', undefined],
    ]);
  });

  it('reads the clock only where told to', () => {
    expect(answer(`${taper60} --start-date today`).plan.schedule[0].fromDate).toBe('2026-12-01');
    expect(answer(taper60).plan.schedule[0].fromDate).toBeUndefined();
  });
});
