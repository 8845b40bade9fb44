import { describe, expect, it } from 'vitest';
import type { CurrentDose } from '../../../src/core/doses/current-dose.js';
import { planTitration } from '../../../src/core/titration/plan.js';
import type { TitrationRequest } from '../../../src/core/titration/types.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { argvOf, run } from '../../cli/run.js';
import { mg, mgPerDay } from '../fixtures.js';
import { dispensed, paramsOf, planIn, refusalIn, row, rows } from '../plan-facts.js';
import { clearance, days, parameters, patient, three } from './asked.js';

const daily = (value: number): CurrentDose => ({ dailyDose: mgPerDay(value) });
const from = (present: CurrentDose, rest: Omit<TitrationRequest, 'from'> = {}) =>
  planTitration({ from: present, ...rest }, parameters);

describe('from the present dose up', () => {
  it('30 to 60 is the tail of the labelled table', () => {
    const plan = planIn(from(daily(30)));
    expect(rows(plan.schedule)).toEqual([
      [1, 3, 45, three(15)],
      [4, null, 60, three(20)],
    ]);
    // 3 days of 4.5 tablets and 3 days of 6: 13.5 + 18 = 31.5.
    expect(dispensed(plan.dispense)).toEqual({ 'tablet-10': 32 });
    expect(plan.supply).toEqual(days(6));
    expect(plan.ifNeeded && row(plan.ifNeeded)).toEqual([
      7,
      null,
      80,
      { morning: 20, midday: 20, evening: 20, bedtime: 20 },
    ]);
  });

  it('waits until the interval on the present dose is over', () => {
    // One day of three is over: 30 for 2 days more.
    expect(rows(planIn(from(daily(30), { on: days(1) })).schedule)).toEqual([
      [1, 2, 30, three(10)],
      [3, 5, 45, three(15)],
      [6, null, 60, three(20)],
    ]);
    expect(rows(planIn(from(daily(30), { on: days(3) })).schedule)[0]?.[2]).toBe(45);
  });

  it('says that the days on it count as over where they were not given', () => {
    const { assumptions } = from(daily(30));
    expect(assumptions.find(({ name }) => name === 'on')).toMatchObject({ value: days(3), lowers: true });
  });

  it('76 years, 90 mL/min: 5 mg a day more each week', () => {
    const who = patient(76, { creatinineClearance: quantity(90, 'mL/min') });
    const plan = planIn(from(daily(15), who));
    expect(rows(plan.schedule).map(([first, last, dose]) => [first, last, dose])).toEqual([
      [1, 7, 20],
      [8, 14, 25],
      [15, null, 30],
    ]);
    // 7 x (2 + 2.5 + 3) = 52.5.
    expect(dispensed(plan.dispense)).toEqual({ 'tablet-10': 53 });
    expect(plan.supply).toEqual(days(21));
  });

  it('42 mL/min, 15 to 30', () => {
    const plan = planIn(from(daily(15), { ...clearance(42), target: mgPerDay(30) }));
    expect(rows(plan.schedule).map(([first, last, dose]) => [first, last, dose])).toEqual([
      [1, 7, 20],
      [8, 14, 25],
      [15, null, 30],
    ]);
  });

  it('in France from 40 the next is 45, when it is asked for', () => {
    expect(paramsOf(from(daily(40), { rules: 'fr' }), 'at-the-target')).toMatchObject({ next: mgPerDay(45) });
    const plan = planIn(from(daily(40), { rules: 'fr', target: mgPerDay(80) }));
    expect(plan.schedule.map(({ dailyDose }) => dailyDose.value)).toEqual([45, 60, 75, 80]);
  });

  it('from between two levels goes to the next', () => {
    expect(planIn(from(daily(20))).schedule[0]?.dailyDose).toEqual(mgPerDay(30));
    expect(planIn(from(daily(5))).schedule[0]?.dailyDose).toEqual(mgPerDay(15));
  });

  it('at the end of the plan: stay, or the next with a target', () => {
    const refusal = refusalIn(from(daily(60)));
    expect(refusal.code).toBe('at-the-target');
    expect(refusal.instead).toEqual([{ command: 'titrate', request: { from: daily(60), target: mgPerDay(80) } }]);
  });

  it('never goes down to a target', () => {
    expect(refusalIn(from(daily(45), { target: mgPerDay(30) })).code).toBe('at-the-target');
  });

  it('above the ceiling: down to it', () => {
    const refusal = refusalIn(from(daily(60), clearance(42)));
    // 80 x 1/2 = 40.
    expect(refusal.params).toEqual({ present: mgPerDay(60), ceiling: mgPerDay(40) });
    expect(refusal.instead).toEqual([
      { command: 'taper', request: { from: daily(60), to: 'ceiling', ...clearance(42) } },
    ]);
  });

  it('shows the present dose as it is taken', () => {
    const doses = (present: CurrentDose) =>
      Object.fromEntries(planIn(from(present)).now?.doses.map(({ time, dose }) => [time, dose.value]) ?? []);
    expect(doses({ dose: mg(10), timesDaily: 3 })).toEqual(three(10));
    expect(
      doses({
        doses: [
          { time: 'morning', dose: mg(10) },
          { time: 'bedtime', dose: mg(20) },
        ],
      }),
    ).toEqual({
      morning: 10,
      bedtime: 20,
    });
    expect(doses(daily(20))).toEqual({ morning: 5, midday: 5, bedtime: 10 });
  });

  it('a present dose that the products do not make is refused with the nearest', () => {
    const params = paramsOf(from({ dose: mg(7), timesDaily: 3 }), 'cannot-be-made');
    expect(params.nearest).toEqual([mg(5), mg(10)]);
  });

  it('contradictions are input errors', () => {
    expect(() => from(daily(30), { start: mg(5) })).toThrow(/start/);
    expect(() => planTitration({ start: mg(5), on: days(3) }, parameters)).toThrow(/from/);
    expect(() => from(daily(30), { taking: daily(30) })).toThrow(/once/);
  });
});

describe('a start for somebody who takes it', () => {
  const start = (present: CurrentDose, rest: Omit<TitrationRequest, 'taking'> = {}) =>
    planTitration({ start: mg(5), taking: present, ...rest }, parameters);

  it('is refused, with both lines to type', () => {
    const refusal = refusalIn(start({ dose: mg(10), timesDaily: 3 }));
    expect(refusal.code).toBe('already-taking');
    const present = { dose: mg(10), timesDaily: 3 };
    expect(refusal.instead).toEqual([
      { command: 'titrate', request: { from: present } },
      { command: 'taper', request: { from: present, pattern: { kind: 'days', days: days(14) } } },
    ]);
  });

  it('is no contradiction where they stand at the first level', () => {
    // 5 mg three times daily is the 15 mg per day of the first level.
    expect(planIn(start({ dose: mg(5), timesDaily: 3 })).schedule[0]?.dailyDose).toEqual(mgPerDay(15));
    // From 65 the first level is 5 mg per day.
    expect(refusalIn(start({ dose: mg(5), timesDaily: 3 }, patient(70))).code).toBe('already-taking');
  });

  it('is refused in every format, and nothing is written', () => {
    for (const format of ['patient', 'pharmacy', 'html', 'csv', 'ics', 'fhir', 'note']) {
      const ran = run(argvOf(`baclofen titrate --start 5 --taking 20x3 --start-date 2026-12-01 --format ${format}`));
      if (ran.code === 2) continue;
      expect(ran.code).toBe(1);
      const words = ran.out.replace(/\s+/g, ' ');
      expect(words).toMatch(/baclofen titrate --start-date 2026-12-01 --from 20x3 --target 80/);
      expect(words).toMatch(/baclofen taper --from 20x3 --days 14/);
    }
  });

  it('takes the present dose of a record for one that was said, and for where to go on from', () => {
    // 82 years, 52 kg, 158 cm, 1.1 mg/dL: BMI 20.8, ideal 50.6 kg; 58 x 50.6 / 79.2 x 0.85 = 31.5; ceiling 40 below 60.
    const record = 'baclofen titrate --patient tests/fixtures/woman-82.fhir.json';
    const started = run(argvOf(`${record} --start 5`)).out.replace(/\s+/g, ' ');
    expect(started).toMatch(/takes 60 mg per day already/);
    expect(started).toContain('baclofen taper --patient tests/fixtures/woman-82.fhir.json --to ceiling');
    const on = run(argvOf(record)).out.replace(/\s+/g, ' ');
    expect(on).toMatch(/The present 60 mg per day is above the ceiling of 40 mg per day/);
  });
});
