import { describe, expect, it } from 'vitest';
import { estimateInfantExposure } from '../../../src/core/infant-dose/estimate.js';
import type { InfantExposureRequest } from '../../../src/core/infant-dose/types.js';
import type { MilkLevel } from '../../../src/core/milk/level.js';
import { type Quantity, quantity } from '../../../src/core/values/quantity.js';
import { loadParameters } from '../../../src/parameters/load.js';
import { mgPerDay } from '../fixtures.js';
import { codes, planIn, sourcesOf } from '../plan-facts.js';

const { lactation } = loadParameters();

/** By mouth; a pump has tests of its own. */
type Rest = Omit<Extract<InfantExposureRequest, { maternalDose?: Quantity<'mg/d'> }>, 'milk' | 'pair' | 'route'>;

const ask = (milk: MilkLevel, rest: Rest = {}) => estimateInfantExposure({ milk, ...rest }, lactation);

const milk = (value: number) => quantity(value, 'mg/L');
const kg = (value: number) => quantity(value, 'kg');
const third = { numerator: 1, denominator: 3 };

/** The mother of the second LactMed case: 20 mg four times daily. */
const mother = { maternalDose: mgPerDay(80) };

/** mg/kg/day at the standard intake. */
const infantDose = (level: MilkLevel, rest = {}) => planIn(ask(level, rest)).infantDose.value;

/** % by weight of the mother: { 60: 3.6, 70: 4.2 }. */
const relative = (level: MilkLevel, rest: Rest) =>
  Object.fromEntries(
    planIn(ask(level, rest)).relativeInfantDose.map(({ maternalWeight, value }) => [maternalWeight.value, value.value]),
  );

describe('the statements of LactMed', () => {
  it('1: mean of trough 0.297 and peak 0.343 mg/L gives 0.048 mg/kg/day', () => {
    // (0.297 + 0.343) / 2 = 0.320 mg/L; x 0.150 L/kg/day = 0.0480.
    expect(infantDose(milk((0.297 + 0.343) / 2))).toBe(0.048);
    expect(lactation.publishedCase.level.value).toBe(0.32);
  });

  it('2: that is 3.6% of the dose of the mother by weight, if she weighs 60 kg', () => {
    // 100 x 0.048 / (80 / 60) = 3.6; / (80 / 70) = 4.2.
    expect(relative(milk(0.32), mother)).toEqual({ 60: 3.6, 70: 4.2 });
  });

  it('3: at a third of the diet 0.016 mg/kg/day', () => {
    // 0.048 / 3.
    expect(infantDose(milk(0.32), { share: third })).toBe(0.016);
  });

  it('4: at half of the diet 0.024 mg/kg/day', () => {
    expect(infantDose(milk(0.32), { share: { numerator: 0.5, denominator: 1 } })).toBe(0.024);
    expect(infantDose(milk(0.32), { share: { numerator: 50, denominator: 100 } })).toBe(0.024);
  });

  it('6: the peak of 0.6 micromol/L is 0.128 mg/L, that of 138 mcg/L is 0.138', () => {
    // 0.6 x 213.66 / 1000 = 0.128196.
    expect(planIn(ask(quantity(0.6, 'umol/L'))).milk).toEqual(milk(0.128196));
    expect(planIn(ask(quantity(138, 'ug/L'))).milk).toEqual(milk(0.138));
  });

  it('8: intrathecal, 0.617 mcg/L gives 0.0926 mcg/kg/day and 0.25 mcg/day in an infant of 2.704 kg', () => {
    // 0.000617 mg/L x 0.15 = 0.00009255 mg/kg/day; x 2.704 = 0.0002502552 mg/day.
    const plan = planIn(ask(quantity(0.617, 'ug/L'), { infantWeight: kg(2.704) }));
    expect(plan.infantDose.value * 1000).toBeCloseTo(0.09255, 10);
    expect((plan.exposures[0]?.dailyDose?.value ?? 0) * 1000).toBeCloseTo(0.2502552, 9);
    // 0.32 / 0.000617 = 518.6: the oral level is 519 times higher.
    expect(0.048 / plan.infantDose.value).toBeCloseTo(518.6, 1);
    // No relative dose without the dose of the mother in mg per day by mouth.
    expect(plan.relativeInfantDose).toEqual([]);
  });

  // Statements 5, 7 and 9 to 12 are about recovered amounts, half-life, the newborn and scores: not computed here.
});

describe('relative infant dose', () => {
  it.each([
    // 100 x 0.048 x weight / 80 = 0.06 x weight.
    [50, 3],
    [60, 3.6],
    [65, 3.9],
    [70, 4.2],
    [80, 4.8],
  ])('a mother of %s kg: %s per cent', (weight, expected) => {
    expect(relative(milk(0.32), { ...mother, maternalWeight: kg(weight) })).toEqual({ [weight]: expected });
  });

  it.each([
    // The range of the single levels. 100 x 0.28 x 0.15 x 60 / 80 = 3.15; 0.38: 4.275; with 70 kg 3.675 and 4.9875.
    [0.28, { 60: 3.15, 70: 3.675 }],
    [0.38, { 60: 4.275, 70: 4.9875 }],
  ])('a level of %s mg/L', (level, expected) => expect(relative(milk(level), mother)).toEqual(expected));

  it('from the peak after a single dose of 20 mg', () => {
    // 100 x 0.13 x 0.15 / (20 / 60) = 5.85; / (20 / 70) = 6.825.
    expect(relative(milk(0.13), { maternalDose: mgPerDay(20) })).toEqual({ 60: 5.85, 70: 6.825 });
  });

  it('needs the dose of the mother', () => {
    const outcome = ask(milk(0.32));
    expect(planIn(outcome).relativeInfantDose).toEqual([]);
    expect(codes(outcome)).toEqual(['relative-dose-needs-maternal-dose']);
  });
});

describe('milk intake', () => {
  it('150 mL/kg/day, and 200 beside it', () => {
    // 0.32 x 0.2 = 0.064; 100 x 0.064 x 60 / 80 = 4.8, x 70 / 80 = 5.6.
    const { exposures } = planIn(ask(milk(0.32), mother));
    expect(exposures.map(({ kind, intake, infantDose }) => [kind, intake.value, infantDose.value])).toEqual([
      ['standard', 150, 0.048],
      ['cautious', 200, 0.064],
    ]);
    expect(exposures[1]?.relativeInfantDose.map(({ value }) => value.value)).toEqual([4.8, 5.6]);
  });

  it('the 200 is a judgement', () => {
    const { exposures } = planIn(ask(milk(0.32)));
    expect(exposures.map(({ citations }) => sourcesOf(citations))).toEqual([
      ['bennett-drugs-human-lactation'],
      ['judgement'],
    ]);
  });

  it('an intake that was asked for comes first and counts', () => {
    // 0.32 x 0.107 = 0.03424; 100 x 0.03424 x 60 / 80 = 2.568.
    const asked = { ...mother, maternalWeight: kg(60), intake: quantity(107, 'mL/kg/d') };
    const plan = planIn(ask(milk(0.32), asked));
    expect(plan.exposures.map(({ kind }) => kind)).toEqual(['asked', 'standard', 'cautious']);
    expect(plan.infantDose.value).toBe(0.03424);
    expect(plan.relativeInfantDose).toEqual([{ maternalWeight: kg(60), value: quantity(2.568, '%') }]);
  });
});

describe('the daily dose of the infant', () => {
  it.each([
    // 0.048 x 3.5 = 0.168: above the 0.1 mg per day that one page promises.
    [0.32, 3.5, 0.168],
    // 0.13 x 0.15 x 3.5 = 0.06825 and x 4 = 0.078: below it, after a single dose of 20 mg.
    [0.13, 3.5, 0.06825],
    [0.13, 4, 0.078],
  ])('%s mg/L, %s kg: %s mg per day', (level, weight, expected) => {
    const [standard] = planIn(ask(milk(level), { infantWeight: kg(weight) })).exposures;
    expect(standard?.dailyDose).toEqual(mgPerDay(expected));
  });

  it('is not shown without the weight', () => {
    expect(planIn(ask(milk(0.32))).exposures[0]).not.toHaveProperty('dailyDose');
  });
});

describe('comparisons', () => {
  it('0.048 mg/kg/day beside the doses that infants and children are given', () => {
    // 0.048 / 0.1 = 48%, / 0.3 = 16%, / 0.75 = 6.4%, / 2 = 2.4%.
    const { comparisons } = planIn(ask(milk(0.32)));
    expect(comparisons.map(({ dose, share }) => [dose.value, share.value])).toEqual([
      [0.1, 48],
      [0.3, 16],
      [0.75, 6.4],
      [2, 2.4],
    ]);
  });
});

describe('a level scaled from the published case', () => {
  const scaled = (maternalDose: number) =>
    estimateInfantExposure({ maternalDose: mgPerDay(maternalDose), maternalWeight: kg(60) }, lactation);

  it.each([
    // 0.32 mg/L x dose / 80 x 0.15.
    [20, 0.012],
    [40, 0.024],
    [60, 0.036],
    [80, 0.048],
    [120, 0.072],
    [180, 0.108],
    [300, 0.18],
  ])('%s mg per day: %s mg/kg/day, and always 3.6 per cent', (dose, expected) => {
    const plan = planIn(scaled(dose));
    expect(plan.infantDose.value).toBe(expected);
    expect(plan.relativeInfantDose.map(({ value }) => value.value)).toEqual([3.6]);
  });

  it('is marked as an extrapolation and an assumption', () => {
    const outcome = scaled(40);
    expect(codes(outcome)).toContain('milk-level-extrapolated');
    // 0.32 / 2 = 0.16 mg/L.
    expect(outcome.assumptions).toContainEqual(expect.objectContaining({ name: 'milk-level', value: milk(0.16) }));
  });

  it('a high dose is flagged though the relative dose is low', () => {
    // 180 mg per day: 0.108 mg/kg/day, relative dose 3.6% (4.8% at 200 mL/kg/day).
    expect(codes(scaled(180))).toContain('infant-dose-at-withdrawal-dose');
    expect(codes(scaled(180))).not.toContain('relative-dose-at-threshold');
  });
});

describe('the notice of the infant dose, 0.1 mg/kg/day', () => {
  const flagged = (level: number, rest = {}) =>
    codes(ask(milk(level), rest)).includes('infant-dose-at-withdrawal-dose');

  it('at the cautious intake: 0.5 mg/L x 0.2 is 0.1, 0.4999 is not', () => {
    expect(flagged(0.5)).toBe(true);
    expect(flagged(0.4999)).toBe(false);
  });

  it('counts the share of the diet', () => {
    // 1.5 x 0.2 / 3 = 0.1; 1.499 x 0.2 / 3 = 0.09993.
    expect(flagged(1.5, { share: third })).toBe(true);
    expect(flagged(1.499, { share: third })).toBe(false);
  });

  it('counts an intake above the cautious one', () => {
    // 0.4 x 0.25 = 0.1; 0.3999 x 0.25 = 0.099975.
    const intake = quantity(250, 'mL/kg/d');
    expect(flagged(0.4, { intake })).toBe(true);
    expect(flagged(0.3999, { intake })).toBe(false);
  });
});

describe('the notice of the relative dose, 10%', () => {
  const flagged = (level: number, rest: Rest) => codes(ask(milk(level), rest)).includes('relative-dose-at-threshold');
  const small = { maternalDose: mgPerDay(40), maternalWeight: kg(50) };

  it('at 10%, not just under it', () => {
    // 100 x 0.4 x 0.2 / (40 / 50) = 10; with 0.3999 mg/L 9.9975.
    expect(flagged(0.4, small)).toBe(true);
    expect(flagged(0.3999, small)).toBe(false);
  });

  it('at the higher of the two weights where none is given', () => {
    // With 70 kg: 100 x 0.16 x 0.2 x 70 / 22.4 = 10; with 60 kg 8.57.
    expect(flagged(0.16, { maternalDose: mgPerDay(22.4) })).toBe(true);
    expect(flagged(0.1599, { maternalDose: mgPerDay(22.4) })).toBe(false);
    expect(flagged(0.16, { maternalDose: mgPerDay(22.4), maternalWeight: kg(60) })).toBe(false);
  });

  it('is a warning, as is that of the infant dose', () => {
    // 1 mg/L: 0.2 mg/kg/day and 100 x 0.2 / (40 / 50) = 25%.
    const warnings = ask(milk(1), small).notices.filter(({ severity }) => severity === 'warning');
    expect(warnings.map(({ code }) => code)).toEqual(['relative-dose-at-threshold', 'infant-dose-at-withdrawal-dose']);
  });
});

describe('what goes with every answer', () => {
  const plan = () => planIn(ask(milk(0.32)));

  it('the sources that disagree', () => {
    expect(sourcesOf(plan().disagreements.flatMap(({ citations }) => citations))).toEqual(
      expect.arrayContaining(['lactmed-baclofen', 'sps-lactation', 'janusmed-2019', 'crat-2024', 'liohem-swiss-label']),
    );
    expect(plan().disagreements.some(({ text }) => /0\.1 mg per day.*20 mg.*0\.168 mg per day/.test(text))).toBe(true);
  });

  it.each([
    ['a newborn exposed before birth', /exposure before birth/],
    ['a preterm infant', /preterm/],
    ['an infant under 2 months', /under 2 months/],
    ['a mother with reduced clearance', /clearance|renal|kidney/i],
    ['other sedating drugs', /other (sedating|sedative)/i],
    ['sedation and poor feeding', /sedation[\s\S]*poor feeding/i],
  ])('a warning about %s', (_, expected) =>
    expect(
      plan()
        .monitoring.map(({ text }) => text)
        .join('\n'),
    ).toMatch(expected),
  );

  it('the advice never to stop the drug or the feeding suddenly', () => {
    expect(plan().neverStop.text).toMatch(/never stop suddenly.*drug.*feeding/i);
  });
});
