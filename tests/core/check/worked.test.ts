import { describe, expect, it } from 'vitest';
import { quantity } from '../../../src/core/values/quantity.js';
import { mg, mgPerDay } from '../fixtures.js';
import { check, crcl, day, days, each, findingIn, kg, planOf, said, stops, taken, years } from './facts.js';

const mL = (value: number) => quantity(value, 'mL');
const perMl = (value: number) => quantity(value, 'mg/mL');

describe('liquids', () => {
  it('a boy of 4, 16 kg, 7 mL three times daily from a bottle of 10 mg per mL', () => {
    const order = { volume: mL(7), strength: perMl(10), timesDaily: 3 };
    const plan = check(order, { age: years(4), weight: kg(16) });
    // 7 x 10 = 70 mg, x 3 = 210 mg per day, / 16 = 13.125 mg/kg/day; 2 x 16 = 32 is below the 40 mg of his age.
    expect(plan.read).toEqual([{ dailyDose: mgPerDay(210), doses: [mg(70), mg(70), mg(70)] }]);
    expect(findingIn(plan, 'child')).toMatchObject({
      level: 'stop',
      params: { why: 'ceiling', written: mgPerDay(210), limit: mgPerDay(32), perKilogram: { value: 13.125 } },
    });
    expect(findingIn(plan, 'dose-above-largest')).toMatchObject({ level: 'stop', params: { written: mg(70) } });
    // One cause, one finding: the country's 80 mg per day is not said as well.
    expect(said(plan)).not.toContain('stop day-above-ceiling');
    // 0.7 x 10 x 3 = 21 mg per day, 1.3 mg/kg/day.
    expect(said(check({ ...order, volume: mL(0.7) }, { age: years(4), weight: kg(16) }))).toEqual([]);
  });

  it('5 mL three times daily without a strength', () => {
    const plan = check({ volume: mL(5), timesDaily: 3 });
    const { level, params } = findingIn(plan, 'volume-without-strength');
    expect(level).toBe('stop');
    // 5 mL x 3 x 1, 2, 5 and 10 mg per mL.
    expect(params.could.map(({ amount }) => amount)).toEqual([15, 30, 75, 150].map(mgPerDay));
    expect(plan.read).toEqual([]);
    expect(plan.notChecked).toContain('ceiling');
  });

  it('a volume of a product has its strength', () => {
    const order = { volume: mL(5), timesDaily: 3 };
    expect(check(order, {}, { products: ['solution-1'] }).read[0]?.dailyDose).toEqual(mgPerDay(15));
    expect(said(check({ ...order, strength: perMl(5) }, {}, { products: ['solution-1'] }))[0]).toBe(
      'stop strength-disagrees',
    );
  });

  it('mg, mL and strength that do not agree, and those that do', () => {
    const order = { ...each(5, 3), volume: mL(5) };
    const plan = check({ ...order, strength: perMl(5) });
    // 5 mL hold 25 mg at 5 mg per mL; 5 mg are 1 mL.
    expect(findingIn(plan, 'strength-disagrees')).toMatchObject({
      level: 'stop',
      params: { written: mg(5), limit: mg(25) },
      passes: mL(1),
    });
    // The larger of the two is judged: 25 x 3.
    expect(plan.read[0]?.dailyDose).toEqual(mgPerDay(75));
    expect(said(check({ ...order, strength: perMl(1) }))).toEqual([]);
  });
});

describe('the kidney', () => {
  it('20 mg three times daily at 23.06 mL/min', () => {
    const young = check(each(20, 3), { age: years(50), ...crcl(23.06) });
    expect(findingIn(young, 'day-above-ceiling')).toMatchObject({ level: 'stop', params: { limit: mgPerDay(10) } });
    const old = check(each(20, 3), { age: years(76), ...crcl(23.06) });
    expect(findingIn(old, 'day-above-ceiling')).toMatchObject({ level: 'stop', params: { limit: mgPerDay(5) } });
  });

  it('10 mg per day at 76 and 25 mL/min', () => {
    const plan = check(each(5, 2), { age: years(76), ...crcl(25) });
    expect(said(plan)).toEqual(['stop day-above-ceiling', 'ask older-and-kidney']);
    expect(findingIn(plan, 'day-above-ceiling').passes).toEqual(mgPerDay(5));
  });

  it('29.97 is below 30', () => {
    expect(stops(check(day(20), { age: years(50), ...crcl(29.97) }))).toBe(true);
    expect(said(check(day(20), { age: years(50), ...crcl(30) }))).toEqual([]);
  });

  it('avoid below 15 and on dialysis, which silences both ceilings', () => {
    expect(said(check(each(20, 4), { age: years(50), ...crcl(14.9) }))).toEqual(['stop avoid']);
    expect(said(check(each(5, 1), { age: years(70), dialysis: true }))).toEqual(['stop avoid']);
  });

  it('65 and over below 60: more than 20 mg per day with nothing taken before', () => {
    const old = { age: years(70), ...crcl(55) };
    expect(said(check(each(10, 2), old))).toEqual(['ask older-and-kidney']);
    expect(said(check(each(10, 2), old, taken(5, 3)))).toContain('ask older-and-kidney');
    expect(said(check(each(10, 2), old, taken(0)))).toContain('stop older-and-kidney');
    expect(said(check(each(10, 2), { ...old, ...crcl(60) }))).toEqual([]);
  });
});

describe('amounts', () => {
  it('40 mg twice daily at 45 years: the dose is asked about, the day is not above 80', () => {
    expect(said(check(each(40, 2), { age: years(45), ...crcl(95) }))).toEqual(['ask dose-above-largest']);
    expect(said(check(each(41, 1), { age: years(45), ...crcl(95) }))).toEqual(['stop dose-above-largest']);
  });

  it('micrograms by mouth', () => {
    const plan = check(each(350, 1, 'mcg'));
    expect(findingIn(plan, 'unit-not-oral')).toMatchObject({
      level: 'stop',
      params: { written: { value: 350, unit: 'mcg' } },
    });
  });

  it('what the products do not make', () => {
    const plan = check(each(7, 3), {}, { products: ['tablet-10'] });
    expect(findingIn(plan, 'cannot-be-made').params.nearest).toEqual([mg(5), mg(10)]);
    expect(said(check(each(7, 3)))).toEqual([]);
    expect(said(check(each(7, 3), {}, { products: ['solution-1'] }))).toEqual([]);
  });

  it('above the ceiling, coming down from further above', () => {
    const adult = { age: years(50), ...crcl(95) };
    expect(said(check(each(30, 3), adult))).toEqual(['stop day-above-ceiling', 'ask dose-above-largest']);
    expect(said(check(each(30, 3), adult, taken(35, 3)))).toContain('ask day-above-ceiling');
    expect(said(check(each(30, 3), adult, taken(25, 3)))).toContain('stop day-above-ceiling');
  });
});

describe('first doses and changes', () => {
  const adult = { age: years(45), ...crcl(105.6) };

  it('the same as before is nothing', () => {
    expect(said(check(each(10, 3), adult, taken(10, 3)))).toEqual([]);
  });

  it('a first dose above 15, above three times 15, and below half of it', () => {
    expect(said(check(each(5, 3), adult, taken(0)))).toEqual([]);
    expect(said(check(each(10, 3), adult, taken(0)))).toEqual(['ask start-above']);
    expect(said(check(each(15, 3), adult, taken(0)))).toEqual(['ask start-above']);
    expect(said(check(each(20, 3), adult, taken(0)))).toEqual(['stop start-above']);
    expect(said(check(each(2.5, 3), adult, taken(0)))).toEqual([]);
    expect(said(check(each(0.5, 3), adult, taken(0)))).toEqual(['ask start-below']);
  });

  it('a rise: the next level in its time, too soon, and two levels', () => {
    const on = (value: number) => ({ ...taken(10, 3), on: days(value) });
    expect(said(check(each(15, 3), adult, on(3)))).toEqual([]);
    // The labelled interval is 3 days: 2 is before it, 1 before half of it.
    expect(said(check(each(15, 3), adult, on(2)))).toEqual(['ask jump']);
    expect(said(check(each(15, 3), adult, on(1)))).toEqual(['stop jump']);
    // A larger rise is no better: 75 and 90 follow 60 in the United Kingdom, and 80 is between them.
    const uk = { rules: 'uk' as const, on: days(0), ...taken(20, 3) };
    expect(said(check(each(25, 3), adult, uk))).toEqual(['stop jump']);
    expect(said(check(each(20, 4), adult, uk))).toEqual(['stop jump']);
    expect(said(check(each(20, 4), adult, { ...uk, on: days(3) }))).toEqual(['ask jump']);
    // 30, 45, 60: 60 is two levels; 50 is more than one and less than two.
    expect(said(check(each(20, 3), adult, on(9)))).toEqual(['stop jump']);
    expect(said(check(day(50), adult, on(9)))).toEqual(['ask jump']);
    // The label's own last step.
    expect(said(check(each(20, 4), adult, { ...taken(20, 3), on: days(3) }))).toEqual([]);
  });

  it('a fall: to nothing, by a quarter, by half', () => {
    expect(said(check(day(0), adult, taken(20, 3)))).toEqual(['stop jump']);
    expect(said(check(day(0), adult, taken(5, 3)))).toEqual([]);
    expect(said(check(each(15, 3), adult, taken(20, 3)))).toEqual([]);
    expect(said(check(each(10, 3), adult, taken(20, 3)))).toEqual(['ask jump']);
  });

  it('without what was taken before neither is judged, and that is said', () => {
    const plan = check(each(20, 3), adult);
    expect(said(plan)).toEqual([]);
    expect(plan.notChecked).toEqual(expect.arrayContaining(['start', 'change', 'allergies', 'pregnancy']));
  });
});

describe('children', () => {
  it('chronic renal failure, 10 mg three times daily', () => {
    const plan = check(each(10, 3), { age: years(4), weight: kg(16), egfr: quantity(25, 'mL/min/{1.73_m2}') });
    expect(findingIn(plan, 'child')).toMatchObject({ level: 'stop', params: { why: 'kidney' } });
  });

  it('under 1 year, without a weight, tablets', () => {
    expect(said(check(each(1, 3), { age: years(0.5), weight: kg(7) }))).toEqual(['stop child']);
    expect(said(check(each(2, 3), { age: years(4) }))).toEqual(['stop child']);
    expect(said(check(each(5, 3), { age: years(14) }))).toEqual(['ask child']);
    const light = { age: years(8), weight: kg(25) };
    expect(said(check(each(5, 3), light, { products: ['tablet-10'] }))).toEqual(['ask child']);
    expect(said(check(each(5, 3), light, { products: ['solution-1'] }))).toEqual([]);
  });

  it('a creatinine that says nothing, or a light body without an age, is asked about and the rest is judged', () => {
    const boy = { age: years(16), weight: kg(60), sex: 'male' as const, creatinine: quantity(0.7, 'mg/dL') };
    expect(said(check(each(10, 3), boy))).toEqual(['ask child']);
    // 120 mg per day against 60, and one dose of 30 against 20.
    expect(said(check(each(30, 4), boy))).toEqual(['stop child', 'ask child', 'ask dose-above-largest']);
    expect(check(each(10, 3), boy).notChecked).toContain('kidney');
    expect(said(check(each(10, 3), { weight: kg(20) }))).toEqual(['ask child']);
    // As an adult of 20 kg: 2 x 20 = 40 mg per day.
    expect(findingIn(check(each(30, 4), { weight: kg(20) }), 'day-above-ceiling')).toMatchObject({
      level: 'stop',
      params: { limit: mgPerDay(40) },
    });
  });

  it('above 40 mg per day below 8 years whatever the weight allows', () => {
    const plan = check(each(15, 3), { age: years(7), weight: kg(30) });
    // 45 mg per day is 1.5 mg/kg/day.
    expect(findingIn(plan, 'child')).toMatchObject({ level: 'stop', params: { limit: mgPerDay(40) } });
  });
});

describe('what only the weight forbids, and the label gives', () => {
  const light = { age: years(40), ...crcl(100), weight: kg(16) };

  it('is at most asked about from 18 years', () => {
    // First level 0.3 x 16 = 4.8 mg per day; the labelled 15 is more than three times that.
    expect(said(check(each(5, 3), light, taken(0)))).toEqual(['ask start-above']);
    expect(said(check(each(20, 3), light, taken(0)))).toContain('stop start-above');
  });

  it('excuses no rise that the band forbids as well', () => {
    // Two thirds at 58.9: levels of 10, 20, 30; 0.3 x 60 = 18 is no smaller. From 5 to 20 are two levels.
    const reduced = { age: years(18), ...crcl(58.9) };
    expect(said(check(each(5, 4), reduced, taken(5)))).toEqual(['stop jump']);
    expect(said(check(each(5, 4), { ...reduced, weight: kg(60) }, taken(5)))).toEqual(['stop jump']);
  });

  it('is stopped where no age says that it is an adult', () => {
    expect(said(check(each(5, 3), { ...crcl(100), weight: kg(16) }, taken(0)))).toEqual([
      'stop start-above',
      'ask child',
    ]);
  });

  it('is stopped where the label gives it no more', () => {
    // First level 0.3 x 46.4 = 13.92, three times that 41.76; the label starts at 15 and asks about 45.
    expect(said(check(day(45), { age: years(30), weight: kg(46.4) }, taken(0)))).toEqual(['stop start-above']);
    // At 25 mL/min half of 0.3 x 20: 3 mg, and the band starts at 5.
    const light = { age: years(30), weight: kg(20), ...crcl(25) };
    expect(said(check(day(10), light, taken(0)))).toEqual(['stop start-above']);
    expect(said(check(day(5), light, taken(0)))).toEqual(['ask start-above']);
  });

  it('what would pass can be made', () => {
    // 60 + 0.3 x 49 = 74.7: of tablets of 10 mg, in halves, 70.
    const plan = check(
      each(20, 4),
      { age: years(40), ...crcl(95), weight: kg(49) },
      { ...taken(60), products: ['tablet-10'] },
    );
    expect(findingIn(plan, 'jump')).toMatchObject({
      level: 'ask',
      params: { limit: mgPerDay(70) },
      passes: mgPerDay(70),
    });
  });
});

describe('what to type next', () => {
  const next = (order: Parameters<typeof check>[0], patient: object, more: object = {}) =>
    check(order, patient, more).next.map(({ command, request }) => [command, request]);
  const adult = { age: years(40), ...crcl(95) };
  const inDays = { pattern: { kind: 'days', days: days(14) } };

  it('of a fall: the way to what was written, and to nothing', () => {
    expect(next(day(30), adult, taken(60))).toMatchObject([['taper', { to: mgPerDay(30), ...inDays }]]);
    expect(next(day(0), adult, taken(60))).toMatchObject([['taper', inDays]]);
    expect(next(day(0), adult, taken(60))[0]?.[1]).not.toHaveProperty('to');
  });

  it('of a fall that ends above the ceiling: the way to the ceiling alone', () => {
    expect(next(day(40), { ...adult, ...crcl(25) }, taken(60))).toMatchObject([['taper', { to: 'ceiling' }]]);
  });

  it('of a present dose above the ceiling that goes on: the way to the ceiling, of a child too', () => {
    // 10 mg per day below 30 mL/min; 2 x 20 = 40 of a child.
    expect(next(each(20, 3), { ...adult, ...crcl(25) }, taken(60))).toMatchObject([['taper', { to: 'ceiling' }]]);
    const child = { age: years(10), weight: kg(20) };
    expect(next(day(45), child, taken(60))).toMatchObject([['taper', { to: 'ceiling' }]]);
  });

  it('of one within the ceiling, the page of the kidney with that dose', () => {
    expect(next(each(20, 3), { ...adult, ...crcl(25) }, taken(10))).toMatchObject([
      ['renal', { dailyDose: mgPerDay(10) }],
    ]);
  });

  it('nothing would pass that is above the ceiling, or where it is to be avoided', () => {
    const passes = (order: Parameters<typeof check>[0], patient: object) =>
      findingIn(check(order, patient, taken(60)), 'jump');
    // 60 - 15 = 45: above 10 at 25 mL/min, and not on dialysis; within 80.
    expect(passes(day(30), { ...adult, ...crcl(25) })).not.toHaveProperty('passes');
    expect(passes(day(0), { age: years(40), dialysis: true })).not.toHaveProperty('passes');
    expect(passes(day(30), adult)).toHaveProperty('passes', mgPerDay(45));
  });

  it('no new start where it is not known what is taken', () => {
    expect(next(each(20, 3), { ...adult, ...crcl(23) })).toMatchObject([['renal', {}]]);
    expect(next(each(20, 3), { ...adult, ...crcl(23) }, taken(0))).toMatchObject([['titrate', {}]]);
  });
});

describe('quantities and tapers', () => {
  it('84 tablets for 28 days of 10 mg three times daily', () => {
    const supply = { supply: days(28) };
    expect(said(check(each(10, 3), {}, { ...supply, quantity: quantity(84, '1') }))).toEqual([]);
    const plan = check(each(10, 3), {}, { ...supply, quantity: quantity(90, '1') });
    expect(findingIn(plan, 'quantity-disagrees')).toMatchObject({ level: 'ask', params: { limit: { value: 84 } } });
  });

  it('60 to nothing in 14 days with 45 tablets: 34 are needed', () => {
    const taper = { from: { dailyDose: mgPerDay(60) }, days: days(14) };
    const patient = { age: years(50), ...crcl(100) };
    const plan = planOf({ taper, patient, quantity: quantity(45, '1') });
    // 2 days each of 50, 40, 30, 20, 15, 10, 5 mg: 340 mg.
    expect(said(plan)).toEqual(['ask quantity-disagrees']);
    expect(findingIn(plan, 'quantity-disagrees').params.limit).toEqual(quantity(34, '1'));
    expect(said(planOf({ taper, patient, quantity: quantity(34, '1') }))).toEqual([]);
  });
});

describe('other orders, drugs and conditions', () => {
  it('two orders by mouth are summed, a pump is asked about', () => {
    const plan = check(each(10, 3), {}, { others: [each(10, 3)] });
    expect(findingIn(plan, 'two-orders')).toMatchObject({ level: 'stop', params: { written: mgPerDay(60) } });
    expect(said(check(each(10, 3), {}, { pump: true }))).toEqual(['ask two-orders']);
  });

  it('sedatives, and names that are not known', () => {
    const plan = check(each(10, 3), { age: years(45), ...crcl(90) }, { drugs: ['oxycodone', 'diazepam', 'xyzzy'] });
    expect(said(plan)[0]).toBe('ask sedatives');
    expect(plan.unknown.map(({ name }) => name)).toEqual(['xyzzy']);
    const one = check(each(5, 2), { age: years(45), ...crcl(40) }, { drugs: ['cetirizine'] });
    expect(findingIn(one, 'sedatives').params.because).toBe('clearance');
  });

  it('a peptic ulcer is a contraindication in the United Kingdom alone', () => {
    const conditions = ['peptic ulcer'];
    expect(said(check(each(5, 3), {}, { conditions, rules: 'uk' }))).toEqual(['stop contraindicated']);
    expect(said(check(each(5, 3), {}, { conditions }))).toEqual(['note condition']);
  });

  it('hypersensitivity', () => {
    expect(said(check(each(5, 3), { hypersensitivity: true }))).toEqual(['stop hypersensitivity']);
  });
});

it('every finding of a limit stands on a source', () => {
  const plan = check(each(50, 4), { age: years(70), ...crcl(40) }, { ...taken(0), drugs: ['oxycodone'] });
  for (const { code, citations } of plan.findings) expect(citations, code).not.toEqual([]);
});
