import { describe, expect, it } from 'vitest';
import { loadParameters } from '../../../src/parameters/load.js';
import { run } from '../../cli/run.js';

/** A sheet on one line, and what stands under one of its headings. */
function sheet(line: string, format = 'patient') {
  const { out, code } = run([...line.split(' '), '--format', format], 600);
  expect(code, line).toBe(0);
  const headings = [
    'Call the emergency number at once',
    'Good to know',
    'Watch for a dose that is',
    'Watch for a dose that fell',
    'If you notice',
  ];
  const under = (heading: string) => {
    const [, rest = ''] = out.split(`${heading}`);
    return rest.split(new RegExp(headings.join('|')))[0] ?? '';
  };
  return {
    out: out.replace(/\s+/g, ' '),
    emergency: under(headings[0] ?? ''),
    high: under('Watch for a dose that is'),
    fell: under('Watch for a dose that fell'),
  };
}

const overdose = 'it may be too much baclofen. Do not wait, and do not take the next dose';

describe('the first question before a taper, on the sheet', () => {
  // Rules, section 6: below 60 mL/min, on dialysis, or from a dose above the ceiling of the band.
  it.each([
    'taper --from 20x3 --to ceiling --crcl 25',
    'taper --from 20x3 --days 14 --age 82 --crcl 25',
    'taper --from 5x3 --days 7 --dialysis --age 60',
    'taper --from 20x3 --days 14 --crcl 59.9',
    'taper --from 20x3 --days 14 --age 72 --sex female --weight 60 --height 162 --creatinine 1.4mg/dL',
    'titrate --start 5 --age 82 --crcl 25',
  ])('%s', (line) => {
    const { out, emergency, high, fell } = sheet(line);
    expect(emergency).toContain(overdose);
    expect(out).toContain('Your kidneys remove baclofen slowly');
    expect(out).not.toContain('healthy kidneys');
    // What is an emergency here is not for the clinician as well.
    for (const sign of ['Very sleepy', 'Confused', 'Muscle jerks']) expect(high + fell).not.toContain(sign);
    expect(fell).toContain('Seeing or hearing things');
  });

  it('stands on no sheet of healthy kidneys, which speaks of weak ones all the same', () => {
    const { out, emergency, high } = sheet('taper --from 20x3 --days 14 --crcl 95');
    expect(emergency).not.toContain('too much baclofen');
    expect(high).toMatch(/Very sleepy\s+- Confused/);
    expect(out).toContain('also with healthy kidneys; with weak ones they are likelier and come at lower doses');
  });

  it('asks parents about their child', () => {
    const { emergency, high } = sheet('taper --from 10x3 --days 14 --age 9 --weight 30 --dialysis');
    expect(emergency).toContain('do not give the next dose before you have spoken to them');
    expect(high).not.toContain('Floppy');
  });
});

describe('a dose that goes on above the ceiling, or where the drug is to be avoided', () => {
  it.each([
    [
      'switch --dose 20x3 --from tablet-20 --to tablet-10 --age 82 --crcl 25',
      'This dose is more than is usual for you',
    ],
    [
      'switch --dose 5x3 --from tablet-5 --to tablet-10 --dialysis',
      'with kidneys like yours baclofen is usually avoided',
    ],
    ['taper --from 20x3 --to 30 --days 7 --crcl 25', 'This dose is more than is usual for you'],
    ['switch --dose 30x3 --from tablet-20 --to tablet-10 --crcl 95', 'This dose is more than is usual for you'],
  ])('is said before the doses: %s', (line, said) => {
    for (const format of ['patient', 'html']) {
      const { out } = sheet(line, format);
      expect(out.indexOf(said), format).toBeGreaterThan(0);
      expect(out.indexOf(said), format).toBeLessThan(out.indexOf('Whole day'));
      expect(out).toMatch(
        /your clinician will bring (it|the dose) down in steps\. Do not change it by yourself, and never stop suddenly\. Very sleepy, confused or jerking: call the emergency number/,
      );
      expect(out).not.toContain('The dose stays as it is');
    }
    expect(sheet(line).emergency).toContain(overdose);
  });

  it('is not said of a dose within it', () => {
    const { out } = sheet('switch --dose 5x2 --from tablet-5 --to tablet-10 --age 40 --crcl 25');
    expect(out).toContain('The dose stays as it is');
    expect(out).not.toContain('more than is usual');
  });
});

describe('a sheet after a gap', () => {
  // Rules, section 17: withdrawal after missed doses is an emergency.
  it.each([
    'restart --from 20x3 --missed 2d --crcl 95 --age 40 --weight 70',
    'restart --from 5x3 --missed 2d --age 8 --weight 30',
  ])('has the signs of withdrawal under emergency, and there alone: %s', (line) => {
    const { emergency, high, fell } = sheet(line);
    expect(emergency).toContain('Confused, seeing or hearing things that are not there, a high fever or stiff muscles');
    for (const sign of ['Confused', 'Seeing', 'fever', 'Stiff']) expect(high + fell).not.toContain(sign);
  });
});

describe('a sheet with two causes of confusion', () => {
  it.each([
    'restart --from 10x3 --missed 2d --crcl 45 --age 60 --weight 70',
    'restart --from 5x3 --missed 20d --crcl 35 --age 76 --weight 50',
  ])('says one thing to do: %s', (line) => {
    const { out, emergency } = sheet(line);
    expect(emergency).toContain('too much baclofen, or come from the');
    expect(out.match(/confused,/gi)).toHaveLength(1);
  });
});

describe('a sheet of who is allergic to baclofen', () => {
  it.each([
    'taper --from 20x3 --days 14 --hypersensitivity --age 60',
    'taper --from 5x3 --days 14 --hypersensitivity --age 8 --weight 30',
  ])('has its signs under emergency: %s', (line) => {
    expect(sheet(line).emergency).toContain('Swelling of the face or throat, trouble breathing or a rash that spreads');
    expect(sheet(line.replace(' --hypersensitivity', '')).out).not.toContain('the allergy');
  });
});

describe('when to call', () => {
  it.each([
    'titrate --start 5',
    'taper --from 20x3 --days 14',
    'titrate --age 6 --weight 20',
    'restart --from 20x3 --missed 2d',
  ])('is one time for all signs: %s', (line) => {
    const { out } = sheet(line);
    expect(out).toContain('If you notice any of these: call the clinician named on this sheet at once.');
    expect(out).not.toContain('same day');
  });
});

describe('what is said at a switch', () => {
  // The old number of the new pieces, as the terminal has it: 1 x 10 mg, and 2 x 20 mg.
  it.each([
    [
      'switch --dose 20x3 --from tablet-20 --to tablet-10',
      'Never 1 tablet of 10 mg in place of 1 tablet of 20 mg: that is 10 mg and not 20 mg.',
    ],
    [
      'switch --dose 20x3 --from tablet-10 --to granules-20',
      'Never 2 granule packets of 20 mg in place of 2 tablets of 10 mg: that is 40 mg and not 20 mg.',
    ],
    [
      'switch --dose 7x3 --from 1mg/mL --to 10mg/mL',
      'Never the old amount (7 mL) of the new product: that is 70 mg and not 7 mg.',
    ],
  ])('names the old number: %s', (line, said) => {
    for (const format of ['patient', 'pharmacy', 'html']) expect(sheet(line, format).out).toContain(said);
  });

  it('marks the syringe of a liquid and the pack of anything else', () => {
    expect(sheet('switch --dose 5x3 --from solution-1 --to suspension-5').out).toMatch(
      /Mark the new volume on the syringe\. The old/,
    );
    expect(sheet('switch --dose 20x3 --from tablet-20 --to tablet-10').out).toMatch(
      /Write the new number on the pack\. The old/,
    );
  });
});

describe('how the product is taken', () => {
  const syringe = 'oral syringe, never with a spoon, and check the bottle each time: its strength must be the strength';

  it.each([
    'titrate --start 5 --age 40 --product suspension-5',
    'taper --from 20x3 --days 14 --product solution-1',
    'switch --dose 5x3 --from solution-1 --to suspension-5',
    'titrate --age 6 --weight 20 --product suspension-5',
  ])('a liquid, in a syringe: %s', (line) => {
    expect(sheet(line).out.split(syringe)).toHaveLength(2);
  });

  it('granules, whole and within 2 hours; tablets, neither', () => {
    const granules = sheet('titrate --start 5 --product granules-5').out;
    expect(granules).toMatch(/mixed into up to 15 mL .* within 2 hours/);
    const tablets = sheet('titrate --start 5').out;
    for (const said of [granules, tablets]) expect(said).not.toContain('syringe');
    expect(tablets).not.toContain('Packet');
  });

  it('names no product of another country', () => {
    const { out } = sheet('titrate --age 6 --weight 20 --rules uk --product solution-1');
    expect(out).not.toContain('Ozobax');
    expect(out).toContain('some are kept in a refrigerator');
  });
});

describe('what else the patient takes and has', () => {
  it.each([
    [
      'titrate --start 5 --with oxycodone,diazepam',
      'Together with oxycodone and diazepam, baclofen can slow your breathing. Show this sheet to somebody at home',
    ],
    ['titrate --start 5 --with gabapentin', 'Together with gabapentin, baclofen can slow your breathing'],
    ['titrate --start 5 --with alcohol', 'Together with alcohol, baclofen can slow your breathing'],
    ['taper --from 20x3 --days 14 --with morphine', 'Together with morphine, baclofen can slow your breathing'],
    ['titrate --age 9 --weight 30 --with clobazam,oxycodone', 'Together with clobazam and oxycodone, baclofen'],
    ['titrate --age 9 --weight 30 --with clobazam', 'Together with clobazam, baclofen can slow'],
    ['titrate --start 5 --condition pregnancy', 'tell the team of the birth about baclofen'],
    ['titrate --start 5 --condition epilepsy', 'fits can come more often with baclofen'],
    ['taper --from 20x3 --days 14 --condition depression', 'speak to a doctor at once or go to a hospital'],
    ['titrate --start 5 --condition posture', 'standing and walking less safe'],
  ])('is spoken of: %s', (line, said) => {
    for (const format of ['patient', 'html']) expect(sheet(line, format).out).toContain(said);
    expect(sheet(line.replace(/ --(with|condition) .*/, '')).out).not.toContain(said);
  });

  // The severity of antihistamines is moderate; every sheet says that sedating drugs add to drowsiness.
  it('is no alarm for one weaker sedative of an adult, nor twice for two', () => {
    expect(sheet('titrate --start 5 --with cetirizine').out).not.toContain('slow your breathing');
    expect(sheet('titrate --start 5 --with morphine,alcohol').out.match(/slow your breathing/g)).toHaveLength(1);
  });

  it('has a sentence for names of conditions alone', () => {
    const { leaflet, conditions } = loadParameters();
    const names = conditions.conditions.map(({ name }) => name);
    expect(leaflet.conditions.length).toBeGreaterThan(0);
    for (const { condition } of leaflet.conditions) expect(names).toContain(condition);
  });
});

describe('what a patient reads of how the plan came about', () => {
  it.each([
    [
      'titrate --start 5 --crcl 10 --override clearance-too-low --reason agreed',
      'Baclofen is usually not given with kidneys as weak as these. It is given here all the same, for this reason: agreed',
    ],
    [
      'titrate --dialysis --product solution-1 --override dialysis --reason agreed',
      'Baclofen is usually not given on dialysis. It is given here all the same, for this reason: agreed',
    ],
    [
      'titrate --start 5 --age 14 --weight 50 --target 70 --override target-above-ceiling --reason agreed',
      'This plan goes above the usual highest dose, for this reason: agreed',
    ],
    [
      'titrate --age 6 --weight 70 --override weight --reason agreed',
      'This plan is made for an unusual weight, for this reason: agreed',
    ],
  ])('a lifted refusal, without its code: %s', (line, said) => {
    const { out } = sheet(line);
    expect(out).toContain(said);
    expect(out).not.toMatch(/refusal|clearance-too-low|target-above/);
  });

  it('a judgement of ours, beside the clinician who stands for it', () => {
    const { out } = sheet('restart --from 20x3 --missed 2d');
    expect(out).toContain('a judgement, not reviewed by a clinician; your own clinician decided that it suits you.');
    expect(out).not.toContain('Judgement, not reviewed');
    expect(sheet('restart --from 5x3 --missed 2d --age 8 --weight 30').out).toContain(
      'decided that it suits your child.',
    );
  });
});

describe('a newborn who drinks milk beside the course', () => {
  const line = 'newborn --weight 2.9 --regimen a --with-milk 1/3';

  it('is not told that nothing follows the last dose', () => {
    for (const format of ['patient', 'html']) {
      const { out } = sheet(line, format);
      expect(out).toContain('Day 14 is the first day without a dose.');
      expect(out).toContain('The milk goes on after the last dose');
      expect(out).toContain('do not stop breastfeeding suddenly');
    }
    // 0.32 mg/L x 150 mL/kg/day / 3 = 0.016 mg/kg/day
    const { out } = sheet(line, 'pharmacy');
    expect(out).toContain('From day 14 on: none; the milk of the mother goes on, 0.016 mg/kg/day.');
    expect(out).toContain('the feeding is not stopped suddenly');
  });

  it('and one who drinks none is', () => {
    const { out } = sheet('newborn --weight 2.9 --regimen a');
    expect(out).toContain('Day 14 is the first day without baclofen.');
    expect(out).not.toContain('breastfeeding');
  });
});
