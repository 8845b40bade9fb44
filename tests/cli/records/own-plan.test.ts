import { describe, expect, it } from 'vitest';
import { run } from '../run.js';
import { answerOf, ask, type Json, leftOut } from './ask.js';

/** A plan as it is exported, once a clinician has made orders of its drafts. */
function ordered(argv: readonly string[]): string {
  const exported = JSON.parse(run([...argv, '--format', 'fhir']).out);
  const entry = exported.entry.map(({ resource, ...rest }: { resource: Json }) => ({
    ...rest,
    resource: { ...resource, status: 'active', intent: 'order', authoredOn: '2026-11-28' },
  }));
  return JSON.stringify({ ...exported, entry });
}

function present(text: string) {
  const answer = answerOf(ask(text, ['taper', '--days', '21']));
  const { taken } = answer.request.patientFile;
  return { answer, dose: taken.find(({ part }: { part: string }) => part === 'currentDose') };
}

describe('the step of a plan of ours that holds today, 1 December 2026, reads back', () => {
  it.each([
    // 15, 30, 45, 60 mg per day, three days each.
    ['2026-12-01', 15],
    ['2026-11-28', 30],
    ['2026-11-25', 45],
    ['2026-11-22', 60],
    ['2026-01-01', 60],
  ])('of a titration from %s: %d mg per day', (day, daily) => {
    const { answer, dose } = present(ordered(['titrate', '--start', '5', '--start-date', day]));
    expect(leftOut(answer)).toEqual([]);
    expect(dose.dailyDose).toEqual({ value: daily, unit: 'mg/d' });
    expect(answer.request.from).toEqual({ dose: { value: daily / 3, unit: 'mg' }, timesDaily: 3 });
  });

  it('of uneven doses, as all of the day', () => {
    // Over 65: 5 mg at bedtime for 7 days, then 10 (morning and bedtime), then 15.
    const { answer, dose } = present(ordered(['titrate', '--start', '5', '--age', '82', '--start-date', '2026-11-24']));
    expect(leftOut(answer)).toEqual([]);
    expect(dose.dailyDose.value).toBe(10);
    expect(dose.doses.map(({ time }: { time: string }) => time)).toEqual(['morning', 'bedtime']);
  });

  it('of two products, as their sum at each time', () => {
    const argv = ['titrate', '--start', '15', '--product', 'tablet-5', 'tablet-10', '--start-date', '2026-12-01'];
    const { answer, dose } = present(ordered(argv));
    expect(leftOut(answer)).toEqual([]);
    expect(dose.dailyDose.value).toBe(45);
  });

  it('before it begins and after its end says so', () => {
    const later = present(ordered(['titrate', '--start', '5', '--start-date', '2027-01-01']));
    expect(leftOut(later.answer)).toEqual(['currentDose: not begun']);
    const over = present(ordered(['taper', '--from', '60', '--days', '14', '--start-date', '2026-10-01']));
    expect(leftOut(over.answer)).toEqual(['currentDose: ended']);
  });

  it('without dates is not guessed, and a draft is none', () => {
    const undated = present(ordered(['titrate', '--start', '5']));
    expect(leftOut(undated.answer)).toEqual(['baclofenNamed: several steps']);
    const draft = run(['titrate', '--start', '5', '--start-date', '2026-12-01', '--format', 'fhir']).out;
    expect(leftOut(present(draft).answer)).toEqual(['currentDose: proposal']);
  });
});
