import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workOutIntrathecal } from '../../../src/core/intrathecal/plan.js';
import { daysToReserve, pumpRate } from '../../../src/core/intrathecal/pump.js';
import type { ChangeRequest, IntrathecalRequest } from '../../../src/core/intrathecal/types.js';
import { InputError } from '../../../src/core/values/input-error.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { loadParameters } from '../../../src/parameters/load.js';

const { intrathecal } = loadParameters();
const answer = (request: IntrathecalRequest) => workOutIntrathecal(request, intrathecal);

function planned(request: IntrathecalRequest) {
  const outcome = answer(request);
  if (outcome.outcome !== 'plan') throw new Error(`refused: ${outcome.refusal.code}`);
  return outcome;
}

const daily = (value: number) => quantity(value, 'ug/d');
const mL = (value: number) => quantity(value, 'mL');
const strength = (value: number) => quantity(value, 'ug/mL');

interface Pump {
  readonly dose: number;
  readonly concentration: number;
  readonly reservoir: number;
  readonly reserve?: number;
  readonly refilled?: string;
}

function pump({ dose, concentration, reservoir, reserve, refilled }: Pump): IntrathecalRequest {
  return {
    dose: daily(dose),
    pump: {
      concentration: strength(concentration),
      reservoir: mL(reservoir),
      ...(reserve !== undefined && { reserve: mL(reserve) }),
      ...(refilled !== undefined && { refilled }),
    },
  };
}

const change = (percent: number, of: ChangeRequest['of'], at: ChangeRequest['at'] = 'titration'): ChangeRequest => ({
  direction: percent < 0 ? 'down' : 'up',
  percent: quantity(Math.abs(percent), '%'),
  of,
  at,
});

const codes = (request: IntrathecalRequest) => answer(request).notices.map(({ code }) => code);
const danger = ['intrathecal-boxed-warning', 'intrathecal-withdrawal', 'intrathecal-overdose'];

describe('a filled pump', () => {
  it.each([
    // (20 - 4) x 500 / 250 = 32 days; 250 / 500 = 0.5 mL per day
    [{ dose: 250, concentration: 500, reservoir: 20, reserve: 4 }, 0.5, 32],
    // (20 - 1) x 2000 / 350 = 108.57; 350 / 2000 = 0.175
    [{ dose: 350, concentration: 2000, reservoir: 20, reserve: 1 }, 0.175, 108],
    // The reserve of 4 mL where none is given: (20 - 4) x 2000 / 350 = 91.43
    [{ dose: 350, concentration: 2000, reservoir: 20 }, 0.175, 91],
    // (40 - 2) x 1000 / 1900 = 20 exactly
    [{ dose: 1900, concentration: 1000, reservoir: 40, reserve: 2 }, 1.9, 20],
    // (10.1 - 1.3) x 500 / 100 = 44, though in binary it is 43.99999999999999
    [{ dose: 100, concentration: 500, reservoir: 10.1, reserve: 1.3 }, 0.2, 44],
    // (10 - 4) x 50 / 2003 = 0.15: the reserve is reached on the day of the refill
    [{ dose: 2003, concentration: 50, reservoir: 10, reserve: 4 }, 40.06, 0],
  ])('%o: %s mL per day, %s days', (asked, rate, days) => {
    const { plan } = planned(pump(asked));
    expect(plan.rate).toEqual({ value: rate, unit: 'mL/d' });
    expect(plan.daysToReserve).toEqual({ value: days, unit: 'd' });
  });

  it.each([
    // 5 days of November are left after the 25th; 32 - 5 = 27 December
    [{ dose: 250, concentration: 500, reservoir: 20, reserve: 4, refilled: '2026-11-25' }, '2026-12-27'],
    // 108 days: 5 to 30 November, 31 to 31 December (36), 31 (67), 28 (95), 13 more in March
    [{ dose: 350, concentration: 2000, reservoir: 20, reserve: 1, refilled: '2026-11-25' }, '2027-03-13'],
    // 32 days over a leap day: 6 to 31 January, 26 to 26 February
    [{ dose: 250, concentration: 500, reservoir: 20, reserve: 4, refilled: '2028-01-25' }, '2028-02-26'],
    // 32 days from 28 January 2028: 3 to 31 January, 29 to 29 February
    [{ dose: 250, concentration: 500, reservoir: 20, reserve: 4, refilled: '2028-01-28' }, '2028-02-29'],
    // The same in 2027, which has no such day
    [{ dose: 250, concentration: 500, reservoir: 20, reserve: 4, refilled: '2027-01-28' }, '2027-03-01'],
    // 20 days from 15 December: 16 to 31 December, 4 in January
    [{ dose: 1900, concentration: 1000, reservoir: 40, reserve: 2, refilled: '2026-12-15' }, '2027-01-04'],
  ])('%o: the reserve is reached on %s', (asked, date) => {
    expect(planned(pump(asked)).plan.emptyOn).toBe(date);
  });

  it.each([
    // 91 days from 1 January 2025: 30 + 28 + 31 = 89 to 31 March, 2 more: 2 April.
    ['2025-01-01', '2025-04-03', ['intrathecal-reserve-past', ...danger]],
    // On the day itself it is not yet past.
    ['2025-01-01', '2025-04-02', danger],
    ['2025-01-01', 'no day', danger],
    ['2025-01-02', '2025-01-01', [...danger, 'intrathecal-refill-ahead']],
    ['2025-01-01', '2025-01-01', danger],
  ])('refilled on %s, asked on %s: %o', (refilled, today, expected) => {
    const asked = pump({ dose: 350, concentration: 2000, reservoir: 20, refilled });
    const request = { ...asked, ...(asked.pump && { pump: { ...asked.pump, ...(today !== 'no day' && { today }) } }) };
    expect(codes(request)).toEqual(expected);
  });

  it('has no date where no refill is given', () => {
    expect(planned(pump({ dose: 250, concentration: 500, reservoir: 20 })).plan).not.toHaveProperty('emptyOn');
  });

  it('says which reserve was assumed, and only then', () => {
    expect(planned(pump({ dose: 250, concentration: 500, reservoir: 20 })).assumptions).toEqual([
      { name: 'pump-reserve', value: mL(4), citations: [{ source: 'itb-reserve-2004', locator: 'Abstract' }] },
    ]);
    expect(planned(pump({ dose: 250, concentration: 500, reservoir: 20, reserve: 4 })).assumptions).toEqual([]);
  });

  it('never lasts longer than the drug in it, and always to within a day of it', () => {
    const doses = fc.integer({ min: 1, max: 2003 });
    const strengths = fc.constantFrom(50, 500, 1000, 2000);
    const tenths = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(doses, strengths, tenths, fc.integer({ min: 1, max: 300 }), (dose, mcg, reserve, more) => {
        const usable = more / 10;
        const reservoir = mL((reserve + more) / 10);
        const { value } = daysToReserve(daily(dose), strength(mcg), reservoir, mL(reserve / 10));
        expect(value * dose).toBeLessThanOrEqual(usable * mcg * (1 + 1e-9));
        expect((value + 1) * dose).toBeGreaterThan(usable * mcg * (1 - 1e-9));
        expect(pumpRate(daily(dose), strength(mcg)).value * mcg).toBeCloseTo(dose, 6);
      }),
    );
  });
});

describe('a change of the dose', () => {
  it.each([
    // 350 x 1.15 = 402.5
    [350, change(15, 'spinal'), 402.5],
    [350, change(15, 'cerebral'), 402.5],
    [350, change(15, 'child'), 402.5],
    // 350 x 1.4 = 490; 350 x 1.2 = 420
    [350, change(40, 'spinal', 'refill'), 490],
    [350, change(20, 'cerebral', 'refill'), 420],
    [350, change(20, 'child', 'refill'), 420],
    // 350 x 0.85 = 297.5; 350 x 0.8 = 280
    [350, change(-15, 'spinal'), 297.5],
    [350, change(-20, 'child', 'refill'), 280],
    // 100 x 1.1 = 110, though 100 x 1.1 is 110.00000000000001 in binary
    [100, change(10, 'spinal'), 110],
  ])('of %s mcg per day, %o, gives %s', (dose, asked, to) => {
    expect(planned({ dose: daily(dose), change: asked }).plan).toMatchObject({
      dose: daily(to),
      change: { to: daily(to) },
    });
  });

  it('is worked into the pump: the new dose empties it', () => {
    // 250 x 1.2 = 300; (20 - 4) x 500 / 300 = 26.67
    const request = { ...pump({ dose: 250, concentration: 500, reservoir: 20 }), change: change(20, 'spinal') };
    expect(planned(request).plan).toMatchObject({
      dose: daily(300),
      rate: { value: 0.6 },
      daysToReserve: { value: 26 },
    });
  });

  it.each([
    [change(9.99, 'spinal'), 10],
    [change(4, 'cerebral'), 5],
    [change(4.9, 'child', 'refill'), 5],
    [change(-5, 'spinal'), 10],
  ])('below the range is told: %o begins at %s per cent', (asked, from) => {
    const { notices } = planned({ dose: daily(350), change: asked });
    expect(notices.at(-1)).toMatchObject({
      code: 'intrathecal-step-small',
      severity: 'info',
      params: { from: { value: from } },
    });
  });

  it.each([change(10, 'spinal'), change(5, 'cerebral'), change(-10, 'child')])(
    'at the lower end is not told: %o',
    (asked) => {
      expect(codes({ dose: daily(350), change: asked })).toEqual(danger);
    },
  );
});

describe('what is refused', () => {
  const filled = { concentration: strength(500), reservoir: mL(20) };

  it.each<[string, IntrathecalRequest, string]>([
    ['a dose by mouth converted', { fromOral: true }, 'no-oral-conversion'],
    ['the same beside a whole pump', { dose: daily(250), pump: filled, fromOral: true }, 'no-oral-conversion'],
    [
      'another concentration',
      { dose: daily(250), pump: filled, newConcentration: strength(2000) },
      'concentration-change',
    ],
    [
      'above the highest labelled',
      pump({ dose: 2003.1, concentration: 2000, reservoir: 20 }),
      'intrathecal-dose-too-high',
    ],
    ['2000 and 30%', { dose: daily(2000), change: change(30, 'spinal') }, 'intrathecal-dose-too-high'],
    // 1,541 x 1.3 = 2,003.3
    ['1541 and 30%', { dose: daily(1541), change: change(30, 'spinal') }, 'intrathecal-dose-too-high'],
    [
      'a reserve as large as the reservoir',
      pump({ dose: 250, concentration: 500, reservoir: 20, reserve: 20 }),
      'reserve-not-below-reservoir',
    ],
    [
      'a reserve above the reservoir',
      pump({ dose: 250, concentration: 500, reservoir: 20, reserve: 21 }),
      'reserve-not-below-reservoir',
    ],
    [
      'the usual reserve in a reservoir of 4 mL',
      pump({ dose: 250, concentration: 500, reservoir: 4 }),
      'reserve-not-below-reservoir',
    ],
    [
      'a compounded concentration',
      pump({ dose: 250, concentration: 4000, reservoir: 20 }),
      'concentration-not-labelled',
    ],
    [
      'a tenth of a concentration',
      pump({ dose: 250, concentration: 200, reservoir: 20 }),
      'concentration-not-labelled',
    ],
    ['spinal above 30%', { dose: daily(350), change: change(30.1, 'spinal') }, 'intrathecal-step-too-large'],
    ['cerebral above 15%', { dose: daily(350), change: change(16, 'cerebral') }, 'intrathecal-step-too-large'],
    ['a child above 15%', { dose: daily(350), change: change(16, 'child') }, 'intrathecal-step-too-large'],
    [
      'spinal above 40% at a refill',
      { dose: daily(350), change: change(41, 'spinal', 'refill') },
      'intrathecal-step-too-large',
    ],
    [
      'cerebral above 20% at a refill',
      { dose: daily(350), change: change(21, 'cerebral', 'refill') },
      'intrathecal-step-too-large',
    ],
    [
      'a child above 20% at a refill',
      { dose: daily(350), change: change(21, 'child', 'refill') },
      'intrathecal-step-too-large',
    ],
    ['down more than 20%', { dose: daily(350), change: change(-21, 'spinal') }, 'intrathecal-step-too-large'],
  ])('%s: not worked out', (_, request, code) => {
    const outcome = answer(request);
    expect(outcome).toMatchObject({ outcome: 'refusal', refusal: { code } });
    expect(outcome.notices.map((each) => each.code)).toEqual(danger);
  });

  it('not at the edges: 2,003 mcg per day, 30% to 2,003, and 3.9 mL of 4', () => {
    expect(answer(pump({ dose: 2003, concentration: 2000, reservoir: 20 })).outcome).toBe('plan');
    // 2,003 / 1.3 = 1,540.77
    expect(answer({ dose: daily(1540), change: change(30, 'spinal') }).outcome).toBe('plan');
    expect(answer(pump({ dose: 250, concentration: 500, reservoir: 4, reserve: 3.9 })).outcome).toBe('plan');
  });
});

describe('what is told', () => {
  it('withdrawal and overdose come first, of every plan and without one', () => {
    expect(codes({})).toEqual(danger);
    expect(planned({}).notices.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it.each<[string, Pump, string[]]>([
    ['1,000 mcg per day is not much', { dose: 1000, concentration: 2000, reservoir: 20 }, []],
    [
      'above it there is little experience',
      { dose: 1000.5, concentration: 2000, reservoir: 20 },
      ['intrathecal-little-experience'],
    ],
    // (20 - 4) x 50 / 11 = 72 days
    ['below the lowest labelled', { dose: 11, concentration: 50, reservoir: 20 }, ['intrathecal-below-lowest']],
    ['a reserve of 2 mL is the alarm of the maker', { dose: 250, concentration: 500, reservoir: 20, reserve: 2 }, []],
    [
      'below it withdrawal may begin',
      { dose: 250, concentration: 500, reservoir: 20, reserve: 1.9 },
      ['intrathecal-low-reserve'],
    ],
    // 16 x 2000 / 177 = 180.8: 180 days; 16 x 2000 / 176 = 181.8: 181 days
    ['180 days are as long as pumps are left', { dose: 177, concentration: 2000, reservoir: 20 }, []],
    ['181 days are longer', { dose: 176, concentration: 2000, reservoir: 20 }, ['intrathecal-long-refill']],
  ])('%s', (_, asked, more) => {
    expect(codes(pump(asked))).toEqual([...danger, ...more]);
  });

  it('another concentration, said twice, is worked out with a warning', () => {
    const request = pump({ dose: 900, concentration: 4000, reservoir: 20 });
    const twice = { ...request, pump: { ...request.pump, onLabel: strength(4000) } } as IntrathecalRequest;
    // 900 / 4000 = 0.225; (20 - 4) x 4000 / 900 = 71.1
    expect(planned(twice).plan).toMatchObject({ rate: { value: 0.225 }, daysToReserve: { value: 71 } });
    expect(codes(twice)).toEqual([...danger, 'intrathecal-other-concentration']);
    expect(planned(twice).notices.at(-1)?.params).toEqual({ concentration: strength(4000) });
  });

  it('a reserve that was reached before today comes before everything else', () => {
    // (20 - 4) x 500 / 250 = 32 days: 1 October 2026 and 32 days are 2 November.
    const asked = (today: string) => {
      const request = pump({ dose: 250, concentration: 500, reservoir: 20, refilled: '2026-10-01' });
      return planned({ ...request, pump: { ...request.pump, today } } as IntrathecalRequest);
    };
    expect(asked('2026-11-03').notices[0]).toMatchObject({
      code: 'intrathecal-reserve-past',
      params: { emptyOn: '2026-11-02', today: '2026-11-03' },
    });
    expect(asked('2026-11-02').notices.map(({ code }) => code)).toEqual(danger);
    // On the day of the refill nothing is ahead; a day before it is.
    expect(asked('2026-10-01').notices.map(({ code }) => code)).toEqual(danger);
    expect(asked('2026-09-30').notices.find(({ code }) => code === 'intrathecal-refill-ahead')).toMatchObject({
      params: { refilled: '2026-10-01', today: '2026-09-30' },
      citations: [],
    });
  });

  it('a change alone is worked out without a pump', () => {
    const { assumptions, notices, working } = planned({ dose: daily(350), change: change(-10, 'cerebral') });
    expect([assumptions, notices.map(({ code }) => code)]).toEqual([[], danger]);
    // 350 x (1 - 0.1)
    expect(working).toMatchObject([
      {
        label: 'New dose',
        formula: 'present dose x (1 - percent / 100)',
        inputs: { present: daily(350), percent: quantity(10, '%') },
        result: daily(315),
      },
    ]);
  });
});

describe('what makes no sense', () => {
  const filled = { concentration: strength(500), reservoir: mL(20) };

  it.each<[string, IntrathecalRequest, string, string, RegExp]>([
    ['a pump without a dose', { pump: filled }, 'dose', 'nothing', /mcg per day, such as 350mcg/],
    ['a change without a dose', { change: change(10, 'spinal') }, 'dose', 'nothing', /mcg per day, such as 350mcg/],
    ['a dose alone', { dose: daily(350) }, 'pump.concentration', 'nothing', /`reservoir`; or give `change` with `of`/],
    ['no dose at all', { dose: daily(0), pump: filled }, 'dose', '0', /above 0 in mcg per day/],
    [
      'two concentrations',
      { dose: daily(350), pump: { ...filled, onLabel: strength(400) } },
      'pump.onLabel',
      '400 mcg/mL',
      /the 500 mcg\/mL of `concentration` once more/,
    ],
    [
      'a reservoir of nothing',
      { dose: daily(350), pump: { ...filled, reservoir: mL(0) } },
      'pump.reservoir',
      '0',
      /a volume above 0 in mL/,
    ],
    [
      'a concentration of nothing',
      { dose: daily(350), pump: { ...filled, concentration: strength(0) } },
      'pump.concentration',
      '0',
      /above 0 in mcg per mL/,
    ],
  ])('%s', (_, request, field, got, takes) => {
    const wrong = { name: InputError.name, field, got, takes: expect.stringMatching(takes) };
    expect(() => answer(request)).toThrow(expect.objectContaining(wrong));
  });
});
