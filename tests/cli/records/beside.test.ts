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
  messageOf,
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
  const tested = (value: Json, more: Json = {}) => result('t', coded('2106-3'), undefined, { ...value, ...more });

  it.each([
    ['a condition of synthetic records', condition('n', snomed('72892002'))],
    ['a status by SNOMED CT', status(pregnant)],
    ['a status by the answer of LOINC', status({ valueCodeableConcept: coded('LA15173-0') })],
    ['a status in words', status({ valueCodeableConcept: { text: 'Pregnant' } })],
    ['a status of yes', status({ valueBoolean: true })],
    ['a condition of high risk', condition('n', snomed('47200007'))],
    ['a condition of 300 days ago', condition('n', snomed('77386006'), { onsetDateTime: '2026-02-04' })],
    ['a positive test', tested({ valueCodeableConcept: { text: 'Positive' } })],
    ['a positive test by its name', { ...tested({ valueString: 'POSITIVE' }), code: { text: 'hCG pregnancy test' } }],
    ['a day of delivery ahead', due('2027-03-01')],
    ['a day of delivery today', due('2026-12-01')],
  ])('is known by %s', (_, resource) => {
    expect(isKnown(resource)).toBe(true);
    expect(codesOf(titrate(resource))).toContain('condition-noted');
  });

  it.each([
    ['a status of not pregnant', status({ valueCodeableConcept: snomed('60001007', 'Not pregnant') })],
    ['a status in words that deny', status({ valueString: 'not pregnant' })],
    ['a negative test', tested({ valueCodeableConcept: { text: 'Negative' } })],
    ['a test that found nothing', tested({ valueString: 'Not detected' })],
    ['a positive test of long ago', tested({ valueString: 'Positive' }, { effectiveDateTime: '2025-11-20' })],
    ['a condition that has abated', condition('n', snomed('77386006'), { abatementDateTime: '2026-10-01' })],
    ['an unknown one', status({ valueCodeableConcept: { text: 'Unknown' } })],
    ['one of more than 300 days ago', status(pregnant, { effectiveDateTime: '2026-02-01' })],
    ['one that was cancelled', status(pregnant, { status: 'cancelled' })],
    ['a day of delivery that is past', due('2026-11-30')],
  ])('is none by %s', (_, resource) => expect(isKnown(resource)).toBe(false));

  // 1 December 2026 is 301 days after 3 February: 25 + 31 + 30 + 31 + 30 + 31 + 31 + 30 + 31 + 30 + 1.
  it.each([
    ['onset', { onsetDateTime: '2026-02-03' }, '2026-02-03'],
    ['record', { recordedDate: '2019-03-01T10:00:00Z' }, '2019-03-01'],
  ])('is none by a condition open for more than 300 days by its %s, which is said', (_, more, day) => {
    const answer = titrate(condition('n', snomed('77386006', 'Pregnant'), more));
    expect(answer.request.conditions).toBeUndefined();
    expect(answer.request.notRecognised).toBeUndefined();
    expect(messageOf(answer, 'file-part-left-out')).toBe(
      `The pregnancy was not taken from Condition/n: it began longer ago than it can last ("${day}").`,
    );
  });

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

describe('a pump into the spinal fluid', () => {
  const device = (type: string, more: Json = {}): Json => ({
    resourceType: 'Device',
    id: 'v',
    status: 'active',
    patient: { reference: 'Patient/p' },
    type: { text: type },
    ...more,
  });
  const procedure = (text: string, more: Json = {}): Json => ({
    resourceType: 'Procedure',
    id: 'v',
    status: 'completed',
    subject: { reference: 'Patient/p' },
    code: { text },
    ...more,
  });
  const said = (resource: Json) => codesOf(titrate(resource)).filter((code) => code === 'pump-in-record');

  it.each([
    ['a device', device('Implantable intrathecal drug infusion pump')],
    ['a device by its brand', device('SynchroMed II')],
    ['the use of one', { ...device(''), resourceType: 'DeviceUseStatement', device: { display: 'Intrathecal pump' } }],
    ['a procedure', procedure('Refill of intrathecal baclofen pump')],
    ['a condition', condition('v', { text: 'Presence of intrathecal pump' })],
  ])('as %s is a warning, and no unread dose', (_, resource) => {
    const answer = titrate(resource);
    expect(codesOf(answer)[0]).toBe('pump-in-record');
    expect(codesOf(answer)).not.toContain('baclofen-named');
  });

  it.each([
    ['another pump', device('Insulin infusion pump')],
    ['one out of use', device('Intrathecal pump', { status: 'inactive' })],
    ['one taken out', procedure('Removal of intrathecal pump')],
    ['one that was explanted', procedure('Explantation of intrathecal baclofen pump')],
    ['one entered in error', device('Intrathecal pump', { status: 'entered-in-error' })],
    ['a procedure entered in error', procedure('Refill of intrathecal pump', { status: 'entered-in-error' })],
    ['one that was not put in', procedure('Intrathecal pump implantation', { status: 'not-done' })],
    [
      'one no longer used',
      { ...device('Intrathecal pump', { status: 'completed' }), resourceType: 'DeviceUseStatement' },
    ],
  ])('is not %s', (_, resource) => expect(said(resource)).toEqual([]));

  it('that was put in and taken out later is none; put in after, or replaced, it is one', () => {
    const implanted = (performedDateTime: string) =>
      procedure('Implantation of intrathecal pump', { id: 'i', performedDateTime });
    const removed = (text: string) => procedure(text, { id: 'r', performedDateTime: '2020-05-01' });
    const pumps = (...resources: Json[]) => codesOf(titrate(...resources)).filter((code) => code === 'pump-in-record');
    expect(pumps(implanted('2015-01-01'), removed('Removal of intrathecal pump'))).toEqual([]);
    expect(pumps(implanted('2023-01-01'), removed('Removal of intrathecal pump'))).toHaveLength(1);
    expect(pumps(implanted('2015-01-01'), removed('Removal and replacement of intrathecal pump'))).toHaveLength(1);
    // A device in use is another word, and stands.
    expect(pumps(device('Intrathecal pump'), removed('Removal of intrathecal pump'))).toHaveLength(1);
  });

  it('beside an order by mouth is asked about by check, once', () => {
    const { out } = ask(bundle(person, weight, creatinine(0.9), order(line(10)), device('Intrathecal pump')), [
      'check',
    ]);
    const { notices, plan } = JSON.parse(out);
    expect(plan.findings.map(({ code, params }: Json) => [code, params])).toEqual([['two-orders', { why: 'pump' }]]);
    expect(codesOf({ notices })).not.toContain('pump-in-record');
  });

  it('is said once where an order into the spinal fluid says it', () => {
    const pump = order(line(10, undefined, { route: { text: 'intrathecal' } }));
    const answer = titrate(pump, device('Intrathecal pump'));
    expect(codesOf(answer)).toContain('baclofen-named');
    expect(codesOf(answer)).not.toContain('pump-in-record');
  });
});

describe('a weight on a form', () => {
  const form = (item: Json[]) => ({
    resourceType: 'QuestionnaireResponse',
    id: 'q',
    status: 'completed',
    subject: { reference: 'Patient/p' },
    item,
  });
  const question = { linkId: '1', text: 'Body weight (kg)', answer: [{ valueDecimal: 38 }] };
  const left = (resources: Json[]) =>
    JSON.parse(ask(bundle(person, ...resources), ['titrate', '--start', '5']).out).request.patientFile.leftOut;

  it('is named as not read, in whichever group of questions it stands', () => {
    const named = [{ part: 'weight', from: 'QuestionnaireResponse/q', why: 'resource not read' }];
    expect(left([form([question])])).toEqual(named);
    expect(left([form([{ linkId: '0', item: [question] }])])).toEqual(named);
  });

  it('is no news beside one that was taken, nor is a question about it without a number', () => {
    expect(left([weight, form([question])])).toEqual([]);
    expect(left([form([{ ...question, text: 'Lost weight?', answer: [{ valueBoolean: true }] }])])).toEqual([]);
  });
});
