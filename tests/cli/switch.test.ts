import { describe, expect, it } from 'vitest';
import { argvOf, run } from './run.js';

const baclofen = (line: string) => run(argvOf(`baclofen ${line}`));
const answer = (line: string) => JSON.parse(baclofen(`${line} --json`).out);

describe('a strength is read', () => {
  it.each([
    ['10mg/mL', 10],
    ['100mg/10mL', 10],
    ['100 mg per 10 mL', 10],
    ['50mg/5ml', 10],
    ['10 mg in 1 mL', 10],
    ['2.5mg/5mL', 0.5],
  ])('%s', (label, value) => {
    const line = `switch --dose 5x3 --from tablet-5 --to ${value}mg/mL --label '${label}'`;
    expect(answer(line).request.label).toEqual([{ value, unit: 'mg/mL' }]);
  });

  it.each([
    ['switch --dose 7x3 --from solution-1 --to 10', '--to got "10"; write its unit: 10mg/mL.'],
    ['switch --dose 7x3 --from solution-1 --to 10mcg/mL', 'mcg are for a pump, by mouth it is mg'],
    ['switch --dose 7x3 --from solution-1 --to 1,5mg/mL', '--to got "1,5mg/mL"'],
    ['switch --volume 7mL --times 3 --to suspension-5', '--from got 7 mL without a strength'],
    ['switch --volume 7mL --times 3', '--from got 7 mL without a strength'],
    ['switch --dose 6x3 --from solution-1 --to 3mg/mL --label 4mg/mL', 'two strengths were said'],
    ['switch --dose 7 --from solution-1 --to suspension-5', '--dose got 7 mg per day'],
    ['switch --dose 7x3 --from solution-1 --to solution', '--to got "solution"'],
    ['switch --dose 7x3 --volume 7mL --times 3 --from solution-1 --to suspension-5', '--volume got 7 mL beside --dose'],
    ['restart --from 20x3 --missed 3', '--missed got "3"; hours or days? Write 3h or 3d.'],
    ['restart --from 20x3 --missed 2d --signs sleepy', '--signs got "sleepy"'],
    ['restart --from 20x3 --missed 2d --reason lost', '--reason got "lost"'],
    ['restart --missed 2d', '--from got nothing'],
    ['restart --from 20x3', '--missed got nothing'],
  ])('%s is one sentence, and nothing on stdout', (line, sentence) => {
    const { out, err, code } = baclofen(line);
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toContain(sentence);
    expect(err.trimEnd()).not.toContain('\n');
  });
});

describe('what is said first', () => {
  it('is the old volume of the new bottle', () => {
    const { out } = baclofen('switch --from 1mg/mL --to 10mg/mL --volume 7mL --times 3');
    const [, , warning] = out.split('\n');
    expect(warning).toMatch(/^WARNING: The old 7 mL of the new oral liquid of 10 mg per mL would be 70 mg/);
    expect(out).toContain('10 times the dose: poisoning');
    expect(out).toMatch(/old {4}oral liquid of 1 mg per mL {3}7 mL \(7 mg\)/);
    expect(out).toMatch(/new {4}oral liquid of 10 mg per mL {2}0\.7 mL \(7 mg\)/);
    expect(out).toContain('New Zealand compounds 1 mg per mL since November 2021');
  });

  it('is on stderr beside a sheet', () => {
    const { err } = baclofen('switch --from 1mg/mL --to 10mg/mL --volume 7mL --times 3 --format patient');
    expect(err).toContain('WARNING: The old 7 mL');
  });
});

describe('a record', () => {
  it('tells the present dose of a switch and the dose before a gap', () => {
    const order = {
      resourceType: 'MedicationRequest',
      status: 'active',
      intent: 'order',
      authoredOn: '2026-11-20',
      medicationCodeableConcept: { text: 'baclofen 10 mg tablet' },
      subject: { display: 'x' },
      dosageInstruction: [
        {
          route: { text: 'oral' },
          timing: { repeat: { frequency: 3, period: 1, periodUnit: 'd' } },
          doseAndRate: [{ doseQuantity: { value: 10, unit: 'mg' } }],
        },
      ],
    };
    const files = {
      'r.json': JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: [{ resource: order }] }),
    };
    const read = (line: string) =>
      JSON.parse(run(argvOf(`baclofen ${line} --patient r.json --json`), 80, { files }).out);
    expect(read('restart --missed 12h').request.from).toEqual({ dose: { value: 10, unit: 'mg' }, timesDaily: 3 });
    expect(read('switch --from tablet-10 --to solution-1').plan.dose).toEqual({ value: 10, unit: 'mg' });
  });
});

describe('answers are brief', () => {
  it.each([
    'switch --dose 7x3 --from solution-1 --to suspension-5',
    'switch --from 1mg/mL --to 10mg/mL --volume 7mL --times 3 --age 4 --weight 16',
    'switch --dose 20x3 --from tablet-10 --to solution-1 --crcl 95',
    'switch --dose 12x3 --from solution-1 --to tablet-10',
    'switch --dose 7x3 --from solution-1 --to tizanidine',
    'restart --from 20x3 --missed 12h',
    'restart --from 20x3 --missed 2d',
    'restart --from 20x3 --missed 2d --age 45 --weight 70 --crcl 95 --reason ran-out',
    'restart --from 10x3 --missed 2d --age 76 --crcl 90 --weight 70',
    'restart --from 20x3 --missed 5d --age 45 --weight 70 --crcl 95',
    'restart --from 20x3 --missed 2d --age 72 --crcl 25',
    'restart --from 20x3 --missed 2d --signs withdrawal --crcl 10',
    'restart --from 20x3 --missed 2d --dialysis',
    'restart --from 20x3 --reason pump',
  ])('%s: 22 rows of 80 columns', (line) => {
    const rows = baclofen(line).out.trimEnd().split('\n');
    expect(rows.length).toBeLessThanOrEqual(22);
    for (const row of rows.filter((each) => !each.includes('baclofen '))) expect(row.length).toBeLessThanOrEqual(80);
  });

  it('and --full has the options that were not adopted, whole', () => {
    const { out } = baclofen('restart --from 20x3 --missed 2d --full');
    expect(out).toContain('Not adopted: half');
    expect(out).toContain('Days from 7: 20 mg three times daily');
  });
});
