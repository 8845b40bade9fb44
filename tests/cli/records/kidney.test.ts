import { describe, expect, it } from 'vitest';
import { answerOf, ask, bundle, codesOf, creatinine, type Json, messageOf, person, titrate, weight } from './ask.js';

const icd10 = 'http://hl7.org/fhir/sid/icd-10-cm';
const snomed = 'http://snomed.info/sct';

/** A condition by a code, or by words alone. */
const condition = (code: string, text: string, more: Json = {}): Json => ({
  resourceType: 'Condition',
  id: code || 'k',
  subject: { reference: 'Patient/p' },
  clinicalStatus: { coding: [{ code: 'active' }] },
  code: {
    text,
    ...(code !== '' && { coding: [{ system: /^[A-Z]/.test(code) ? icd10 : snomed, code }] }),
  },
  ...more,
});

const titrateWith = (flags: readonly string[], ...resources: Json[]) =>
  answerOf(ask(bundle(person, weight, ...resources), ['titrate', '--start', '5', ...flags]));
const warnings = ['kidney-acute', 'kidney-disease-disagrees', 'kidney-not-read'];
// biome-ignore lint/suspicious/noExplicitAny: tests look into JSON.
const said = (answer: any) => codesOf(answer).filter((code) => warnings.includes(code));

// Man of 55 years, 80 kg: (140 - 55) x 80 / (72 x creatinine) is 105 at 0.9 and CKD-EPI 2021 101; 24 and 18 at 3.9.
describe('a stage beside a number that does not agree', () => {
  it.each([
    ['N18.4', '', 'stage 4'],
    ['N184', '', 'stage 4'],
    ['N18.5', '', 'stage 5'],
    ['N18.6', '', 'end-stage'],
    ['431857002', '', 'stage 4'],
    ['433146000', '', 'stage 5'],
    ['46177005', '', 'end-stage'],
    ['N18.32', '', 'stage 3b'],
    ['N18.3', '', 'stage 3'],
    ['', 'CKD stage 4', 'stage 4'],
    ['', 'Chronic kidney disease, stage IV (severe)', 'stage 4'],
    ['', 'CKD G5A2', 'stage 5'],
    ['', 'Niereninsuffizienz Stadium 4', 'stage 4'],
    ['', 'ESRD', 'end-stage'],
    ['N19', '', 'failure of the kidney'],
    ['N99.0', '', 'failure of the kidney'],
    ['90688005', '', 'failure of the kidney'],
    ['', 'Renal failure', 'failure of the kidney'],
  ])('%s "%s" is a warning by name, and first: %s', (code, text, name) => {
    const answer = titrate(condition(code, text), creatinine(0.9));
    expect(said(answer)).toEqual(['kidney-disease-disagrees']);
    expect(codesOf(answer)[0]).toBe('kidney-disease-disagrees');
    expect(messageOf(answer, 'kidney-disease-disagrees')).toContain(name);
  });

  it('says the estimate that it is held against, and asks about dialysis where it may be', () => {
    const say = (code: string) => messageOf(titrate(condition(code, ''), creatinine(0.9)), 'kidney-disease-disagrees');
    expect(say('N18.4')).toBe(
      'The record has chronic kidney disease of stage 4 (Condition/N18.4); CKD-EPI 2021, 100.9 mL/min/1.73 m2, does not agree with it. Find out which is right first.',
    );
    expect(say('N18.6')).toMatch(/Ask about dialysis: --dialysis\.$/);
  });

  it('is none where they agree, or the number is lower', () => {
    expect(said(titrate(condition('N18.4', ''), creatinine(3)))).toEqual([]);
    expect(said(titrate(condition('N18.3', ''), creatinine(3)))).toEqual([]);
  });

  it('of 60 to 80 beside stage 3 is in the band of the stage, and from 80 it is not', () => {
    expect(said(titrateWith(['--crcl', '79'], condition('N18.3', '')))).toEqual([]);
    expect(said(titrateWith(['--crcl', '80'], condition('N18.3', '')))).toEqual(['kidney-disease-disagrees']);
    expect(said(titrateWith(['--crcl', '29.9'], condition('N18.4', '')))).toEqual([]);
    expect(said(titrateWith(['--crcl', '30'], condition('N18.4', '')))).toEqual(['kidney-disease-disagrees']);
  });

  it('is none where the indexed number is in the stage, which goes by that', () => {
    // 58.7 mL/min/1.73 m2 is stage 3; this body of 140 kg and 190 cm makes more than 80 mL/min of it.
    const heavy = (egfr: string) => ['--egfr', egfr, '--weight', '140', '--height', '190'];
    expect(said(titrateWith(heavy('58.7'), condition('N18.3', '')))).toEqual([]);
    expect(said(titrateWith(heavy('85'), condition('N18.3', '')))).toEqual(['kidney-disease-disagrees']);
  });

  it('is one sentence for several, of the worst', () => {
    const answer = titrate(condition('N18.4', ''), condition('N18.6', ''), condition('N18.3', ''), creatinine(0.9));
    expect(said(answer)).toEqual(['kidney-disease-disagrees']);
    expect(messageOf(answer, 'kidney-disease-disagrees')).toContain('end-stage');
  });

  it.each([
    ['a disease without a stage', condition('N18.9', 'Chronic kidney disease')],
    ['a tumour of stage 4', condition('', 'Carcinoma, stage 4')],
    ['a stage 2', condition('N18.2', 'Chronic kidney disease, stage 2')],
    ['one that is resolved', condition('N18.4', '', { clinicalStatus: { coding: [{ code: 'resolved' }] } })],
    ['one that has ended', condition('N18.4', '', { abatementDateTime: '2024-01-01' })],
    ['one that is refuted', condition('N18.4', '', { verificationStatus: { coding: [{ code: 'refuted' }] } })],
    ['a risk', condition('', 'At risk of end-stage renal disease: risk of ESRD')],
  ])('is not %s', (_, resource) => expect(said(titrate(resource, creatinine(0.9)))).toEqual([]));

  it('with dialysis is dialysis, and without it still a stage', () => {
    const denied = condition('N18.5', 'CKD stage 5, not on dialysis');
    expect(said(titrate(denied, creatinine(0.9)))).toEqual(['kidney-disease-disagrees']);
    const on = condition('714152005', '');
    expect(titrate(on, creatinine(0.9)).refusal.code).toBe('dialysis');
    expect(said(titrateWith(['--dialysis'], condition('N18.6', ''), creatinine(0.9)))).toEqual([]);
  });

  it('is found by check, once', () => {
    const found = checked(['--dose', '10x3'], creatinine(0.9), condition('N18.4', ''));
    expect(found).toMatchObject({ code: 0, findings: ['ask kidney-in-record disagrees'] });
    expect(said(found.answer)).toEqual([]);
    expect(found.answer.plan.findings[0].message).toContain('chronic kidney disease of stage 4 (Condition/N18.4)');
  });
});

/** What check finds of an order, each with its level and reason, and its exit code. */
function checked(argv: readonly string[], ...resources: Json[]) {
  const ran = ask(bundle(person, weight, ...resources), ['check', ...argv]);
  const answer = answerOf(ran);
  const findings = answer.plan.findings.map(
    ({ level, code, params }: { level: string; code: string; params: { why?: string } }) =>
      `${level} ${code} ${params.why ?? ''}`.trim(),
  );
  return { code: ran.code, answer, findings };
}

describe('a disease of the kidney beside no number', () => {
  const transplant = { resourceType: 'Procedure', id: 't', status: 'completed', code: { text: 'Kidney transplant' } };

  // The end stage and stage 5 are below 15 mL/min, where baclofen is to be avoided: check stops, and a stop ends in 1.
  it.each([
    ['N18.6', [], 1, 'stop'],
    ['N18.5', [], 1, 'stop'],
    ['N18.4', [], 0, 'ask'],
    ['N17.9', [], 0, 'ask'],
    ['N18.6', [transplant], 0, 'ask'],
  ] as const)('%s with %j ends in %i: %s', (icd, more, code, level) => {
    const found = checked(['--dose', '10x3'], condition(icd, ''), ...more);
    expect(found).toMatchObject({ code, findings: [`${level} kidney-in-record no number`] });
    expect(said(found.answer)).toEqual(more.length > 0 ? ['kidney-not-read'] : []);
  });

  it('is asked about where the order goes to none', () => {
    const found = checked(['--from', '30', '--days', '14'], condition('N18.6', ''));
    expect(found).toMatchObject({ code: 0, findings: ['ask kidney-in-record no number'] });
  });
});

describe('an acute injury', () => {
  it('is found by check, and asked about', () => {
    expect(checked(['--dose', '10x3'], condition('N17.9', ''), creatinine(0.9))).toMatchObject({
      code: 0,
      findings: ['ask kidney-in-record acute'],
    });
  });

  it.each([
    ['N17.9', ''],
    ['N17.0', ''],
    ['14669001', ''],
    ['', 'AKI'],
    ['', 'Acute renal failure'],
    ['', 'Acute tubular necrosis'],
  ])('%s "%s" is a warning beside any number', (code, text) => {
    for (const value of [0.9, 3])
      expect(said(titrate(condition(code, text), creatinine(value)))).toEqual(['kidney-acute']);
  });

  it('says that no number holds', () => {
    expect(messageOf(titrate(condition('N17.9', ''), creatinine(0.9)), 'kidney-acute')).toBe(
      'The record has acute injury of the kidney (Condition/N17.9): no number of the kidney holds while it lasts; CKD-EPI 2021, 100.9 mL/min/1.73 m2, may be far too high. Judge the kidney before any dose.',
    );
  });

  // 1 December 2026 less 90 days is 2 September.
  it('is over 90 days after it began, or was recorded', () => {
    const begun = (onsetDateTime: string) => titrate(condition('N17.9', '', { onsetDateTime }), creatinine(0.9));
    expect(said(begun('2026-09-02'))).toEqual(['kidney-acute']);
    expect(said(begun('2026-09-01'))).toEqual([]);
    expect(said(titrate(condition('N17.9', '', { recordedDate: '2019-05-01' }), creatinine(0.9)))).toEqual([]);
    // Nothing is newer than the injury: the kidney is not known since.
    const before = { effectiveDateTime: '2026-01-26' };
    expect(said(titrate(condition('N17.9', '', { onsetDateTime: '2026-07-01' }), creatinine(0.9, before)))).toEqual([
      'kidney-acute',
    ]);
    expect(said(titrateWith(['--crcl', '90'], condition('N17.9', '', { onsetDateTime: '2026-07-01' })))).toEqual([]);
  });

  it('is beside the point where nothing may be given: below 15 mL/min', () => {
    expect(said(titrateWith(['--crcl', '12'], condition('N17.9', '')))).toEqual([]);
  });
});

describe('without a number', () => {
  it('all diseases of the kidney are one warning', () => {
    const answer = titrate(condition('N18.9', 'CKD'), condition('N18.6', ''), condition('N17.9', ''));
    expect(said(answer)).toEqual(['kidney-not-read']);
    expect(messageOf(answer, 'kidney-not-read')).toBe(
      'The record speaks of the kidney (acute injury of the kidney, end-stage disease of the kidney, Condition/N17.9 and 2 more), and no number of it was taken: it is only said there, and no number is made of it. Clearance may be reduced: give it. Ask about dialysis: --dialysis.',
    );
  });
});

it('a disease without a stage beside a number is named', () => {
  const answer = titrate(condition('', 'Renal insufficiency'), creatinine(0.9));
  expect(said(answer)).toEqual([]);
  expect(messageOf(answer, 'file-part-left-out')).toBe(
    'The disease of the kidney was not taken from Condition/k: it is only said there, and no number is made of it ("Renal insufficiency").',
  );
});
