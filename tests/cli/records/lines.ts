import fc from 'fast-check';
import { bundle, coded, creatinine, type Json, line, order, person, result } from './ask.js';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const condition = (text: string, more: Json = {}): Json => ({
  resourceType: 'Condition',
  id: 'k',
  clinicalStatus: { coding: [{ code: 'active' }] },
  code: { text },
  subject: { reference: 'Patient/p' },
  ...more,
});

const pump: Json = {
  resourceType: 'Device',
  id: 'd',
  status: 'active',
  type: { text: 'Intrathecal baclofen pump' },
  patient: { reference: 'Patient/p' },
};

const allergy: Json = {
  resourceType: 'AllergyIntolerance',
  id: 'a',
  type: 'intolerance',
  code: { text: 'baclofen' },
  patient: { reference: 'Patient/p' },
};

const inWords: Json = { resourceType: 'Procedure', id: 't', status: 'completed', code: { text: 'Kidney transplant' } };

const medication = (text: string): Json => ({
  resourceType: 'MedicationStatement',
  id: `s-${text}`,
  status: 'active',
  medicationCodeableConcept: { text },
  subject: { reference: 'Patient/p' },
});

/** What a record says and no flag does, numbers of any worth, and an order that may be old or in words. */
export const recordThatWarns: fc.Arbitrary<string> = fc
  .record({
    born: fc.constantFrom('1940-05-01', '1971-03-09', '1990-01-01', '2019-06-01'),
    kilograms: maybe(fc.constantFrom(19, 52, 80)),
    creatinine: maybe(fc.constantFrom(0.5, 0.9, 1.4, 2.6, 6)),
    measured: fc.constantFrom('2026-11-20', '2025-01-20'),
    status: fc.constantFrom('final', 'preliminary'),
    bound: fc.boolean(),
    disease: maybe(
      fc.constantFrom(
        condition('End-stage renal disease'),
        condition('Acute kidney injury', { onsetDateTime: '2026-11-10' }),
        condition('Chronic kidney disease, stage 4'),
        inWords,
      ),
    ),
    pump: maybe(fc.constant(pump)),
    allergy: maybe(fc.constant(allergy)),
    dose: maybe(fc.constantFrom(5, 10, 20, 30)),
    written: fc.constantFrom('2026-11-01', '2024-02-01'),
    others: fc.subarray(['Oxycodone 5 mg', 'Ramipril 5 mg', 'Xyzzymab']),
  })
  .map((said) => {
    const { id: _, ...given } = creatinine(said.creatinine ?? 0, {
      effectiveDateTime: said.measured,
      status: said.status,
      ...(said.bound && { valueQuantity: { value: 2, comparator: '>', unit: 'mg/dL', code: 'mg/dL' } }),
    });
    return JSON.stringify(
      bundle(
        { ...person, birthDate: said.born },
        ...(said.kilograms ? [result('w', coded('29463-7'), { value: said.kilograms, unit: 'kg', code: 'kg' })] : []),
        ...(said.creatinine || said.bound ? [{ id: 'c', ...given }] : []),
        ...[said.disease, said.pump, said.allergy].filter((each) => each !== undefined),
        ...(said.dose ? [order(line(said.dose), { authoredOn: said.written })] : []),
        ...said.others.map(medication),
      ),
    );
  });
