import { describe, expect, it } from 'vitest';
import { quickRun } from './trouble.js';

const unusedIn = (line: string) => {
  const { out } = quickRun([...line.split(' '), '--json']);
  const { notices } = JSON.parse(out) as { notices: { code: string; params: { fields?: string[] } }[] };
  return notices.filter(({ code }) => code === 'not-used').flatMap(({ params }) => params.fields ?? []);
};

describe('what was given and decided nothing', () => {
  // Without a creatinine neither sex nor height enters anything.
  it.each([
    ['titrate --start 5 --height 170', ['height']],
    ['titrate --start 5 --age 34 --sex male --height 180', ['sex', 'height']],
    ['renal --crcl 25 --weight 60', ['weight']],
    // Cockcroft-Gault takes age, sex, weight and creatinine, and the ideal weight the height.
    ['renal --age 72 --sex female --weight 60 --height 162 --creatinine 1.4mg/dL', []],
    // Said as the default is: it makes an assumption unnecessary.
    ['titrate --start 5 --age 34 --crcl 100 --rules us', []],
    ['titrate --start 5 --target 60', []],
    ['taper --days 14 --from 60 --height 170', ['height']],
    ['infant-dose --milk 0.32 --infant-weight 3.5', []],
  ])('%s: %j', (line, fields) => expect(unusedIn(line)).toEqual(fields));

  it('is said in the brief answer', () => {
    const { out } = quickRun(['titrate', '--start', '5', '--height', '170']);
    expect(out).toContain('Not used, it decides nothing here: height.');
  });

  it('changes nothing else', () => {
    const answer = (line: string) => JSON.parse(quickRun([...line.split(' '), '--json']).out);
    const [bare, more] = [answer('titrate --start 5'), answer('titrate --start 5 --height 170')];
    expect(more.plan).toEqual(bare.plan);
  });

  it('of a refusal is nothing said', () => {
    expect(unusedIn('titrate --start 5 --dialysis --weight 70')).toEqual([]);
  });
});
