import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Patient } from '../../src/core/patient/patient.js';
import { planTitration } from '../../src/core/titration/plan.js';
import { countries } from '../../src/core/titration/rules.js';
import type { TitrationPlan, TitrationRequest } from '../../src/core/titration/types.js';
import { quantity } from '../../src/core/values/quantity.js';
import { run } from '../cli/run.js';
import { child, parameters } from './patient-plan.js';

function plan(patient: Patient, request: Omit<TitrationRequest, 'patient'> = {}): TitrationPlan | undefined {
  const outcome = planTitration({ ...request, patient }, parameters);
  return outcome.outcome === 'plan' ? outcome.plan : undefined;
}

/** The highest daily dose that a plan lets somebody take on a day; none where it is refused. */
function doseOn(of: TitrationPlan | undefined, day: number): number {
  const steps = of ? [...of.schedule, ...(of.ifNeeded ? [of.ifNeeded] : [])] : [];
  return Math.max(0, ...steps.filter(({ fromDay }) => fromDay <= day).map(({ dailyDose }) => dailyDose.value));
}

function neverMore(risky: TitrationPlan | undefined, before: TitrationPlan | undefined): void {
  // A refusal for the lesser risk says nothing on the greater one but that it is refused as well.
  if (before === undefined) {
    expect(risky).toBeUndefined();
    return;
  }
  for (let day = 1; day <= 120; day += 1) expect(doseOn(risky, day)).toBeLessThanOrEqual(doseOn(before, day));
  if (risky) expect(risky.ceiling.dailyDose.value).toBeLessThanOrEqual(before.ceiling.dailyDose.value);
}

const clearance = fc.option(fc.double({ min: 0, max: 130, noNaN: true }), { nil: undefined });
const adultAge = fc.option(fc.integer({ min: 18, max: 100 }), { nil: undefined });
const request = fc.record({
  start: fc.constantFrom(2.5, 5, 10, 15).map((dose) => quantity(dose, 'mg')),
  rules: fc.constantFrom(...countries),
  products: fc.constantFrom(['tablet-10'], ['solution-1'], ['tablet-5', 'tablet-25']),
});

function adult(age: number | undefined, crcl: number | undefined): Patient {
  return {
    ...(age !== undefined && { age: quantity(age, 'a') }),
    ...(crcl !== undefined && { creatinineClearance: quantity(crcl, 'mL/min') }),
  };
}

describe('one risk more never gives more', () => {
  it('on any day: a lower clearance', () => {
    fc.assert(
      fc.property(
        adultAge,
        clearance,
        fc.double({ min: 0, max: 1, noNaN: true }),
        request,
        (age, crcl, part, asked) => {
          neverMore(plan(adult(age, (crcl ?? 130) * part), asked), plan(adult(age, crcl), asked));
        },
      ),
    );
  });

  it('on any day: 65 years or more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 65, max: 110 }), clearance, request, (age, crcl, asked) => {
        neverMore(plan(adult(age, crcl), asked), plan(adult(40, crcl), asked));
      }),
    );
  });

  it('on any day: dialysis, refused or lifted', () => {
    const lifted = { override: { code: 'dialysis', reason: 'agreed' } };
    fc.assert(
      fc.property(adultAge, clearance, request, (age, crcl, asked) => {
        const on: Patient = { ...adult(age, crcl), dialysis: true };
        expect(plan(on, asked)).toBeUndefined();
        const usual = plan(adult(age, undefined), asked);
        if (usual) neverMore(plan(on, { ...asked, ...lifted }), usual);
      }),
    );
  });

  // Up to 33 kg, where a liquid is measured; tablets above round down further. Plausible at 5 to 11 years: 15 to 33 kg.
  it('on any day: a lighter child', () => {
    const weight = fc.double({ min: 15, max: 32.9, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 5, max: 11, noNaN: true }), weight, weight, (age, a, b) => {
        neverMore(plan(child(age, Math.min(a, b))), plan(child(age, Math.max(a, b))));
      }),
    );
  });

  it('on any day: an injury of the spinal cord, a higher creatinine', () => {
    const creatinine = fc.double({ min: 0.3, max: 6, noNaN: true });
    const level = fc.constantFrom('paraplegia', 'tetraplegia', 'unspecified');
    fc.assert(
      fc.property(fc.integer({ min: 18, max: 95 }), creatinine, creatinine, level, (age, a, b, injury) => {
        const patient = (value: number): Patient => ({
          age: quantity(age, 'a'),
          sex: 'female',
          weight: quantity(60, 'kg'),
          creatinine: quantity(value, 'mg/dL'),
        });
        const asked = { start: quantity(5, 'mg') };
        neverMore(plan({ ...patient(a), spinalCordInjury: injury }, asked), plan(patient(a), asked));
        neverMore(plan(patient(Math.max(a, b)), asked), plan(patient(Math.min(a, b)), asked));
      }),
    );
  });
});

describe('the same patient', () => {
  it('is the same in either unit of creatinine', () => {
    fc.assert(
      fc.property(fc.integer({ min: 18, max: 95 }), fc.double({ min: 0.3, max: 6, noNaN: true }), (age, value) => {
        const asked = { start: quantity(5, 'mg') };
        const of = (creatinine: NonNullable<Patient['creatinine']>): Patient => ({
          age: quantity(age, 'a'),
          sex: 'male',
          weight: quantity(70, 'kg'),
          creatinine,
        });
        const [mass, molar] = [quantity(value, 'mg/dL'), quantity(value * 88.4, 'umol/L')];
        expect(plan(of(molar), asked)?.schedule).toEqual(plan(of(mass), asked)?.schedule);
      }),
    );
  });

  it('is the same whatever the order of the flags', () => {
    const flags = [
      ['--start', '5'],
      ['--age', '72'],
      ['--sex', 'female'],
      ['--weight', '60'],
      ['--height', '162'],
      ['--creatinine', '1.4mg/dL'],
      ['--spinal-cord-injury', 'paraplegia'],
      ['--rules', 'uk'],
      ['--explain'],
    ];
    const expected = run(['titrate', ...flags.flat()]).out;
    fc.assert(
      fc.property(fc.shuffledSubarray(flags, { minLength: flags.length }), (shuffled) => {
        expect(run(['titrate', ...shuffled.flat()]).out).toBe(expected);
      }),
      { numRuns: 30 },
    );
  });
});
