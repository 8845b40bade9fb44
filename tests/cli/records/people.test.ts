import { describe, expect, it } from 'vitest';
import { run } from '../run.js';
import { answerOf, ask, bundle, creatinine, type Json, leftOut, person, titrate, weight } from './ask.js';

const start = ['titrate', '--start', '5'];
const sentence = (content: unknown, argv = start) => {
  const { out, err, code } = ask(content, argv);
  expect({ out, code }).toEqual({ out: '', code: 2 });
  expect(err).toMatch(/^--\w+ got [^\n]*\.\n$/);
  return err;
};
const about = (subject: unknown, more: Json = {}) => ({ ...creatinine(3), subject, ...more });
const withUrl = (fullUrl: string, resource: Json) => ({ fullUrl, resource });
const entries = (...entry: Json[]) => ({ resourceType: 'Bundle', entry });

describe('the patient of a record', () => {
  it.each([
    ['has died, on a day', { ...person, deceasedDateTime: '2026-01-01' }, 'has died'],
    ['has died', { ...person, deceasedBoolean: true }, 'has died'],
    ['is an animal, by STU3', { ...person, animal: { species: { text: 'dog' } } }, 'animal'],
    [
      'is an animal, by R4',
      { ...person, extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/patient-animal' }] },
      'animal',
    ],
  ])('who %s is refused', (_, patient, words) => expect(sentence(bundle(patient, weight))).toContain(words));

  it('who lives is not refused for saying so', () => {
    expect(answerOf(ask(bundle({ ...person, deceasedBoolean: false }, weight), start)).outcome).toBe('plan');
  });

  it.each([
    ['a device', { reference: 'Device/p' }],
    ['a group on a server', { reference: 'http://a.example/fhir/Group/p' }],
    ['nobody but a name', { display: 'John' }],
    ['an identifier of somebody', { identifier: { system: 'mrn', value: '9' } }],
    ['another patient', { reference: 'Patient/q' }],
  ])('is not %s', (_, subject) => expect(sentence(bundle(person, weight, about(subject)))).toContain('"f"'));

  it('is known by an identifier that the record has', () => {
    const identifier = [{ system: 'mrn', value: '9' }];
    const both = bundle({ ...person, identifier }, weight, about({ identifier: identifier[0] }));
    expect(answerOf(ask(both, start)).request.patient.creatinine.value).toBe(3);
  });

  it('of one server is not that of another with the same id', () => {
    const patient = withUrl('http://a.example/fhir/Patient/p', person);
    const here = withUrl('http://a.example/fhir/Observation/c', creatinine(3));
    const there = withUrl('http://b.example/fhir/Observation/c', creatinine(3));
    expect(answerOf(ask(entries(patient, here), start)).request.patient.creatinine.value).toBe(3);
    expect(sentence(entries(patient, there))).toContain('several patients');
    expect(sentence(entries(patient, { resource: about({ reference: 'http://b.example/fhir/Patient/p' }) }))).toContain(
      'several',
    );
  });

  it.each([
    ['M', 'sex', '"M"'],
    ['unknown', 'sex', '"unknown"'],
  ])('with the gender %s is named, and not said to be nothing', (gender, flag, words) => {
    const err = sentence(bundle({ ...person, gender }, weight, creatinine(3)));
    expect(err).toContain(`--${flag} got what cannot be used of Patient/p, ${words}`);
  });

  it.each(['1971', '1971-03', '09/03/1971'])(
    'with the birth date %s is named, and not said to be nothing',
    (birthDate) => {
      expect(sentence(bundle({ ...person, birthDate }, weight, creatinine(3)))).toContain(
        `--age got what cannot be used of Patient/p, "${birthDate}"`,
      );
      const { assumptions } = answerOf(ask(bundle({ ...person, birthDate }, weight), start));
      const names = assumptions.map(({ name }: Json) => name);
      expect(names).toContain('age-not-read');
      expect(names).not.toContain('age');
    },
  );

  it.each([['Male'], ['MALE']])('with the gender %s is one', (gender) => {
    expect(answerOf(ask(bundle({ ...person, gender }, weight), start)).request.patient.sex).toBe('male');
  });
});

describe('versions of a resource', () => {
  const version = (value: number, meta: Json) => ({ ...creatinine(value), meta });

  it.each([
    ['the time', { lastUpdated: '2026-11-21T08:00:00Z' }, { lastUpdated: '2026-11-21T10:00:00+01:00' }],
    ['the number', { versionId: '9' }, { versionId: '10' }],
  ])('the last by %s counts, in either order', (_, before, after) => {
    for (const all of [
      [version(3, before), version(0.9, after)],
      [version(0.9, after), version(3, before)],
    ]) {
      expect(titrate(...all).request.patient.creatinine.value).toBe(0.9);
    }
  });

  it('without either, the more cautious', () => {
    expect(titrate(creatinine(0.9), creatinine(3)).request.patient.creatinine.value).toBe(3);
  });

  it('that says entered in error, or a deletion, removes all before', () => {
    const wrong = { ...version(3, { versionId: '2' }), status: 'entered-in-error' };
    expect(titrate(version(0.9, { versionId: '1' }), wrong).request.patient).not.toHaveProperty('creatinine');
    const deletion = { request: { method: 'DELETE', url: 'Observation/c' } };
    const gone = entries({ resource: person }, { resource: weight }, { resource: creatinine(3) }, deletion);
    expect(answerOf(ask(gone, start)).request.patient).not.toHaveProperty('creatinine');
  });

  it('made anew after its deletion stands', () => {
    const made = { ...creatinine(3), meta: { lastUpdated: '2026-11-25T00:00:00Z' } };
    const deletion = {
      request: { method: 'DELETE', url: 'Observation/c' },
      response: { lastModified: '2026-11-24T00:00:00Z' },
    };
    expect(
      answerOf(ask(entries({ resource: person }, deletion, { resource: made }), start)).request.patient.creatinine
        .value,
    ).toBe(3);
  });
});

describe('a part of a record', () => {
  const remarks = (content: unknown) =>
    answerOf(ask(content, start)).request.patientFile.remarks.map(({ what }: Json) => what);

  it('is a warning before any number', () => {
    const subset = { ...weight, meta: { tag: [{ code: 'SUBSETTED' }] } };
    expect(remarks(bundle(person, subset))).toEqual(['subsetted']);
    const message = { resourceType: 'OperationOutcome', issue: [{ severity: 'error' }] };
    expect(remarks(bundle(person, weight, message))).toEqual(['server message']);
    expect(remarks({ ...bundle(person, weight), total: 3 })).toEqual(['fewer than its total']);
    const { notices } = answerOf(ask({ ...bundle(person, weight), total: 3 }, start));
    expect(notices[0]).toMatchObject({ code: 'record-partial', severity: 'warning' });
  });

  it('is whole where all pages are there, or a server only informs', () => {
    const page = (self: string, next: string | undefined, ...resources: Json[]) => ({
      ...bundle(...resources),
      total: 2,
      link: [{ relation: 'self', url: self }, ...(next ? [{ relation: 'next', url: next }] : [])],
    });
    const pages = [page('http://x/1', 'http://x/2', person), page('http://x/2', undefined, weight)];
    expect(remarks(pages)).toEqual([]);
    expect(remarks(pages.slice(0, 1))).toEqual(['next page', 'fewer than its total']);
    expect(
      remarks(bundle(person, weight, { resourceType: 'OperationOutcome', issue: [{ severity: 'information' }] })),
    ).toEqual([]);
  });

  it('that is only a message, or a change, is refused', () => {
    expect(sentence({ resourceType: 'OperationOutcome', issue: [] })).toContain('message of a server');
    expect(sentence(entries({ resource: person, request: { method: 'PATCH', url: 'Patient/p' } }))).toContain(
      'changes a part',
    );
  });
});

describe('the file', () => {
  it('with a key twice is refused, however it is spelled, in FHIR and on a line', () => {
    expect(sentence('{"age":{"value":55,"unit":"a"},"\\u0061ge":{"value":5,"unit":"a"}}')).toContain(
      '"age" stands twice',
    );
    expect(sentence(JSON.stringify(bundle(person, weight)).replace('"value":80', '"value":90,"value":80'))).toContain(
      '"value" stands twice',
    );
    const lines = [person, weight].map((each) => JSON.stringify(each)).join('\n');
    expect(sentence(lines.replace('"id":"p"', '"id":"p","id":"q"'))).toContain('"id" stands twice');
    // The same key in two objects, or in a text, is no key twice.
    expect(answerOf(ask(bundle({ ...person, note: '"id":1,"id":2' }, weight), start)).outcome).toBe('plan');
  });

  it('of a long path keeps the reason', () => {
    const path = `/home/${'records/'.repeat(30)}patient.json`;
    const files = { [path]: JSON.stringify(bundle(person, weight, creatinine(99))) };
    const { err } = run([...start, '--patient', path], 80, { files });
    expect(err).toContain(
      'records/patient.json", where Observation/c has a creatinine of 99 mg/dL; it takes a creatinine',
    );
  });
});

describe('findings', () => {
  const finding = (resourceType: string, text: string, more: Json = {}): Json => ({
    resourceType,
    id: 'x',
    subject: { reference: 'Patient/p' },
    code: { text },
    ...more,
  });
  const ask2 = (resource: Json) => answerOf(ask(bundle(person, weight, resource), start));
  const left = (resource: Json) =>
    ask2(resource).request.patientFile.leftOut.map(({ part, why }: Json) => `${part}: ${why}`);

  it.each([
    finding('Condition', 'Dependence on renal dialysis', { clinicalStatus: { coding: [{ code: 'active' }] } }),
    finding('Condition', '', { code: { coding: [{ system: 'http://snomed.info/sct', code: '105502003' }] } }),
    finding('Condition', '', { code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'Z99.2' }] } }),
    finding('Procedure', 'Peritoneal dialysis', { status: 'completed', performedDateTime: '2026-11-01' }),
  ])('dialysis that goes on refuses: %j', (resource) => expect(ask2(resource).refusal.code).toBe('dialysis'));

  it.each([
    finding('Condition', 'Haemodialysis', { clinicalStatus: { coding: [{ code: 'resolved' }] } }),
    finding('Condition', 'History of haemodialysis'),
    finding('Condition', 'No dialysis needed'),
    finding('Condition', 'Haemodialysis', { verificationStatus: { coding: [{ code: 'provisional' }] } }),
    finding('Procedure', 'Haemodialysis', { status: 'completed', performedDateTime: '2020-01-01' }),
    finding('Procedure', 'Haemodialysis', { status: 'not-done' }),
  ])('and that is past, denied or doubtful is said: %j', (resource) => {
    expect(left(resource)).toEqual(['dialysis: denied or past']);
  });

  it('refuted or entered in error is nothing', () => {
    expect(left(finding('Condition', 'Obesity', { verificationStatus: { coding: [{ code: 'refuted' }] } }))).toEqual(
      [],
    );
    expect(
      left(finding('Condition', 'Haemodialysis', { verificationStatus: { coding: [{ code: 'entered-in-error' }] } })),
    ).toEqual([]);
  });

  it('a transplant is said, and a disease of the kidney beside a number too: it may be mild', () => {
    expect(left(finding('Condition', 'Kidney transplant status'))).toEqual(['transplant: in words']);
    const disease = finding('Condition', 'Chronic kidney disease');
    expect(left(disease)).toEqual(['kidneyDisease: in words']);
    expect(leftOut(titrate(disease, creatinine(0.9)))).toEqual(['kidneyDisease: in words']);
  });

  it('an allergy refuses; an intolerance, or one that is over or denied, is said', () => {
    const allergy = (more: Json = {}) => ({
      resourceType: 'AllergyIntolerance',
      id: 'a',
      patient: { reference: 'Patient/p' },
      code: { text: 'Lioresal' },
      ...more,
    });
    expect(ask2(allergy()).refusal.code).toBe('hypersensitivity');
    expect(
      ask2(allergy({ code: { text: 'Muscle relaxant' }, reaction: [{ substance: { text: 'Baclofen' } }] })).refusal
        .code,
    ).toBe('hypersensitivity');
    expect(left(allergy({ type: 'intolerance' }))).toEqual(['allergy: intolerance']);
    expect(left(allergy({ clinicalStatus: { coding: [{ code: 'inactive' }] } }))).toEqual(['allergy: denied or past']);
    expect(left(allergy({ code: { text: 'No known allergy to baclofen' } }))).toEqual(['allergy: denied or past']);
    const verified = (code: string) => allergy({ verificationStatus: { coding: [{ code }] } });
    expect(left(verified('refuted'))).toEqual(['allergy: denied or past']);
    expect(left(verified('entered-in-error'))).toEqual([]);
    expect(ask2(verified('unconfirmed')).refusal.code).toBe('hypersensitivity');
    expect(left(allergy({ code: { text: 'Penicillin' } }))).toEqual([]);
  });
});
