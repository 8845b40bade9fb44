import { describe, expect, it } from 'vitest';
import { ask, bundle, codesOf, doseOf, type Json, leftOut, line, order, person, taper, threeTimes } from './ask.js';

/** The present dose of a record: all of the day in mg, or why there is none. */
function present(...orders: Json[]) {
  const answer = taper(...orders);
  const dose = answer.request.patientFile.taken.find(({ part }: Json) => part === 'currentDose');
  return dose ? dose.dailyDose.value : leftOut(answer).join('; ');
}

const at = (when: string) => ({ repeat: { when: [when] } });
const clock = (timeOfDay: string) => ({ repeat: { timeOfDay: [timeOfDay] } });
const daily = (frequency: number) => ({ repeat: { frequency, period: 1, periodUnit: 'd' } });
const lines = (...dosageInstruction: Json[]) => order({}, { dosageInstruction });
const named = (id: string, dosage: Json, more: Json = {}) => order(dosage, { id, ...more });

describe('several lines and orders', () => {
  it.each([
    ['lines at three times, uneven', [lines(line(10, at('MORN')), line(5, at('NOON')), line(20, at('HS')))], 35],
    ['clock times', [named('a', line(20, clock('08:00:00'))), named('b', line(20, clock('22:00')))], 40],
    // 03:59 is still the night before, 04:00 the morning, 15:59 midday and 16:00 the evening: four doses a day.
    [
      'clock times on the edges of the times of day',
      [lines(...['03:59', '04:00', '15:59', '16:00'].map((each) => line(5, clock(each))))],
      20,
    ],
    [
      'a request and a statement that agree',
      [
        named('a', line(10)),
        {
          ...order({}),
          resourceType: 'MedicationStatement',
          intent: undefined,
          authoredOn: undefined,
          dateAsserted: '2026-11-20',
          dosageInstruction: undefined,
          dosage: [line(10)],
          id: 's',
        },
      ],
      30,
    ],
    ['one twice, the same word for word', [named('a', line(10)), named('a', line(10))], 30],
  ])('%s', (_, orders, total) => expect(present(...(orders as Json[]))).toBe(total));

  it.each([
    ['two lines without times', [lines(line(10), line(10))]],
    ['two orders alike', [named('a', line(10)), named('b', line(10))]],
    ['two orders at one time', [named('a', line(10, at('MORN'))), named('b', line(10, at('MORN')))]],
    ['a time of the day and its hour', [named('a', line(10, at('MORN'))), named('b', line(10, clock('08:00')))]],
    [
      'one that is read and one that is not',
      [named('a', line(10, at('MORN'))), named('b', line(10, at('HS'), { asNeededBoolean: true }))],
    ],
    ['one id and two doses', [named('a', line(10)), named('a', line(20))]],
  ])('%s are left out', (_, orders) => expect(present(...orders)).toContain('baclofenNamed: several'));

  it('say all doses of an uneven day', () => {
    const answer = taper(lines(line(10, at('MORN')), line(20, at('HS'))));
    const doses = [
      { time: 'morning', dose: { value: 10, unit: 'mg' } },
      { time: 'bedtime', dose: { value: 20, unit: 'mg' } },
    ];
    expect(answer.request.from).toEqual({ doses });
    expect(answer.request.patientFile.taken.at(-1)).toMatchObject({ value: { value: 30, unit: 'mg/d' }, doses });
  });

  it('the newer version of an order is the order', () => {
    const version = (id: string, lastUpdated: string, dose: number) => named(id, line(dose), { meta: { lastUpdated } });
    expect(present(version('a', '2026-11-02T00:00:00Z', 20), version('a', '2026-11-01T00:00:00Z', 5))).toBe(60);
    expect(
      present(named('a', line(5)), named('b', line(10), { priorPrescription: { reference: 'MedicationRequest/a' } })),
    ).toBe(30);
  });
});

describe('an order is read by a closed list of elements', () => {
  it.each([
    ['statusReason', order(line(10), { statusReason: { text: 'paused' } })],
    ['modifierExtension', order(line(10), { modifierExtension: [{ url: 'x', valueBoolean: true }] })],
    ['implicitRules', order(line(10), { implicitRules: 'http://x' })],
    ['_status', order(line(10), { _status: { extension: [{ url: 'x', valueString: 'y' }] } })],
    ['somethingNew', order(line(10), { somethingNew: 1 })],
    ['priority', order(line(10), { priority: 'stat' })],
    ['maxDosePerLifetime', order(line(10, threeTimes, { maxDosePerLifetime: { value: 1 } }))],
    ['modifierExtension', order(line(10, threeTimes, { modifierExtension: [{ url: 'x' }] }))],
    ['method', order(line(10, threeTimes, { method: { text: 'Inject' } }))],
    [
      'maxDosePerPeriod',
      order(
        line(20, threeTimes, {
          maxDosePerPeriod: { numerator: { value: 40, unit: 'mg' }, denominator: { value: 1, unit: 'd' } },
        }),
      ),
    ],
    [
      'rateRatio',
      order({ timing: threeTimes, doseAndRate: [{ ...doseOf(10)[0], rateRatio: { numerator: { value: 1 } } }] }),
    ],
    ['status', order(line(10), { status: 'unknown' })],
  ])('%s leaves it out, by name', (element, given) => {
    const answer = taper(given);
    expect(answer.request.patientFile.leftOut).toEqual([
      { part: 'baclofenNamed', from: 'MedicationRequest/m', why: 'element', element },
    ]);
    expect(answer.notices[0].message).toContain(element);
  });

  it('but not one that is empty, or says nothing of the dose', () => {
    const more = {
      statusReason: {},
      extension: [{ url: 'x' }],
      substitution: { allowedBoolean: true },
      note: [{ text: 'with food' }],
    };
    expect(present(order(line(10), more))).toBe(30);
  });

  it.each([
    ['on hold', { status: 'on-hold' }, 'baclofenNamed: on hold'],
    ['acute', { courseOfTherapyType: { coding: [{ code: 'acute' }] } }, 'baclofenNamed: acute'],
    [
      'whose note says that it was stopped',
      { note: [{ text: 'Stopped by the patient' }] },
      'baclofenNamed: text disagrees',
    ],
    ['of the old standard', { resourceType: 'MedicationOrder' }, 'baclofenNamed: older standard'],
    ['dispensed', { resourceType: 'MedicationDispense', status: 'completed' }, 'baclofenNamed: resource not read'],
  ])('one %s is said', (_, more, why) => expect(present(order(line(10), more))).toBe(why));

  it('one that was reported is taken, and said', () => {
    const answer = taper(order(line(10), { reportedBoolean: true }));
    expect(answer.request.patientFile.remarks).toEqual([{ what: 'reported', from: 'MedicationRequest/m' }]);
    expect(codesOf(answer)).toContain('record-remark');
  });

  it.each([
    ['2026-09-02', false], // 28 + 31 + 30 + 1 = 90 days before 1 December
    ['2026-09-01', true],
  ])('one of %s is old: %s', (authoredOn, old) => {
    expect(codesOf(taper(order(line(10), { authoredOn }))).includes('order-old')).toBe(old);
  });

  const amountOf = (amount: Json, more: Json = {}) =>
    present(order({ timing: threeTimes, doseAndRate: [{ doseQuantity: amount }] }, more));

  it.each([
    ['in words', { value: 2, unit: 'tablet' }, 60],
    ['by UCUM', { value: 1.5, unit: 'tablets', code: '{tbl}' }, 45],
    ['by UCUM and in words', { value: 1.5, unit: 'Tablet(s)', code: '{tablet}' }, 45],
    ['by SNOMED', { value: 2, unit: 'tablet', system: 'http://snomed.info/sct', code: '428673006' }, 60],
    ['of a code alone', { value: 2, system: 'http://snomed.info/sct', code: '428673006' }, 'baclofenNamed: dose unit'],
    ['with a unit that says another thing', { value: 10, unit: 'mg', code: '1' }, 'baclofenNamed: dose unit'],
  ])('a number of tablets is read by the one strength of the name: %s', (_, amount, read) => {
    // 10 mg a tablet, three times.
    expect(amountOf(amount)).toBe(read);
  });

  it.each([
    ['Baclofen 5 mg/5 mL oral solution', { value: 10, unit: 'mL' }, 30],
    ['Baclofen 10 mg/5 mL oral solution', { value: 2.5, unit: 'ml', code: 'mL' }, 15],
    // 2 mg per mL is what a pump is filled with, and nothing says that it is oral.
    ['Baclofen 2 mg/mL', { value: 20, unit: 'mL' }, 'baclofenNamed: dose unit'],
    ['Baclofen oral solution', { value: 10, unit: 'mL' }, 'baclofenNamed: dose unit'],
    ['Baclofen 10 mg tablet', { value: 10, unit: 'mL' }, 'baclofenNamed: dose unit'],
    ['Baclofen 5 mg/5 mL oral solution', { value: 2, unit: 'tablet' }, 'baclofenNamed: dose unit'],
  ])('so is a volume by the one strength of a liquid: %s, %j', (text, amount, read) => {
    // 10 mL of 1 mg per mL three times; 2.5 mL of 2 mg per mL three times.
    expect(amountOf(amount, { medicationCodeableConcept: { text } })).toBe(read);
  });

  it('and not where the name has no strength, or two', () => {
    for (const text of ['Baclofen', 'Baclofen 10 mg or 20 mg tablet'])
      expect(amountOf({ value: 2, unit: 'tablet' }, { medicationCodeableConcept: { text } })).toContain('dose unit');
  });

  it('of R5 and STU3 it is read where the elements say it the same way', () => {
    const newer = { medicationCodeableConcept: undefined, medication: { concept: { text: 'Baclofen 10 mg tablet' } } };
    expect(present(order(line(10), newer))).toBe(30);
    expect(present(order({ timing: threeTimes, doseQuantity: { value: 10, unit: 'mg' } }))).toBe(30);
  });
});

describe('a dose that is said as ordered, calculated and given', () => {
  const kind = (text: string, value: number, unit = 'mg') => ({
    type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/dose-rate-type', code: text }], text },
    doseQuantity: { value, unit, ...(unit === 'mg' && { code: 'mg' }) },
  });
  const said = (...doseAndRate: Json[]) => lines({ timing: threeTimes, doseAndRate });
  // 10 mg three times daily are 30 mg, as are tablets of 10 mg.
  const ordered = kind('ordered', 10);

  it.each([
    ['agrees', said(ordered, kind('calculated', 10), kind('admin-amount', 1, 'tablet')), 30],
    ['does not agree', said(ordered, kind('calculated', 5)), 'baclofenNamed: doses disagree'],
    [
      'has 2 tablets of 10 mg for 10 mg',
      said(ordered, kind('admin-amount', 2, 'tablet')),
      'baclofenNamed: doses disagree',
    ],
    ['has one by weight', said(kind('ordered', 0.2, 'mg/kg'), kind('calculated', 10)), 'baclofenNamed: dose unit'],
    [
      'does not say which is which',
      said({ doseQuantity: ordered.doseQuantity }, ordered),
      'baclofenNamed: dose in words',
    ],
  ])('and %s is %s', (_, each, expected) => expect(present(each)).toBe(expected));

  it('is checked where it agrees, and named where it does not', () => {
    const check = (each: Json) => ask(bundle(person, each), ['check']);
    const { plan } = JSON.parse(check(said(ordered, kind('admin-amount', 1, 'tablet'))).out);
    expect(plan.read[0].dailyDose.value).toBe(30);
    expect(check(said(ordered, kind('calculated', 5))).err).toContain('MedicationRequest/m');
  });
});

describe('the text of an order', () => {
  it.each([
    ['Take 10 mg three times daily', 10, 3],
    ['1 tablet by mouth three times a day', 10, 3],
    ['Take two tablets (20 mg) by mouth 3 times daily', 20, 3],
    ['2 x 10 mg tablets TID', 20, 3],
    ['10 mg q8h, with food', 10, 3],
    ['3 x taglich 1 Tablette', 10, 3],
    ['1 comprimé 3 fois par jour', 10, 3],
    ['20 mg per day in all, 10 mg morning and night', 10, 2],
    ['as directed', 10, 3],
  ])('"%s" says the same as its numbers', (text, dose, times) => {
    expect(present(order(line(dose, daily(times), { text })))).toBe(dose * times);
  });

  it.each([
    ['Take 10 mg twice daily', 'text disagrees'],
    ['Take 1 tablet 4 times a day', 'text disagrees'],
    ['5 mg morning, 10 mg noon, 15 mg night', 'text disagrees'],
    ['10 mg morning and night', 'text disagrees'],
    ['10 mg per day', 'text disagrees'],
    ['2 tablets three times daily', 'text disagrees'],
    ['10 mg three times daily, then 20 mg', 'text disagrees'],
    ['stop on Friday', 'text disagrees'],
    ['10 mg every other day', 'text disagrees'],
    ['1-1-1', 'text not understood'],
    ['7 drops three times daily', 'text not understood'],
    ['10 mg three times daily prn', 'as needed'],
    ['bei Bedarf', 'as needed'],
    ['via gastrostomy tube', 'route'],
  ])('"%s" beside 10 mg three times daily leaves it out', (text, why) => {
    expect(present(order(line(10, threeTimes, { text })))).toBe(`baclofenNamed: ${why}`);
    expect(present(order(line(10, threeTimes, { patientInstruction: text })))).toBe(`baclofenNamed: ${why}`);
  });
});

describe('the route by mouth', () => {
  const route = (code: string, display: string) => ({ coding: [{ system: 'http://snomed.info/sct', code, display }] });

  it.each([
    ['26643006', 'Oral route'],
    ['260548002', 'Oral'],
  ])('is %s "%s"', (code, display) =>
    expect(present(order(line(10, threeTimes, { route: { ...route(code, display), text: 'Oral' } })))).toBe(30),
  );

  it('is none with another word beside its code', () => {
    expect(present(order(line(10, threeTimes, { route: route('260548002', 'Intrathecal') })))).toBe(
      'baclofenNamed: route',
    );
  });
});

describe('baclofen by another name', () => {
  it.each([
    'Baclofeno 10 mg',
    'BACLOFENE',
    'Baklofen',
    'Lebic 10 mg',
    'Ozobax 5 mg/5 mL oral solution',
    'Baclofenum',
    'Liorésal',
  ])('%s is baclofen', (text) => expect(present(order(line(10), { medicationCodeableConcept: { text } }))).toBe(30));

  it.each(['R-baclofen 10 mg', 'Arbaclofen placarbil'])('%s is another drug', (text) => {
    expect(present(order(line(10), { medicationCodeableConcept: { text } }))).toBe('currentDose: arbaclofen');
  });

  it('a number of another system is none of RxNorm', () => {
    const code = (system?: string) => ({ coding: [{ system, code: '1292' }] });
    expect(present(order(line(10), { medicationCodeableConcept: code('http://ehr.example/drugs') }))).toBe('');
    expect(present(order(line(10), { medicationCodeableConcept: code() }))).toBe('');
    expect(present(order(line(10), { medicationCodeableConcept: code('urn:oid:2.16.840.1.113883.6.88') }))).toBe(30);
  });

  it('all that is taken and all conditions are listed by name and code', () => {
    const codeine = order(line(10), {
      id: 'c',
      medicationCodeableConcept: { coding: [{ system: 'x', code: '7' }], text: 'Codeine 30 mg' },
    });
    const blank = order(line(10), { id: 'b', medicationCodeableConcept: undefined });
    const stopped = { ...codeine, id: 's', status: 'stopped' };
    const epilepsy = {
      resourceType: 'Condition',
      id: 'e',
      subject: { reference: 'Patient/p' },
      code: { text: 'Epilepsy' },
    };
    const { medications, conditions, unnamed } = taper(codeine, blank, stopped, epilepsy).request.patientFile;
    expect(medications).toEqual([
      { from: 'MedicationRequest/c', name: 'Codeine 30 mg', codes: [{ system: 'x', code: '7' }] },
    ]);
    expect(conditions).toEqual([{ from: 'Condition/e', name: 'Epilepsy', codes: [] }]);
    expect(unnamed).toEqual(['MedicationRequest/b']);
    expect(person.id).toBe('p');
  });
});
