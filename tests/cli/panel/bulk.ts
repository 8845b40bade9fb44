import { gzipSync } from 'node:zlib';
import type { Person } from './people.js';

const today = '2026-12-01';

const day = 86_400_000;

/** So many days before the day of the tests, YYYY-MM-DD. */
const before = (days: number) => new Date(Date.parse(today) - days * day).toISOString().slice(0, 10);

/** Born so many years before the day of the tests. */
const born = (age: number) => `${2026 - age}-12-01`;

type Resource = Readonly<Record<string, unknown>>;

const measured = (id: string, code: string, value: number, unit: string, ucum: string): Resource => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code }] },
  subject: { reference: `Patient/${id}` },
  effectiveDateTime: before(3),
  valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: ucum },
});

const ordered = (id: string, drug: object, dosage: readonly object[] = []): Resource => ({
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: drug,
  subject: { reference: `Patient/${id}` },
  authoredOn: before(30),
  dosageInstruction: dosage,
});

const four = { repeat: { frequency: 4, period: 1, periodUnit: 'd' } };

/** What a record has of somebody of the cohort. */
function recordOf(id: string, p: Person): readonly Resource[] {
  const subject = { reference: `Patient/${id}` };
  const each = p.daily_dose_mg / 4;
  return [
    {
      resourceType: 'Patient',
      id,
      ...(p.sex && { gender: p.sex }),
      ...(p.age !== undefined && { birthDate: born(p.age) }),
    },
    ordered(id, { text: 'Baclofen' }, [
      { timing: four, doseAndRate: [{ doseQuantity: { value: each, unit: 'mg', code: 'mg' } }] },
    ]),
    ...(p.with ? p.with.split(';').map((text) => ordered(id, { text })) : []),
    ...(p.weight_kg === undefined ? [] : [measured(id, '29463-7', p.weight_kg, 'kg', 'kg')]),
    ...(p.height_cm === undefined ? [] : [measured(id, '8302-2', p.height_cm, 'cm', 'cm')]),
    ...(p.creatinine_umol_l === undefined ? [] : [measured(id, '14682-9', p.creatinine_umol_l, 'umol/L', 'umol/L')]),
    ...(p.crcl === undefined ? [] : [measured(id, '2164-2', p.crcl, 'mL/min', 'mL/min')]),
    ...(p.egfr === undefined ? [] : [measured(id, '98979-8', p.egfr, 'mL/min/1.73m2', 'mL/min/{1.73_m2}')]),
    // Vital signs that nobody asks for here.
    measured(id, '8867-4', 72, '/min', '/min'),
    ...(p.dialysis
      ? [
          {
            resourceType: 'Condition',
            clinicalStatus: { coding: [{ code: 'active' }] },
            code: {
              text: 'Dependence on renal dialysis',
              coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'Z99.2' }],
            },
            subject,
          },
        ]
      : []),
  ];
}

/** The files of a bulk export, orders packed, and somebody who takes something else. */
export function bulkOf(people: readonly Person[]): ReadonlyMap<string, Buffer> {
  const other = ordered('other', { text: 'Ramipril' });
  const all = [
    ...people.flatMap((p, index) => recordOf(`p${index}`, p)),
    { resourceType: 'Patient', id: 'other' },
    other,
  ];
  const types = [...new Set(all.map(({ resourceType }) => String(resourceType)))];
  return new Map(
    types.map((type) => {
      const of = all.filter(({ resourceType }) => resourceType === type);
      const text = Buffer.from(`${of.map((each) => JSON.stringify(each)).join('\n')}\n`);
      return type === 'MedicationRequest' ? [`${type}.000.ndjson.gz`, gzipSync(text)] : [`${type}.000.ndjson`, text];
    }),
  );
}
