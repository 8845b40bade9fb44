import { describe, expect, it } from 'vitest';
import { run } from '../run.js';
import {
  ask,
  bundle,
  coded,
  codesOf,
  creatinine,
  type Json,
  line,
  order,
  person,
  result,
  titrate,
  weight,
} from './ask.js';

const condition = (id: string, code: Json, more: Json = {}): Json => ({
  resourceType: 'Condition',
  id,
  subject: { reference: 'Patient/p' },
  code,
  ...more,
});
const snomed = (code: string, display?: string) => ({ coding: [{ system: 'http://snomed.info/sct', code, display }] });

describe('a pregnancy', () => {
  const isKnown = (...resources: Json[]) => (titrate(...resources).request.conditions ?? []).includes('pregnancy');
  const status = (value: Json, more: Json = {}) => result('s', coded('82810-3'), undefined, { ...value, ...more });
  const due = (valueDateTime: string, more: Json = {}) =>
    result('d', coded('11778-8'), undefined, { valueDateTime, ...more });
  const pregnant = { valueCodeableConcept: snomed('77386006') };

  it.each([
    ['a condition of synthetic records', condition('n', snomed('72892002'))],
    ['a status by SNOMED CT', status(pregnant)],
    ['a status by the answer of LOINC', status({ valueCodeableConcept: coded('LA15173-0') })],
    ['a status in words', status({ valueCodeableConcept: { text: 'Pregnant' } })],
    ['a status of yes', status({ valueBoolean: true })],
    ['a day of delivery ahead', due('2027-03-01')],
    ['a day of delivery today', due('2026-12-01')],
  ])('is known by %s', (_, resource) => {
    expect(isKnown(resource)).toBe(true);
    expect(codesOf(titrate(resource))).toContain('condition-noted');
  });

  it.each([
    ['a status of not pregnant', status({ valueCodeableConcept: snomed('60001007', 'Not pregnant') })],
    ['a status in words that deny', status({ valueString: 'not pregnant' })],
    ['an unknown one', status({ valueCodeableConcept: { text: 'Unknown' } })],
    ['one of more than 300 days ago', status(pregnant, { effectiveDateTime: '2026-02-01' })],
    ['one that was cancelled', status(pregnant, { status: 'cancelled' })],
    ['a day of delivery that is past', due('2026-11-30')],
  ])('is none by %s', (_, resource) => expect(isKnown(resource)).toBe(false));

  it('ends with the newest word on it', () => {
    const over = status({ valueCodeableConcept: snomed('60001007') }, { id: 'o', effectiveDateTime: '2026-11-25' });
    expect(isKnown(due('2027-03-01'), over)).toBe(false);
    expect(isKnown(over, status(pregnant, { effectiveDateTime: '2026-11-28' }))).toBe(true);
  });
});

describe('what a record lists and is not known here', () => {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into JSON.
  const names = (answer: any) => answer.request.notRecognised;
  const aspirin = (id: string, name: string) => order(line(10), { id, medicationCodeableConcept: { text: name } });

  it('is named as the record has it, by its code where that is all, else by its place', () => {
    const answer = titrate(
      aspirin('a', 'Zzyzol 5 mg'),
      condition('b', snomed('123456789')),
      condition('e', {}),
      condition('l', { text: 'x'.repeat(90) }),
    );
    expect(names(answer)).toEqual(['Zzyzol 5 mg', '123456789', `${'x'.repeat(57)}...`, 'Condition/e']);
  });

  it.each([
    [
      'baclofen by its code alone',
      order(line(10), {
        status: 'active',
        medicationCodeableConcept: {
          coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '197391' }],
        },
      }),
    ],
    ['dialysis', condition('d', { text: 'Dependence on dialysis' })],
    ['a disease of the kidney', condition('k', { text: 'CKD stage 4' })],
    ['a disease of the kidney without a stage', condition('k', { text: 'Chronic kidney disease' })],
    ['a transplant', condition('t', { text: 'Kidney transplant' })],
  ])('is not %s, which was understood', (_, resource) => {
    expect(names(titrate(creatinine(0.9), resource))).toBeUndefined();
  });

  it('stands in a sentence up to three, and all of it in the whole answer', () => {
    const print = (count: number, ...flags: string[]) => {
      const many = Array.from({ length: count }, (_, index) => condition(`c${index}`, { text: `Zz${index}` }));
      const files = { f: JSON.stringify(bundle(person, weight, ...many)) };
      return run(['titrate', '--start', '5', '--patient', 'f', ...flags], 400, { files }).out;
    };
    expect(print(3)).toContain('not known here, and not checked: Zz0, Zz1, Zz2.\n');
    expect(print(5)).toContain('not known here, and not checked: Zz0, Zz1, Zz2 and 2 more (--full).\n');
    expect(print(5, '--full')).toContain('- Zz0, Zz1, Zz2, Zz3, Zz4');
    expect(print(3, '--full')).not.toContain('- Zz0');
    expect(print(120, '--full')).toMatch(/Zz99 and 20 more$/m);
  });

  it('keeps no letter that turns a line round', () => {
    const { out } = ask(bundle(person, weight, condition('b', { text: 'a\u202eb\nc' })), ['titrate', '--start', '5']);
    expect(JSON.parse(out).request.notRecognised[0]).not.toMatch(/[\u202e\n]/);
  });
});
