import { describe, expect, it } from 'vitest';
import type { Patient } from '../../../src/core/patient/patient.js';
import { planTitration } from '../../../src/core/titration/plan.js';
import type { TitrationRequest } from '../../../src/core/titration/types.js';
import type { Cited, Disagreement } from '../../../src/core/values/citation.js';
import { quantity, type Unit } from '../../../src/core/values/quantity.js';
import { mgPerDay, provenance } from '../fixtures.js';
import { child, clearance, parameters } from '../patient-plan.js';
import { planIn } from '../plan-facts.js';

/** A value as another source gives it, which no source here does. */
const or = <U extends Unit>(cited: Cited<U>, value: number): Cited<U> => ({
  ...cited,
  alternatives: [{ ...provenance, value }],
});

/** The data with another start in the United States and another pace for older adults. */
function withAlternatives() {
  const { titration } = parameters;
  const { us } = titration.rules;
  return {
    ...parameters,
    titration: {
      ...titration,
      rules: { ...titration.rules, us: { ...us, start: or(us.start, 2.5) } },
      older: { ...titration.older, interval: or(titration.older.interval, 14) },
    },
  };
}

function alternativesFor(patient: Patient, request: Omit<TitrationRequest, 'patient'> = {}, context = parameters) {
  const start = patient.weight ? {} : { start: quantity(5, 'mg') };
  return planIn(planTitration({ ...start, ...request, patient }, context)).alternatives;
}

/** "Days between steps 3 (60 on day 10): 4 (day 13), 7 (day 22)". */
function inWords({ part, adopted, reaches, others }: Disagreement): string {
  const here = reaches ? ` (${reaches.target.value} on day ${reaches.day})` : '';
  const each = others.map(({ value, reachesOnDay }) => `${value.value}${reachesOnDay ? ` (day ${reachesOnDay})` : ''}`);
  return `${part} ${adopted.value}${here}: ${each.join(', ')}`;
}

describe('what other sources say of the value that decided', () => {
  it('the label: pace and ceiling', () => {
    // 15, 30, 45, 60: three steps of 3, 4 or 7 days.
    expect(alternativesFor({}).map(inWords)).toEqual([
      'Days between steps 3 (60 on day 10): 4 (day 13), 7 (day 22)',
      'Ceiling 80: 75, 100, 100, 120, 120',
    ]);
  });

  it('to the target that was asked for, not to the usual one', () => {
    const to = (value: number) => alternativesFor({}, { target: mgPerDay(value) }).map(inWords)[0];
    // 15, 30: one step. 15, 30, 45, 50: three. 15, 30, 45, 60, 80: four.
    expect(to(30)).toBe('Days between steps 3 (30 on day 4): 4 (day 5), 7 (day 8)');
    expect(to(50)).toBe('Days between steps 3 (50 on day 10): 4 (day 13), 7 (day 22)');
    expect(to(80)).toBe('Days between steps 3 (80 on day 13): 4 (day 17), 7 (day 29)');
  });

  it('nothing of other paces where the pace was asked for: none of them is the one of the plan', () => {
    expect(alternativesFor({}, { interval: quantity(7, 'd') }).map(({ part }) => part)).toEqual(['Ceiling']);
  });

  it('with sources on both sides and the units kept', () => {
    const [pace] = alternativesFor({});
    expect(pace).toMatchObject({
      adopted: quantity(3, 'd'),
      citations: [{ source: 'fda-tablets-2023', locator: 'Dosage and administration, titration schedule' }],
      reaches: { target: mgPerDay(60), day: 10 },
    });
    expect(pace?.others[0]).toEqual({
      value: quantity(4, 'd'),
      note: expect.stringContaining('France'),
      citations: [{ source: 'france-lioresal', locator: expect.any(String) }],
      reachesOnDay: 13,
    });
    expect(Object.keys(pace?.adopted ?? {})).toEqual(['value', 'unit']);
  });

  it('the start, where the label decided it', () => {
    expect(alternativesFor({}, {}, withAlternatives())[0]).toEqual({
      part: 'Start',
      adopted: quantity(5, 'mg'),
      citations: [{ source: 'fda-tablets-2023', locator: expect.any(String) }],
      others: [
        { value: quantity(2.5, 'mg'), note: provenance.note, citations: [{ source: 'fixture', locator: 'none' }] },
      ],
    });
    // An older adult starts by another rule.
    const parts = alternativesFor({ age: quantity(70, 'a') }, {}, withAlternatives()).map(({ part }) => part);
    expect(parts).not.toContain('Start');
  });

  it('the pace of older adults, where that decided', () => {
    // 5, 10, ... 30: five steps. 1 + 5 x 7 = 36, 1 + 5 x 14 = 71.
    const older = { age: quantity(70, 'a') };
    expect(alternativesFor(older, {}, withAlternatives()).map(inWords)).toEqual([
      'Days between steps 7 (30 on day 36): 14 (day 71)',
      'Ceiling 80: 75, 100, 100, 120, 120',
    ]);
    // No source gives another.
    expect(alternativesFor(older).map(({ part }) => part)).toEqual(['Ceiling']);
  });

  it('nothing of a child, for whom no source gives this step at another pace', () => {
    expect(alternativesFor(child(5, 20))).toEqual([]);
  });

  it('is silent where the clearance decides all', () => {
    expect(alternativesFor(clearance(42))).toEqual([]);
    expect(alternativesFor(clearance(25))).toEqual([]);
  });
});
