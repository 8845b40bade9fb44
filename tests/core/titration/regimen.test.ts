import { describe, expect, it } from 'vitest';
import type { RenalBand } from '../../../src/core/renal-function/band.js';
import { labelledRegimen, regimenFor, scaledRegimen } from '../../../src/core/titration/regimen.js';
import type { Country, OlderRules } from '../../../src/core/titration/rules.js';
import type { Regimen } from '../../../src/core/titration/types.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { cited, mg, mgPerDay, provenance, solution1, tablet10 } from '../fixtures.js';
import { parameters } from '../patient-plan.js';

const rulesOf = (country: Country) => parameters.titration.rules[country];
const us = rulesOf('us');
const doses = ({ rungs }: Regimen) => rungs.map(({ dailyDose }) => dailyDose.value);

describe('the schedule of a label', () => {
  it('is its own where nothing is asked for', () => {
    const regimen = labelledRegimen({}, us);
    expect(doses(regimen)).toEqual([15, 30, 45, 60, 80]);
    expect([regimen.interval.value, regimen.target.value, regimen.ceiling.value]).toEqual([3, 60, 80]);
  });

  it('has the daily ceiling once where the doses reach it', () => {
    // Germany: 3 x 25 = 75 is the ceiling.
    expect(doses(labelledRegimen({}, rulesOf('de')))).toEqual([15, 30, 45, 60, 75]);
    // 4 x 20 would be 80.
    expect(doses(labelledRegimen({ start: mg(15), timesDaily: 4 }, rulesOf('de')))).toEqual([60, 75]);
  });

  it('ends no lower than it starts, and no higher than the doses reach', () => {
    const target = (start: number, timesDaily: number) =>
      labelledRegimen({ start: mg(start), timesDaily }, us).target.value;
    // 4 x 20 = 80, above the usual 60; twice daily no more than 2 x 20 = 40.
    expect([target(20, 4), target(5, 3), target(5, 2)]).toEqual([80, 60, 40]);
  });

  it('never has a ceiling above the label, nor one that the doses do not reach', () => {
    const ceiling = (country: Country, start: number, timesDaily: number) =>
      labelledRegimen({ start: mg(start), timesDaily }, rulesOf(country)).ceiling.value;
    expect([ceiling('de', 25, 4), ceiling('us', 5, 4), ceiling('us', 5, 1)]).toEqual([75, 80, 20]);
  });
});

describe('a fraction of the label', () => {
  it('leaves out what rounds down to nothing or to the step before', () => {
    // Two thirds of 15, 30, 45, 60, 80 are 10, 20, 30, 40, 53.3; in units of 20 mg 0, 20, 20, 40, 40.
    const keep = { numerator: 2, denominator: 3, ...provenance };
    const regimen = scaledRegimen(labelledRegimen({}, us), cited(7, 'd'), keep, mg(20));
    expect(doses(regimen)).toEqual([20, 40]);
    expect([regimen.target.value, regimen.ceiling.value]).toEqual([40, 40]);
  });
});

describe('a fixed schedule', () => {
  const band: RenalBand = {
    id: 'made-up',
    from: quantity(15, 'mL/min'),
    below: quantity(30, 'mL/min'),
    edges: provenance,
    action: {
      kind: 'fixed',
      dose: cited(2.5, 'mg'),
      timesDaily: [1, 2],
      interval: cited(9, 'd'),
      ceiling: cited(5, 'mg/d'),
    },
  };
  const fixed = (wishes: Parameters<typeof regimenFor>[0]) => regimenFor(wishes, { rules: us, band }, [solution1]);

  it('is the dose of the rule, under its ceiling, as far apart as the slower of band and wish', () => {
    expect(doses(fixed({}))).toEqual([2.5, 5]);
    expect(fixed({})).toMatchObject({ target: mgPerDay(2.5), ceiling: mgPerDay(5), interval: quantity(9, 'd') });
    expect(fixed({ interval: quantity(10, 'd') }).interval.value).toBe(10);
  });

  it('has the ceiling that a lower start reaches', () => {
    expect(fixed({ start: mg(1) })).toMatchObject({ target: mgPerDay(1), ceiling: mgPerDay(2) });
  });
});

describe('the schedule of an older adult', () => {
  const older: OlderRules = { age: cited(65, 'a'), dose: cited(4, 'mg'), interval: cited(7, 'd') };
  const rungs = (wishes: Parameters<typeof regimenFor>[0]) =>
    regimenFor(wishes, { rules: us, older }, [tablet10]).rungs;

  it('rises by the dose of the rule, or by a smaller start, to the ceiling of the label', () => {
    // 20 doses of 4 mg are 80 mg per day.
    expect(rungs({})).toHaveLength(20);
    expect(rungs({})[0]).toEqual({ dailyDose: mgPerDay(4), timesDaily: 3, unit: mg(4) });
    expect(rungs({ start: mg(10) })[0]?.unit).toEqual(mg(4));
    // 26 doses of 3 mg are 78; the rest of 2 mg is a step without a unit.
    const lower = rungs({ start: mg(3) });
    expect(lower.slice(-2)).toEqual([
      { dailyDose: mgPerDay(78), timesDaily: 3, unit: mg(3) },
      { dailyDose: mgPerDay(80), timesDaily: 3 },
    ]);
    expect(lower).toHaveLength(27);
  });
});

describe('the schedule of a child', () => {
  const rules = parameters.titration.child;
  const of = (weight: number, made = rules) =>
    regimenFor({}, { rules: us, child: { rules: made, age: quantity(5, 'a'), weight: quantity(weight, 'kg') } }, [
      tablet10,
    ]);

  it('rises at every step to a ceiling that it names once', () => {
    // 0.3 x 17 = 5.1 more a week: 5.1, 10.2, 15.3, 20.4, 25.5, 30.6, then 2 x 17 = 34, which is 30 in units of 5 mg too.
    expect(doses(of(17))).toEqual([5, 10, 15, 20, 25, 30]);
  });

  it('ends no lower than it starts', () => {
    // 0.2 x 40 = 8, down to 5, below the start of 0.3 x 40 = 12, down to 10.
    expect(of(40, { ...rules, target: cited(0.2, 'mg/kg/d') }).target).toEqual(mgPerDay(10));
  });
});
