import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findingsOf } from '../../../src/core/check/findings.js';
import { checkPrescription } from '../../../src/core/check/plan.js';
import { whoIs } from '../../../src/core/check/who.js';
import { InputError } from '../../../src/core/values/input-error.js';
import { mgPerDay } from '../fixtures.js';
import { country, person } from '../titration/people.js';
import { day, parameters } from './facts.js';

it('a row of a cohort has the findings of its check', () => {
  let compared = 0;
  fc.assert(
    fc.property(person, country, fc.integer({ min: 1, max: 150 }), (patient, rules, dose) => {
      try {
        const outcome = checkPrescription({ steps: [day(dose)], patient, rules }, parameters);
        if (outcome.outcome === 'refusal') return;
        const lean = findingsOf({ dailyDose: mgPerDay(dose) }, whoIs(patient, rules, parameters), parameters);
        const named = ({ code, level }: { code: string; level: string }) => `${level} ${code}`;
        // An allergy is said by the check and refused by a row.
        const whole = outcome.plan.findings.filter(({ code }) => code !== 'hypersensitivity');
        expect(lean.map(named)).toEqual(whole.map(named));
        compared += 1;
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
      }
    }),
    { numRuns: 500, seed: 7 },
  );
  expect(compared).toBeGreaterThan(200);
});
