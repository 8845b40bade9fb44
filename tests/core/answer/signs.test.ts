import { describe, expect, it } from 'vitest';
import type { Sign } from '../../../src/core/answer/signs.js';
import { planTaper } from '../../../src/core/taper/plan.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { loadParameters } from '../../../src/parameters/load.js';
import { mgPerDay } from '../fixtures.js';
import { clearance } from '../patient-plan.js';
import { refusalIn } from '../plan-facts.js';

const parameters = loadParameters();

const ask = (signs: readonly Sign[], patient = {}) =>
  planTaper(
    { from: { dailyDose: mgPerDay(60) }, pattern: { kind: 'days', days: quantity(14, 'd') }, signs, patient },
    parameters,
  );

/** What is said and done, in one text. */
const words = (outcome: ReturnType<typeof ask>) => {
  const { params } = refusalIn(outcome);
  if (!('signs' in params)) throw new Error('no signs');
  return [params.reason, ...params.instead].join(' ');
};

describe('signs that stand against a schedule', () => {
  // Clinical rules, section 6.
  it.each<[Sign[], string]>([
    [['drowsy'], 'suspected-toxicity'],
    [['slow-breathing'], 'suspected-toxicity'],
    [['withdrawal'], 'suspected-withdrawal'],
    [['confused'], 'toxicity-or-withdrawal'],
    [['jerks'], 'toxicity-or-withdrawal'],
    [['seizure'], 'toxicity-or-withdrawal'],
    // Several may be either (section 17).
    [['drowsy', 'withdrawal'], 'toxicity-or-withdrawal'],
    [['drowsy', 'slow-breathing'], 'toxicity-or-withdrawal'],
    [['drowsy', 'drowsy'], 'suspected-toxicity'],
  ])('%s: %s', (signs, code) => expect(refusalIn(ask(signs)).code).toBe(code));

  it('withdrawal goes back to the last dose that held; nephrology and poison service where baclofen is avoided', () => {
    expect(words(ask(['withdrawal']))).toMatch(/last dose that held/);
    expect(words(ask(['withdrawal']))).not.toMatch(/nephrology/);
    for (const patient of [clearance(14.9), { dialysis: true }]) {
      expect(words(ask(['withdrawal'], patient))).toMatch(/emergency.*nephrology and poison service/);
    }
  });

  it('what may be either names both, and what speaks for which', () => {
    const text = words(ask(['confused']));
    for (const part of [/hospital now/i, /missed doses.*speak for withdrawal/i, /below 60 mL\/min.*poisoning/i]) {
      expect(text).toMatch(part);
    }
  });

  it('come before anything else, an implausible dose included', () => {
    const outcome = planTaper({ from: { dailyDose: mgPerDay(500) }, signs: ['drowsy'] }, parameters);
    expect(refusalIn(outcome).code).toBe('suspected-toxicity');
  });

  it('that are not known, or none, make no sense', () => {
    for (const signs of [['tired'], []]) {
      expect(() => ask(signs as Sign[])).toThrow(expect.objectContaining({ name: 'InputError', field: 'signs' }));
    }
  });
});
