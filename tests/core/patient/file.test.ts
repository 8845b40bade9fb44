import { describe, expect, it } from 'vitest';
import type { PatientFile, TakenPart } from '../../../src/core/patient/file.js';
import { adjustForRenalFunction } from '../../../src/core/renal/plan.js';
import { withPatientFile } from '../../../src/core/renal-function/file-notices.js';
import { planTitration } from '../../../src/core/titration/plan.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { mg } from '../fixtures.js';
import { clearance, parameters } from '../patient-plan.js';

const days = (value: number) => quantity(value, 'd');

/** The answer for somebody who read this file, or none. */
function answer(file?: Partial<PatientFile>) {
  const patientFile: PatientFile = { form: 'baclofen', readOn: '2026-11-22', taken: [], leftOut: [], ...file };
  const request = { patient: { ...clearance(80), weight: quantity(250, 'kg') }, ...(file && { patientFile }) };
  return withPatientFile(adjustForRenalFunction(request, parameters), parameters);
}

/** What is said of the file itself; the weight of 250 kg is unusual with and without one. */
const saidOf = (file: Partial<PatientFile>) => answer(file).notices.filter(({ code }) => code !== 'weight-unusual');

const creatinine = (rest: Partial<TakenPart> = {}): TakenPart => ({
  part: 'creatinine',
  value: quantity(1, 'mg/dL'),
  use: 'taken',
  ...rest,
});

const currentDose = (rest: Partial<TakenPart> = {}): TakenPart => ({
  part: 'currentDose',
  value: mg(20),
  use: 'taken',
  ...rest,
});

describe('a patient file', () => {
  it('is not spoken of where there is none, nor where all of it was taken', () => {
    expect(answer().notices.map(({ code }) => code)).toEqual(['weight-unusual']);
    expect(saidOf({ taken: [creatinine({ old: days(3) }), currentDose({ use: 'taken' })] })).toEqual([]);
  });

  it('is spoken of before the rest of the same severity', () => {
    const found = answer({ form: 'fhir', taken: [creatinine({ old: days(91) })] });
    expect(found.notices.map(({ code }) => code)).toEqual(['creatinine-old', 'weight-unusual', 'not-read-from-fhir']);
  });

  it('in FHIR comes with what is never read from one', () => {
    expect(saidOf({ form: 'fhir' })).toEqual([
      { code: 'not-read-from-fhir', severity: 'info', params: {}, citations: [] },
    ]);
  });
});

describe('a creatinine from a file', () => {
  const limit = [{ source: 'judgement', locator: 'Age of a creatinine' }];

  it('is current for 90 days', () => {
    expect(saidOf({ taken: [creatinine({ old: days(90) })] })).toEqual([]);
    expect(saidOf({ taken: [creatinine({ old: days(91) })] })).toEqual([
      {
        code: 'creatinine-old',
        severity: 'caution',
        params: { old: days(91), limit: days(90) },
        citations: limit,
      },
    ]);
  });

  it('of a record should have a date; one typed by hand need not', () => {
    const undated = { taken: [creatinine()] };
    expect(saidOf({ form: 'fhir', ...undated })[0]).toEqual({
      code: 'creatinine-undated',
      severity: 'caution',
      params: {},
      citations: limit,
    });
    expect(saidOf(undated)).toEqual([]);
    expect(saidOf({ form: 'fhir', taken: [creatinine({ old: days(0) })] })).toHaveLength(1);
  });

  it('that was not taken may be as old as it likes', () => {
    for (const use of ['flag instead', 'less cautious'] as const) {
      const codes = saidOf({ form: 'fhir', taken: [creatinine({ use, old: days(900) }), creatinine({ use })] }).map(
        ({ code }) => code,
      );
      expect(codes).not.toContain('creatinine-old');
      expect(codes).not.toContain('creatinine-undated');
    }
    // Nor does the age of another part matter.
    expect(saidOf({ taken: [{ part: 'weight', value: quantity(70, 'kg'), use: 'taken', old: days(300) }] })).toEqual(
      [],
    );
  });
});

describe('a weight in a file', () => {
  /** What is said of somebody of so many years whose weight is so many days old. */
  const saidAt = (age: number, old: number) => {
    const taken: TakenPart[] = [{ part: 'weight', value: quantity(20, 'kg'), use: 'taken', old: days(old) }];
    const patientFile: PatientFile = { form: 'baclofen', readOn: '2026-11-26', taken, leftOut: [] };
    const patient = { age: quantity(age, 'a'), weight: quantity(20, 'kg') };
    const outcome = planTitration({ patient, patientFile }, parameters);
    return withPatientFile(outcome, parameters).notices.filter(({ code }) => code === 'weight-old');
  };

  it.each([
    [1.9, 91, 90],
    [2, 181, 180],
    [11.9, 181, 180],
    [12, 366, 365],
    [82, 900, 365],
  ])('at %s years and %s days old is old for the limit of %s days', (age, old, limit) => {
    expect(saidAt(age, old)).toMatchObject([{ params: { old: days(old), limit: days(limit) } }]);
  });

  it.each([
    [1.9, 90],
    [2, 180],
    [12, 365],
    [82, 365],
  ])('at %s years and %s days old is taken as it stands', (age, old) => {
    expect(saidAt(age, old)).toEqual([]);
  });
});

describe('a dose in a file', () => {
  it('that a flag stands for is told', () => {
    expect(saidOf({ taken: [currentDose()] })).toEqual([]);
    expect(saidOf({ taken: [currentDose({ use: 'flag instead' })] })).toMatchObject([{ code: 'flag-instead-of-file' }]);
  });
});

describe('what was not taken from a file', () => {
  it('is named part by part, with the reason', () => {
    const leftOut = [
      { part: 'sex', from: 'Patient/1', why: 'gender' },
      { part: 'baclofenNamed', from: 'MedicationRequest/2', why: 'as needed' },
    ] as const;
    const [sex, dose] = leftOut;
    expect(saidOf({ leftOut })).toEqual([
      // A dose that could not be read is no detail: nobody who takes it is planned as if they did not.
      {
        code: 'baclofen-named',
        severity: 'warning',
        params: dose,
        citations: [],
      },
      { code: 'file-part-left-out', severity: 'caution', params: sex, citations: [] },
    ]);
  });

  it('because a flag said otherwise is named in one sentence', () => {
    const taken: TakenPart[] = [
      { part: 'weight', value: quantity(70, 'kg'), use: 'flag instead' },
      { part: 'height', value: quantity(170, 'cm'), use: 'taken' },
      { part: 'age', value: quantity(40, 'a'), use: 'flag instead' },
    ];
    expect(saidOf({ taken })).toEqual([
      { code: 'flag-instead-of-file', severity: 'info', params: { parts: ['weight', 'age'] }, citations: [] },
    ]);
  });
});
