import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../run.js';
import { bulkOf } from './bulk.js';
import { panelOver } from './cohort.js';
import { csvOf, people as drawn } from './people.js';

const folder = mkdtempSync(join(tmpdir(), 'baclofen-bulk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A record has whole years, and one number of the kidney: of several it has the latest or the lowest. */
const people = drawn(400, 2219).map((p, index) => ({
  ...p,
  age: p.age === undefined ? undefined : Math.round(p.age),
  creatinine_umol_l: index % 3 === 0 ? p.creatinine_umol_l : undefined,
  crcl: index % 3 === 1 ? p.crcl : undefined,
  egfr: index % 3 === 2 ? p.egfr : undefined,
}));

for (const [name, bytes] of bulkOf(people)) writeFileSync(join(folder, name), bytes);

describe('a folder of a FHIR bulk export', () => {
  const ids = people.map((_, index) => `p${index}`);
  const csv = panelOver(csvOf(people, ids));
  const { out, err, code } = run(['panel', folder]);
  const [, ...lines] = out.trimEnd().split('\n');

  it('has a row for each patient with an order of baclofen, in the order of the orders', () => {
    expect(code).toBe(0);
    expect(lines.map((line) => line.split(',')[0])).toEqual(ids);
    expect(err).not.toMatch(/p\d/);
  });

  it('says of each what the same cohort as CSV says', () => {
    for (const [index, line] of lines.entries()) {
      const { status, band } = csv.rows[index] ?? {};
      const [, told, , , inBand] = line.split(',');
      expect({ p: people[index], status: told, band: inBand }).toEqual({ p: people[index], status, band });
    }
  });
});

describe('a folder that is not as it should be', () => {
  const withFiles = (files: Readonly<Record<string, string | Buffer>>) => {
    const made = mkdtempSync(join(folder, 'other-'));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(made, name), content);
    return run(['panel', made]);
  };
  const order = '{"resourceType":"MedicationRequest","subject":{"reference":"Patient/a"}';

  it('without orders is no cohort', () => {
    const { code, out, err } = withFiles({ 'Patient.ndjson': '{"resourceType":"Patient","id":"a"}\n' });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('no file of orders');
  });

  it('with a packed file that is cut is not read in part', () => {
    const [, packed = Buffer.alloc(0)] = [...bulkOf(people)].find(([name]) => name.endsWith('.gz')) ?? [];
    const { code, err } = withFiles({ 'orders.ndjson.gz': packed.subarray(0, packed.length - 20) });
    expect(code).toBe(2);
    expect(err).toContain('not whole');
  });

  it('with an order that is no JSON has a row that says so', () => {
    const { code, out } = withFiles({ 'x.ndjson': `${order},"status":"active","note":"baclofen\n` });
    expect(code).toBe(0);
    expect(out).toContain('a,unreadable,,,,,,,,a line of the record that is no FHIR resource\n');
  });

  it('with a line above 4 MB is not read without it', () => {
    const long = `${order},"status":"active","medicationCodeableConcept":{"text":"Baclofen"},"note":[{"text":"${'x'.repeat(5e6)}"}]}\n`;
    const { code, out } = withFiles({ 'x.ndjson': long });
    expect(code).toBe(0);
    expect(out).toContain('a,unreadable,,,,,,,,a line of the record that is no FHIR resource\n');
  });

  it('with a disease that gainsays the number of the kidney has a row that asks for that', () => {
    const subject = { subject: { reference: 'Patient/a' } };
    const dose = { doseAndRate: [{ doseQuantity: { value: 10, unit: 'mg', code: 'mg' } }] };
    const timing = { repeat: { frequency: 3, period: 1, periodUnit: 'd' } };
    const drug = { medicationCodeableConcept: { text: 'Baclofen 10 mg tablet' } };
    const made = { resourceType: 'MedicationRequest', status: 'active', intent: 'order', ...subject, ...drug };
    const stage = { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'N18.6' }] };
    const active = { clinicalStatus: { coding: [{ code: 'active' }] } };
    const lines = (resource: object) => `${JSON.stringify(resource)}\n`;
    const files = {
      'Patient.ndjson': lines({ resourceType: 'Patient', id: 'a', birthDate: '1970', gender: 'male' }),
      'orders.ndjson': lines({ ...made, id: 'o', dosageInstruction: [{ timing, ...dose }] }),
      'Observation.ndjson': lines({
        resourceType: 'Observation',
        status: 'final',
        ...subject,
        code: { coding: [{ system: 'http://loinc.org', code: '98979-8' }] },
        valueQuantity: {
          value: 97,
          unit: 'mL/min/1.73m2',
          code: 'mL/min/{1.73_m2}',
          system: 'http://unitsofmeasure.org',
        },
        effectiveDateTime: '2026-11-20',
      }),
    };
    expect(withFiles(files).out).toContain('\na,none,97,');
    const condition = lines({ resourceType: 'Condition', id: 'k', ...subject, ...active, code: stage });
    const { out } = withFiles({ ...files, 'Condition.ndjson': condition });
    expect(out).toMatch(/\na,ask,97,.*,kidney-in-record,.*The record has end-stage disease of the kidney/);
    const device = lines({
      resourceType: 'Device',
      id: 'd',
      status: 'active',
      patient: { reference: 'Patient/a' },
      type: { text: 'Intrathecal pump' },
    });
    expect(withFiles({ ...files, 'Device.ndjson': device }).out).toMatch(/\na,ask,97,.*,two-orders,/);
  });

  it('with orders that have ended has no rows', () => {
    const ended = `${order},"status":"stopped","intent":"order","medicationCodeableConcept":{"text":"Baclofen"}}\n`;
    expect(withFiles({ 'x.ndjson': ended }).err).toContain('0 rows');
  });
});
