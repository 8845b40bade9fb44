import { describe, expect, it } from 'vitest';
import type { Patient } from '../../../src/core/patient/patient.js';
import { boundsOf, ladderOf, levelAbove, levelAtOrBelow, madeCeiling } from '../../../src/core/titration/ladder.js';
import type { Asked, Parts } from '../../../src/core/titration/types.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { mgPerDay } from '../fixtures.js';
import { child, clearance, parameters } from '../patient-plan.js';

function boundsFor(patient: Patient, asked: Omit<Asked, 'country'> = {}) {
  const bounds = boundsOf(patient, { country: 'us', ...asked }, parameters);
  if ('code' in bounds) throw new Error(`refused: ${bounds.code}`);
  return bounds;
}

/** "15 label": the number of a part and the rule that decided it. */
function parts(patient: Patient, asked: Omit<Asked, 'country'> = {}) {
  const { regimen } = boundsFor(patient, asked);
  const of = (name: keyof Parts) => `${regimen[name].value.value} ${regimen[name].by}`;
  return [of('first'), of('step'), of('interval'), of('ceiling'), of('target')];
}

const years = (age: number, rest: Patient = {}): Patient => ({ age: quantity(age, 'a'), ...rest });
const kilograms = (value: number): Patient => ({ weight: quantity(value, 'kg') });

describe('the most cautious rule decides, part by part', () => {
  it.each<[string, Patient, string[]]>([
    ['the label', {}, ['15 label', '15 label', '3 label', '80 label', '60 label']],
    // 65 years: 5 once daily; weekly; ends at 30. The ceiling stays the label's.
    ['the age', years(65), ['5 older adult', '5 older adult', '7 older adult', '80 label', '30 older adult']],
    // 15 x 1/2; 80 x 1/2; below 60 ends at 15.
    ['the clearance', clearance(40), ['7.5 clearance', '7.5 clearance', '7 clearance', '40 clearance', '15 clearance']],
    // 5 is less than 7.5; both ask for 7 days.
    [
      'the age and the clearance',
      years(70, clearance(40)),
      ['5 older adult', '5 older adult', '7 clearance', '40 clearance', '15 clearance'],
    ],
    // 0.3 x 40 = 12; 2 x 40 = 80 is no less than the label; 30 is no less than 0.75 x 40.
    ['a low weight', kilograms(45), ['13.5 weight', '13.5 weight', '7 weight', '80 label', '33.75 weight']],
    // 0.3 x 5 = ... 0.3 x 20 = 6; 2 x 20 = 40 is the ceiling of the age as well.
    ['a child', child(5, 20), ['6 child', '6 child', '14 child', '40 child', '15 child']],
    // 0.3 x 40 = 12, 30 is no less than 0.75 x 40 = 30.
    ['12 to 17 years', child(14, 40), ['12 weight', '12 weight', '7 adolescent', '60 adolescent', '30 adolescent']],
  ])('%s', (_, patient, expected) => expect(parts(patient)).toEqual(expected));

  it('what was asked for where it is the lower, and the pace that was asked for', () => {
    const asked = { start: quantity(4, 'mg'), interval: quantity(10, 'd') };
    // 4 x 3 = 12.
    expect(parts({}, asked)).toEqual(['12 asked', '15 label', '10 asked', '80 label', '60 label']);
    // A start of the label is the label's.
    expect(parts({}, { start: quantity(5, 'mg') })[0]).toBe('15 label');
  });

  it('from 65 years below 30 mL/min the ceiling is the first level', () => {
    expect(parts(years(65, clearance(29)))).toEqual([
      '5 clearance',
      '5 clearance',
      '7 clearance',
      '5 clearance',
      '5 clearance',
    ]);
  });
});

describe('the ladder', () => {
  const ladder = (patient: Patient, asked: Asked = { country: 'us' }) => {
    const found = ladderOf(patient, asked, parameters);
    if ('code' in found) throw new Error(`refused: ${found.code}`);
    return found;
  };

  it('has a level above and one at or below a daily dose, but for its ends', () => {
    // 15, 30, 45, 60, 80.
    const us = ladder({});
    expect(levelAbove(us, mgPerDay(30))?.dailyDose).toEqual(mgPerDay(45));
    expect(levelAbove(us, mgPerDay(80))).toBeUndefined();
    expect(levelAtOrBelow(us, mgPerDay(59))?.dailyDose).toEqual(mgPerDay(45));
    expect(levelAtOrBelow(us, mgPerDay(10))).toBeUndefined();
  });

  it('goes on by the adopted step where the last step of the label does not stand', () => {
    const doses = (patient: Patient) => ladder(patient).levels.map(({ dailyDose }) => dailyDose.value);
    // 0.3 x 49 = 14.7: 10, 20 ... by tablets; 60 + 14.7 = 74.7: 70.
    expect(doses(kilograms(49)).slice(-3)).toEqual([60, 70, 80]);
    expect(doses(kilograms(50)).slice(-2)).toEqual([60, 80]);
  });

  it('has the ceiling that its products make, which the bounds give without the way up', () => {
    for (const patient of [{}, clearance(65), years(70, clearance(40)), child(9, 22), child(6, 31), kilograms(36)]) {
      expect(madeCeiling(boundsFor(patient), parameters.products)).toEqual(ladder(patient).ceiling);
    }
    // 80 x 2/3 = 53.3.
    expect(ladder(clearance(65)).ceiling).toEqual(mgPerDay(50));
  });

  it('is refused where nobody like this is planned', () => {
    for (const patient of [{ dialysis: true }, clearance(10), { hypersensitivity: true }, kilograms(20)]) {
      expect(boundsOf(patient, { country: 'us' }, parameters)).toHaveProperty('code');
      expect(ladderOf(patient, { country: 'us' }, parameters)).toHaveProperty('code');
    }
  });
});
