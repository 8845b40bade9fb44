import { describe, expect, it } from 'vitest';
import type { Circumstances } from '../../../src/core/infant-dose/cautions.js';
import { estimateInfantExposure } from '../../../src/core/infant-dose/estimate.js';
import type { InfantExposureRequest } from '../../../src/core/infant-dose/types.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { loadParameters } from '../../../src/parameters/load.js';

const { lactation } = loadParameters();

const codes = (circumstances: Circumstances, maternalDose = 40) =>
  estimateInfantExposure(
    { milk: quantity(0.16, 'mg/L'), maternalDose: quantity(maternalDose, 'mg/d'), ...circumstances },
    lactation,
  )
    .notices.filter(({ severity }) => severity === 'warning')
    .map(({ code }) => code);

/** Each input on its own, on the side that warns and on the side that does not. */
const inputs = [
  {
    code: 'infant-exposed-before-birth',
    warns: [{ exposedBeforeBirth: true }],
    quiet: [{}, { exposedBeforeBirth: false }],
  },
  {
    code: 'infant-preterm',
    warns: [{ gestationalAge: quantity(24, 'wk') }, { gestationalAge: quantity(36 + 6 / 7, 'wk') }],
    quiet: [{ gestationalAge: quantity(37, 'wk') }, { gestationalAge: quantity(41, 'wk') }],
  },
  {
    code: 'infant-young',
    warns: [
      { infantAge: quantity(0, 'd') },
      { infantAge: quantity(61, 'd') },
      { infantAge: quantity(8, 'wk') },
      { infantAge: quantity(1.9, 'mo') },
    ],
    quiet: [{ infantAge: quantity(62, 'd') }, { infantAge: quantity(9, 'wk') }, { infantAge: quantity(2, 'mo') }],
  },
  {
    code: 'maternal-clearance-reduced',
    warns: [{ maternalClearance: quantity(59.99, 'mL/min') }, { maternalClearance: quantity(0, 'mL/min') }],
    quiet: [{ maternalClearance: quantity(60, 'mL/min') }, { maternalClearance: quantity(120, 'mL/min') }],
  },
  {
    code: 'other-sedatives',
    warns: [{ sedatives: ['clonazepam'] }, { sedatives: ['oxycodone', 'pregabalin'] }],
    quiet: [{ sedatives: [] }],
  },
] as const satisfies readonly {
  code: string;
  warns: readonly Circumstances[];
  quiet: readonly Circumstances[];
}[];

describe('warnings of infant exposure', () => {
  it.each(inputs)('$code, and no other, from its own input', ({ code, warns, quiet }) => {
    for (const input of warns) expect(codes(input), JSON.stringify(input)).toEqual([code]);
    for (const input of quiet) expect(codes(input), JSON.stringify(input)).toEqual([]);
  });

  it('every combination of the five gives exactly its own warnings', () => {
    for (let mask = 0; mask < 2 ** inputs.length; mask += 1) {
      const on = inputs.filter((_, index) => mask & (1 << index));
      const off = inputs.filter((_, index) => !(mask & (1 << index)));
      const circumstances = Object.assign({}, ...off.map(({ quiet }) => quiet[0]), ...on.map(({ warns }) => warns[0]));
      expect(codes(circumstances)).toEqual(on.map(({ code }) => code));
    }
  });

  it('a level that was scaled is called too low where clearance is reduced', () => {
    const maternalClearance = quantity(40, 'mL/min');
    const scaled = (request: Parameters<typeof estimateInfantExposure>[0]) =>
      estimateInfantExposure(request, lactation).notices.find(({ code }) => code === 'maternal-clearance-reduced')
        ?.params;
    expect(scaled({ maternalDose: quantity(80, 'mg/d'), maternalClearance })).toMatchObject({ scaled: true });
    expect(scaled({ milk: quantity(0.3, 'mg/L'), maternalClearance })).toMatchObject({ scaled: false });
  });
});

describe('each warning names the value and where the line stands', () => {
  const warning = (circumstances: Circumstances) => {
    const request = { milk: quantity(0.16, 'mg/L'), maternalDose: quantity(40, 'mg/d'), ...circumstances };
    return estimateInfantExposure(request, lactation).notices;
  };

  it('before birth and other sedatives', () => {
    expect(warning({ exposedBeforeBirth: true })).toMatchObject([
      { params: {}, citations: [{ source: 'australian-prescriber-2015' }] },
    ]);
    expect(warning({ sedatives: ['oxycodone', 'pregabalin'] })).toMatchObject([
      {
        params: { names: ['oxycodone', 'pregabalin'] },
        citations: [{ source: 'judgement', locator: 'Other sedating drugs' }],
      },
    ]);
  });

  it('preterm below 37 weeks', () => {
    const gestationalAge = quantity(36, 'wk');
    expect(warning({ gestationalAge })).toMatchObject([
      {
        params: { gestationalAge, below: quantity(37, 'wk') },
        citations: [
          { source: 'judgement', locator: 'Preterm infant' },
          { source: 'australian-prescriber-milk', locator: 'Passage on premature infants' },
        ],
      },
    ]);
  });

  it('young below 2 months, in the unit that was given', () => {
    const below = quantity(2, 'mo');
    const lactmed = { source: 'lactmed-baclofen', locator: 'Summary of use during lactation' };
    const days = { source: 'judgement', locator: 'Two months in days' };
    const months = quantity(1, 'mo');
    expect(warning({ infantAge: months })).toMatchObject([{ params: { age: months, below }, citations: [lactmed] }]);
    const weeks = quantity(8, 'wk');
    expect(warning({ infantAge: weeks })).toMatchObject([
      { params: { age: weeks, below }, citations: [lactmed, days] },
    ]);
  });

  it('clearance below 60 mL/min', () => {
    const clearance = quantity(59, 'mL/min');
    expect(warning({ maternalClearance: clearance })).toMatchObject([
      {
        params: { clearance, below: quantity(60, 'mL/min'), scaled: false },
        citations: [{ source: 'judgement', locator: 'Clearance of the mother' }],
      },
    ]);
  });
});

describe('thresholds that a low relative dose hides', () => {
  const of = (maternalDose: number) =>
    estimateInfantExposure({ maternalDose: quantity(maternalDose, 'mg/d') }, lactation).notices.map(({ code }) => code);

  // 0.0006 mg/kg/d per mg/d at 150 mL/kg/d, 0.0008 at 200: 0.1 is reached at 200 from 125 mg/d
  it.each([
    [124, false],
    [125, true],
    [180, true],
  ])('%s mg per day reaches the dose given to a newborn: %s', (maternalDose, reached) => {
    expect(of(maternalDose).includes('infant-dose-at-withdrawal-dose')).toBe(reached);
    expect(of(maternalDose)).not.toContain('relative-dose-at-threshold');
  });

  it('names the lowest intake at which it is reached', () => {
    const at = (request: InfantExposureRequest) =>
      estimateInfantExposure(request, lactation).notices.find(({ code }) => code === 'infant-dose-at-withdrawal-dose');
    const threshold = quantity(0.1, 'mg/kg/d');
    const citations = [{ source: 'lactmed-baclofen', locator: 'Effects in breastfed infants, second case' }];
    // 130: 0.078 at 150, 0.104 at 200; 180: 0.108 at 150
    expect(at({ maternalDose: quantity(130, 'mg/d') })).toMatchObject({
      params: { threshold, infantDose: { value: 0.104 }, intake: { value: 200 } },
      citations,
    });
    // an intake of 250 that was asked for comes first in the answer, and 150 is named
    expect(at({ maternalDose: quantity(180, 'mg/d'), intake: quantity(250, 'mL/kg/d') })).toMatchObject({
      params: { threshold, infantDose: { value: 0.108 }, intake: { value: 150 } },
    });
  });

  it('names the lowest intake and weight at which the relative dose reaches 10%', () => {
    // 0.2 mg/L, 20 mg/d: 100 x 0.2 x 0.15 x 60 / 20 = 9% at 60 kg, x 70 / 20 = 10.5% at 70 kg; more at 250 and 200
    const request = {
      milk: quantity(0.2, 'mg/L'),
      maternalDose: quantity(20, 'mg/d'),
      intake: quantity(250, 'mL/kg/d'),
    };
    const { notices } = estimateInfantExposure(request, lactation);
    expect(notices).toMatchObject([
      {
        code: 'relative-dose-at-threshold',
        params: {
          threshold: quantity(10, '%'),
          value: quantity(10.5, '%'),
          maternalWeight: quantity(70, 'kg'),
          intake: quantity(150, 'mL/kg/d'),
        },
        citations: [{ source: 'pediamcu-rid-2018', locator: 'Interpretation' }],
      },
    ]);
  });

  it('a relative dose of 10% warns from 10% on', () => {
    // 100 x 0.15 x level x 60 / 20 = 45 x level: 10% at 0.2222 mg/L at 150, at 0.1667 mg/L at 200
    const relative = (milk: number) =>
      estimateInfantExposure(
        { milk: quantity(milk, 'mg/L'), maternalDose: quantity(20, 'mg/d'), maternalWeight: quantity(60, 'kg') },
        lactation,
      ).notices.map(({ code }) => code);
    expect(relative(0.166)).not.toContain('relative-dose-at-threshold');
    expect(relative(0.167)).toContain('relative-dose-at-threshold');
  });

  it('a measured level ten times the published one for the dose, or a tenth, is questioned', () => {
    const unlikely = (request: Parameters<typeof estimateInfantExposure>[0]) =>
      estimateInfantExposure(request, lactation).notices.some(({ code }) => code === 'milk-level-unlikely');
    const maternalDose = quantity(40, 'mg/d');
    // 0.32 x 40 / 80 = 0.16 mg/L: 1.6 and 0.016 are the edges
    expect(unlikely({ milk: quantity(1.6, 'mg/L'), maternalDose })).toBe(true);
    expect(unlikely({ milk: quantity(1.59, 'mg/L'), maternalDose })).toBe(false);
    expect(unlikely({ milk: quantity(0.016, 'mg/L'), maternalDose })).toBe(true);
    expect(unlikely({ milk: quantity(0.017, 'mg/L'), maternalDose })).toBe(false);
    // without a dose only 0.32 x 10 = 3.2 mg/L and above
    expect(unlikely({ milk: quantity(3.2, 'mg/L') })).toBe(true);
    expect(unlikely({ milk: quantity(0.001, 'mg/L') })).toBe(false);
    // a pump: 0.617 mcg/L at 330 mcg per day, so 6.17 mcg/L is far above and mg for mcg further
    expect(unlikely({ route: 'intrathecal', milk: quantity(0.617, 'mg/L') })).toBe(true);
    expect(unlikely({ route: 'intrathecal', milk: quantity(0.617, 'ug/L') })).toBe(false);
    expect(unlikely({ maternalDose: quantity(1000, 'mg/d') })).toBe(false);
    // 0.617 x 33 / 330 = 0.0617 mcg/L for a tenth of the dose: 0.617 is ten times that
    const pump = { route: 'intrathecal', maternalDose: quantity(33, 'ug/d') } as const;
    expect(unlikely({ ...pump, milk: quantity(0.617, 'ug/L') })).toBe(true);
    expect(unlikely({ ...pump, milk: quantity(0.6, 'ug/L') })).toBe(false);
  });

  it('the question names the level and the published one for that dose', () => {
    // 0.32 x 40 / 80 = 0.16 mg/L
    const level = quantity(1.6, 'mg/L');
    const outcome = estimateInfantExposure({ milk: level, maternalDose: quantity(40, 'mg/d') }, lactation);
    expect(outcome.notices.find(({ code }) => code === 'milk-level-unlikely')).toMatchObject({
      params: { level, published: quantity(0.16, 'mg/L') },
      citations: [{ source: 'judgement', locator: 'Levels far from the published ones' }],
    });
  });

  it('a share of an intake that was measured beside other food is pointed out', () => {
    const share = { numerator: 1, denominator: 2 };
    const at = (months: number, request = {}) =>
      estimateInfantExposure({ milk: quantity(0.3, 'mg/L'), infantAge: quantity(months, 'mo'), ...request }, lactation)
        .notices.map(({ code }) => code)
        .includes('share-already-in-intake');
    expect(at(12, { share })).toBe(true);
    expect(at(12)).toBe(false);
    expect(at(12, { share: { numerator: 1, denominator: 1 } })).toBe(false);
    expect(at(11, { share })).toBe(false);
    // exclusive at 6 months: all that is left to say is that a relative dose needs the dose of the mother
    const exclusive = { milk: quantity(0.3, 'mg/L'), infantAge: quantity(6, 'mo'), share };
    const needed = { code: 'relative-dose-needs-maternal-dose', severity: 'info', params: {}, citations: [] };
    expect(estimateInfantExposure(exclusive, lactation).notices).toEqual([needed]);
  });

  it('and names the age and the intake', () => {
    const request = { milk: quantity(0.3, 'mg/L'), share: { numerator: 1, denominator: 2 } };
    const { notices } = estimateInfantExposure({ ...request, infantAge: quantity(12, 'mo') }, lactation);
    expect(notices.find(({ code }) => code === 'share-already-in-intake')).toMatchObject({
      params: { age: quantity(12, 'mo'), intake: quantity(61, 'mL/kg/d') },
      citations: [{ source: 'rios-leyvraz-2023', locator: 'Abstract' }],
    });
  });

  it('above 80 mg per day no level has been published', () => {
    expect(of(80)).not.toContain('maternal-dose-above-published');
    expect(of(80.5)).toContain('maternal-dose-above-published');
    // said of a measured level too
    const maternalDose = quantity(100, 'mg/d');
    expect(estimateInfantExposure({ milk: quantity(0.4, 'mg/L'), maternalDose }, lactation).notices).toMatchObject([
      {
        code: 'maternal-dose-above-published',
        params: { maternalDose, published: quantity(80, 'mg/d') },
        citations: [{ source: 'lactmed-baclofen', locator: 'Maternal levels, second case' }],
      },
    ]);
  });

  it('a scaled level names what it is scaled from, by mouth and by pump', () => {
    // 0.32 x 40 / 80 = 0.16 mg/L; 0.617 x 660 / 330 = 1.234 mcg/L
    const oral = estimateInfantExposure({ maternalDose: quantity(40, 'mg/d') }, lactation);
    expect(oral.notices).toMatchObject([
      {
        code: 'milk-level-extrapolated',
        params: {
          level: quantity(0.32, 'mg/L'),
          maternalDose: quantity(80, 'mg/d'),
          scaled: quantity(0.16, 'mg/L'),
        },
        citations: [{ source: 'lactmed-baclofen', locator: 'Maternal levels, second case' }],
      },
    ]);
    // 660 mcg are no 660 mg: nothing about 80 mg per day
    const pump = estimateInfantExposure({ route: 'intrathecal', maternalDose: quantity(660, 'ug/d') }, lactation);
    expect(pump.notices).toMatchObject([
      {
        code: 'milk-level-extrapolated',
        params: {
          level: quantity(0.617, 'ug/L'),
          maternalDose: quantity(330, 'ug/d'),
          scaled: quantity(0.001234, 'mg/L'),
        },
        citations: [{ source: 'lactmed-baclofen', locator: 'Maternal levels, third case' }],
      },
      {
        code: 'no-relative-dose-intrathecal',
        severity: 'info',
        params: {},
        citations: [{ source: 'judgement', locator: 'Intrathecal route' }],
      },
    ]);
  });
});
