import { describe, expect, it } from 'vitest';
import { argvOf, run } from '../run.js';

const fhir = (line: string) => run(argvOf(`baclofen ${line} --start-date 2027-02-25 --format fhir`)).out;

/** What a check of a record reads. */
function checked(record: string, more = '') {
  const argv = argvOf(`baclofen check --patient record.json --json ${more}`);
  const { out, err } = run(argv, 80, { now: '2027-02-24T10:00:00Z', files: { 'record.json': record } });
  if (out === '') throw new Error(err);
  return JSON.parse(out).plan as {
    findings: { level: string; code: string }[];
    read: { dailyDose: { value: number } }[];
  };
}

describe('the FHIR of a plan made of several products', () => {
  it('is checked as one order, step by step', () => {
    const { findings, read } = checked(fhir('titrate --start 5 --product granules-5 granules-10 granules-20'));
    // 5, 10, 15 and 20 mg three times daily: 15 is a packet of 5 and one of 10 at the same time.
    expect(read.map(({ dailyDose }) => dailyDose.value)).toEqual([15, 30, 45, 60]);
    expect(findings).toEqual([]);
  });

  it('has no dose larger than what is taken at one time', () => {
    const { read } = checked(fhir('titrate --start 5 --product granules-5 granules-10'));
    // 15 mg of a packet of 5 and one of 10, three times daily, and not six doses of 5 and 10.
    expect(read[2]).toMatchObject({ dailyDose: { value: 45 }, doses: [15, 15, 15].map((value) => ({ value })) });
  });

  it('has the doses of different products at different times', () => {
    // Day 3 of this taper: 10 mg as a tablet of 10 in the morning and at bedtime, 5 mg as one of 5 at midday.
    const { read } = checked(fhir('taper --from 45 --days 9 --product tablet-5 tablet-10'));
    expect(read[2]).toMatchObject({ dailyDose: { value: 25 }, doses: [10, 10, 5].map((value) => ({ value })) });
  });

  it('is two orders where the same product stands there twice', () => {
    const bundle = JSON.parse(fhir('titrate --start 5'));
    bundle.entry.push({ resource: { ...bundle.entry[0].resource, id: 'again' } });
    expect(checked(JSON.stringify(bundle)).findings.map(({ code }) => code)).toContain('two-orders');
  });

  it('is several orders where a part does not say for how long it is taken', () => {
    const bundle = JSON.parse(fhir('titrate --start 5 --product granules-5 granules-10 granules-20'));
    const [{ resource }] = bundle.entry;
    for (const { timing } of resource.dosageInstruction) delete timing.repeat.boundsPeriod;
    expect(checked(JSON.stringify(bundle)).findings.map(({ code }) => code)).toContain('two-orders');
  });
});
