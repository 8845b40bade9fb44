import { describe, expect, it } from 'vitest';
import { argvOf, run } from './run.js';
import { expectCivil } from './trouble.js';

const baclofen = (line: string, columns?: number) => run(argvOf(`baclofen ${line}`), columns);
const answer = (line: string) => JSON.parse(baclofen(`${line} --json`).out);

describe('baclofen levels', () => {
  it('has points at least hourly, from 0 to the hours asked for', () => {
    const { plan } = answer('levels --dose 20x3 --hours 30');
    const hours: number[] = plan.points.map((point: { hours: number }) => point.hours);
    expect(hours.at(0)).toBe(0);
    expect(hours.at(-1)).toBe(30);
    for (const [index, hour] of hours.slice(1).entries()) expect(hour - (hours[index] ?? 0)).toBeLessThanOrEqual(1);
    expect(plan.points[0].level).toEqual({ value: 0, unit: 'ug/L' });
  });

  it('begins in the midst of regular doses where one is missed or doubled, and lasts through the next dose', () => {
    // Every 8 hours, 3 missed: taken again at 24 h, the curve goes on to 5 x 8 = 40 h.
    const { plan } = answer('levels --dose 20x3 --missed 3');
    expect(plan.begins).toBe('steady state');
    expect(plan.points.at(-1).hours).toBe(40);
    expect(plan.taken.map(({ doses }: { doses: number }) => doses)).toEqual([0, 0, 0, 1, 1, 1]);
    expect(answer('levels --dose 20x3 --doubled').plan.taken[0]).toEqual({ hours: 0, doses: 2 });
  });

  it('has the band of the two other sets, whichever is followed', () => {
    for (const [set, others] of [
      ['kochak', ['simon', 'chevillard']],
      ['simon', ['kochak', 'chevillard']],
      ['chevillard', ['kochak', 'simon']],
    ] as const) {
      const { plan } = answer(`levels --dose 20x3 --set ${set}`);
      expect(plan.band.sets.map((each: { set: string }) => each.set)).toEqual(others);
      const [one, other] = others.map((name) => answer(`levels --dose 20x3 --set ${name}`).plan.points);
      for (const [index, { lowest, highest }] of plan.band.points.entries()) {
        const both = [one[index].level.value, other[index].level.value];
        expect([lowest.value, highest.value]).toEqual([Math.min(...both), Math.max(...both)]);
      }
    }
  });

  it('takes the clearance from creatinine, the lowest estimate', () => {
    const woman = '--age 50 --sex female --weight 60 --height 162 --creatinine 1.4mg/dL';
    const { plan: renal } = answer(`renal ${woman}`);
    const { plan } = answer(`levels --dose 10x3 ${woman}`);
    // CL/F = 0.06 x (clearance + 30.2) / 0.74
    const expected = (0.06 * (renal.deciding.value.value + 30.2)) / 0.74;
    expect(plan.parameters.clearance.value).toBeCloseTo(expected, 6);
  });

  it.each([
    ['--weight 45', 'weight'],
    ['--hypersensitivity', 'hypersensitivity'],
    ['--used-for 90', 'used for'],
    ['--sex female', 'sex'],
    ['--height 160', 'height'],
  ])('is the same with %s, and says that it decides nothing', (flags, name) => {
    const [{ plan }, more] = [answer('levels --dose 20x3'), answer(`levels --dose 20x3 ${flags}`)];
    // ln 2 x 59 / 10.8 = 3.787 h; x 5 = 18.93 h.
    expect(plan.goneAfter.value).toBeCloseTo(18.93, 2);
    expect(plan.parameters.volume).toEqual({ value: 59, unit: 'L' });
    expect(more.plan).toEqual(plan);
    expect(baclofen(`levels --dose 20x3 ${flags}`).out).toContain(`Not used, it decides nothing here: ${name}.`);
  });

  it.each([
    ['levels --dose 20x3', true],
    ['levels --dose 20x3 --crcl 60', true],
    ['levels --dose 20x3 --crcl 59.99', false],
    ['levels --dose 20x3 --crcl 30', false],
    ['levels --dose 20x3 --age 64', true],
    ['levels --dose 20x3 --age 65', false],
    ['levels --dose 20x3 --age 65 --crcl 90', true],
  ])('%s: quotes a range: %s', (line, quotes) => {
    const { out } = baclofen(`${line} --full`);
    expect(out.includes('80 to 400 mcg/L')).toBe(quotes);
    expect(out.includes('therapeutic')).toBe(quotes);
    expect('quoted' in answer(line).plan).toBe(quotes);
  });

  it.each([
    ['levels --dose 5x2 --crcl 29.99', 'no-levels-at-clearance'],
    ['levels --dose 5x2 --egfr 29', 'no-levels-at-clearance'],
    ['levels --dose 5x2 --crcl 0', 'no-levels-at-clearance'],
    ['levels --single 5 --dialysis', 'no-levels-on-dialysis'],
    ['levels --single 5 --dialysis --crcl 90', 'no-levels-on-dialysis'],
    ['levels --single 5 --age 17.9', 'no-levels-below-age'],
    ['levels --single 5 --age 5 --sex male --creatinine 0.5mg/dL', 'no-levels-below-age'],
  ])('%s is refused: %s', (line, code) => {
    expect(answer(line).refusal.code).toBe(code);
    const { out, code: exit } = baclofen(`${line} --full`);
    expect(exit).toBe(1);
    expect(out).not.toContain('Half-life');
  });

  it.each(['levels --dose 5x2 --crcl 30', 'levels --dose 5x2 --crcl 29.99999999999', 'levels --dose 5x2 --age 18'])(
    '%s is drawn: on the edge',
    (line) => expect(baclofen(line).code).toBe(0),
  );

  it('gives every point as a number in CSV, with the band', () => {
    const lines = baclofen('levels --single 20 --hours 24 --set simon --format csv').out.split('\r\n');
    expect(lines[0]).toBe('hours,level_ug_per_l,lowest_ug_per_l,highest_ug_per_l');
    // 48 half hours and hour 0; the golden vector of Simon at 1, 2, 4 and 24 h: 200.44, 209.80, 160.44, 6.64
    expect(lines.slice(1).indexOf('')).toBe(49);
    const at = (hour: number) => lines[1 + 2 * hour]?.split(',').map(Number) ?? [];
    for (const [hour, level] of [
      [1, 200.44],
      [2, 209.8],
      [4, 160.44],
      [24, 6.64],
    ] as const) {
      const [hours, mid = Number.NaN, lowest = Number.NaN, highest = Number.NaN] = at(hour);
      expect(hours).toBe(hour);
      expect(mid).toBeCloseTo(level, 2);
      // The band is that of the other sets: the level of this one need not lie in it.
      expect(lowest).toBeLessThan(highest);
    }
  });

  it.each(['levels --dose 20x3', 'levels --dose 20x3 --crcl 45', 'levels --single 20', 'levels --dose 5x3 --age 82'])(
    '%s is brief: 22 rows of 80 columns',
    (line) => expect(baclofen(line).out.trimEnd().split('\n').length).toBeLessThanOrEqual(22),
  );

  it('fits any terminal with its chart', () => {
    for (const columns of [60, 80, 132]) {
      for (const line of baclofen('levels --dose 20x3 --chart --hours 336', columns).out.split('\n')) {
        expect(line.length, line).toBeLessThanOrEqual(columns);
      }
    }
  });

  it('is a page of its own in HTML, with the curve as a picture', () => {
    const { out, code } = baclofen('levels --dose 20x3 --format html');
    expect(code).toBe(0);
    expect(out).toMatch(/^<!doctype html>/);
    expect(out).toContain('<svg class="chart"');
    // 49 points on the line, and both edges of the band.
    expect(/<polyline class="line" points="([^"]*)"/.exec(out)?.[1]?.split(' ')).toHaveLength(49);
    expect(/<polygon class="area" points="([^"]*)"/.exec(out)?.[1]?.split(' ')).toHaveLength(98);
    expect(out).not.toMatch(/<script|https?:/);
  });

  it.each([
    ['levels', '--dose', 'nothing'],
    ['levels --dose 60', '--dose', '60'],
    ['levels --dose 20x5', '--dose', '20x5'],
    ['levels --dose 0x3', '--dose', '0x3'],
    ['levels --dose 201x1', '--dose', '201x1'],
    ['levels --dose 20mcgx3', '--dose', '20mcgx3'],
    ['levels --dose 20x3 --single 20', '--single', 'a dose beside --dose'],
    ['levels --single 20 --missed 1', '--missed', 'a single dose'],
    ['levels --single 20 --doubled', '--doubled', 'a single dose'],
    ['levels --dose 20x3 --missed 0', '--missed', '0'],
    ['levels --dose 20x3 --missed 13', '--missed', '13'],
    ['levels --dose 20x3 --hours 0', '--hours', '0'],
    ['levels --dose 20x3 --hours 337', '--hours', '337'],
    ['levels --dose 20x3 --set wuis', '--set', 'wuis'],
    ['levels --dose 20x3 --chart --json', '--chart', '--format json'],
  ])('%s is bad input', (line, flag, got) => {
    const { code, err } = expectCivil(argvOf(`baclofen ${line}`));
    expect(code).toBe(2);
    expect(err.startsWith(`${flag} got ${got}`) || err.startsWith(`${flag} got "${got}"`), err).toBe(true);
  });
});

describe('the table of a missed dose', () => {
  it('says below 0.01 of next to nothing', () => {
    const { out } = baclofen('levels --dose 20x3 --missed 9');
    // 72 hours of a half-life of 3.79 h after the last lowest of 112.7: 112.7 x 0.5 to the power of 19 = 0.0002
    expect(out).toMatch(/^9 doses missed: lowest +below 0\.01 mcg\/L$/m);
  });

  it('shows with --doubled what two doses at once do beside one', () => {
    const [usual, twice] = ['', ' --doubled'].map((more) => baclofen(`levels --dose 20x3${more}`).out);
    expect(usual).not.toMatch(/^(Then one dose|None missed)/m);
    expect(twice).toMatch(/^Then one dose: highest +/m);
    // 112.7 before the dose and 264.4 of a dose on its own, each at its own hour; the second dose adds 264 to 354: 617
    expect(twice).toMatch(/^None missed, doubled: highest +617 mcg\/L, 175% of usual$/m);
  });
});

describe('what is pasted into a record', () => {
  it('begins each row with what it is, and keeps the names of authors', () => {
    const { out } = baclofen('levels --dose 20x3 --format note');
    expect(out).toContain(
      'Highest, 1.2 hours after a dose: Kochak 354 mcg/L, Simon to Chevillard 307 to 484 mcg/L; Lowest',
    );
    expect(out).toContain('Gone after the last dose: Kochak 19 hours; One dose missed');
  });

  it('says day where there is one, and from which day none is given', () => {
    const { out } = baclofen('newborn --weight 2.9 --regimen a --birth-date 2026-11-27 --format note');
    expect(out).toContain('Days 1 to 4 (Fri 27 to Mon 30 Nov 2026): published 0.1 mg/kg/day, each dose 0.07 mg,');
    expect(out).toContain('; day 5 (Tue 1 Dec 2026): ');
    expect(out).toContain('; from day 14 (from Thu 10 Dec 2026): none.');
  });
});
