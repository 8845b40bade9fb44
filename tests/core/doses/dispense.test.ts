import { describe, expect, it } from 'vitest';
import { dispenseWorking } from '../../../src/core/doses/dispense.js';
import { makeDose, type Product } from '../../../src/core/doses/product.js';
import type { Administration, Step } from '../../../src/core/doses/schedule.js';
import { type SupplyRequest, supplyOf } from '../../../src/core/doses/supply.js';
import { InputError } from '../../../src/core/values/input-error.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { run } from '../../cli/run.js';
import { liquid, mg, mgPerDay, solid, tablet5, tablet20 } from '../fixtures.js';

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
        // 60 mg per day in two doses is 30 mg now, the highest of all.
        params: { dose: { value: 30, unit: 'mg' }, ceiling: { value: 20, unit: 'mg' }, rule: 'label' },
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

describe('supplyOf', () => {
  const interval = quantity(3, 'd');
  const schedule: readonly Step[] = [1, 4].map((fromDay) => ({
    fromDay,
    toDay: null,
    doses: [],
    dailyDose: mgPerDay(0),
  }));
  const start = '2026-12-01';
  const days = (request: SupplyRequest) => supplyOf(request, interval, schedule);

  it('is the days asked for, or lasts to the end of the interval of the last step', () => {
    expect(days({ supply: quantity(5, 'd') })).toEqual(quantity(5, 'd'));
    // The last step begins on day 4 and lasts for days 4, 5 and 6.
    expect(days({})).toEqual(quantity(6, 'd'));
    expect(days({ startDate: start })).toEqual(quantity(6, 'd'));
  });

  it('counts the start and the last day, from one day to five years', () => {
    expect(days({ startDate: start, until: '2026-12-01' })).toEqual(quantity(1, 'd'));
    expect(days({ startDate: start, until: '2026-12-31' })).toEqual(quantity(31, 'd'));
    // Five years with the leap day of 2028: 5 x 365 + 1.
    expect(days({ startDate: start, until: '2031-11-30' })).toEqual(quantity(1826, 'd'));
  });

  it.each<[string, SupplyRequest, got: string, takes: string]>([
    [
      'a day before the start',
      { startDate: start, until: '2026-11-30' },
      '"2026-11-30"',
      `a date from the start on, ${start} or later`,
    ],
    [
      'a day over five years',
      { startDate: start, until: '2031-12-01' },
      '"2031-12-01"',
      'a date within 1826 days of the start',
    ],
    ['no start', { until: '2026-12-24' }, '"2026-12-24" without a start', 'a date beside `startDate`'],
    [
      'a number of days beside it',
      { startDate: start, until: '2026-12-24', supply: quantity(5, 'd') },
      '"2026-12-24" beside `supply`',
      'the place of `supply`',
    ],
  ])('refuses an end with %s', (_, request, got, takes) => {
    expect(() => days(request)).toThrow(InputError);
    expect(() => days(request)).toThrow(expect.objectContaining({ field: 'until', got, takes }));
  });
});

describe('the arithmetic of what to dispense', () => {
  const dosesOf = (dose: number, ...products: Product[]): Administration[] => [
    { time: 'bedtime', dose: mg(dose), make: makeDose(mg(dose), products) ?? [] },
  ];
  const step = (fromDay: number, toDay: number | null, doses: readonly Administration[]): Step => ({
    fromDay,
    toDay,
    doses,
    dailyDose: mgPerDay(doses.reduce((sum, { dose }) => sum + dose.value, 0)),
  });

  it('names each step that uses a product, to the last day, and no other', () => {
    const both = [tablet5, tablet20];
    const schedule = [
      step(1, 1, dosesOf(5, ...both)),
      step(2, 4, dosesOf(25, ...both)),
      step(5, null, dosesOf(20, ...both)),
      step(9, null, dosesOf(40, ...both)),
    ];
    // Day 1 takes one of 5 mg, days 2 to 4 one of each, days 5 to 8 one of 20 mg; day 9 is not dispensed for.
    const lines = dispenseWorking(schedule, 8, both);
    expect(lines.map(({ label, inputs, result }) => ({ label, inputs, result }))).toEqual([
      {
        label: 'To dispense: tablet of 5 mg',
        inputs: { 'day 1': 'at 1 x 1 = 1', 'days 2 to 4': 'at 1 x 3 = 3', sum: '4' },
        result: quantity(4, '1'),
      },
      {
        label: 'To dispense: tablet of 20 mg',
        inputs: { 'days 2 to 4': 'at 1 x 3 = 3', 'days 5 to 8': 'at 1 x 4 = 4', sum: '7' },
        result: quantity(7, '1'),
      },
    ]);
    expect(lines[0]?.formula).toBe('tablets a day x days, added up, rounded up to whole tablets at the end');
    expect(lines[0]?.citations).toEqual([{ source: 'fixture', locator: 'none' }]);
    // On day 9 two more tablets of 20 mg are taken.
    expect(dispenseWorking(schedule, 9, both)[1]?.inputs).toMatchObject({ 'day 9': 'at 2 x 1 = 2' });
  });

  it('adds up packets, and mL without the noise of binary arithmetic', () => {
    const packet = solid(10, 'whole', 'packet');
    expect(dispenseWorking([step(1, 3, dosesOf(20, packet))], 3, [packet])[0]).toMatchObject({
      formula: 'packets a day x days, added up, rounded up to whole packets at the end',
      result: quantity(6, '1'),
    });
    // 0.1 mL for 3 days is 0.3 mL, where binary arithmetic has 0.30000000000000004; 0.7 mL more make 1 mL.
    const fine = liquid(1, 0.1);
    const schedule = [step(1, 3, dosesOf(0.1, fine)), step(4, 4, dosesOf(0.7, fine))];
    expect(dispenseWorking(schedule, 4, [fine])[0]).toEqual({
      label: 'To dispense: liquid of 1 mg per mL',
      formula: 'mL a day x days, added up, without overage',
      inputs: { 'days 1 to 3': 'at 0.1 x 3 = 0.3', 'day 4': 'at 0.7 x 1 = 0.7', sum: '1' },
      result: quantity(1, 'mL'),
      citations: [{ source: 'fixture', locator: 'none' }],
    });
  });

  it('is refused for a product that the data do not hold', () => {
    const schedule = [step(1, 3, dosesOf(20, tablet20))];
    expect(() => dispenseWorking(schedule, 3, [tablet5])).toThrow('product tablet-20 is not in the data');
  });
});
