import { describe, expect, it } from 'vitest';
import { shellIn } from '../../../src/cli/surroundings.js';
import { run } from '../../cli/run.js';

const bundle = (line: string) => JSON.parse(run([...line.split(' '), '--format', 'fhir']).out);
const rxnorm = (code: string) => ({ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code });
const atc = { system: 'http://www.whocc.no/atc', code: 'M03BX01' };
const mg = (value: number) => [
  { doseQuantity: { value, unit: 'mg', system: 'http://unitsofmeasure.org', code: 'mg' } },
];

describe('the FHIR bundle', () => {
  // The labelled start: 5 mg three times daily on days 1 to 3, and 20 mg three times daily from day 10, with no end.
  it('says a titration as drafts and proposals', () => {
    const { entry, ...rest } = bundle('titrate --start 5 --start-date 2026-12-01');
    expect(rest).toEqual({ resourceType: 'Bundle', type: 'collection' });
    expect(entry).toHaveLength(1);
    const { resource } = entry[0];
    expect(resource).toMatchObject({
      resourceType: 'MedicationRequest',
      status: 'draft',
      intent: 'proposal',
      medicationCodeableConcept: {
        coding: [rxnorm('197391'), atc],
        text: 'baclofen tablet of 10 mg',
      },
      subject: { display: 'Patient not named' },
      // 4.5 + 9 + 13.5 + 18 tablets over 12 days.
      dispenseRequest: {
        quantity: { value: 45, unit: 'tablet' },
        expectedSupplyDuration: { value: 12, unit: 'days', system: 'http://unitsofmeasure.org', code: 'd' },
      },
    });
    expect(resource.dosageInstruction).toHaveLength(4);
    expect(resource.dosageInstruction[0]).toMatchObject({
      sequence: 1,
      timing: {
        repeat: {
          boundsPeriod: { start: '2026-12-01', end: '2026-12-03' },
          frequency: 3,
          period: 1,
          periodUnit: 'd',
          when: ['MORN', 'NOON', 'HS'],
        },
      },
      doseAndRate: mg(5),
    });
    // This instruction and no other, in one sentence without a full stop.
    expect(resource.dosageInstruction.map(({ text }: { text: string }) => text)).toEqual([
      'Step 1, days 1 to 3 (Tue 1 Dec 2026 to Thu 3 Dec 2026): half tablet of 10 mg (5 mg) in the morning, at midday and at bedtime',
      'Step 2, days 4 to 6 (Fri 4 Dec 2026 to Sun 6 Dec 2026): 1 tablet of 10 mg (10 mg) in the morning, at midday and at bedtime',
      'Step 3, days 7 to 9 (Mon 7 Dec 2026 to Wed 9 Dec 2026): 1 and a half tablets of 10 mg (15 mg) in the morning, at midday and at bedtime',
      'Step 4, from day 10 on (from Thu 10 Dec 2026 on): 2 tablets of 10 mg (20 mg) in the morning, at midday and at bedtime',
    ]);
    expect(resource.dosageInstruction[3].timing.repeat.boundsPeriod).toEqual({ start: '2026-12-10' });
  });

  // 60 mg per day over 14 days begins with 15, 15 and 20 mg on days 1 and 2.
  it('gives unequal doses of a step one sequence, each its own times', () => {
    const [first, second, third] = bundle('taper --from 60 --days 14').entry[0].resource.dosageInstruction;
    expect([first.sequence, second.sequence, third.sequence]).toEqual([1, 1, 2]);
    expect([first.timing.repeat.when, first.doseAndRate]).toEqual([['MORN', 'NOON'], mg(15)]);
    expect([second.timing.repeat.when, second.doseAndRate]).toEqual([['HS'], mg(20)]);
    expect(first.timing.repeat.boundsDuration).toEqual({
      value: 2,
      unit: 'days',
      system: 'http://unitsofmeasure.org',
      code: 'd',
    });
  });

  // 80 mg per day less 30 every 2 days: 50, then 20. Twice 25 mg is a tablet of 15 and one of 10 mg (two pieces, where
  // 10 mg tablets alone take three), twice 10 mg one of 10 mg. Over 2 days each: 4 of 15 mg and 4 + 4 of 10 mg.
  it('makes one request a product, coded only where a source confirms the code', () => {
    const line = 'taper --from 40x2 --reduce 30 --every 2 --product tablet-10 tablet-15 --start-date 2026-12-01';
    const { entry } = bundle(line);
    const [first, second] = entry.map(({ resource }: { resource: object }) => resource);
    expect(first.groupIdentifier).toEqual(second.groupIdentifier);
    expect(first.medicationCodeableConcept).toEqual({ coding: [atc], text: 'baclofen tablet of 15 mg' });
    expect(second.medicationCodeableConcept.coding).toEqual([rxnorm('197391'), atc]);
    const doses = ({ dosageInstruction }: { dosageInstruction: { sequence: number; doseAndRate: object }[] }) =>
      dosageInstruction.map(({ sequence, doseAndRate }) => [sequence, doseAndRate]);
    expect(doses(first)).toEqual([[1, mg(15)]]);
    expect(doses(second)).toEqual([
      [1, mg(10)],
      [2, mg(10)],
    ]);
    expect(first.dispenseRequest.quantity).toEqual({ value: 4, unit: 'tablet' });
    expect(second.dispenseRequest.quantity).toEqual({ value: 8, unit: 'tablet' });
  });

  it('gives a liquid its mL', () => {
    const { resource } = bundle('titrate --start 5 --product solution-1 --supply 3').entry[0];
    expect(resource.medicationCodeableConcept).toEqual({
      coding: [rxnorm('250976'), atc],
      text: 'baclofen oral solution of 1 mg per mL',
    });
    // Three times 5 mL on three days.
    expect(resource.dispenseRequest.quantity).toEqual({
      value: 45,
      unit: 'mL',
      system: 'http://unitsofmeasure.org',
      code: 'mL',
    });
  });

  it('carries the notices of the clinician', () => {
    const { note } = bundle('taper --from 60 --days 5').entry[0].resource;
    expect(note.map(({ text }: { text: string }) => text).join('\n')).toContain('WARNING: The taper lasts 5 days');
  });

  // data/products.json: the codes and where they were seen.
  it.each([
    ['tablet-5', '430902'],
    ['tablet-10', '197391'],
    ['tablet-20', '197392'],
    ['solution-1', '250976'],
    ['solution-2', '2667941'],
    ['suspension-5', '2593376'],
  ])('codes %s as %s', (product, code) => {
    const from = product === 'tablet-20' ? '20x4' : '40';
    const { coding } = bundle(`taper --from ${from} --days 14 --product ${product}`).entry[0].resource
      .medicationCodeableConcept;
    expect(coding).toEqual([rxnorm(code), atc]);
  });

  it.each([
    ['tablet-25', '25x4'],
    ['granules-5', '40'],
  ])('codes %s by its substance alone', (product, from) => {
    const { coding } = bundle(`taper --from ${from} --days 14 --product ${product}`).entry[0].resource
      .medicationCodeableConcept;
    expect(coding).toEqual([atc]);
  });

  it('has a limit of one dose only where it is less than that of a day', () => {
    // A child of 1 year and 9 kg: 2 mg/kg/day is 18 mg per day, below the 20 mg that one dose may be.
    const { resource } = bundle('titrate --age 1 --weight 9').entry[0];
    for (const each of resource.dosageInstruction) {
      expect(each).not.toHaveProperty('maxDosePerAdministration');
      expect(each.maxDosePerPeriod.numerator.value).toBe(18);
    }
  });

  it('says what must be heard: the ceiling, only while tolerated, never stop, signs', () => {
    const { resource } = bundle('titrate --start 5').entry[0];
    // The United States label: 80 mg per day, 20 mg four times daily.
    for (const each of resource.dosageInstruction) {
      expect(each.maxDosePerPeriod).toMatchObject({
        numerator: { value: 80, code: 'mg' },
        denominator: { value: 1, code: 'd' },
      });
      expect(each.maxDosePerAdministration).toMatchObject({ value: 20, code: 'mg' });
      expect(each.additionalInstruction).toEqual([
        { text: 'Never stop suddenly: the dose has to come down in steps.' },
      ]);
      expect(each.route).toEqual({
        coding: [{ system: 'http://snomed.info/sct', code: '26643006' }],
        text: 'by mouth',
      });
    }
    const told = resource.dosageInstruction.map(
      ({ patientInstruction }: { patientInstruction: string }) => patientInstruction,
    );
    for (const each of told) expect(each).toContain('stay at this dose');
    for (const each of told.slice(1)) expect(each).toContain('Before each step up: if you are sleepier');
    const notes = resource.note.map(({ text }: { text: string }) => text).join('\n');
    for (const words of [
      'Ceiling: 80 mg per day, 20 mg per dose.',
      'Step up only while the dose is tolerated',
      'Do not stop suddenly',
      'Signs of a dose that fell too fast',
      'Muscle jerks',
    ]) {
      expect(notes).toContain(words);
      expect(resource.text.div.replaceAll('\u00a0', ' ')).toContain(words);
    }
  });

  // A maximum below its own dose is an order that systems refuse: above the ceiling each step is its own limit. Down to
  // 10 mg per day in 7 days (clinical rules, section 6), the last of them the ceiling below 30 mL/min. A switch of
  // 20 mg three times daily is 60 mg per day, also where 5 mg per day would be the ceiling; of uneven doses, 10, 10 and
  // 20 mg, no more than 40 mg in a day and 20 mg at once. One dose a day has no limit of its own beside that of the day.
  it.each<[string, readonly (readonly [number, number, number?])[]]>([
    [
      'taper --from 60 --to ceiling --crcl 25 --age 50',
      [
        [1, 50, 20],
        [2, 40, 15],
        [3, 35, 15],
        [4, 30, 10],
        [5, 25, 10],
        [6, 20, 10],
        [7, 15, 5],
        [8, 10, 5],
      ],
    ],
    ['taper --from 10 --days 2 --times 1', [[1, 5]]],
    ['switch --from tablet-10 --to solution-1 --dose 20x3 --age 82 --crcl 25', [[1, 60, 20]]],
    ['switch --from tablet-10 --to solution-1 --dose 10-10-20', [[1, 40, 20]]],
  ])('limits what no ceiling limits to the step itself: %s', (line, limits) => {
    const { dosageInstruction } = bundle(line).entry[0].resource;
    const said = dosageInstruction.map(
      (each: {
        sequence: number;
        maxDosePerPeriod: { numerator: { value: number } };
        maxDosePerAdministration?: { value: number };
      }) => {
        const once = each.maxDosePerAdministration?.value;
        return [each.sequence, each.maxDosePerPeriod.numerator.value, ...(once === undefined ? [] : [once])];
      },
    );
    expect([...new Map(said.map((each: number[]) => [each.join(), each])).values()]).toEqual(limits);
  });

  it('tells a taper what to do before each step down', () => {
    const { dosageInstruction } = bundle('taper --from 60 --days 14').entry[0].resource;
    for (const { sequence, patientInstruction } of dosageInstruction) {
      if (sequence === 1) expect(patientInstruction).toBeUndefined();
      else expect(patientInstruction).toMatch(/^Before each step down:/);
    }
  });
});

describe('whose the requests are', () => {
  const record = (id: string) =>
    JSON.stringify({ resourceType: 'Patient', id, gender: 'female', birthDate: '1990-05-05' });
  const exported = (line: string, id = 'pat-17') =>
    JSON.parse(run([...line.split(' '), '--format', 'fhir'], 80, { files: { 'record.json': record(id) } }).out);
  const titration = 'titrate --start 5 --patient record.json';

  it('is said by the reference of the record that was read', () => {
    const [{ resource }] = exported(titration).entry;
    expect(resource.subject).toEqual({ reference: 'Patient/pat-17' });
    const [named] = exported(`${titration} --name Lee`).entry;
    expect(named.resource.subject).toEqual({ reference: 'Patient/pat-17', display: 'Lee' });
  });

  it('gives no two patients an id in common, nor one of them twice, where the plan has no name', () => {
    const stream = { write: () => true };
    const shell = shellIn({ env: {}, stdout: stream, stderr: stream });
    expect(new Set(Array.from({ length: 100 }, () => shell.uuid())).size).toBe(100);
    const two = exported('titrate --start 5 --product tablet-20 tablet-5 --start-date 2026-12-01');
    const urls = two.entry.map(({ fullUrl }: { fullUrl: string }) => fullUrl);
    expect(new Set(urls).size).toBe(2);
    for (const url of urls) expect(url).toMatch(/^urn:uuid:00000000-0000-4000-8000-/);
  });

  it('keeps the ids of a plan with a name, apart for each patient', () => {
    const ids = (line: string, id?: string) =>
      exported(line, id).entry.map(({ fullUrl }: { fullUrl: string }) => fullUrl);
    const named = `${titration} --plan-id spring`;
    expect(ids(named)).toEqual(ids(`${named} --every 7`));
    expect(ids(named)).not.toEqual(ids(named, 'pat-18'));
    expect(ids(named)).not.toEqual(ids(`${titration} --plan-id summer`));
    // Without a patient a name alone is none: two patients may have plans of one name.
    expect(ids('titrate --start 5 --plan-id spring')[0]).toMatch(/^urn:uuid:00000000-/);
  });

  it('is a transaction that creates, or takes the place of the plan of that name', () => {
    const create = exported('titrate --start 5 --bundle transaction');
    expect(create.type).toBe('transaction');
    expect(create.entry[0].request).toEqual({ method: 'POST', url: 'MedicationRequest' });
    expect(create.entry[0].resource.id).toBeUndefined();
    const update = exported(`${titration} --bundle transaction --plan-id spring`);
    expect(update.entry[0].resource.identifier).toEqual([
      { system: 'https://baclofen.invalid/plan', value: 'spring/tablet-10' },
    ]);
    expect(update.entry[0].request).toEqual({
      method: 'PUT',
      url: `MedicationRequest?identifier=${encodeURIComponent('https://baclofen.invalid/plan|spring/tablet-10')}&subject=${encodeURIComponent('Patient/pat-17')}`,
    });
  });

  it.each([
    ['--bundle collection', '--bundle got --format table; it takes its place beside --format fhir.\n'],
    [
      '--format ics --bundle collection --start-date 2026-12-01',
      '--bundle got --format ics; it takes its place beside --format fhir.\n',
    ],
    ['--plan-id x --format html', '--plan-id got --format html; it takes its place beside --format ics or fhir.\n'],
  ])('refuses %s', (flags, sentence) => {
    expect(run(['titrate', '--start', '5', ...flags.split(' ')])).toEqual({ out: '', err: sentence, code: 2 });
  });
});
