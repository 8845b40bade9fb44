import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../cli/run.js';

function pharmacy(line: string): string {
  const { out, code } = run([...line.split(' '), '--format', 'pharmacy'], 600);
  expect(code, line).toBe(0);
  return out;
}

describe('what the pharmacy text warns of', () => {
  it.each([
    'switch --dose 20x3 --from tablet-20 --to tablet-10 --age 82 --crcl 25',
    'titrate --start 5 --age 82 --crcl 25',
    'titrate --start 5 --with oxycodone,diazepam --condition epilepsy',
    'taper --from 20x3 --to ceiling --crcl 25',
    'titrate --start 5 --crcl 10 --override clearance-too-low --reason agreed',
  ])('is every warning and caution of the answer, before the products: %s', (line) => {
    const text = pharmacy(line);
    const { notices } = JSON.parse(run([...line.split(' '), '--json']).out) as {
      notices: { severity: string; message: string }[];
    };
    const urgent = notices.filter(({ severity }) => severity !== 'info');
    expect(urgent.length).toBeGreaterThan(0);
    for (const { severity, message } of urgent) {
      const said = `${severity === 'warning' ? 'WARNING' : 'Caution'}: ${message}`;
      expect(text.split(said)).toHaveLength(2);
      expect(text.indexOf(said)).toBeLessThan(text.indexOf('\nProducts\n'));
    }
  });
});

describe('where the warnings of a prescription text stand', () => {
  const line = 'titrate --start 5 --with oxycodone,diazepam --format pharmacy'.split(' ');

  it('in the text alone, and on the screen where the text goes into a file', () => {
    const printed = run(line);
    expect([printed.out.split('WARNING').length, printed.err]).toEqual([2, '']);
    const folder = mkdtempSync(join(tmpdir(), 'baclofen-pharmacy-'));
    expect(run([...line, '--output', join(folder, 'text.txt')]).err).toMatch(/^WARNING: oxycodone, diazepam/);
    rmSync(folder, { recursive: true });
    expect(run([...line.slice(0, -1), 'fhir']).err).toMatch(/^WARNING: oxycodone, diazepam/);
  });
});

describe('what readers without a terminal are told', () => {
  it.each([
    [
      'titrate --start 5 --age 72',
      'from 65 years it often is: give the creatinine clearance, or the creatinine with the sex, the weight and the height.',
    ],
    [
      'titrate --start 5 --age 72 --sex female --creatinine 1.4mg/dL',
      'into a lower band. Give the weight and the height.',
    ],
    ['titrate --start 5 --crcl 25', 'the next step is not offered.'],
    ['titrate --start 10 --crcl 100', 'The start is mg per dose, not per day: the labelled start is 5 mg per dose.'],
    ['titrate --start 5 --weight 40', 'an adult is assumed. For a child give the age.'],
    ['titrate --start 5 --used-for 90', 'What is taken now goes in as the present dose in place of a start'],
    ['taper --from 60 --to 30 --days 7 --crcl 25', 'and that dose goes on. Go further: a taper to the ceiling.'],
    ['taper --from 60 --to 30 --days 7 --dialysis', 'should be avoided. Go further: a taper to none.'],
    ['taper --from 25x4 --days 14 --product tablet-25', 'With tablet of 10 mg by 15 mg per day at most.'],
  ])('%s', (line, says) => {
    const text = pharmacy(line);
    const bundle = run([...line.split(' '), '--format', 'fhir']).out;
    for (const said of [text, bundle]) {
      expect(said).not.toMatch(/--[a-z]/);
      expect(said).toContain(says);
    }
    // Who typed the line reads what to type.
    expect(JSON.stringify(JSON.parse(run([...line.split(' '), '--json']).out).notices)).toMatch(/--[a-z]/);
  });
});

describe('what is supplied and how it is taken', () => {
  it.each([
    // 6 mg per day in four doses of a suspension of 5 mg per mL: 1.5 mg are 0.3 mL, and 3.5 mg 0.7 mL.
    ['titrate --age 6 --weight 20 --product suspension-5', ['marks of 0.1 mL, for doses of 0.3 to 0.7 mL.']],
    // 2 mg per mL: 5, 10, 15 and 20 mg are 2.5, 5, 7.5 and 10 mL; from 5 mL on syringes have marks of 0.5 mL.
    [
      'titrate --start 5 --product solution-2',
      ['marks of 0.1 mL, for doses of 2.5 mL.', 'marks of 0.5 mL, for doses of 5 to 10 mL.'],
    ],
    ['switch --dose 7x3 --from solution-1 --to 10mg/mL --label 100mg/10mL', ['marks of 0.1 mL, for doses of 0.7 mL.']],
    ['titrate --start 5', []],
  ])('%s: an oral syringe by the marks of its doses', (line, syringes) => {
    const said = (text: string) =>
      [...text.matchAll(/Supply with it an oral syringe with (marks of [\d.]+ mL, for doses of [\d. a-z]+ mL\.)/g)].map(
        ([, all]) => all,
      );
    const text = pharmacy(line);
    expect(said(text)).toEqual(syringes);
    expect(
      said(
        JSON.parse(run([...line.split(' '), '--format', 'fhir']).out)
          .entry[0].resource.note.map((each: { text: string }) => each.text)
          .join('\n'),
      ),
    ).toEqual(syringes);
    expect(text.includes('with an oral syringe, never with a spoon')).toBe(syringes.length > 0);
  });

  it('granules as their label says', () => {
    const words = 'Packet: all of its granules, straight into the mouth or mixed into up to 15 mL';
    expect(pharmacy('titrate --start 5 --product granules-5 granules-10')).toContain(words);
    expect(pharmacy('titrate --start 5')).not.toContain('granules');
  });
});

describe('whom the pharmacy text is for', () => {
  it.each([
    [
      'titrate --start 5 --age 82 --crcl 25',
      'Patient of 82 years, clearance 25 mL/min. Not given for this plan: weight.',
    ],
    [
      'taper --from 20x3 --days 14 --egfr 40 --sex female',
      'Woman, eGFR 40 mL/min/1.73 m2. Not given for this plan: age and weight.',
    ],
    ['taper --from 5x3 --days 7 --dialysis --age 60 --weight 70', 'Patient of 60 years, 70 kg, on dialysis.\n'],
    // (140 - 72) x 60 / (72 x 1.4) x 0.85 = 34.4
    [
      'taper --from 10x3 --days 14 --age 72 --sex female --weight 60 --creatinine 1.4mg/dL',
      'Woman of 72 years, 60 kg, creatinine 1.4 mg/dL, 34.4 mL/min (Cockcroft-Gault, actual weight).',
    ],
    ['titrate --start 5', 'Not given for this plan: age, weight and kidney function.\n'],
    [
      'titrate --start 5 --with oxycodone,diazepam --condition epilepsy',
      'Takes as well: oxycodone, diazepam. Has: epilepsy.\n',
    ],
  ])('%s', (line, who) => {
    expect(pharmacy(line)).toContain(who);
  });

  // 6 / 20 = 0.3, 12 / 20 = 0.6, 14 / 20 = 0.7
  it('has the weight of a child and what a day is by it', () => {
    const text = pharmacy('titrate --age 6 --weight 20 --product suspension-5');
    expect(text).toContain('Child of 6 years, 20 kg.');
    expect([...text.matchAll(/[\d.]+ mg per day \([\d.]+ mg\/kg\/day\)/g)].map(([all]) => all)).toEqual([
      '6 mg per day (0.3 mg/kg/day)',
      '12 mg per day (0.6 mg/kg/day)',
      '14 mg per day (0.7 mg/kg/day)',
    ]);
    expect(pharmacy('titrate --start 5 --age 40 --weight 70')).not.toContain('mg/kg');
  });
});

describe('until when', () => {
  // 7 days from 20 December: through the 26th.
  it('the quantity of a dose that goes on lasts, as the sheet has it', () => {
    const line = 'titrate --start 5 --age 82 --crcl 55 --start-date 2026-12-20';
    const text = pharmacy(line);
    expect(text).toContain('Day 1 is Sun 20 Dec 2026.\n');
    expect(text).toContain(
      'The quantity lasts through day 7 (Sat 26 Dec 2026); the next supply is needed by day 8 (Sun 27 Dec 2026).',
    );
    expect(text).not.toContain('after the last');
    expect(run([...line.split(' '), '--format', 'patient'], 600).out).toContain(
      'next supply by day 8 (Sunday 27 December 2026)',
    );
  });

  it('a course that ends lasts', () => {
    const text = pharmacy('taper --from 20x3 --days 14 --start-date 2026-12-20');
    expect(text).toContain('Day 1 is Sun 20 Dec 2026; day 15, after the last, is Sun 3 Jan 2027.');
    expect(text).not.toContain('next supply');
  });
});

describe('the directions', () => {
  it('name the times of day', () => {
    const text = pharmacy('titrate --start 5 --age 82 --crcl 55');
    expect(text).toContain('(5 mg) once daily at bedtime by mouth');
    expect(text).toContain('(5 mg) twice daily (morning and bedtime) by mouth');
    expect(text).toContain('(5 mg) three times daily (morning, midday and bedtime) by mouth');
    expect(pharmacy('newborn --weight 2.9 --regimen a')).toContain('every 6 hours by mouth');
  });
});

describe('the ceiling of a plan that is no titration', () => {
  it.each([
    [
      'restart --from 20x3 --missed 2d --crcl 95 --age 40 --weight 70',
      'Ceiling: 80 mg per day, 20 mg per dose.',
      'Only your clinician may raise it, to 80 mg in a day at the most.',
    ],
    [
      'taper --from 20x3 --to ceiling --crcl 25',
      'Ceiling: 10 mg per day, from day 8 on.',
      'From day 8 on your limit is 10 mg in a day.',
    ],
  ])('%s', (line, text, sheet) => {
    expect(pharmacy(line)).toContain(text);
    expect(run([...line.split(' '), '--format', 'patient'], 600).out).toContain(sheet);
  });
});
