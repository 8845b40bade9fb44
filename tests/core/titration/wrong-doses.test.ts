import { describe, expect, it } from 'vitest';
import { argvOf, run } from '../../cli/run.js';

interface Answer {
  readonly refusal?: { readonly code: string; readonly instead: readonly string[] };
  readonly plan: {
    readonly schedule: readonly {
      fromDay: number;
      dailyDose: { value: number };
      doses: { dose: { value: number } }[];
    }[];
    readonly ifNeeded?: { dailyDose: { value: number } };
    readonly ceiling: { dailyDose: { value: number } };
    readonly supply: { value: number };
    readonly recommendation: { dailyDoses?: { value: number }[]; ceiling?: { value: number } };
  };
  readonly notices: readonly { code: string; severity: string; message: string }[];
}

const answer = (line: string): Answer => JSON.parse(run([...argvOf(`baclofen ${line}`), '--json']).out);

/** "1: 5, 8: 10, then 15": the first day of each level and its mg per day, and the one that is only offered. */
function planned(line: string): string {
  const { refusal, plan } = answer(line);
  if (refusal) return `refused: ${refusal.code}`;
  const levels = plan.schedule.map(({ fromDay, dailyDose }) => `${fromDay}: ${dailyDose.value}`);
  return [...levels, ...(plan.ifNeeded ? [`then ${plan.ifNeeded.dailyDose.value}`] : [])].join(', ');
}

const typed = (line: string) => answer(line).refusal?.instead.filter((each) => each.startsWith('Type: ')) ?? [];
const codes = (line: string) => answer(line).notices.map(({ code }) => code);
const renal = (line: string) => answer(line).plan.recommendation.dailyDoses?.map(({ value }) => value);

describe('wrong doses that were printed on 2026-11-22', () => {
  it('a boy of 12 and 25 kg is a child: the line without a start', () => {
    expect(planned('titrate --start 5 --age 12 --weight 25')).toBe('refused: start-above-first');
    expect(typed('titrate --start 5 --age 12 --weight 25')).toEqual(['Type: baclofen titrate --age 12 --weight 25']);
    // 0.3 x 25 = 7.5 in four equal doses is 1.875 each, 1.8 mL: 7.2. Then 7.2 + 7.5 = 14.7: 3.6 x 4 = 14.4.
    // Ends at 0.75 x 25 = 18.75: 4.6 x 4 = 18.4. Offered: 14.4 + 7.5 = 21.9, of 5.475 mL each: from 5 mL on 0.5: 5 x 4.
    expect(planned('titrate --age 12 --weight 25')).toBe('1: 7.2, 15: 14.4, 29: 18.4, then 20');
  });

  it('an adult of 20 kg is dosed as a child of that weight', () => {
    // 0.3 x 20 = 6 = 1.5 x 4; 12 = 3 x 4; 0.75 x 20 = 15: 3.7 x 4 = 14.8; then 12 + 6 = 18 = 4.5 x 4.
    expect(planned('titrate --start 5 --age 18 --weight 20')).toBe('1: 6, 15: 12, 29: 14.8, then 18');
  });

  it('12 years and 33 kg: 0.3 x 33 = 9.9 at a time, by tablets 5 mg more each week', () => {
    // 9.9: 5. 14.9: 10. 19.9: 15. 24.9: 20. 25, and the end: 30 is more than 0.75 x 33 = 24.75.
    expect(planned('titrate --start 5 --age 12 --weight 33')).toBe(
      '1: 5, 8: 10, 15: 15, 22: 20, 29: 25, 36: 30, then 35',
    );
  });

  it('4 years and 60 kg: above 15 + 6 x 4 = 39 kg, pounds are asked for', () => {
    expect(answer('titrate --age 4 --weight 60').refusal).toMatchObject({ code: 'weight-implausible' });
    expect(run(argvOf('baclofen titrate --age 4 --weight 60')).out).toMatch(/pounds/);
  });

  it('14 years in Germany: the child rule, ceiling 60', () => {
    expect(typed('titrate --start 5 --age 14 --weight 50 --rules de')).toEqual([
      'Type: baclofen titrate --age 14 --weight 50 --rules de',
    ]);
    // 0.3 x 50 = 15; 30; 0.75 x 50 = 37.5: 35; then 30 + 15 = 45.
    expect(planned('titrate --age 14 --weight 50 --rules de')).toBe('1: 15, 15: 30, 29: 35, then 45');
    expect(answer('titrate --age 14 --weight 50 --rules de').plan.ceiling.dailyDose.value).toBe(60);
  });

  it('20 kg without an age: the age is asked for', () => {
    expect(planned('titrate --start 5 --weight 20')).toBe('refused: age-needed');
    expect(run(argvOf('baclofen titrate --start 5 --weight 20')).out).toMatch(/--age/);
  });

  it('a child of 11 rises by 0.3 mg/kg/day at most, every 14 days', () => {
    // 42 kg: 12.6: 10; 22.6: 20; 0.75 x 42 = 31.5: 30; then 42.6... 30 + 12.6 = 42.6: 40.
    expect(planned('titrate --age 11 --weight 42')).toBe('1: 10, 15: 20, 29: 30, then 40');
    // 60 kg: 18, but no more than the 15 of an adult; 30; 45 = 0.75 x 60; then 60.
    expect(planned('titrate --age 11 --weight 60')).toBe('1: 15, 15: 30, 29: 45, then 60');
  });

  it('no dose of a child is above 20 mg', () => {
    expect(planned('titrate --age 10 --weight 60 --times 1')).toBe('1: 15, 15: 20');
  });

  it('40 mL/min: half of 15 is 7.5, by tablets 5; ends at 15', () => {
    // 7.5: 5. 5 + 7.5 = 12.5: 10. 17.5: 15. Then 22.5: 20. 7.5 is never rounded up into a step of 10.
    expect(planned('titrate --start 5 --crcl 40')).toBe('1: 5, 8: 10, 15: 15, then 20');
  });

  it('renal prints what titrate plans for 82 years', () => {
    const levels = Array.from({ length: 16 }, (_, index) => 5 * (index + 1));
    expect(renal('renal --age 82 --crcl 90')).toEqual(levels);
  });

  it('a height no longer changes the dose fourfold, and one that is missing is said', () => {
    const woman = 'titrate --start 5 --age 60 --sex female --weight 70 --creatinine 1.6mg/dL';
    // With 155 cm: BMI 29.1, ideal 47.9 kg, adjusted 56.7: 80 x 56.7 / 115.2 x 0.85 = 33.5. Without: CKD-EPI 36.7.
    expect(planned(woman)).toBe('1: 5, 8: 10, 15: 15, then 20');
    expect(planned(`${woman} --height 155`)).toBe('1: 5, 8: 10, 15: 15, then 20');
    expect(codes(woman)).toContain('estimate-could-be-lower');
    expect(codes(`${woman} --height 155`)).not.toContain('estimate-could-be-lower');
  });

  it('once daily at 65 and 44 mL/min: the lower of both, part by part', () => {
    // 5 x 1 halved is 2.5 and so is the step: 2.5 less than the 5 of the age. Ends at 15.
    const line = 'titrate --start 5 --times 1 --crcl 44 --product solution-1 --age';
    expect(planned(`${line} 65`)).toBe('1: 2.5, 8: 5, 15: 7.5, 22: 10, 29: 12.5, 36: 15, then 17.5');
    expect(planned(`${line} 64`)).toBe(planned(`${line} 65`));
  });

  it('below 30 mL/min no figure stands that is not followed', () => {
    for (const line of ['renal --crcl 25', 'renal --dialysis', 'titrate --crcl 25']) {
      const out = run(argvOf(`baclofen ${line}`)).out.replace(/\s+/g, ' ');
      expect(out).not.toMatch(/For this patient:|It would give \d/);
      expect(out).not.toMatch(/15, 20 and 25 mg/);
    }
    expect(renal('renal --crcl 25')).toEqual([5, 10]);
  });

  it('a start of 15 is warned of first, in mg per day; one of 30 is answered with the labelled start', () => {
    const [first] = answer('titrate --start 15').notices;
    expect(first).toMatchObject({ code: 'start-above-first', severity: 'warning' });
    // 15 x 3 = 45; the label starts at 5 x 3 = 15.
    expect(first?.message).toMatch(/^Day 1 would be 45 mg per day; this patient's own first level is 15 mg per day/);
    expect(typed('titrate --start 30')).toEqual(['Type: baclofen titrate --start 5']);
  });

  it('70 years and 55 mL/min: ends at 15, supply for 7 days', () => {
    expect(planned('titrate --start 5 --crcl 55 --age 70')).toBe('1: 5, 8: 10, 15: 15, then 20');
    expect(answer('titrate --start 5 --crcl 55 --age 70').plan.supply.value).toBe(7);
    expect(answer('titrate --start 5 --crcl 55 --age 70').notices[0]?.code).toBe('avoid-in-older-adult');
  });

  it('a start of 2.5 at 25 mL/min: one ceiling on the page', () => {
    expect(planned('titrate --start 2.5 --crcl 25 --product solution-1')).toBe('1: 2.5, 8: 5, then 10');
    const { plan, notices } = answer('titrate --start 2.5 --crcl 25 --product solution-1');
    expect(plan.ceiling.dailyDose.value).toBe(10);
    expect(notices.find(({ code }) => code === 'fixed-for-clearance')?.message).toMatch(/ceiling 10 mg per day/);
  });

  it('a creatinine beside a given clearance is shown, and warned of where its band is lower', () => {
    const line = 'titrate --start 5 --crcl 89.4 --age 60 --sex male --weight 80 --height 180 --creatinine 317.6umol/L';
    // 317.6 / 88.4 = 3.59 mg/dL; 80 x 75.0 (ideal) / (72 x 3.59) = 23.2, and CKD-EPI 18.6.
    expect(answer(line).notices[0]).toMatchObject({ code: 'given-above-estimate', severity: 'warning' });
    expect(planned(line)).toBe('1: 15, 4: 30, 7: 45, 10: 60, then 80');
  });

  it('a target that tablets cannot make is refused with the nearest that is then accepted', () => {
    // Whole tablets of 15 mg, no dose above 20: at most 15 x 4 = 60.
    const { refusal } = answer('titrate --start 15 --product tablet-15 --target 75');
    expect(refusal?.code).toBe('daily-dose-cannot-be-made');
    expect(refusal?.instead[0]).toBe('Nearest that can be made: 60 mg per day.');
    expect(planned('titrate --start 15 --product tablet-15 --target 60')).toBe('1: 45, 4: 60');
  });

  it('tablets of 10 mg are sold in Canada', () => {
    expect(codes('titrate --start 5 --rules ca')).not.toContain('product-not-in-market');
  });
});

describe('wrong doses that a second writing of the rules found', () => {
  const lifted = '--override dialysis --reason x --product solution-1';

  it('a child of 60 kg ends at the ceiling of the age: 0.75 x 60 is 45, below 8 years 40', () => {
    expect(planned('titrate --age 7y6m --weight 60')).toBe('1: 15, 15: 30, 29: 40');
  });

  it('no increase where the refusal on dialysis was lifted, whatever the clearance', () => {
    expect(planned(`titrate --dialysis --crcl 45 --age 40 ${lifted}`)).toBe('1: 2.5');
  });

  it('nor a larger start at 70 years than at 40', () => {
    for (const age of [40, 70])
      expect(planned(`titrate --start 5 --dialysis --age ${age} ${lifted}`)).toBe('refused: start-above-first');
  });

  it('a start that the weight lowers is compared with the end as it is made', () => {
    // 20 x 3 / 2 = 30; 0.3 x 50.1 = 15.03, of tablets 15: no higher than the end below 60 mL/min.
    expect(planned('titrate --start 20 --crcl 42 --age 22 --weight 50.1')).toBe('1: 15, then 20');
  });

  it('whoever takes it where it is to be avoided is asked about poisoning, and shown the way down', () => {
    for (const [kidney, code] of [
      ['--dialysis', 'dialysis'],
      ['--crcl 10', 'clearance-too-low'],
    ] as const) {
      const { refusal, notices } = answer(`titrate --from 10x3 --age 50 ${kidney}`);
      expect(refusal?.code).toBe(code);
      expect(notices.map((each) => each.code)).toEqual(['poisoning-first', 'daily-dose-where-avoided']);
      expect(refusal?.instead.at(-1)).toBe(`Type: baclofen taper --from 10x3 --days 14 --age 50 ${kidney}`);
    }
  });

  it('so is whoever takes more than a reduced kidney allows, also beside a start', () => {
    const line = 'titrate --start 5 --taking 20x3 --age 78 --crcl 22';
    expect(answer(line).refusal?.code).toBe('already-taking');
    expect(codes(line)).toEqual(expect.arrayContaining(['poisoning-first', 'daily-dose-above-ceiling']));
    expect(codes(line)[0]).toBe('poisoning-first');
    expect(codes('titrate --start 5 --taking 10x3 --age 40 --crcl 95')).toEqual([]);
    expect(codes('titrate --start 5 --taking 25x4 --age 40 --crcl 95')).toEqual(['daily-dose-above-ceiling']);
  });

  it('and where that was lifted, down to what it was lifted to', () => {
    const { refusal } = answer(`titrate --from 10x3 --age 50 --dialysis ${lifted}`);
    expect(refusal?.instead.at(-1)).toBe(
      'Type: baclofen taper --from 10x3 --to 2.5 --days 14 --age 50 --dialysis --product solution-1',
    );
  });

  it('three doses of a liquid where the rounded part is not above the largest', () => {
    // 55.5 + 5 = 60.5, a third of it 20.17, down to the mark of 0.5 mg: 20.
    const last = answer('titrate --start 5 --age 68 --product suspension-5 --target 60').plan.schedule.at(-1);
    expect(last?.doses.map(({ dose }) => dose.value)).toEqual([20, 20, 20]);
  });

  it('a present total of a liquid is divided into equal doses, as often as makes the whole of it', () => {
    // 5 mg in four doses would be 1.25 mL each; in two it is 2.5 mL.
    const [now] = answer('titrate --from 5 --on 10 --age 8 --weight 30.8').plan.schedule;
    expect(now?.doses.map(({ dose }) => dose.value)).toEqual([2.5, 2.5]);
  });

  it('the eGFR of a child is indexed, as what is normal for children is', () => {
    // For a body of 110 cm and 20 kg (0.78 m2) 120 would be 54, and the plan was refused.
    expect(planned('titrate --age 5 --weight 20 --height 110 --egfr 120')).toBe('1: 6, 15: 12, 29: 14.8, then 18');
  });

  it('a taper ends at the ceiling that titration prints for the same product', () => {
    // Half of 80 is 40, in three doses of 13.33 mg; of 5 mg per mL 13: 39. Four doses of 9.75 are 9.5: 38.
    const line = '--crcl 30 --product suspension-5';
    expect(answer(`titrate --start 5 ${line}`).plan.ceiling.dailyDose.value).toBe(39);
    const end = (from: number) => answer(`taper --from ${from} --to ceiling --days 3 ${line}`).plan.schedule.at(-1);
    expect([60, 240].map((from) => end(from)?.dailyDose.value)).toEqual([39, 38]);
  });
});

describe('a liquid divided into no more doses than it needs', () => {
  it('60 mg per day in three doses of 20, where the step to it would have been 61.5', () => {
    // 0.3 x 109.4 = 32.82: 3 x 10.5 = 31.5; + 15 = 46.5: 3 x 15.5; + 15 = 61.5: 20.5 is above 20, four of 15 are 60 again.
    const { schedule } = answer('titrate --start 15 --age 60 --weight 109.4 --product suspension-5').plan;
    expect(schedule.map(({ doses }) => doses.map(({ dose }) => dose.value))).toEqual([
      [10.5, 10.5, 10.5],
      [15.5, 15.5, 15.5],
      [20, 20, 20],
    ]);
  });
});

describe('a kidney below 30 mL/min never ends higher than a better one', () => {
  it('an adult of 10 kg', () => {
    // At 40 mL/min half of 0.75 x 10: 3.75, four doses of 0.9. At 20 half of it as well; steps of 0.15 x 10 = 1.5: 0.3 x 4,
    // then 1.2 + 1.5 = 2.7: 0.6 x 4, then 3.9: 0.9 x 4.
    expect(planned('titrate --age 18 --weight 10 --crcl 40')).toMatch(/3\.6, then/);
    expect(planned('titrate --age 18 --weight 10 --crcl 20')).toMatch(/^1: 1\.2, 15: 2\.4, 29: 3\.6/);
  });

  it('and nothing is increased where a specialist lifted that it is to be avoided', () => {
    // 0.15 x 30 = 4.5, once as for everyone; on dialysis 2.5 is less.
    const lifted = '--override clearance-too-low --reason haematology';
    expect(planned(`titrate --age 40 --weight 30 --crcl 10 ${lifted}`)).toBe('1: 4.5');
    const onDialysis = answer('titrate --age 40 --weight 30 --dialysis --override dialysis --reason nephrology').plan;
    expect(onDialysis.schedule.map(({ doses }) => doses.map(({ dose }) => dose.value))).toEqual([[2.5]]);
  });
});

describe('what is printed for everyone', () => {
  it('that encephalopathy comes at prescribed doses, and to stay at the first level that works', () => {
    const { out } = run(argvOf('baclofen titrate --start 5 --full'));
    const words = out.replace(/\s+/g, ' ');
    expect(words).toMatch(/can come at prescribed doses and with normal kidneys/);
    expect(words).toMatch(/Stop at the first level that works/);
  });

  it('what is in a liquid, of a child on one', () => {
    expect(answer('titrate --age 5 --weight 20').plan).toHaveProperty('excipients');
    expect(answer('titrate --age 9 --weight 40').plan).not.toHaveProperty('excipients');
    expect(answer('titrate --start 5 --product solution-1').plan).not.toHaveProperty('excipients');
    expect(answer('taper --from 10 --days 7 --age 6 --weight 20').plan).toHaveProperty('excipients');
    expect(answer('taper --from 40 --days 7 --age 40').plan).not.toHaveProperty('excipients');
  });

  it('of an older adult who comes off it without a number of the kidney, that it may be reduced', () => {
    const line = 'taper --from 60 --days 14';
    expect(codes(`${line} --age 76`)).toContain('older-without-kidney');
    expect(codes(`${line} --age 76 --crcl 90`)).not.toContain('older-without-kidney');
    expect(codes(`${line} --age 64`)).not.toContain('older-without-kidney');
  });

  it('an adult height below 120 cm: is it inches?', () => {
    expect(planned('titrate --start 5 --age 40 --height 64')).toBe('refused: height-implausible');
  });
});
