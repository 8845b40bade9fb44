import { describe, expect, it } from 'vitest';
import { contract } from './contracts.js';
import { run } from './run.js';

type Json = Record<string, unknown>;

// The tests run on 1 December 2026.
const person = { resourceType: 'Patient', id: 'p', gender: 'male', birthDate: '1971-03-09' };

function observation(code: string, value: number, unit: string, day: string, more: Json = {}): Json {
  return {
    resourceType: 'Observation',
    id: `${code}-${day}`,
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code }] },
    subject: { reference: 'Patient/p' },
    effectiveDateTime: day,
    valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit },
    ...more,
  };
}

function order(dosage: Json, more: Json = {}): Json {
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

const threeTimes = { repeat: { frequency: 3, period: 1, periodUnit: 'd' } };
const mg = (value: number) => [{ doseQuantity: { value, unit: 'mg', code: 'mg' } }];
const creatinine = observation('2160-0', 1.4, 'mg/dL', '2026-11-20');
const weight = observation('29463-7', 80, 'kg', '2026-11-20');

function bundle(...resources: Json[]): string {
  return JSON.stringify({
    resourceType: 'Bundle',
    type: 'searchset',
    entry: resources.map((resource) => ({ resource })),
  });
}

function ask(text: string, command = ['renal'], ...flags: string[]) {
  return run([...command, '--json', '--patient', 'f', ...flags], 80, { files: { f: text } });
}

function answer(text: string, command = ['renal'], ...flags: string[]) {
  const ran = ask(text, command, ...flags);
  expect(ran.err).toBe('');
  const parsed = JSON.parse(ran.out);
  expect(contract[parsed.schema.slice(9, -2) as 'renal'].safeParse(parsed).error).toBeUndefined();
  return parsed;
}

const codes = ({ notices }: { notices: { code: string }[] }) => notices.map(({ code }) => code);

describe('a FHIR Bundle', () => {
  it('gives age, sex, creatinine, weight, height and present dose, and where each stands', () => {
    const height = observation('8302-2', 1.8, 'm', '2020-01-01');
    const statement = order({ timing: threeTimes, doseAndRate: mg(20) });
    const { request } = answer(bundle(person, creatinine, weight, height, statement));
    // 9 March 1971 to 1 December 2026 is 55 whole years.
    expect(request.patient).toEqual({
      age: { value: 55, unit: 'a' },
      sex: 'male',
      weight: { value: 80, unit: 'kg' },
      height: { value: 180, unit: 'cm' },
      creatinine: { value: 1.4, unit: 'mg/dL' },
    });
    expect(request.dailyDose).toEqual({ value: 60, unit: 'mg/d' });
    expect(request.patientFile.taken.find(({ part }: Json) => part === 'creatinine')).toEqual({
      part: 'creatinine',
      value: { value: 1.4, unit: 'mg/dL' },
      from: 'Observation/2160-0-2026-11-20',
      date: '2026-11-20',
      old: { value: 11, unit: 'd' },
      use: 'taken',
    });
  });

  it('and its resources one a line are the same', () => {
    const resources = [person, creatinine, weight];
    const lines = `${resources.map((each) => JSON.stringify(each)).join('\r\n')}\n\n`;
    expect(answer(lines).plan).toEqual(answer(bundle(...resources)).plan);
  });

  it.each([
    ['2026-12-01', 0],
    ['2026-11-02', 29 / 365.25],
    ['2025-12-02', 11 / 12],
    ['2025-12-01', 1],
    ['2018-12-02', 7 + 11 / 12],
    ['2018-12-01', 8],
    ['2008-12-02', 17 + 11 / 12],
    ['2008-12-01', 18],
    ['1961-12-02', 64],
    ['1961-12-01', 65],
    ['2004-02-29', 22],
  ])('makes an age of the birth date %s', (birthDate, age) => {
    const { request } = answer(bundle({ ...person, birthDate }), ['taper', '--days', '14', '--from', '20']);
    expect(request.patient.age.value).toBeCloseTo(age, 6);
  });

  it('takes the latest measurement, by whatever name the date goes, and none withdrawn', () => {
    const later = observation('2160-0', 1.9, 'mg/dL', '', {
      effectiveDateTime: undefined,
      issued: '2026-11-25T08:00:00Z',
    });
    const molar = observation('14682-9', 150, 'umol/L', '2026-11-25T07:00:00+02:00');
    const wrong = observation('2160-0', 9, 'mg/dL', '2026-11-30', { status: 'entered-in-error' });
    const cancelled = observation('2160-0', 8, 'mg/dL', '2026-11-29', { status: 'cancelled' });
    const empty = observation('2160-0', 8, 'mg/dL', '2026-11-28', { valueQuantity: undefined });
    for (const all of [
      [creatinine, later, molar, wrong, cancelled, empty],
      [empty, cancelled, wrong, molar, later, creatinine],
    ]) {
      expect(answer(bundle(person, weight, ...all)).request.patient.creatinine).toEqual({ value: 1.9, unit: 'mg/dL' });
    }
  });

  it.each([
    ['2026-09-02', false], // 28 + 31 + 30 + 1 = 90 days before 1 December
    ['2026-09-01', true],
  ])('a creatinine of %s is old: %s', (day, old) => {
    const parsed = answer(bundle(person, weight, observation('2160-0', 1.4, 'mg/dL', day)));
    expect(codes(parsed).includes('creatinine-old')).toBe(old);
  });

  it('a creatinine without a date is a caution', () => {
    const undated = observation('2160-0', 1.4, 'mg/dL', '', { effectiveDateTime: undefined });
    expect(codes(answer(bundle(person, weight, undated)))).toContain('creatinine-undated');
  });

  it('an old creatinine that a flag stands for is none', () => {
    const old = bundle(person, weight, observation('2160-0', 1.4, 'mg/dL', '2020-01-01'));
    expect(codes(answer(old, ['renal'], '--creatinine', '1.5mg/dL'))).not.toContain('creatinine-old');
  });

  it.each([
    ['29463-7', 176.4, '[lb_av]', 'weight', 80.0137],
    ['29463-7', 80_000, 'g', 'weight', 80],
    ['8302-2', 70, '[in_i]', 'height', 177.8],
    ['14682-9', 124, 'umol/L', 'creatinine', 124],
  ])('%s of %d %s is %s %d', (code, value, unit, part, expected) => {
    const parsed = answer(bundle(person, observation(code, value, unit, '2026-11-20')), ['renal'], '--crcl', '50');
    const taken = parsed.request.patientFile.taken.find((each: Json) => each.part === part);
    expect(taken.value.value).toBeCloseTo(expected, 3);
  });

  it.each([
    ['an unknown unit', observation('2160-0', 14, 'mg/kg', '2026-11-20'), 'unit "mg/kg"'],
    ['what every object has', observation('2160-0', 1.4, 'constructor', '2026-11-20'), 'unit "constructor"'],
    ['no unit', observation('2160-0', 1.4, '', '2026-11-20', { valueQuantity: { value: 1.4 } }), 'no unit'],
    ['a molar value under the mass code', observation('2160-0', 124, 'umol/L', '2026-11-20'), 'unit "umol/L"'],
    ['a mass value under the molar code', observation('14682-9', 1.4, 'mg/dL', '2026-11-20'), 'unit "mg/dL"'],
    [
      'a code and a unit that disagree',
      observation('29463-7', 80, 'kg', '2026-11-20', { valueQuantity: { value: 80, unit: 'lb', code: 'kg' } }),
      'unit "lb" with the code "kg"',
    ],
    [
      'a bound',
      observation('2160-0', 1, 'mg/dL', '2026-11-20', {
        valueQuantity: { value: 0.3, comparator: '<', unit: 'mg/dL' },
      }),
      'only a bound',
    ],
    ['a value that cannot be', observation('2160-0', 124, 'mg/dL', '2026-11-20'), '124 mg/dL'],
    ['a date to come', observation('2160-0', 1.4, 'mg/dL', '2027-11-20'), '2027-11-20'],
    ['a date that is none', observation('2160-0', 1.4, 'mg/dL', 'last week'), 'last week'],
    ['a damaged value', observation('2160-0', 1, 'mg/dL', '2026-11-20', { valueQuantity: { value: '1.4' } }), 'value'],
    ['a birth date to come', { ...person, birthDate: '2030-01-01' }, '2030-01-01'],
    ['a birth date on no calendar', { ...person, birthDate: '1971-02-30' }, '1971-02-30'],
    ['an impossible age', { ...person, birthDate: '1871-03-09' }, '1871-03-09'],
    ['a second patient', { ...person, id: 'q' }, 'several patients'],
    ['a second patient whose id is damaged', { ...person, id: 7 }, 'several patients'],
    ['a measurement of somebody else', { ...weight, subject: { reference: 'Patient/q' } }, 'several patients'],
  ])('%s is refused in one sentence', (_, resource, words) => {
    const several = words === 'several patients' ? [person, weight, creatinine] : [];
    const rest = resource.resourceType === 'Patient' ? several : [person, ...several.slice(1)];
    const { out, err, code } = ask(bundle(...rest, resource));
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toMatch(/^--patient got "f", [^\n]*\.\n$|^--patient got "f" with [^\n]*\.\n$/);
    expect(err).toContain(words);
  });

  it('knows one patient by id, full address and history', () => {
    const entry = [
      { fullUrl: 'urn:uuid:7f', resource: person },
      { resource: { ...weight, subject: { reference: 'urn:uuid:7f' } } },
      { resource: { ...creatinine, subject: { reference: 'https://ehr.example/fhir/Patient/p/_history/3' } } },
    ];
    expect(answer(JSON.stringify({ resourceType: 'Bundle', entry })).outcome).toBe('plan');
  });

  it('leaves other genders and half birth dates out, and says so', () => {
    const parsed = answer(bundle({ ...person, gender: 'other', birthDate: '1971' }), ['renal'], '--crcl', '50');
    expect(parsed.request.patient).toEqual({ creatinineClearance: { value: 50, unit: 'mL/min' } });
    expect(parsed.request.patientFile.leftOut).toEqual([
      { part: 'age', from: 'Patient/p', why: 'birth date incomplete', text: '1971' },
      { part: 'sex', from: 'Patient/p', why: 'gender', text: 'other' },
    ]);
  });

  it('with nothing of use is refused', () => {
    expect(ask(bundle()).err).toContain('none of them was found');
    expect(ask('{"resourceType":"Bundle"}').code).toBe(2);
    expect(ask('{"resourceType":"Bundle","entry":[null,3]}').code).toBe(2);
  });

  it('passes over hundreds of other resources quickly, in whatever state', () => {
    const others = Array.from({ length: 5000 }, (_, index) => ({
      resourceType: index % 2 ? 'Observation' : 'Claim',
      id: 7,
      code: { coding: [{ system: 'http://loinc.org', code: '718-7' }] },
      valueQuantity: 'damaged',
    }));
    const start = performance.now();
    expect(answer(bundle(person, ...others, weight, creatinine)).outcome).toBe('plan');
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('the present dose in FHIR', () => {
  const taper = ['taper', '--days', '14'];

  it.each([
    ['three times a day', threeTimes, 3],
    ['every 8 hours', { repeat: { frequency: 1, period: 8, periodUnit: 'h' } }, 3],
    ['by a code', { code: { coding: [{ code: 'BID' }] } }, 2],
    ['at times of the day', { repeat: { when: ['MORN', 'NOON', 'EVE', 'HS'] } }, 4],
    ['at hours of the day', { repeat: { frequency: 2, period: 1, periodUnit: 'd', timeOfDay: ['08:00', '20:00'] } }, 2],
  ])('is taken %s', (_, timing, times) => {
    const { request } = answer(bundle(person, order({ timing, doseAndRate: mg(10) })), taper);
    expect(request.from).toEqual({ dose: { value: 10, unit: 'mg' }, timesDaily: times });
  });

  const good = { timing: threeTimes, doseAndRate: mg(10) };

  it.each([
    ['words', { text: '1 tablet three times a day' }, 'dose in words'],
    ['a range', { ...good, doseAndRate: [{ doseRange: { low: { value: 5 } } }] }, 'dose in words'],
    ['capsules', { ...good, doseAndRate: [{ doseQuantity: { value: 1, code: '{cap}' } }] }, 'dose unit'],
    ['mcg', { ...good, doseAndRate: [{ doseQuantity: { value: 300, unit: 'mcg', code: 'ug' } }] }, 'dose unit'],
    [
      'mcg printed as mg',
      { ...good, doseAndRate: [{ doseQuantity: { value: 300, unit: 'mg', code: 'ug' } }] },
      'dose unit',
    ],
    ['as needed', { ...good, asNeededBoolean: true }, 'as needed'],
    ['no timing', { doseAndRate: mg(10) }, 'timing'],
    ['a code against a repeat', { ...good, timing: { ...threeTimes, code: { coding: [{ code: 'BID' }] } } }, 'timing'],
    [
      'a range of times',
      { ...good, timing: { repeat: { frequency: 2, frequencyMax: 3, period: 1, periodUnit: 'd' } } },
      'timing',
    ],
    ['a week', { ...good, timing: { repeat: { frequency: 3, period: 1, periodUnit: 'wk' } } }, 'timing'],
    [
      'some days',
      { ...good, timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd', dayOfWeek: ['mon'] } } },
      'timing',
    ],
    ['every 5 hours', { ...good, timing: { repeat: { frequency: 1, period: 5, periodUnit: 'h' } } }, 'timing'],
    ['a pump', { ...good, route: { text: 'intrathecal' } }, 'route'],
    ['a tube', { ...good, route: { coding: [{ display: 'Gastrostomy route' }] } }, 'route'],
  ])('is not guessed from %s', (_, dosage, why) => {
    const parsed = answer(bundle(person, order(dosage)), taper);
    expect(parsed.request.patientFile.leftOut).toEqual([{ part: 'baclofenNamed', from: 'MedicationRequest/m', why }]);
    expect(parsed.request).not.toHaveProperty('from');
    // Before all else, as whoever takes it must not start anew.
    expect(parsed.notices[0]).toMatchObject({ code: 'baclofen-named', severity: 'warning' });
  });

  it('is not the sum of two lines, and not the choice of one of two orders', () => {
    const two = order(good, { dosageInstruction: [good, good] });
    expect(answer(bundle(person, two), taper).request).not.toHaveProperty('from');
    const another = order({ ...good, doseAndRate: mg(20) }, { id: 'n' });
    const { leftOut } = answer(bundle(person, order(good), another), taper).request.patientFile;
    expect(leftOut[0].why).toBe('several');
  });

  it.each([
    ['stopped', { status: 'stopped' }, ['not active']],
    ['entered in error', { status: 'entered-in-error' }, []],
    ['a proposal', { intent: 'proposal' }, ['proposal']],
    ['forbidden', { doNotPerform: true }, ['forbidden']],
    ['another drug', { medicationCodeableConcept: { text: 'Tizanidine' } }, []],
  ])('is not one that is %s', (_, more, said) => {
    const parsed = answer(bundle(person, order(good, more)), taper);
    expect(parsed.request).not.toHaveProperty('from');
    expect(parsed.request.patientFile.leftOut.map(({ part, why }: Json) => `${part} ${why}`)).toEqual(
      said.map((why) => `currentDose ${why}`),
    );
  });

  it('is known by its ATC code, and by a medication inside or beside the order', () => {
    const code = { coding: [{ system: 'http://www.whocc.no/atc', code: 'M03BX01' }] };
    const named = order(good, { medicationCodeableConcept: code });
    const inside = order(good, {
      medicationCodeableConcept: undefined,
      medicationReference: { reference: '#x' },
      contained: [{ resourceType: 'Medication', id: 'x', code }],
    });
    const beside = order(good, {
      medicationCodeableConcept: undefined,
      medicationReference: { reference: 'Medication/x' },
    });
    const medication = { resourceType: 'Medication', id: 'x', code };
    for (const all of [[named], [inside], [beside, medication]]) {
      expect(answer(bundle(person, ...all), taper).request.from.dose.value).toBe(10);
    }
  });

  it('gives way to --from and --daily-dose, and refuses a titration that starts', () => {
    const text = bundle(person, order(good));
    expect(answer(text, taper, '--from', '60').request.from).toEqual({ dailyDose: { value: 60, unit: 'mg/d' } });
    expect(answer(text, ['renal'], '--crcl', '50', '--daily-dose', '45').request.dailyDose.value).toBe(45);
    // 10 mg three times daily is no first level of 15 mg per day.
    expect(answer(text, ['titrate', '--start', '5']).refusal.code).toBe('already-taking');
    expect(answer(text, ['titrate']).request.from).toMatchObject({ dose: { value: 10 } });
  });
});
