import { describe, expect, it } from 'vitest';
import { checkPrescription } from '../../../src/core/check/plan.js';
import type { CheckRequest } from '../../../src/core/check/types.js';
import { InputError } from '../../../src/core/values/input-error.js';
import { loadParameters } from '../../../src/parameters/load.js';
import { panelOver } from './cohort.js';
import { csvOf, people as drawn, type Person } from './people.js';

const parameters = loadParameters();
/** What a single check is asked for the same person. */
function requestOf(p: Person): CheckRequest {
  const amount = <U extends string>(value: number | undefined, unit: U) =>
    value === undefined ? undefined : { value, unit };
  const patient = {
    age: amount(p.age, 'a'),
    sex: p.sex,
    weight: amount(p.weight_kg, 'kg'),
    height: amount(p.height_cm, 'cm'),
    creatinine: amount(p.creatinine_umol_l, 'umol/L'),
    creatinineClearance: amount(p.crcl, 'mL/min'),
    egfr: amount(p.egfr, 'mL/min/{1.73_m2}'),
    dialysis: p.dialysis === undefined ? undefined : true,
  };
  const known = Object.fromEntries(Object.entries(patient).filter(([, value]) => value !== undefined));
  return {
    steps: [{ dose: { day: { value: p.daily_dose_mg, unit: 'mg' } } }],
    patient: known,
    ...(p.with && { drugs: p.with.split(';') }),
  };
}

/** Status, band, ceiling and findings of a single check, where there is a plan. */
function byCheck(p: Person) {
  try {
    const outcome = checkPrescription(requestOf(p), parameters);
    if (outcome.outcome === 'refusal') return { status: 'unreadable', band: '', ceiling: '', findings: '' };
    const { findings, ceiling, deciding } = outcome.plan;
    const level = findings[0]?.level;
    const kidney = deciding !== undefined || p.dialysis === 'yes';
    return {
      status: level === 'stop' || level === 'ask' ? level : kidney ? 'none' : 'no-kidney-data',
      band: deciding?.band ?? '',
      ceiling: ceiling ? String(ceiling.value) : '',
      findings: [...new Set(findings.map(({ code }) => code))].join(';'),
    };
  } catch (error) {
    if (error instanceof InputError) return { status: 'unreadable', band: '', ceiling: '', findings: '' };
    throw error;
  }
}

describe('a cohort', () => {
  // `npm run panel:rows` asks for more.
  const people = drawn(Number(process.env.PANEL_ROWS ?? 1_000), 19);
  const ids = people.map((_, index) => index);
  const { rows, err } = panelOver(csvOf(people, ids));

  it('says of each random row what a single check says', () => {
    expect(rows).toHaveLength(people.length);
    for (const [index, p] of people.entries()) {
      const { status, band, ceiling, findings } = rows[index] ?? {};
      expect({ p, status, band, ceiling, findings }).toEqual({ p, ...byCheck(p) });
    }
  });

  it('has counts that add up to the rows', () => {
    const [, total = '', counts = ''] = /([\d,]+) rows: (.*)\./.exec(err) ?? [];
    const sum = [...counts.matchAll(/[\d,]+(?= [a-z])/g)].reduce(
      (all, [count]) => all + Number(count.replaceAll(',', '')),
      0,
    );
    expect([total.replaceAll(',', ''), sum]).toEqual([String(people.length), people.length]);
    for (const status of ['unreadable', 'stop', 'ask', 'none', 'no-kidney-data']) {
      const counted = rows.filter((row) => row.status === status).length;
      const words = { 'no-kidney-data': 'no kidney data', none: 'nothing found' }[status] ?? status;
      expect(err.replaceAll(',', '')).toContain(`${counted} ${words}`);
    }
  });

  it('that is shuffled has shuffled answers', () => {
    // 997 is a prime: every place is visited once.
    const order = ids.slice(0, 997).map((index) => (index * 7 + 3) % 997);
    const shuffled = panelOver(
      csvOf(
        order.map((index) => people[index] as Person),
        order,
      ),
    );
    expect(shuffled.rows).toEqual(order.map((index) => rows[index]));
  });
});
