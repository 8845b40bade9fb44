import { describe, expect, it } from 'vitest';
import { parseStrict } from '../../src/cli/strict-json.js';
import { run } from './run.js';

type Json = Record<string, unknown>;

const patientOf = (text: string, ...line: string[]) =>
  run([...(line.length > 0 ? line : ['renal']), '--patient', 'p.json'], 80, { files: { 'p.json': text } });

const explain = (text: string) => run(['explain', 'r.json'], 80, { files: { 'r.json': text } });

const good = JSON.parse(run(['titrate', '--start', '5', '--json']).out);
const milk = JSON.parse(run(['infant-dose', '--milk', '0.32', '--json']).out);
const filed = JSON.parse(
  run(['titrate', '--start', '5', '--patient', 'tests/fixtures/woman-82.fhir.json', '--json']).out,
);
const asking = (request: Json) => JSON.stringify({ ...good, request: { ...good.request, ...request } });
const reading = (file: Json) =>
  JSON.stringify({ ...filed, request: { ...filed.request, patientFile: { ...filed.request.patientFile, ...file } } });

describe('a saved result', () => {
  it.each<[what: string, text: string]>([
    ['a start that never ends', asking({ start: { value: 1e6, unit: 'mg' } })],
    ['a start in words', asking({ start: { value: '5', unit: 'mg' } })],
    ['steps of no day', asking({ interval: { value: 0, unit: 'd' } })],
    ['a weight in pounds', asking({ patient: { weight: { value: 150, unit: 'lb' } } })],
    ['milk in bananas', JSON.stringify({ ...milk, request: { milk: { value: 0.32, unit: 'banana' } } })],
    ['a schema that is an object', '{"schema":{"toString":1}}'],
    ['an escape in its version', JSON.stringify({ ...good, version: '1.0\u001b[31m' })],
    ['a letter that turns lines round', JSON.stringify({ ...good, version: '1.0\u202e' })],
    ['a key twice', JSON.stringify(good).replace('"start":', '"start":{"value":60,"unit":"mg"},"start":')],
    ['a key twice, once spelled out', JSON.stringify(good).replace('"version":', '"\\u0076ersion":"9","version":')],
    ['data of a day to come', JSON.stringify({ ...good, data: '2031-01-01' })],
    ['a record read tomorrow', reading({ readOn: '2027-12-01' })],
    ['a record read on no day', reading({ readOn: '2026-02-30' })],
  ])('with %s is refused in one sentence', (_, text) => {
    const { code, out, err } = explain(text);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^<file> got "r.json", [^\n\p{Cc}\p{Cf}]*\.\n$/u);
  });

  it('with a file of a patient is explained', () => expect(explain(JSON.stringify(filed)).code).toBe(0));
});

describe('a file of a patient', () => {
  const crcl = (value: number) => `"creatinineClearance":{"value":${value},"unit":"mL/min"}`;

  it.each<[what: string, text: string, part: string]>([
    ['a clearance twice', `{${crcl(25)},${crcl(90)}}`, 'creatinineClearance'],
    ['a value twice', '{"age":{"value":72,"unit":"a","value":7}}', 'value'],
    ['a creatinine in mg/dl', '{"creatinine":{"value":3.4,"unit":"mg/dl"}}', 'creatinine'],
    ['an age in months', '{"age":{"value":72,"unit":"mo"}}', 'age'],
    ['a weight of 900 kg', '{"weight":{"value":900,"unit":"kg"}}', 'weight'],
    ['a weight in words', '{"weight":{"value":"60","unit":"kg"}}', 'weight'],
    ['a part that nobody knows', '{"shoe\\u001bSize":40}', 'shoe?Size'],
  ])('with %s is refused and the part named', (_, text, part) => {
    const { code, out, err } = patientOf(text);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('--patient got "p.json"');
    expect(err).toContain(part);
  });

  it('in FHIR prints no escape out of a date', () => {
    const order = {
      resourceType: 'MedicationRequest',
      id: '1',
      status: 'active',
      medicationCodeableConcept: { text: 'baclofen' },
      authoredOn: '2026\u001b[31m-01',
      dosageInstruction: [
        {
          timing: { repeat: { frequency: 3, period: 1, periodUnit: 'd' } },
          route: { coding: [{ code: 'PO' }] },
          doseAndRate: [{ doseQuantity: { value: 20, unit: 'mg', code: 'mg' } }],
        },
      ],
    };
    const { code, out, err } = patientOf(JSON.stringify(order), 'taper', '--days', '14');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^--patient got "p.json"[^\p{Cc}\p{Cf}]*\n$/u);
  });
});

describe('strict JSON', () => {
  it.each([
    ['{"a":1, "a" :2}', 'where "a" stands twice'],
    ['[{"x":{"a":1,"\\u0061":2}}]', 'where "a" stands twice'],
    ['{"a":"\\"","a":1}', 'where "a" stands twice'],
    ['{"a":', 'which is not JSON'],
    ['['.repeat(501), 'which is nested too deep'],
  ])('%s: %s', (text, fault) => {
    expect(parseStrict(text)).toEqual({ fault });
  });

  it.each([
    '{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}',
    '{"a":"a","b":"a"}',
    '{"a":"{\\"b\\":1,\\"b\\":2}"}',
    '{"a\\\\":1,"a":2}',
    '"a"',
  ])('%s is read as it stands', (text) => {
    expect(parseStrict(text)).toEqual({ content: JSON.parse(text) });
  });
});
