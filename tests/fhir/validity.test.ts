import { Fhir } from 'fhir';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { run } from '../cli/run.js';
import { bundleOf, lines } from './bundles.js';
import { broken } from './invariants.js';

const bundles = lines.map((line) => ({ line: line.join(' '), bundle: bundleOf(line) })).filter(({ bundle }) => bundle);

const validator = new Fhir();

/** Errors of structure, cardinality, type and required codes; what it says of codes that it does not hold is no error. */
function errors(resource: object): string[] {
  return validator
    .validate(resource, { errorOnUnexpected: true })
    .messages.filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .map(({ location, message }) => `${location}: ${message}`);
}

type Json = ReturnType<typeof JSON.parse>;

const sample = (): Json => structuredClone(bundles[1]?.bundle);

describe('hundreds of exported bundles', { timeout: 120_000 }, () => {
  it('are there', () => expect(bundles.length).toBeGreaterThanOrEqual(300));

  it('hold the invariants of FHIR R4', () => {
    for (const { line, bundle } of bundles) expect(broken(bundle), line).toEqual([]);
  });

  it('are what the definitions of FHIR R4 say', () => {
    for (const { line, bundle } of bundles) expect(errors(bundle), line).toEqual([]);
  });

  it('have a narrative of the elements that are allowed there', () => {
    const allowed = ['DIV', 'P', 'B', 'UL', 'LI'];
    for (const { line, bundle } of bundles) {
      for (const { resource } of bundle.entry) {
        const { document } = parseHTML(`<html><body>${resource.text.div}</body></html>`);
        expect(resource.text.status, line).toBe('generated');
        expect(document.body.children, line).toHaveLength(1);
        expect(document.querySelector('div')?.getAttribute('xmlns'), line).toBe('http://www.w3.org/1999/xhtml');
        for (const each of document.body.querySelectorAll('*')) expect(allowed, line).toContain(each.nodeName);
        expect(document.body.textContent?.trim().length, line).toBeGreaterThan(100);
      }
    }
  });
});

const dosage = (bundle: Json) => bundle.entry[0].resource.dosageInstruction[0];
const supply = (bundle: Json) => bundle.entry[0].resource.dispenseRequest.expectedSupplyDuration;

describe('a validator would notice', () => {
  it.each([
    ['bdl-3', (bundle: Json) => (bundle.entry[0].request = { method: 'POST', url: 'x' })],
    ['bdl-7', (bundle: Json) => bundle.entry.push(bundle.entry[0])],
    ['fullUrl', (bundle: Json) => delete bundle.entry[0].fullUrl],
    ['tim-2', (bundle: Json) => delete dosage(bundle).timing.repeat.periodUnit],
    ['tim-10', (bundle: Json) => (dosage(bundle).timing.repeat.timeOfDay = ['08:00:00'])],
    ['per-1', (bundle: Json) => (dosage(bundle).timing.repeat.boundsPeriod.end = '2020-01-01')],
    ['qty-3', (bundle: Json) => delete dosage(bundle).doseAndRate[0].doseQuantity.system],
    ['drt-1', (bundle: Json) => delete supply(bundle).system],
    ['rat-1', (bundle: Json) => delete dosage(bundle).maxDosePerPeriod.denominator],
    ['periodUnit', (bundle: Json) => (dosage(bundle).timing.repeat.periodUnit = 'day')],
    ['when', (bundle: Json) => (dosage(bundle).timing.repeat.when = ['MORNING'])],
    ['dom-6', (bundle: Json) => delete bundle.entry[0].resource.text],
  ])('%s', (key, spoil) => {
    const bundle = sample();
    expect(broken(bundle)).toEqual([]);
    spoil(bundle);
    expect(broken(bundle)).toContain(key);
  });

  it.each([
    ['status', (request: Json) => (request.status = 'maybe')],
    ['intent', (request: Json) => delete request.intent],
    ['subject', (request: Json) => delete request.subject],
    ['dose', (request: Json) => (request.dose = 5)],
  ])('a wrong %s', (name, spoil) => {
    const bundle = sample();
    spoil(bundle.entry[0].resource);
    expect(errors(bundle).join()).toContain(name);
  });
});

describe('a refusal', () => {
  it('is an OperationOutcome, on stdout, with exit code 1', () => {
    const { out, code } = run(['titrate', '--start', '5', '--crcl', '10', '--format', 'fhir']);
    expect(code).toBe(1);
    const outcome = JSON.parse(out);
    expect(errors(outcome)).toEqual([]);
    expect(outcome.resourceType).toBe('OperationOutcome');
    const [first, ...others] = outcome.issue;
    expect(first).toMatchObject({ severity: 'error', code: 'business-rule', diagnostics: 'clearance-too-low' });
    expect(first.details.text).toContain('10 mL/min');
    expect(others.length).toBeGreaterThan(0);
  });
});
