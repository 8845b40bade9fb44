import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/core/values/input-error.js';
import {
  adjustForRenalFunction,
  checkPrescription,
  estimateInfantExposure,
  planSwitch,
  planTaper,
  planTitration,
  workOutNewbornCourse,
} from '../../src/library.js';
import { loadParameters } from '../../src/parameters/load.js';

const parameters = loadParameters();

/** What JavaScript can hand over and TypeScript would not let pass. */
const given = <T>(request: unknown) => request as T;

function trouble(run: () => unknown): InputError {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('it was answered');
}

type Titration = Parameters<typeof planTitration>[0];

const titration = (request: object) => () =>
  planTitration(given<Titration>({ start: { value: 5, unit: 'mg' }, ...request }), parameters);

const woman = { age: { value: 72, unit: 'a' }, sex: 'female', weight: { value: 60, unit: 'kg' } };

describe('a request of the library', () => {
  it.each<[what: string, request: object, field: string]>([
    [
      'a creatinine in mg/dl',
      { patient: { ...woman, creatinine: { value: 3.4, unit: 'mg/dl' } } },
      'patient.creatinine',
    ],
    ['a creatinine out of range', { patient: { creatinine: { value: 340, unit: 'mg/dL' } } }, 'patient.creatinine'],
    ['a start in words', { start: { value: '5', unit: 'mg' } }, 'start'],
    ['a start per day', { start: { value: 5, unit: 'mg/d' } }, 'start'],
    ['a start of a million', { start: { value: 1e6, unit: 'mg' } }, 'start'],
    ['a start that is no number', { start: { value: Number.NaN, unit: 'mg' } }, 'start'],
    ['steps of no day', { interval: { value: 0, unit: 'd' } }, 'interval'],
    ['steps of half days', { interval: { value: 3.5, unit: 'd' } }, 'interval'],
    ['nine doses a day', { timesDaily: 9 }, 'timesDaily'],
    ['a weight in pounds', { patient: { weight: { value: 150, unit: 'lb' } } }, 'patient.weight'],
    ['a day that the calendar does not have', { startDate: '2026-02-30' }, 'startDate'],
    ['a name with an escape', { name: 'Anna\u001b[31m' }, 'name'],
    ['a name that turns round', { name: 'Anna\u202e' }, 'name'],
    ['a field that nobody knows', { maximum: 80 }, 'maximum'],
    ['no product to make it from', { products: [] }, 'products'],
    ['a country without a label', { rules: 'nl' }, 'rules'],
  ])('with %s is refused, and says which field', (_, request, field) => {
    expect(trouble(titration(request)).field).toBe(field);
  });

  it('says everything that is wrong at once', () => {
    const error = trouble(titration({ interval: { value: 0, unit: 'd' }, timesDaily: 9 }));
    expect([error, ...error.also].map(({ field }) => field).sort()).toEqual(['interval', 'timesDaily']);
  });

  it('that is as it should be is answered', () => {
    const { outcome } = titration({ patient: { ...woman, creatinine: { value: 3.4, unit: 'mg/dL' } } })();
    // (140 - 72) x 60 x 0.85 / (72 x 3.4) = 14.2 mL/min, below 15: refused, as it was not with mg/dl.
    expect(outcome).toBe('refusal');
    expect(titration({})().outcome).toBe('plan');
  });

  it('of every other calculation is held as well', () => {
    const milk = { value: 0.32, unit: 'banana' };
    expect(trouble(() => estimateInfantExposure(given({ milk }), parameters)).field).toBe('milk');
    const days = { kind: 'days', days: { value: 14, unit: 'wk' } };
    expect(trouble(() => planTaper(given({ pattern: days }), parameters)).field).toBe('pattern.days');
    const crcl = { creatinineClearance: { value: 25, unit: 'mL/min/{1.73_m2}' } };
    expect(trouble(() => adjustForRenalFunction(given({ patient: crcl }), parameters)).field).toBe(
      'patient.creatinineClearance',
    );
    const born = { weight: { value: 2.9, unit: 'kg' }, regimen: 'a', birthDate: 'yesterday' };
    expect(trouble(() => workOutNewbornCourse(given(born), parameters)).field).toBe('birthDate');
    expect(trouble(() => planTitration(given(null), parameters)).field).toBe('request');
    // Measuring it would take an age: a mark after a mark.
    const huge = { dose: { value: 2 ** 53, unit: 'mg' }, timesDaily: 3 };
    const bottles = { from: { product: 'solution-1' }, to: { product: 'suspension-5' } };
    expect(trouble(() => planSwitch(given({ dose: huge, ...bottles }), parameters)).field).toMatch(/^dose/);
    expect(trouble(() => planTitration(given({ from: huge }), parameters)).field).toMatch(/^from/);
    expect(trouble(() => checkPrescription(given({ steps: [], taking: huge }), parameters)).field).toMatch(/^taking/);
  });
});
