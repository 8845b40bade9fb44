import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Patient } from '../../../src/core/patient/patient.js';
import { adjustForRenalFunction } from '../../../src/core/renal/plan.js';
import { ladderOf } from '../../../src/core/titration/ladder.js';
import type { Country } from '../../../src/core/titration/rules.js';
import type { TitrationRequest } from '../../../src/core/titration/types.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { mgPerDay } from '../fixtures.js';
import { parameters } from './asked.js';
import { allDoses, country, daysOf, minor, onDay, outcomeOf, person, planFor, wish } from './people.js';

const close = 1e-6;

const hold = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void, numRuns = 600) =>
  fc.assert(fc.property(arbitrary, holds), { numRuns });

const anybody = fc.tuple(person, wish).map(([patient, rest]): TitrationRequest => ({ ...rest, patient }));

/** Everybody starts with 5 mg where nothing sets the first level. */
const startOf = (patient: Patient, rules: Country = 'us'): TitrationRequest => {
  const bare = { patient, rules };
  return planFor(bare) ? bare : { ...bare, start: quantity(5, 'mg') };
};

/** That one patient is on no day given more than another. */
function neverMore(less: TitrationRequest, more: TitrationRequest): void {
  const [low, high] = [planFor(less), planFor(more)];
  if (low === undefined || high === undefined) return;
  for (const day of daysOf(low, high)) expect(onDay(low, day)).toBeLessThanOrEqual(onDay(high, day) + close);
}

describe('every plan', () => {
  it('stays within every ceiling, the weight and the largest dose', () => {
    hold(anybody, (request) => {
      const plan = planFor(request);
      if (plan === undefined) return;
      const { weight } = request.patient ?? {};
      for (const dose of allDoses(plan)) {
        expect(dose).toBeLessThanOrEqual(plan.ceiling.dailyDose.value + close);
        if (weight) expect(dose).toBeLessThanOrEqual(2 * weight.value + close);
      }
      for (const { doses } of plan.schedule) {
        for (const { dose } of doses) expect(dose.value).toBeLessThanOrEqual(plan.ceiling.dose.value + close);
      }
    });
  });

  it('rises by the adopted step at most, but for the last step of the label', () => {
    hold(anybody, (request) => {
      const outcome = outcomeOf(request);
      if (outcome?.outcome !== 'plan') return;
      const step = outcome.working.find(({ label }) => label === 'Increase of the daily dose at each step')?.result;
      if (typeof step !== 'object' || !('value' in step)) throw new Error('no step in the working');
      const doses = allDoses(outcome.plan);
      doses.forEach((dose, index) => {
        const before = doses[index - 1];
        if (before === undefined || (before === 60 && dose === 80)) return;
        expect(dose).toBeGreaterThan(before);
        expect(dose - before).toBeLessThanOrEqual(step.value + close);
      });
    });
  });

  it('moves to its end in the products, or is refused', () => {
    hold(anybody, (request) => {
      const plan = planFor(request);
      if (plan === undefined) return;
      const last = plan.schedule.at(-1)?.dailyDose.value ?? 0;
      expect(plan.target.value - last).toBeLessThan(10);
    });
  });
});

describe('below 18 years', () => {
  it('no level is above 2 mg/kg/day, and none above 60 mg per day', () => {
    hold(fc.tuple(minor, country), ([patient, rules]) => {
      const plan = planFor({ patient, rules });
      if (plan === undefined) return;
      for (const dose of allDoses(plan)) {
        expect(dose).toBeLessThanOrEqual(2 * patient.weight.value + close);
        expect(dose).toBeLessThanOrEqual(60);
      }
    });
  });

  it('a lighter child is never given more on any day', () => {
    hold(fc.tuple(minor, country, fc.double({ min: 0.1, max: 10, noNaN: true })), ([patient, rules, kg]) => {
      const lighter = { ...patient, weight: quantity(patient.weight.value - kg, 'kg') };
      // From 33 kg tablets make the doses, below it a liquid, whose grid is finer.
      const products = ['solution-1'];
      if (patient.weight.value - kg > 3) neverMore({ patient: lighter, rules, products }, { patient, rules, products });
    });
  });

  it('no birthday up to the 17th and no kilogram more than doubles the dose of a day', () => {
    const next = fc.constantFrom<'birthday' | 'kilogram'>('birthday', 'kilogram');
    hold(
      fc.tuple(minor, country, next),
      ([patient, rules, what]) => {
        const age = Math.floor(patient.age.value) + 1;
        if (age > 17) return;
        const after =
          what === 'birthday'
            ? { ...patient, age: quantity(age, 'a') }
            : { ...patient, weight: quantity(patient.weight.value + 1, 'kg') };
        const [plan, then] = [planFor({ patient, rules }), planFor({ patient: after, rules })];
        if (plan === undefined || then === undefined) return;
        for (const day of daysOf(plan, then)) {
          expect(onDay(then, day)).toBeLessThanOrEqual(2 * onDay(plan, day) + close);
        }
      },
      1500,
    );
  });
});

describe('the more cautious patient', () => {
  const adult = fc.record({ age: fc.integer({ min: 18, max: 99 }), weight: fc.integer({ min: 20, max: 120 }) });

  it('of lower clearance is never given more', () => {
    hold(
      fc.tuple(adult, country, fc.integer({ min: 15, max: 120 }), fc.integer({ min: 1, max: 60 })),
      ([{ age, weight }, rules, high, drop]) => {
        const patient = { age: quantity(age, 'a'), weight: quantity(weight, 'kg') };
        const at = (value: number) => startOf({ ...patient, creatinineClearance: quantity(value, 'mL/min') }, rules);
        if (high - drop >= 15) neverMore(at(high - drop), at(high));
      },
    );
  });

  it('of higher age is never given more', () => {
    hold(fc.tuple(adult, country, fc.integer({ min: 1, max: 60 })), ([{ age, weight }, rules, more]) => {
      const at = (value: number) => startOf({ age: quantity(value, 'a'), weight: quantity(weight, 'kg') }, rules);
      neverMore(at(age + more), at(age));
    });
  });

  it('from 65 with a clearance below 60 does not reach 20 mg per day unless a target asks', () => {
    hold(fc.tuple(adult, country, fc.integer({ min: 15, max: 59 })), ([{ age, weight }, rules, value]) => {
      const patient = {
        age: quantity(Math.max(age, 65), 'a'),
        weight: quantity(weight, 'kg'),
        creatinineClearance: quantity(value, 'mL/min'),
      };
      const plan = planFor({ patient, rules });
      if (plan === undefined) return;
      for (const { dailyDose } of plan.schedule) expect(dailyDose.value).toBeLessThan(20);
    });
  });

  it('under the rules of France is never given more than elsewhere', () => {
    hold(fc.tuple(adult, country), ([{ age, weight }, rules]) => {
      const patient = { age: quantity(age, 'a'), weight: quantity(weight, 'kg') };
      neverMore(startOf(patient, 'fr'), startOf(patient, rules));
    });
  });
});

describe('what is left out', () => {
  const parts = ['age', 'weight', 'creatinineClearance', 'creatinine'] as const;

  it('never gives more without an assumption or a caution that names it', () => {
    hold(
      fc.tuple(person, fc.constantFrom(...parts), country),
      ([patient, part, rules]) => {
        if (patient[part] === undefined) return;
        const { [part]: _, ...less } = patient;
        const [known, unknown] = [outcomeOf(startOf(patient, rules)), outcomeOf(startOf(less, rules))];
        if (known?.outcome !== 'plan' || unknown?.outcome !== 'plan') return;
        const more = daysOf(known.plan, unknown.plan).some(
          (day) => onDay(unknown.plan, day) > onDay(known.plan, day) + close,
        );
        if (!more) return;
        const named = unknown.assumptions.filter(({ lowers }) => lowers).map(({ name }) => String(name));
        const told = unknown.notices.map(({ code }) => String(code));
        const lines: Record<(typeof parts)[number], string[]> = {
          age: ['age', 'weight-without-age', 'age-unknown-below-30'],
          weight: ['weight', 'estimate-could-be-lower'],
          creatinineClearance: ['clearance', 'estimate-could-be-lower', 'older-without-kidney', 'weight-for-clearance'],
          creatinine: ['clearance', 'older-without-kidney'],
        };
        // A creatinine beside a given clearance changes nothing; a clearance above the estimate of a creatinine is warned of.
        if (part === 'creatinineClearance' && patient.creatinine) return;
        expect([...named, ...told].some((line) => lines[part].includes(line))).toBe(true);
      },
      1500,
    );
  });
});

describe('one patient, one answer', () => {
  it('renal and titrate plan the same levels for 2,000 patients', () => {
    hold(
      person,
      (patient) => {
        if (patient.creatinineClearance === undefined || patient.creatinine) return;
        const renal = adjustForRenalFunction({ patient }, parameters);
        const ladder = ladderOf(patient, { country: 'us' }, parameters);
        const plan = planFor(startOf(patient));
        if (renal.outcome !== 'plan' || renal.plan.recommendation.action === 'avoid') {
          expect(plan).toBeUndefined();
          return;
        }
        const { dailyDoses = [], interval, ceiling } = renal.plan.recommendation;
        const levels = dailyDoses.map(({ value }) => value);
        expect('levels' in ladder && ladder.levels.map(({ dailyDose }) => dailyDose.value)).toEqual(levels);
        if (plan === undefined) throw new Error('renal has levels that titrate does not plan');
        expect(plan.interval).toEqual(interval);
        expect(plan.ceiling.dailyDose).toEqual(ceiling);
        const below = plan.schedule.slice(0, -1).map(({ dailyDose }) => dailyDose.value);
        expect(levels.slice(0, below.length)).toEqual(below);
      },
      2000,
    );
  }, 30_000);

  it('going on from any level is the tail of the start', () => {
    hold(fc.tuple(person, country, fc.nat(20)), ([patient, rules, index]) => {
      const request = startOf(patient, rules);
      const whole = planFor(request);
      const at = whole?.schedule[index % whole.schedule.length];
      if (whole === undefined || at === undefined || at === whole.schedule.at(-1)) return;
      const { start: _, ...rest } = request;
      const tail = planFor({ ...rest, from: { dailyDose: at.dailyDose } });
      const position = whole.schedule.indexOf(at);
      expect(tail?.schedule.map(({ dailyDose, doses }) => [dailyDose, doses])).toEqual(
        whole.schedule.slice(position + 1).map(({ dailyDose, doses }) => [dailyDose, doses]),
      );
      expect(tail?.ifNeeded?.dailyDose).toEqual(whole.ifNeeded?.dailyDose);
    });
  });

  it('nothing falls on the way up', () => {
    hold(fc.tuple(person, country, fc.integer({ min: 1, max: 16 })), ([patient, rules, fives]) => {
      const plan = planFor({ patient, rules, from: { dailyDose: mgPerDay(5 * fives) } });
      if (plan === undefined) return;
      const doses = [5 * fives, ...allDoses(plan)];
      doses.slice(1).forEach((dose, index) => {
        expect(dose).toBeGreaterThanOrEqual(doses[index] ?? 0);
      });
    });
  });
});

describe('every line that a refusal offers', () => {
  const taking = fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined, freq: 3 });

  it('is answered with a plan', () => {
    hold(
      fc.tuple(anybody, taking),
      ([request, fives]) => {
        const outcome = outcomeOf({ ...request, ...(fives && { taking: { dailyDose: mgPerDay(5 * fives) } }) });
        if (outcome?.outcome !== 'refusal') return;
        for (const line of outcome.refusal.instead ?? []) {
          if (line.command === 'titrate') expect(outcomeOf(line.request)?.outcome).toBe('plan');
        }
      },
      1500,
    );
  });
});
