import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sign } from '../../../src/core/answer/signs.js';
import type { CurrentDose } from '../../../src/core/doses/current-dose.js';
import type { Patient } from '../../../src/core/patient/patient.js';
import { planRestart } from '../../../src/core/restart/plan.js';
import type { RestartOption, RestartRequest } from '../../../src/core/restart/types.js';
import { ladderOf } from '../../../src/core/titration/ladder.js';
import { planTitration } from '../../../src/core/titration/plan.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { loadParameters } from '../../../src/parameters/load.js';
import { commandLine } from '../../../src/report/wording/command-line.js';
import { argvOf, run } from '../../cli/run.js';
import { amounts, mg, mgPerDay } from '../fixtures.js';

const parameters = loadParameters();
const times = (dose: number, timesDaily: number): CurrentDose => ({ dose: mg(dose), timesDaily });
const hours = (value: number) => quantity(value, 'h');
const days = (value: number) => hours(24 * value);
const clearance = (value: number): Patient => ({ creatinineClearance: quantity(value, 'mL/min') });
const aged = (years: number, more: Patient = {}): Patient => ({ age: quantity(years, 'a'), ...more });

const ask = (request: RestartRequest) => planRestart(request, parameters);

function planned(request: RestartRequest) {
  const outcome = ask(request);
  if (outcome.outcome !== 'plan') throw new Error(outcome.refusal.code);
  return outcome.plan;
}

function refused(request: RestartRequest) {
  const outcome = ask(request);
  if (outcome.outcome === 'plan') throw new Error('a plan');
  return { ...outcome.refusal, notices: outcome.notices.map(({ code }) => code) };
}

/** First day and daily dose of each step. */
const levels = (option: RestartOption | undefined) =>
  option?.schedule.map(({ fromDay, dailyDose }) => [fromDay, dailyDose.value]);
const codes = (request: RestartRequest) =>
  planned(request).options.map(({ code, adopted }) => `${code}${adopted ? '!' : ''}`);

const adult = aged(45, clearance(95));

describe('up to a day', () => {
  it.each([6, 12, 24])('%d hours: the same dose at the next time, by a source', (missed) => {
    const plan = planned({ from: times(20, 3), missed: hours(missed) });
    expect(plan.options).toMatchObject([{ code: 'same-dose', adopted: true, judgement: false }]);
    expect(levels(plan.options[0])).toEqual([[1, 60]]);
    expect(plan.options[0]?.basis.text).toContain('never two doses at once');
    expect(plan.notReviewed).toBeUndefined();
    // 3 x 2 tablets of 10 mg a day for 7 days.
    expect(amounts(plan.dispense)).toEqual({ 'tablet-10': 42 });
  });
});

describe('over 1 to 3 days', () => {
  const gap = { missed: days(2) };

  it('two options side by side, the previous dose and half: 60 goes to 30, then 45 and 60 by the label', () => {
    const plan = planned({ ...gap, from: times(20, 3), patient: adult });
    expect(plan.options.map(({ code, adopted, judgement }) => [code, adopted, judgement])).toEqual([
      ['previous-dose', true, true],
      ['half', false, true],
    ]);
    expect(levels(plan.options[0])).toEqual([[1, 60]]);
    // Half of 60 is 30, a level of the label; its next are 45 and 60, every 3 days.
    expect(levels(plan.options[1])).toEqual([
      [1, 30],
      [4, 45],
      [7, 60],
    ]);
    expect(plan.notReviewed?.text).toContain('not reviewed by a clinician');
  });

  it('half is adopted from 65 years: 30 goes to 15, then 5 mg more every 7 days', () => {
    const plan = planned({ ...gap, from: times(10, 3), patient: aged(76, clearance(90)) });
    expect(plan.options.map(({ code }) => code)).toEqual(['half', 'previous-dose']);
    expect(plan.halfBecause).toEqual(['age']);
    expect(levels(plan.options[0])).toEqual([
      [1, 15],
      [8, 20],
      [15, 25],
      [22, 30],
    ]);
    // 7 days each of 1.5, 2, 2.5 and 3 tablets: 10.5 + 14 + 17.5 + 21 = 63.
    expect(plan.supply).toEqual(quantity(28, 'd'));
    expect(amounts(plan.dispense)).toEqual({ 'tablet-10': 63 });
  });

  it('half is adopted below 80 mL/min, and not at 80', () => {
    const from = times(10, 3);
    expect(planned({ ...gap, from, patient: aged(45, clearance(79.9)) }).halfBecause).toEqual(['clearance']);
    expect(codes({ ...gap, from, patient: aged(45, clearance(79.9)) })).toEqual(['half!', 'previous-dose']);
    expect(codes({ ...gap, from, patient: aged(45, clearance(80)) })).toEqual(['previous-dose!', 'half']);
  });

  it('half is adopted above 60 mg per day: 80 goes to 40, then 45, 60 and 80', () => {
    const plan = planned({ ...gap, from: times(20, 4), patient: adult });
    expect(plan.halfBecause).toEqual(['dose']);
    expect(levels(plan.options[0])).toEqual([
      [1, 40],
      [4, 45],
      [7, 60],
      [10, 80],
    ]);
  });

  it('half is never below the first step of a new start: of 20 it is 15 and not 10', () => {
    const plan = planned({ ...gap, from: { dailyDose: mgPerDay(20) }, patient: adult });
    expect(levels(plan.options.find(({ code }) => code === 'half'))).toEqual([
      [1, 15],
      [4, 20],
    ]);
  });

  it('and where that would be the previous dose or more, there is the previous dose alone', () => {
    expect(codes({ ...gap, from: times(5, 2), patient: adult })).toEqual(['previous-dose!']);
    expect(codes({ ...gap, from: times(5, 3), patient: aged(70, clearance(90)) })).toEqual(['half!', 'previous-dose']);
  });

  it('where the first level lifts it, it is not called half', () => {
    const basis = (request: RestartRequest) =>
      planned(request).options.find(({ code }) => code === 'half')?.basis.text ?? '';
    // Half of 15 is 7.5, made 5; two thirds of the labelled 15 are 10.
    const lifted = { ...gap, from: times(5, 3), patient: aged(40, clearance(70)) };
    expect(levels(planned(lifted).options[0])?.[0]).toEqual([1, 10]);
    expect(basis(lifted)).toContain('the first level of a new start');
    expect(basis(lifted)).not.toContain('rounded down');
    // Half of 60 is 30.
    expect(basis({ ...gap, from: times(20, 3), patient: adult })).toContain('half of the previous dose, rounded down');
    expect(run(argvOf('baclofen restart --from 5x3 --missed 2d --age 40 --weight 70 --crcl 70')).out).toContain(
      'first level (adopted',
    );
  });

  it('begins after 24 hours and ends with 72', () => {
    const request = { from: times(20, 3), patient: adult };
    expect(codes({ ...request, missed: hours(24) })).toEqual(['same-dose!']);
    expect(codes({ ...request, missed: hours(24.5) })).toEqual(['previous-dose!', 'half']);
    expect(codes({ ...request, missed: hours(72) })).toEqual(['previous-dose!', 'half']);
    expect(codes({ ...request, missed: hours(72.5) })).toEqual(['new-start!']);
  });
});

describe('over 3 days', () => {
  it('a new start, up to the previous dose: 15, 30, 45 and 60', () => {
    const plan = planned({ from: times(20, 3), missed: days(5), patient: adult });
    expect(plan.options).toMatchObject([{ code: 'new-start', adopted: true, judgement: true }]);
    expect(levels(plan.options[0])).toEqual([
      [1, 15],
      [4, 30],
      [7, 45],
      [10, 60],
    ]);
    expect(plan.notReviewed?.text).toContain('not reviewed by a clinician');
  });

  it('is never above the previous dose, which may be lower than a start', () => {
    const plan = planned({ from: times(5, 2), missed: days(5), patient: adult });
    expect(levels(plan.options[0])).toEqual([[1, 10]]);
  });

  it('ends where titration does: below 30 mL/min at 5, from 65 years at 30, below 60 mL/min at 15', () => {
    const upTo = (patient: Patient) => {
      const [option] = planned({ from: times(15, 3), missed: days(5), patient }).options;
      return option?.schedule.map(({ dailyDose }) => dailyDose.value);
    };
    expect(upTo(aged(50, clearance(25)))).toEqual([5]);
    expect(upTo(aged(70, clearance(90)))).toEqual([5, 10, 15, 20, 25, 30]);
    expect(upTo(aged(70, clearance(55)))).toEqual([5, 10, 15]);
  });

  it('is supplied for 7 days from 65 years below 60 mL/min', () => {
    const plan = planned({ from: times(15, 3), missed: days(5), patient: aged(70, clearance(55)) });
    // 5 mg at bedtime for 7 days: half a tablet of 10 mg each, 4 tablets.
    expect(plan.supply.value).toBe(7);
    expect(plan.dispense).toEqual([{ product: 'tablet-10', count: 4 }]);
  });
});

describe("the last level, in this patient's own division", () => {
  const child = { age: quantity(6, 'a'), weight: quantity(20, 'kg') } as const;
  const older = (weight: number) => aged(82, { ...clearance(90), weight: quantity(weight, 'kg') });
  const dosesOf = (option: RestartOption | undefined) =>
    option?.schedule.map(({ doses }) => doses.map(({ dose }) => dose.value));

  it.each<[string, RestartRequest, number[][]]>([
    // 15 = 3 x 5, 30 = 3 x 10; 40 in three is 13.3 each: 8 halves of 5 are 3 at bedtime, 3 in the morning, 2 between.
    [
      'a new start to 40 once',
      { from: times(40, 1), missed: days(5), patient: adult },
      [
        [5, 5, 5],
        [10, 10, 10],
        [15, 10, 15],
      ],
    ],
    // From 65 years 5 mg more every 7 days: 1, 2, 3 and 4 halves; the larger part of 20 at bedtime.
    [
      'a new start to 20 once at 82 years',
      { from: times(20, 1), missed: days(30), patient: older(60) },
      [[5], [5, 5], [5, 5, 5], [5, 5, 10]],
    ],
    // 0.3 x 20 kg = 6 mg in 4 equal doses of 1.5; then 10 mg in 4 of 2.5.
    [
      'a new start of a child to 10 once',
      { from: times(10, 1), missed: days(30), patient: child },
      [
        [1.5, 1.5, 1.5, 1.5],
        [2.5, 2.5, 2.5, 2.5],
      ],
    ],
    // 5 x 2 is below the labelled start of 15: 10 in three is 5, none, 5.
    ['a new start to 10', { from: times(10, 1), missed: days(5), patient: adult }, [[5, 5]]],
  ])('%s', (_, request, expected) => {
    expect(dosesOf(planned(request).options[0])).toEqual(expected);
  });

  it('half of 80 in two: 40, 45, 60 in three doses and 80 in four', () => {
    // 40 = 15 + 10 + 15, 45 = 3 x 15, 60 = 3 x 20, and 80 above 3 x 20 = 4 x 20.
    expect(dosesOf(planned({ from: times(40, 2), missed: days(2), patient: adult }).options[0])).toEqual([
      [15, 10, 15],
      [15, 15, 15],
      [20, 20, 20],
      [20, 20, 20, 20],
    ]);
  });

  it('of half and a new start; the previous dose goes on as it was divided', () => {
    const once = { from: times(40, 1), patient: adult };
    expect(dosesOf(planned({ ...once, missed: hours(12) }).options[0])).toEqual([[40]]);
    expect(dosesOf(planned({ ...once, missed: days(2) }).options[0])).toEqual([[40]]);
  });

  it('is the most that its own makes, also where that is less: once a day in one dose would be a leap', () => {
    // 5 mL of 1 mg per mL are measured by 0.1 mL below 5: 0.7 in 4 equal doses is 0.1 each, 0.4 in all.
    const request = { from: times(0.7, 1), missed: days(5), patient: child };
    expect(dosesOf(planned(request).options[0])).toEqual([[0.1, 0.1, 0.1, 0.1]]);
  });

  it('the most in one dose is that of titration', () => {
    expect(planned({ from: times(20, 3), missed: days(5), patient: adult }).largestDose).toEqual(mg(20));
  });
});

describe('what is said of this patient', () => {
  const noticed = (request: RestartRequest) => ask(request).notices.map(({ code }) => code);
  const severe = aged(50, clearance(25));

  it('below 30 mL/min a way up to 10 mg per day says what 10 has done, as titration does', () => {
    // 5 x 2 = 10 mg per day, the lowest dose that poisoned somebody; 5 x 1 is below it.
    expect(noticed({ from: times(5, 2), missed: days(2), patient: severe })).toContain('lowest-toxic-dose');
    expect(noticed({ from: times(5, 1), missed: days(2), patient: severe })).not.toContain('lowest-toxic-dose');
    // Without an age the ceiling may be 5.
    expect(noticed({ from: times(5, 2), missed: days(2), patient: clearance(25) })).toContain('age-unknown-below-30');
  });

  it('others are heard as in a titration of the same patient', () => {
    const titration = planTitration({ patient: severe, start: mg(5) }, parameters);
    if (titration.outcome !== 'plan') throw new Error('no plan');
    const { disagreements, deciding } = planned({ from: times(5, 2), missed: days(2), patient: severe });
    expect(disagreements).toEqual(titration.plan.disagreements);
    expect(disagreements.length).toBeGreaterThan(0);
    expect(deciding).toEqual(titration.plan.renal.deciding);
  });

  it('one dose is held against the largest of this patient, as it is given and not as it was', () => {
    // Nothing above 5 mg is given, whatever was taken: 20 mg in the United States.
    const patient = aged(82, clearance(25));
    expect(noticed({ from: times(20, 3), missed: days(5), patient })).not.toContain('dose-above-ceiling');
    const cautioned = (more: Partial<RestartRequest>) =>
      ask({ missed: hours(12), ...more }).notices.find(({ code }) => code === 'dose-above-ceiling')?.params;
    // 5 mg is this band's largest, and what check asks about; twice 5 is no more.
    expect(cautioned({ from: times(10, 1), patient: severe })).toEqual({
      dose: mg(10),
      ceiling: mg(5),
      rule: 'clearance',
    });
    expect(cautioned({ from: times(5, 2), patient: severe })).toBeUndefined();
    expect(cautioned({ from: times(40, 1), patient: adult })).toEqual({ dose: mg(40), ceiling: mg(20), rule: 'label' });
    // Divided in three, no part of 40 is above 20.
    expect(noticed({ from: times(40, 1), missed: days(5), patient: adult })).not.toContain('dose-above-ceiling');
  });

  it('a liquid for a child names what else is in it', () => {
    const child = { age: quantity(6, 'a'), weight: quantity(20, 'kg') } as const;
    expect(planned({ from: times(2.5, 4), missed: hours(12), patient: child }).excipients?.text).toContain('benzyl');
    expect(planned({ from: times(20, 3), missed: hours(12), patient: adult }).excipients).toBeUndefined();
  });

  it('a product that the country does not sell is said to be none of it', () => {
    const request = { from: times(15, 3), missed: hours(12), patient: adult, products: ['tablet-15'] } as const;
    expect(noticed({ ...request, rules: 'au' })).toContain('product-not-in-market');
    expect(noticed(request)).not.toContain('product-not-in-market');
  });
});

describe('nothing is restarted', () => {
  it('above the ceiling of today, after 3 days or less: the first question, then the line that brings it down', () => {
    const patient = aged(50, clearance(25));
    const { code, notices, instead } = refused({ from: times(20, 3), missed: hours(12), patient });
    expect(code).toBe('above-the-ceiling');
    expect(notices[0]).toBe('poisoning-first');
    expect(instead?.map(commandLine)).toEqual(['baclofen taper --from 20x3 --to ceiling --age 50 --crcl 25']);
    expect(refused({ from: times(20, 3), missed: days(3), patient }).code).toBe('above-the-ceiling');
  });

  it('with the other drugs and conditions in the line that brings it down', () => {
    const request = { from: times(20, 3), missed: hours(12), patient: aged(50, clearance(25)), drugs: ['diazepam'] };
    const { instead } = refused({ ...request, conditions: ['epilepsy'] });
    expect(instead?.map(commandLine)).toEqual([
      'baclofen taper --from 20x3 --to ceiling --age 50 --crcl 25 --with diazepam --condition epilepsy',
    ]);
  });

  it('where no dose is so high: a taper refuses above 400 mg per day, and so does this', () => {
    // 100 x 4 = 400, above the 80 of the label; 600 is a slip of the hand.
    expect(refused({ from: times(100, 4), missed: days(2), patient: adult }).code).toBe('above-the-ceiling');
    const { code, params } = refused({ from: { dailyDose: mgPerDay(600) }, missed: days(2), patient: adult });
    expect(code).toBe('from-implausible');
    expect(params).toEqual({ from: mgPerDay(600), limit: mgPerDay(400) });
    expect(refused({ from: { dailyDose: mgPerDay(600) }, missed: days(2), signs: ['withdrawal'] }).code).toBe(
      'suspected-withdrawal',
    );
  });

  it.each<[string, Patient]>([
    ['below 15 mL/min', clearance(14.9)],
    ['on dialysis', { dialysis: true }],
  ])('%s, with the first question', (_, patient) => {
    const { code, notices, params } = refused({ from: times(20, 3), missed: days(2), patient });
    expect(code).toBe('restart-where-avoided');
    expect(notices).toContain('poisoning-first');
    expect(params).toMatchObject({ previous: mgPerDay(60) });
  });

  it('after a pump, with no dose by mouth', () => {
    const { code, params } = refused({ from: times(20, 3), missed: days(2), reason: 'pump' });
    expect(code).toBe('pump-interrupted');
    expect(JSON.stringify(params)).not.toMatch(/\d ?mg/);
  });

  // As the page on pumps begins, before the kidney and what the record says of a pump.
  it.each<[string, RestartRequest]>([
    ['alone', {}],
    ['with signs', { signs: ['withdrawal'] }],
    ['on dialysis', { patient: aged(70, { dialysis: true }) }],
    ['below 30 mL/min', { patient: clearance(25) }],
  ])('after a pump, with the boxed warning and the signs of both dangers first: %s', (_, more) => {
    const { notices } = refused({ from: times(20, 3), missed: days(2), reason: 'pump', ...more });
    expect(notices.slice(0, 3)).toEqual([
      'intrathecal-boxed-warning',
      'intrathecal-withdrawal',
      'intrathecal-overdose',
    ]);
  });
});

describe('signs come first', () => {
  const request = { from: times(20, 3), missed: days(2) };

  it.each<[readonly Sign[], string]>([
    [['withdrawal'], 'suspected-withdrawal'],
    [['drowsy'], 'suspected-toxicity'],
    [['slow-breathing'], 'suspected-toxicity'],
    [['confused'], 'toxicity-or-withdrawal'],
    [['jerks'], 'toxicity-or-withdrawal'],
    [['seizure'], 'toxicity-or-withdrawal'],
    [['drowsy', 'withdrawal'], 'toxicity-or-withdrawal'],
    [['drowsy', 'slow-breathing'], 'toxicity-or-withdrawal'],
  ])('%j: %s', (signs, code) => {
    expect(refused({ ...request, signs }).code).toBe(code);
    // Before the kidney and the length of the gap.
    expect(refused({ ...request, signs, patient: { dialysis: true } }).code).toBe(code);
    expect(refused({ signs }).code).toBe(code);
  });

  it.each<[readonly Sign[], string]>([
    [['withdrawal'], 'are withdrawal already: call for help at once'],
    [['drowsy'], 'by the pump or by tablets'],
    [['confused'], 'name both'],
    [['drowsy', 'withdrawal'], 'name both'],
  ])('after a pump %j stand with its emergency, never in its place', (signs, says) => {
    const { code, params } = refused({ ...request, signs, reason: 'pump' });
    expect(code).toBe('pump-interrupted');
    const { reason, instead } = params as { reason: string; instead: string[] };
    expect(reason).toContain('A pump that stopped');
    expect(instead[0]).toContain(says);
    expect(instead[1]).toContain('the centre that looks after the pump');
    expect(JSON.stringify(params)).not.toMatch(/\d ?mg/);
    const avoided = JSON.stringify(refused({ ...request, signs, reason: 'pump', patient: { dialysis: true } }).params);
    expect(avoided.includes('nephrology and poison service')).toBe(signs.join('') === 'withdrawal');
  });

  it('drowsiness restarts nothing, and no taper is spoken of', () => {
    const { params } = refused({ ...request, signs: ['drowsy'] });
    expect(JSON.stringify(params)).toContain('nothing is restarted');
    expect(JSON.stringify(params)).not.toContain('taper');
  });

  it('withdrawal is an emergency that names the previous dose, and nephrology where the drug is avoided', () => {
    const { params } = refused({ ...request, signs: ['withdrawal'] });
    expect(params).toMatchObject({ previous: mgPerDay(60) });
    expect(JSON.stringify(params)).toContain('42.9 hours');
    expect(JSON.stringify(params)).not.toContain('nephrology');
    for (const patient of [clearance(10), { dialysis: true }]) {
      const where = JSON.stringify(refused({ ...request, signs: ['withdrawal'], patient }).params);
      expect(where).toContain('nephrology and poison service');
    }
  });
});

describe('a request without its parts', () => {
  it.each([
    [{ missed: days(2) }, 'from'],
    [{ from: times(20, 3) }, 'missed'],
  ])('%j', (request, field) => {
    expect(() => ask(request)).toThrow(expect.objectContaining({ name: 'InputError', field }));
  });

  it('a dose that the products do not make is refused with the nearest', () => {
    const { code, params } = refused({ from: times(7, 3), missed: days(2), products: ['tablet-10'] });
    expect(code).toBe('cannot-be-made');
    expect(params).toMatchObject({ nearest: [mg(5), mg(10)] });
  });
});

const patients = fc.record(
  {
    age: fc.integer({ min: 18, max: 95 }).map((value) => quantity(value, 'a')),
    weight: fc.integer({ min: 40, max: 120 }).map((value) => quantity(value, 'kg')),
    creatinineClearance: fc.integer({ min: 8, max: 130 }).map((value) => quantity(value, 'mL/min')),
  },
  { requiredKeys: [] },
);
const children = fc
  .tuple(fc.integer({ min: 1, max: 17 }), fc.integer({ min: 0, max: 20 }))
  .map(([age, more]) => ({ age: quantity(age, 'a'), weight: quantity(8 + 2.5 * age + more, 'kg') }));
const requests = fc.record(
  {
    from: fc
      .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 4 }))
      .map(([units, often]) => times(5 * units, often)),
    missed: fc.constantFrom(6, 24, 30, 72, 80, 400).map(hours),
    patient: fc.oneof(patients, children),
    rules: fc.constantFrom('us' as const, 'de' as const, 'fr' as const, 'uk' as const),
  },
  { requiredKeys: ['from', 'missed', 'patient'] },
);

describe('whoever the patient', () => {
  it('no option exceeds the previous dose or the ceiling, none falls, and one is adopted', () => {
    let plans = 0;
    fc.assert(
      fc.property(requests, (request) => {
        const outcome = ask(request);
        if (outcome.outcome === 'refusal') return;
        plans += 1;
        const ladder = ladderOf(request.patient, { country: request.rules ?? 'us' }, parameters);
        if ('code' in ladder) throw new Error(`a plan where the ladder is refused: ${ladder.code}`);
        const { options, previous } = outcome.plan;
        const least = Math.min(previous.dailyDose.value, ladder.ceiling.value);
        for (const { schedule } of options) {
          const doses = schedule.map(({ dailyDose }) => dailyDose.value);
          for (const [index, dose] of doses.entries()) {
            expect(dose).toBeLessThanOrEqual(least);
            if (index > 0) expect(dose).toBeGreaterThan(doses[index - 1] ?? Number.NaN);
          }
          expect(schedule[0]?.fromDay).toBe(1);
          expect(schedule.at(-1)?.toDay).toBeNull();
        }
        expect(options.filter(({ adopted }) => adopted)).toHaveLength(1);
      }),
      { numRuns: 600, seed: 17 },
    );
    expect(plans).toBeGreaterThan(150);
  });

  it('every line to type runs', () => {
    const lines = new Set<string>();
    for (const request of fc.sample(requests, { numRuns: 250, seed: 18 })) {
      const outcome = ask(request);
      if (outcome.outcome === 'plan') continue;
      for (const line of outcome.refusal.instead ?? []) lines.add(commandLine(line));
    }
    expect(lines.size).toBeGreaterThan(10);
    for (const line of lines) expect(run(argvOf(line)), line).toMatchObject({ code: 0, err: '' });
  });
});

describe('on a screen', () => {
  const screen = (line: string) => run(argvOf(`baclofen restart ${line}`)).out;

  it('the title says that the dose is that before the gap, and the number of the kidney', () => {
    expect(screen('--from 20x3 --missed 5d --crcl 95').replaceAll(/\s+/g, ' ')).toContain(
      'clearance 95 mL/min: 60 mg per day before the gap, missed 5 days',
    );
    expect(screen('--from 20x3 --missed 5d --format pharmacy')).toContain('before the gap');
  });

  it('vomiting is spoken of before the doses', () => {
    const out = screen('--from 20x3 --missed 12h --crcl 95 --reason vomiting');
    expect(out.indexOf('came up within half an hour')).toBeLessThan(out.indexOf('Daily total'));
    expect(out).toContain('came up within half an hour');
  });

  it('the example in the help of two options has two', () => {
    const [line] = /baclofen restart .*(?=\s+two options)/.exec(screen('--help')) ?? [''];
    expect(line).not.toBe('');
    expect(run(argvOf(line.trim())).out).toMatch(/previous dose \(adopted\)[\s\S]*\nhalf /);
  });

  it.each([
    ['--from 10x3 --missed 2d --age 82 --crcl 55', 26],
    ['--from 10x3 --missed 2d --age 50 --crcl 45', 24],
  ])('%s has at most %d rows, and both options', (line, rows) => {
    const out = screen(line);
    expect(out.trimEnd().split('\n').length).toBeLessThanOrEqual(rows);
    for (const says of [
      'not reviewed by a clinician',
      'half (adopted',
      'previous dose, 10 mg three',
      'Ceiling',
      'Tell',
    ])
      expect(out).toContain(says);
    expect(screen(`${line} --full`)).toContain('Option ');
  });
});
