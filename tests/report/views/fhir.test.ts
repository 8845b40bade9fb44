import { describe, expect, it } from 'vitest';
import { run } from '../../cli/run.js';

const bundle = (line: string) => JSON.parse(run([...line.split(' '), '--format', 'fhir']).out);
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
        coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '197391' }],
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
    expect(resource.dosageInstruction[0].text).toContain('half tablet of 10 mg (5 mg) three times daily');
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
    const { entry } = bundle('taper --from 40x2 --reduce 30 --every 2 --product tablet-10 tablet-15');
    const [first, second] = entry.map(({ resource }: { resource: object }) => resource);
    expect(first.groupIdentifier).toEqual(second.groupIdentifier);
    expect(first.medicationCodeableConcept).toEqual({ text: 'baclofen tablet of 15 mg' });
    expect(second.medicationCodeableConcept.coding).toHaveLength(1);
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
    expect(resource.medicationCodeableConcept).toEqual({ text: 'baclofen oral solution of 1 mg per mL' });
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
});
