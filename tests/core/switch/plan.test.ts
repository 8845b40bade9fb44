import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CurrentDose } from '../../../src/core/doses/current-dose.js';
import { planSwitch } from '../../../src/core/switch/plan.js';
import type { Side, SwitchPlan, SwitchRequest } from '../../../src/core/switch/types.js';
import { InputError } from '../../../src/core/values/input-error.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { loadParameters } from '../../../src/parameters/load.js';
import { commandLine } from '../../../src/report/wording/command-line.js';
import { argvOf, run } from '../../cli/run.js';
import { amounts, mg } from '../fixtures.js';

const parameters = loadParameters();
const product = (id: string): Side => ({ product: id });
const strength = (value: number): Side => ({ strength: quantity(value, 'mg/mL') });
const times = (dose: number, timesDaily: number): CurrentDose => ({ dose: mg(dose), timesDaily });

const ask = (request: SwitchRequest) => planSwitch(request, parameters);

function planned(request: SwitchRequest): SwitchPlan {
  const outcome = ask(request);
  if (outcome.outcome !== 'plan') throw new Error(outcome.refusal.code);
  return outcome.plan;
}

function refused(request: SwitchRequest) {
  const outcome = ask(request);
  if (outcome.outcome === 'plan') throw new Error('a plan');
  return outcome.refusal;
}

const warned = (request: SwitchRequest) => ask(request).notices.filter(({ code }) => code === 'old-amount-of-new');

describe('the worked examples', () => {
  it('7 mg from 1 to 10 mg per mL: 7 mL become 0.7 mL, and the old volume would be 70 mg, tenfold', () => {
    const request = { from: strength(1), to: strength(10), volume: quantity(7, 'mL'), timesDaily: 3 };
    const plan = planned(request);
    expect(plan.dose).toEqual(mg(7));
    expect(plan.dailyDose).toEqual(quantity(21, 'mg/d'));
    expect(amounts(plan.old.make)).toEqual({ 'liquid-1': 7 });
    expect(amounts(plan.new.make)).toEqual({ 'liquid-10': 0.7 });
    // 3 x 0.7 = 2.1 mL a day; 30 days take 63 mL.
    expect(amounts(plan.new.perDay)).toEqual({ 'liquid-10': 2.1 });
    expect(amounts(plan.dispense)).toEqual({ 'liquid-10': 63 });
    expect(plan.oldAmountOfNew).toEqual({ dose: mg(70), multiple: 10 });
    expect(warned(request)).toHaveLength(1);
  });

  it('5 mg from 1 to 5 mg per mL: 5 mL become 1 mL, and the old volume would be 25 mg', () => {
    const request = { from: product('solution-1'), to: product('suspension-5'), dose: times(5, 3) };
    const plan = planned(request);
    expect(amounts(plan.old.make)).toEqual({ 'solution-1': 5 });
    expect(amounts(plan.new.make)).toEqual({ 'suspension-5': 1 });
    expect(plan.oldAmountOfNew).toEqual({ dose: mg(25), multiple: 5 });
    expect(warned(request)).toHaveLength(1);
  });

  it('5 mg from 5 to 1 mg per mL: 1 mL becomes 5 mL, and the old volume would be 1 mg, a fifth', () => {
    const request = { from: product('suspension-5'), to: product('solution-1'), dose: times(5, 3) };
    const plan = planned(request);
    expect(amounts(plan.old.make)).toEqual({ 'suspension-5': 1 });
    expect(amounts(plan.new.make)).toEqual({ 'solution-1': 5 });
    expect(plan.oldAmountOfNew).toEqual({ dose: mg(1), multiple: 0.2 });
    expect(warned(request)).toHaveLength(1);
  });

  it('12 mg to tablets of 10 mg: refused, 10 mg is 2/12 less and 15 mg 3/12 more', () => {
    const { code, params, instead } = refused({
      from: product('solution-1'),
      to: product('tablet-10'),
      dose: times(12, 3),
    });
    expect(code).toBe('switch-cannot-be-made');
    expect(params).toMatchObject({
      nearest: [
        { dose: mg(10), amount: quantity(1, '1'), change: { value: expect.closeTo(-16.667, 3) } },
        { dose: mg(15), amount: quantity(1.5, '1'), change: { value: 25 } },
      ],
    });
    // 12 mg are 6 mL of 2 mg per mL and 2.4 mL of 5 mg per mL.
    expect(instead?.map(({ request }) => (request as SwitchRequest).to)).toEqual([
      product('solution-2'),
      product('suspension-5'),
    ]);
  });

  it('1.1 mg to 5 mg per mL: refused, 0.2 mL is 1 mg (0.1/1.1 less) and 0.3 mL 1.5 mg (0.4/1.1 more)', () => {
    const { params } = refused({ from: product('solution-1'), to: product('suspension-5'), dose: times(1.1, 3) });
    expect(params).toMatchObject({
      nearest: [
        { dose: mg(1), amount: quantity(0.2, 'mL'), change: { value: expect.closeTo(-9.091, 3) } },
        { dose: mg(1.5), amount: quantity(0.3, 'mL'), change: { value: expect.closeTo(36.364, 3) } },
      ],
    });
  });

  it('20 mg three times daily from tablets to 1 mg per mL: 20 mL, 60 mL a day, 1,800 mL for 30 days', () => {
    const request = { from: product('tablet-10'), to: product('solution-1'), dose: times(20, 3) };
    const plan = planned(request);
    expect(amounts(plan.old.make)).toEqual({ 'tablet-10': 2 });
    expect(amounts(plan.old.perDay)).toEqual({ 'tablet-10': 6 });
    expect(amounts(plan.new.make)).toEqual({ 'solution-1': 20 });
    expect(amounts(plan.new.perDay)).toEqual({ 'solution-1': 60 });
    expect(amounts(plan.dispense)).toEqual({ 'solution-1': 1800 });
    // Nobody measures 2 tablets in mL.
    expect(plan.oldAmountOfNew).toBeUndefined();
  });

  it('goes on from day 1 without a step', () => {
    const { schedule } = planned({ from: product('tablet-10'), to: product('tablet-20'), dose: times(20, 3) });
    expect(schedule.map(({ fromDay, toDay, dailyDose }) => [fromDay, toDay, dailyDose.value])).toEqual([[1, null, 60]]);
  });
});

describe('the old amount of the new product', () => {
  it.each([
    // 10 to 20 mg: the old 2 tablets would be 40 mg, twice; 20 to 25 mg: the old tablet would be 25 mg, 1.25 times.
    ['tablet-10', 'tablet-20', 20, 40, 'old-amount-of-new'],
    ['tablet-20', 'tablet-10', 20, 10, 'old-amount-of-new'],
    ['tablet-20', 'tablet-25-divisible', 50, 62.5, 'old-amount-differs'],
    ['solution-1', 'solution-2', 4, 8, 'old-amount-of-new'],
  ])('%s to %s at %d mg would be %d mg: %s', (from, to, dose, wrong, code) => {
    const outcome = ask({ from: product(from), to: product(to), dose: times(dose, 3) });
    expect(outcome.outcome === 'plan' ? outcome.plan.oldAmountOfNew?.dose : outcome.refusal).toEqual(mg(wrong));
    expect(outcome.notices[0]?.code).toBe(code);
  });

  it('of the same strength is the dose, and nothing is said', () => {
    const outcome = ask({ from: product('solution-1'), to: strength(1), dose: times(7, 3) });
    expect(outcome.outcome === 'plan' && outcome.plan.oldAmountOfNew).toEqual({ dose: mg(7), multiple: 1 });
    expect(outcome.notices).toEqual([]);
  });
});

describe('a strength', () => {
  const request = { from: product('solution-1'), dose: times(6, 3) };

  it('that is not known is refused where it was said once', () => {
    expect(refused({ ...request, to: strength(3) }).code).toBe('strength-unknown');
  });

  it('is taken where the label says it too, as the side that was left out or beside it', () => {
    const label = [quantity(3, 'mg/mL')];
    // 6 mg are 2 mL of 3 mg per mL.
    expect(amounts(planned({ ...request, to: strength(3), label }).new.make)).toEqual({ 'liquid-3': 2 });
    expect(amounts(planned({ ...request, strength: quantity(3, 'mg/mL'), label }).new.make)).toEqual({ 'liquid-3': 2 });
  });

  it('said in two ways is no strength', () => {
    expect(() => ask({ ...request, to: strength(3), label: [quantity(4, 'mg/mL')] })).toThrow(InputError);
    expect(() => ask({ ...request, to: strength(10), strength: quantity(1.1, 'mg/mL') })).toThrow(InputError);
  });

  it.each([
    [{ volume: quantity(7, 'mL'), timesDaily: 3 }, 'from'],
    [{ ...request, to: product('suspension-5'), volume: quantity(7, 'mL') }, 'volume'],
    [{ from: product('tablet-10'), to: product('solution-1'), volume: quantity(7, 'mL'), timesDaily: 3 }, 'volume'],
    [{ from: product('solution-1'), to: product('suspension-5'), volume: quantity(7, 'mL') }, 'timesDaily'],
    [{ ...request, to: product('suspension-5'), timesDaily: 3 }, 'timesDaily'],
    [{ ...request, to: product('suspension-5'), dose: { dailyDose: quantity(18, 'mg/d') } }, 'dose'],
    [{ from: product('solution-1'), to: product('suspension-5') }, 'dose'],
    [{ ...request, to: product('solution-1') }, 'to'],
    [{ ...request, to: product('solution') }, 'to'],
  ])('and a dose that make no sense are an input error: %j', (wrong, field) => {
    expect(() => ask(wrong as SwitchRequest)).toThrow(expect.objectContaining({ name: 'InputError', field }));
  });
});

describe('another drug or route', () => {
  it.each([
    ['tizanidine', 'drug', '59 mg of baclofen'],
    ['dantrolene', 'drug', 'No conversion'],
    ['intrathecal', 'route', 'no conversion'],
    ['pump', 'route', 'screening dose'],
  ])('%s is refused with what is published', (to, kind, says) => {
    const { code, params } = refused({ from: product('tablet-10'), to: product(to), dose: times(20, 3) });
    expect(code).toBe('switch-elsewhere');
    expect(params).toMatchObject({ kind, name: to });
    expect(JSON.stringify(params)).toContain(says);
  });

  it('from the pump as well', () => {
    expect(refused({ from: product('pump'), to: product('tablet-10'), dose: times(20, 3) }).code).toBe(
      'switch-elsewhere',
    );
  });
});

describe('a patient', () => {
  const request = { from: product('solution-1'), to: product('tablet-10'), dose: times(10, 3) };
  const codes = (more: Partial<SwitchRequest>) => ask({ ...request, ...more }).notices.map(({ code }) => code);

  it('below 33 kg has no tablets, and a child has the excipients of a liquid named', () => {
    const patient = { age: quantity(8, 'a'), weight: quantity(25, 'kg') };
    expect(codes({ patient })).toContain('tablets-for-a-light-child');
    expect(codes({ patient: { age: quantity(8, 'a'), weight: quantity(33, 'kg') } })).not.toContain(
      'tablets-for-a-light-child',
    );
    const back = planned({ from: product('tablet-10'), to: product('solution-1'), dose: times(10, 3), patient });
    expect(back.excipients?.text).toContain('benzyl alcohol');
    expect(planned(request).excipients).toBeUndefined();
  });

  it('above the ceiling of the clearance is warned of, and so is one who should have none', () => {
    // 30 mg per day; the ceiling below 30 mL/min is 10.
    expect(codes({ patient: { creatinineClearance: quantity(25, 'mL/min') } })).toContain('daily-dose-above-ceiling');
    expect(codes({ patient: { dialysis: true } })).toContain('daily-dose-where-avoided');
    expect(codes({ patient: { creatinineClearance: quantity(95, 'mL/min') } })).toEqual([]);
  });

  it('above the ceiling, or where it is to be avoided, gets a week and not a month', () => {
    // 30 mg per day are 3 tablets of 10 mg: 7 days take 21, 30 days 90. The ceiling is 10 below 30 mL/min, 40 below 50.
    const supplied = (patient: SwitchRequest['patient'], more: Partial<SwitchRequest> = {}) =>
      amounts(planned({ ...request, ...more, ...(patient && { patient }) }).dispense)['tablet-10'];
    expect(supplied({ creatinineClearance: quantity(25, 'mL/min') })).toBe(21);
    expect(supplied({ dialysis: true })).toBe(21);
    expect(supplied({ creatinineClearance: quantity(40, 'mL/min') })).toBe(90);
    expect(supplied(undefined)).toBe(90);
    // 90 mg per day are above the 80 of the label: 9 tablets a day.
    expect(supplied(undefined, { dose: times(30, 3) })).toBe(63);
    expect(supplied({ creatinineClearance: quantity(25, 'mL/min') }, { supply: quantity(14, 'd') })).toBe(42);
  });

  it('above a reduced ceiling is asked about poisoning first, and the way down stands before the new bottle', () => {
    // 3 x 20 = 60 mg per day; from 65 years the ceiling below 30 mL/min is 5: twelve times.
    const patient = { age: quantity(82, 'a'), creatinineClearance: quantity(25, 'mL/min') } as const;
    const beside = { drugs: ['diazepam'], conditions: ['epilepsy'] };
    const there = { from: product('tablet-10'), to: product('suspension-5'), dose: times(20, 3), patient, ...beside };
    const outcome = ask(there);
    expect(outcome.notices[0]?.code).toBe('poisoning-first');
    expect(outcome.notices.find(({ code }) => code === 'daily-dose-above-ceiling')?.params).toMatchObject({
      ceiling: quantity(5, 'mg/d'),
    });
    const line =
      'baclofen taper --from 20x3 --to ceiling --age 82 --crcl 25 --product tablet-10 --with diazepam --condition epilepsy';
    const { next, deciding } = planned(there);
    expect(next.map(commandLine)).toEqual([line]);
    expect(deciding?.value).toEqual(quantity(25, 'mL/min'));
    expect(run(argvOf(line))).toMatchObject({ code: 0, err: '' });
    // 20 mg cannot be taken of tablets of 25 mg: the same comes before any other product.
    expect(refused({ ...there, to: product('tablet-25') }).instead?.map(commandLine)[0]).toBe(line);
    expect(ask({ ...there, to: product('tablet-25') }).notices[0]?.code).toBe('poisoning-first');
  });

  it.each<[string, Partial<SwitchRequest>, string[]]>([
    // The ceiling without a kidney is 80: nothing to bring down.
    ['a usual kidney', { dose: times(20, 4), patient: { creatinineClearance: quantity(95, 'mL/min') } }, []],
    [
      'dialysis, to none',
      { dose: times(10, 3), patient: { dialysis: true } },
      ['baclofen taper --from 10x3 --days 14 --dialysis --product solution-1'],
    ],
    [
      'mL of the old bottle, 10 mL of 1 mg per mL',
      { volume: quantity(10, 'mL'), timesDaily: 3, patient: { creatinineClearance: quantity(25, 'mL/min') } },
      ['baclofen taper --from 10x3 --to ceiling --crcl 25 --product solution-1'],
    ],
  ])('the way down: %s', (_, more, lines) => {
    const { dose: _dose, ...bottle } = request;
    const { next } = planned({ ...bottle, ...more });
    expect(next.map(commandLine)).toEqual(lines);
    for (const line of lines) expect(run(argvOf(line)), line).toMatchObject({ code: 0, err: '' });
  });

  it('a line of another product keeps the label of an unusual bottle', () => {
    const strength = quantity(4, 'mg/mL');
    const { instead = [] } = refused({
      dose: times(4, 3),
      from: { strength },
      to: product('tablet-25'),
      label: [strength],
    });
    const lines = instead.map(commandLine);
    expect(lines[0]).toBe('baclofen switch --dose 4mgx3 --from 4mg/mL --to solution-1 --label 4mg/mL');
    for (const line of lines) expect(run(argvOf(line)), line).toMatchObject({ code: 0, err: '' });
  });

  it('one dose above the largest is cautioned about, whoever takes it', () => {
    const there = { from: product('tablet-10'), to: product('solution-1') };
    const cautioned = (more: Partial<SwitchRequest>) =>
      ask({ ...there, ...more }).notices.find(({ code }) => code === 'dose-above-ceiling')?.params;
    expect(cautioned({ dose: times(40, 2) })).toEqual({ dose: mg(40), ceiling: mg(20), rule: 'label' });
    expect(cautioned({ dose: times(25, 2) })).toEqual({ dose: mg(25), ceiling: mg(20), rule: 'label' });
    // Below 30 mL/min 5 mg; where the day is above the ceiling too, that is the cause.
    const severe = { creatinineClearance: quantity(25, 'mL/min') };
    expect(cautioned({ dose: times(10, 1), patient: severe })).toEqual({
      dose: mg(10),
      ceiling: mg(5),
      rule: 'clearance',
    });
    expect(cautioned({ dose: times(10, 3), patient: severe })).toBeUndefined();
    // Germany gives 25 at once.
    expect(cautioned({ dose: times(25, 2), rules: 'de' })).toBeUndefined();
  });

  it('a new product that the country does not sell is named', () => {
    const there = { from: product('tablet-10'), to: product('tablet-15'), dose: times(15, 3) };
    const notSold = (more: Partial<SwitchRequest>) =>
      ask({ ...there, ...more }).notices.some(({ code }) => code === 'product-not-in-market');
    expect(notSold({ rules: 'au' })).toBe(true);
    expect(notSold({})).toBe(false);
    expect(notSold({ to: strength(10), rules: 'au' })).toBe(false);
  });

  it('who is hypersensitive, or whose weight cannot be, is refused', () => {
    expect(refused({ ...request, patient: { hypersensitivity: true } }).code).toBe('hypersensitivity');
    expect(refused({ ...request, patient: { age: quantity(4, 'a'), weight: quantity(60, 'kg') } }).code).toBe(
      'weight-implausible',
    );
  });
});

const sides = fc.constantFrom<Side>(
  ...parameters.products.products.map(({ id }) => product(id)),
  strength(1),
  strength(2),
  strength(5),
  strength(10),
);
const doses = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 4 })).map(([n, often]) => times(n / 10, often)),
  fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 4 })).map(([n, often]) => times(5 * n, often)),
);

describe('whatever the products', () => {
  it('mg never change, and there and back is where it began', () => {
    let there = 0;
    fc.assert(
      fc.property(sides, sides, doses, (from, to, dose) => {
        fc.pre(JSON.stringify(from) !== JSON.stringify(to));
        const outcome = ask({ from, to, dose });
        if (outcome.outcome === 'refusal') return;
        there += 1;
        const { plan } = outcome;
        const mgOf = ({ doses: all }: SwitchPlan['old']) => all.map((each) => each.dose.value);
        expect(mgOf(plan.new)).toEqual(mgOf(plan.old));
        expect(plan.schedule[0]?.doses).toEqual(plan.new.doses);
        const back = planned({ from: to, to: from, dose });
        expect(back.new).toEqual(plan.old);
        expect(back.old).toEqual(plan.new);
        expect((plan.oldAmountOfNew?.multiple ?? 1) * (back.oldAmountOfNew?.multiple ?? 1)).toBeCloseTo(1, 9);
      }),
      { numRuns: 400, seed: 16 },
    );
    expect(there).toBeGreaterThan(80);
  });
});

describe('a refusal', () => {
  it('says first what is wrong with the dose that is taken', () => {
    const patient = { age: quantity(80, 'a'), creatinineClearance: quantity(40, 'mL/min') } as const;
    const outcome = ask({ from: product('tablet-20'), to: product('tablet-25'), dose: times(20, 4), patient });
    expect(outcome).toMatchObject({ outcome: 'refusal', refusal: { code: 'switch-cannot-be-made' } });
    // Half of 80 at 40 mL/min.
    expect(outcome.notices.find(({ code }) => code === 'daily-dose-above-ceiling')?.params).toMatchObject({
      dailyDose: quantity(80, 'mg/d'),
      ceiling: quantity(40, 'mg/d'),
    });
    const unknown = ask({ from: product('tablet-20'), to: product('tablet-25'), dose: times(20, 4) });
    expect(unknown.notices).toEqual([]);
  });
});
