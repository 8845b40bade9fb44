import { expect } from 'vitest';
import { contract } from '../contracts.js';
import { run } from '../run.js';

export type Json = Record<string, unknown>;

// The tests run on 1 December 2026.
export const person = { resourceType: 'Patient', id: 'p', gender: 'male', birthDate: '1971-03-09' };

const loinc = 'http://loinc.org';

export const coded = (code: string, more: Json = {}) => ({ coding: [{ system: loinc, code, ...more }] });
export const mgdl = (value: number) => ({ value, unit: 'mg/dL', code: 'mg/dL' });

/** A result of a day; what is undefined in `more` is left away. */
export function result(id: string, code: unknown, valueQuantity: unknown, more: Json = {}): Json {
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    code,
    subject: { reference: 'Patient/p' },
    effectiveDateTime: '2026-11-20',
    valueQuantity,
    ...more,
  };
}

export const weight = result('w', coded('29463-7'), { value: 80, unit: 'kg', code: 'kg' });
export const creatinine = (value: number, more: Json = {}) => result('c', coded('2160-0'), mgdl(value), more);

export const threeTimes = { repeat: { frequency: 3, period: 1, periodUnit: 'd' } };
export const doseOf = (value: number) => [{ doseQuantity: { value, unit: 'mg', code: 'mg' } }];
export const line = (value: number, timing: unknown = threeTimes, more: Json = {}): Json => ({
  timing,
  doseAndRate: doseOf(value),
  ...more,
});

/** An order for baclofen of one line. */
export function order(dosage: Json, more: Json = {}): Json {
  return {
    resourceType: 'MedicationRequest',
    id: 'm',
    status: 'active',
    intent: 'order',
    authoredOn: '2026-11-01',
    subject: { reference: 'Patient/p' },
    medicationCodeableConcept: { text: 'Baclofen 10 mg oral tablet' },
    dosageInstruction: [dosage],
    ...more,
  };
}

export function bundle(...resources: Json[]): Json {
  return { resourceType: 'Bundle', type: 'searchset', entry: resources.map((resource) => ({ resource })) };
}

export function ask(content: unknown, argv: readonly string[]) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return run([...argv, '--json', '--patient', 'f'], 80, { files: { f: text } });
}

/** The answer, which is as the contract has it. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into JSON.
export function answerOf({ out, err }: { readonly out: string; readonly err: string }): any {
  expect(err).toBe('');
  const answer = JSON.parse(out);
  expect(contract[answer.schema.slice(9, -2) as 'renal'].safeParse(answer).error).toBeUndefined();
  return answer;
}

export const titrate = (...resources: Json[]) =>
  answerOf(ask(bundle(person, weight, ...resources), ['titrate', '--start', '5']));
export const taper = (...resources: Json[]) => answerOf(ask(bundle(person, ...resources), ['taper', '--days', '21']));

interface FilePart {
  readonly part: string;
  readonly why: string;
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into JSON.
export const leftOut = (answer: any): string[] =>
  answer.request.patientFile.leftOut.map(({ part, why }: FilePart) => `${part}: ${why}`);

// biome-ignore lint/suspicious/noExplicitAny: tests look into JSON.
export const codesOf = (answer: any): string[] => answer.notices.map(({ code }: { code: string }) => code);

// biome-ignore lint/suspicious/noExplicitAny: tests look into JSON.
export const messageOf = (answer: any, asked: string): string =>
  answer.notices.find(({ code }: { code: string }) => code === asked)?.message;
