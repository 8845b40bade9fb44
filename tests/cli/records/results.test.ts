import { describe, expect, it } from 'vitest';
import {
  answerOf,
  ask,
  bundle,
  coded,
  codesOf,
  creatinine,
  type Json,
  leftOut,
  messageOf,
  mgdl,
  person,
  result,
  titrate,
  weight,
} from './ask.js';

/** What was taken of the kidney. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into JSON.
const kidneyOf = (answer: any) => {
  const { creatinine, egfr, creatinineClearance } = answer.request.patient;
  return creatinine ?? egfr ?? creatinineClearance;
};

const rate = (value: number, unit = 'mL/min/{1.73_m2}') => ({ value, unit, code: unit });
const refusal = (...resources: Json[]) => ask(bundle(person, weight, ...resources), ['titrate', '--start', '5']);

describe('a creatinine', () => {
  it.each([['urn:oid:2.16.840.1.113883.6.1'], ['http://loinc.org/'], ['https://www.loinc.org'], ['LOINC']])(
    'is known where LOINC is spelled %s',
    (system) => {
      expect(kidneyOf(titrate(result('c', coded('2160-0', { system }), mgdl(3))))).toEqual({ value: 3, unit: 'mg/dL' });
    },
  );

  it('is known by its code where the system is left out', () => {
    const uncoded = coded('2160-0', { system: undefined });
    expect(kidneyOf(titrate(result('c', uncoded, mgdl(3))))).toEqual({ value: 3, unit: 'mg/dL' });
  });

  it.each(['14682-9', '77140-2', '59826-8', '40264-4'])('is an amount of substance by %s, and no mass', (code) => {
    const answer = titrate(result('c', coded(code), { value: 265, unit: 'umol/L' }));
    expect(kidneyOf(answer)).toEqual({ value: 265, unit: 'umol/L' });
    expect(refusal(result('c', coded(code), mgdl(3))).code).toBe(2);
  });

  it.each(['Kreatinin im Serum', 'Créatinine', 'Creatinina', 'S-Creatinine', 'CREATININE LEVEL'])(
    'is known as %s',
    (text) => {
      expect(kidneyOf(titrate(result('c', { text }, mgdl(3))))).toEqual({ value: 3, unit: 'mg/dL' });
    },
  );

  it('of a code that is not listed is known by its words', () => {
    const code = { coding: [{ system: 'http://ehr.example', code: 'LAB77', display: 'Creatinine, plasma' }] };
    expect(kidneyOf(titrate(result('c', code, mgdl(3))))).toEqual({ value: 3, unit: 'mg/dL' });
  });

  it.each([
    [{ text: 'Creatinine, urine' }],
    [{ text: 'Albumin/creatinine ratio' }],
    [coded('2161-8')],
    [coded('14959-1', { display: 'Microalbumin/Creatinine [Mass Ratio] in Urine' })],
  ])('of another material is none, and is said', (code) => {
    const answer = titrate(creatinine(0.9, { effectiveDateTime: '2026-10-01' }), result('u', code, mgdl(30)));
    expect(kidneyOf(answer)).toEqual({ value: 0.9, unit: 'mg/dL' });
    expect(leftOut(answer)).toEqual(['creatinine: other material']);
    expect(codesOf(answer)).toContain('file-other-material');
  });

  it('kinase is another thing', () => {
    expect(leftOut(titrate(result('k', { text: 'Creatine kinase' }, { value: 300, unit: 'U/L' })))).toEqual([]);
  });

  it.each([
    ['<0.3 mg/dL', 'only a bound'],
    ['see report', '"see report"'],
    ['3,0 mg/dL', '"3,0 mg/dL"'],
    ['3.0', '"3.0"'],
  ])('in the words "%s" is refused, with an older number beside it', (valueString, words) => {
    const newer = result('n', coded('2160-0'), undefined, { valueString });
    const { code, err } = refusal(creatinine(0.8, { effectiveDateTime: '2026-10-01' }), newer);
    expect(code).toBe(2);
    expect(err).toContain('Observation/n');
    expect(err).toContain(words);
  });

  it('that was cancelled or has no value is said, and the one before it taken', () => {
    const none = result('n', coded('2160-0'), undefined, {
      dataAbsentReason: { text: 'haemolysed' },
      effectiveDateTime: '2026-11-25',
    });
    const answer = titrate(creatinine(0.8), none);
    expect(kidneyOf(answer)).toEqual({ value: 0.8, unit: 'mg/dL' });
    expect(leftOut(answer)).toEqual(['creatinine: no value']);
    // One that is older than the value taken is no news.
    expect(leftOut(titrate(creatinine(0.8), { ...none, effectiveDateTime: '2020-01-01' }))).toEqual([]);
  });

  it('of a donor is not the patient, and is said', () => {
    const donor = creatinine(0.8, { focus: [{ reference: 'Patient/donor' }] });
    expect(leftOut(titrate(donor))).toEqual(['creatinine: not this patient']);
  });
});

describe('the newest number of the kidney decides', () => {
  const at = (effectiveDateTime: string) => ({ effectiveDateTime });

  it.each([
    ['a day later', '2026-11-19', '2026-11-20'],
    ['a month later', '2026-10', '2026-11-01'],
    ['a year later', '2024', '2025-01'],
  ])('%s', (_, earlier, later) => {
    for (const [first, second, taken] of [
      [0.8, 3, 3],
      [3, 0.8, 0.8],
    ] as const) {
      const both = [creatinine(first, at(earlier)), { ...creatinine(second, at(later)), id: 'd' }];
      expect(kidneyOf(titrate(...both)).value).toBe(taken);
      expect(kidneyOf(titrate(...both.reverse())).value).toBe(taken);
    }
  });

  it.each([
    ['a day and an hour of it', '2026-11-20', '2026-11-20T23:00:00Z'],
    ['two hours of a day, in two zones', '2026-11-20T10:00:00+02:00', '2026-11-20T09:00:00Z'],
    ['a day and the night before in UTC', '2026-11-20', '2026-11-20T01:00:00+09:00'],
    ['a month and a day in it', '2026-11', '2026-11-20'],
    ['a year and a day in it', '2026', '2026-11-20'],
    ['no date and a day', undefined, '2026-11-20'],
  ])('and of %s the more cautious', (_, one, other) => {
    for (const [first, second] of [
      [0.8, 3],
      [3, 0.8],
    ] as const) {
      const both = [
        creatinine(first, { effectiveDateTime: one }),
        { ...creatinine(second, { effectiveDateTime: other }), id: 'd' },
      ];
      expect(kidneyOf(titrate(...both)).value).toBe(3);
    }
  });

  it('of a creatinine and a rate of one day the lower: 3 mg/dL gives 24, 0.8 gives 104', () => {
    // CKD-EPI 2021, man of 55: 142 x (3 / 0.9)^-1.2 x 0.9938^55 = 142 x 0.2358 x 0.7103 = 23.8; at 0.8, 142 x
    // (0.8 / 0.9)^-0.302 x 0.7103 = 104.5. Cockcroft-Gault, 80 kg: 85 x 80 / (72 x 3) = 31.5; at 0.8, 118.1.
    const egfr = result('e', coded('62238-1'), rate(60));
    const low = titrate(creatinine(3), egfr);
    expect(low.request.patient).toMatchObject({ creatinine: { value: 3 } });
    expect(low.request.patient).not.toHaveProperty('egfr');
    const high = titrate(creatinine(0.8), egfr);
    expect(high.request.patient).toMatchObject({ egfr: { value: 60 } });
    expect(high.request.patient).not.toHaveProperty('creatinine');
    expect(codesOf(high)).toContain('kidney-numbers-in-file');
  });

  it('a rate above a bound says nothing beside a value, nor alone, and hides no older one', () => {
    const bound = result('e', coded('33914-3'), { ...rate(60), comparator: '>' });
    expect(leftOut(titrate(creatinine(3), bound))).toEqual(['egfr: only a bound']);
    const alone = titrate(bound);
    expect(alone.assumptions.map(({ name }: Json) => name)).toContain('clearance-not-read');
    expect(alone.assumptions.map(({ name }: Json) => name)).not.toContain('clearance');
    expect(refusal(creatinine(0.8, at('2026-10-01')), bound).code).toBe(2);
    expect(refusal(result('e', coded('33914-3'), { ...rate(15), comparator: '<' })).code).toBe(2);
  });
});

describe('two results of one day', () => {
  const hour = (value: number, at: string, id: string) =>
    creatinine(value, { id, effectiveDateTime: `2026-11-20T${at}:00Z` });

  it('far apart are both named: 2.4 in the morning and 0.9 in the afternoon', () => {
    const answer = titrate(hour(2.4, '06:00', 'a'), hour(0.9, '16:00', 'b'));
    expect(kidneyOf(answer).value).toBe(2.4);
    expect(answer.request.patientFile.leftOut).toEqual([
      {
        part: 'creatinine',
        from: 'Observation/b',
        why: 'same day',
        value: { value: 0.9, unit: 'mg/dL' },
        date: '2026-11-20',
      },
    ]);
    expect(messageOf(answer, 'file-part-left-out')).toBe(
      'The creatinine of 0.9 mg/dL (2026-11-20) was not taken from Observation/b: another of the same day gives less.',
    );
  });

  it('within 10% are two runs of one: 1 and 0.92', () => {
    const answer = titrate(hour(0.92, '06:00', 'a'), hour(1, '16:00', 'b'));
    expect(kidneyOf(answer).value).toBe(1);
    expect(leftOut(answer)).toEqual([]);
  });

  it('a value of the day that cannot be read is passed over where a later one can', () => {
    const early = result('a', coded('2160-0'), undefined, {
      valueString: 'see report',
      effectiveDateTime: '2026-11-20T06:00:00Z',
    });
    expect(kidneyOf(titrate(early, hour(1, '16:00', 'b'))).value).toBe(1);
  });

  it('of two weights the lower is taken and the other named', () => {
    const answer = answerOf(
      ask(bundle(person, weight, { ...weight, id: 'v', valueQuantity: { value: 42, unit: 'kg' } }), [
        'titrate',
        '--start',
        '5',
      ]),
    );
    expect(answer.request.patient.weight).toEqual({ value: 42, unit: 'kg' });
    expect(leftOut(answer)).toEqual(['weight: same day']);
  });
});

describe('a result that is not final', () => {
  const older = { effectiveDateTime: '2026-11-10' };
  const open = (status: string, value: number) => ({ ...creatinine(value, { status }), id: 'n' });

  it.each(['preliminary', 'registered', 'unknown', 'partial'])('raises nothing: %s', (status) => {
    const answer = titrate(creatinine(2.9, older), open(status, 0.9));
    expect(kidneyOf(answer).value).toBe(2.9);
    expect(messageOf(answer, 'file-part-left-out')).toBe(
      `The creatinine of 0.9 mg/dL (2026-11-20) was not taken from Observation/n: another gives less, and this one is not final ("${status}").`,
    );
  });

  it('lowers, and says what it is', () => {
    const answer = titrate(creatinine(0.9, older), open('preliminary', 2.9));
    expect(kidneyOf(answer).value).toBe(2.9);
    expect(leftOut(answer)).toEqual([]);
    expect(messageOf(answer, 'result-not-final')).toMatch(/^Not final in the record \(preliminary\): creatinine\./);
  });

  it('alone is used, and all such are named once', () => {
    const answer = answerOf(
      ask(bundle(person, { ...weight, status: 'preliminary' }, open('registered', 0.9)), ['titrate', '--start', '5']),
    );
    expect(kidneyOf(answer).value).toBe(0.9);
    expect(messageOf(answer, 'result-not-final')).toMatch(/\(preliminary, registered\): weight, creatinine\./);
  });

  it.each(['final', 'amended', 'corrected', 'appended'])('is none where it is %s', (status) => {
    const answer = titrate(creatinine(2.9, older), open(status, 0.9));
    expect(kidneyOf(answer).value).toBe(0.9);
    expect(codesOf(answer)).not.toContain('result-not-final');
  });

  it('older than a final one says nothing', () => {
    const answer = titrate(creatinine(0.9), { ...open('preliminary', 2.9), ...older });
    expect(kidneyOf(answer).value).toBe(0.9);
    expect(leftOut(answer)).toEqual([]);
  });

  it('does not stand in for a final one that cannot be read', () => {
    const words = result('c', coded('2160-0'), undefined, { valueString: 'see report', ...older });
    expect(refusal(words, open('preliminary', 0.9)).code).toBe(2);
  });

  it('of another kind counts as well: a final rate of 25 beside a creatinine of 0.9', () => {
    const answer = titrate(result('e', coded('33914-3'), rate(25), older), open('preliminary', 0.9));
    expect(answer.request.patient).toMatchObject({ egfr: { value: 25 } });
    expect(messageOf(answer, 'kidney-numbers-in-file')).toBe(
      'The file has a creatinine, preliminary, beside its eGFR. The more cautious decides: the eGFR.',
    );
  });

  it('of a weight raises nothing: 80 kg beside 60', () => {
    const light = { ...weight, id: 'v', valueQuantity: { value: 60, unit: 'kg' }, ...older };
    const answer = answerOf(
      ask(bundle(person, { ...weight, status: 'preliminary' }, light), ['titrate', '--start', '5']),
    );
    expect(answer.request.patient.weight).toEqual({ value: 60, unit: 'kg' });
    expect(leftOut(answer)).toEqual(['weight: not final']);
  });
});

describe('a rate and a clearance', () => {
  it.each([
    '33914-3',
    '48642-3',
    '48643-1',
    '62238-1',
    '69405-9',
    '77147-7',
    '88293-6',
    '88294-4',
    '98979-8',
    '50210-4',
  ])('%s is an eGFR', (code) =>
    expect(kidneyOf(titrate(result('e', coded(code), rate(25))))).toEqual({ value: 25, unit: 'mL/min/{1.73_m2}' }),
  );

  it.each(['mL/min/1.73m2', 'ml/min/1.73 m2', 'mL/min/1.73 m²', 'ML/MIN/1.73M2', 'mL/min'])('in %s', (unit) => {
    const value = { value: 25, unit };
    expect(kidneyOf(titrate(result('e', coded('33914-3'), value)))).toEqual({ value: 25, unit: 'mL/min/{1.73_m2}' });
  });

  it('is told by its words from a creatinine, whose name they have', () => {
    const text = 'Glomerular filtration rate predicted by creatinine-based formula';
    expect(kidneyOf(titrate(result('e', { text }, rate(25))))).toEqual({ value: 25, unit: 'mL/min/{1.73_m2}' });
    const clearance = result(
      'e',
      { text: 'Creatinine renal clearance in 24 hour urine and serum' },
      rate(25, 'mL/min'),
    );
    expect(kidneyOf(titrate(clearance))).toEqual({ value: 25, unit: 'mL/min' });
  });

  it('for 1.73 m2 is a rate, whatever its name', () => {
    expect(kidneyOf(titrate(result('e', coded('2164-2'), rate(25))))).toEqual({ value: 25, unit: 'mL/min/{1.73_m2}' });
  });

  it('of long ago, or of no day, is a caution', () => {
    const old = titrate(result('e', coded('33914-3'), rate(70), { effectiveDateTime: '2020-01-01' }));
    expect(codesOf(old)).toContain('kidney-number-old');
    expect(codesOf(titrate(result('e', coded('33914-3'), rate(70), { effectiveDateTime: undefined })))).toContain(
      'kidney-number-undated',
    );
  });
});

describe('what is not read', () => {
  it.each([
    ['creatinine', { resourceType: 'DiagnosticReport', id: 'd', conclusion: 'Creatinine 3.0 mg/dL' }],
    ['egfr', { resourceType: 'DocumentReference', id: 'd', description: 'eGFR of 12' }],
    ['dialysis', { resourceType: 'CarePlan', id: 'd', title: 'Haemodialysis three times a week' }],
    ['transplant', { resourceType: 'Encounter', id: 'd', type: [{ text: 'Kidney transplant clinic' }] }],
    ['baclofenNamed', { resourceType: 'CarePlan', id: 'd', description: 'Goes on with Lioresal' }],
  ])('and speaks of %s is said before any number', (part, resource) => {
    const answer = titrate(resource);
    expect(leftOut(answer)).toEqual([`${part}: resource not read`]);
    // Above the table, as nothing else is known of the kidney, or of what is taken.
    expect(answer.notices[0].severity).toBe('warning');
  });

  it('is one line for many, and nothing of a report whose results stand in the record', () => {
    const report = (id: string, reference: string) => ({
      resourceType: 'DiagnosticReport',
      id,
      result: [{ reference, display: 'Creatinine' }],
    });
    expect(leftOut(titrate(creatinine(0.9), report('d', 'Observation/c')))).toEqual([]);
    const { leftOut: left } = titrate(report('d', 'Observation/x'), report('e', 'Observation/y')).request.patientFile;
    expect(left).toEqual([{ part: 'creatinine', from: 'DiagnosticReport/d', why: 'resource not read', more: 1 }]);
  });

  it('of the clearance is not said to be missing where a page is', () => {
    const page = { ...bundle(person, weight), link: [{ relation: 'next', url: 'http://x/2' }] };
    const { assumptions } = answerOf(ask(page, ['titrate', '--start', '5']));
    expect(assumptions.map(({ name }: Json) => name)).toContain('clearance-not-read');
  });
});
