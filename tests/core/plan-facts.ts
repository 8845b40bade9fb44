import type { Outcome } from '../../src/core/answer/outcome.js';
import type { Piece } from '../../src/core/answer/piece.js';
import type { Refusal, RefusalCode, RefusalParams } from '../../src/core/answer/refusal.js';
import type { Step } from '../../src/core/doses/schedule.js';
import { amounts } from './fixtures.js';

/** Days from and to, mg per day, and the mg at each time of day. */
type Row = readonly [fromDay: number, toDay: number | null, dailyDose: number, doses: Readonly<Record<string, number>>];

/** A step as a row of a table worked by hand: [1, 3, 15, { morning: 5, midday: 5, bedtime: 5 }]. */
export function row({ fromDay, toDay, dailyDose, doses }: Step): Row {
  return [fromDay, toDay, dailyDose.value, Object.fromEntries(doses.map(({ time, dose }) => [time, dose.value]))];
}

export function rows(schedule: readonly Step[]): Row[] {
  return schedule.map(row);
}

/** How many tablets (or mL) each time of day takes of a single product: { morning: 0.5 }. */
export function taken({ doses }: Step): Record<string, number> {
  return Object.fromEntries(
    doses.map(({ time, make }) => {
      const [count, ...more] = Object.values(amounts(make));
      if (count === undefined || more.length > 0) throw new Error(`${time} is not made of one product`);
      return [time, count];
    }),
  );
}

/** The plan of an outcome; a refusal fails the test with its code. */
export function planIn<Plan>(outcome: Outcome<unknown, Plan>): Plan {
  if (outcome.outcome === 'plan') return outcome.plan;
  throw new Error(`refused: ${outcome.refusal.code} ${JSON.stringify(outcome.refusal.params)}`);
}

/** The refusal of an outcome; a plan fails the test. */
export function refusalIn(outcome: Outcome<unknown, unknown>): Refusal {
  if (outcome.outcome === 'refusal') return outcome.refusal;
  throw new Error('not refused');
}

/** The numbers of a refusal that has to have this code. */
export function paramsOf<Code extends RefusalCode>(
  outcome: Outcome<unknown, unknown>,
  code: Code,
): RefusalParams[Code] {
  const refusal = refusalIn(outcome);
  if (refusal.code !== code) throw new Error(`refused with ${refusal.code}, not with ${code}`);
  // The code was compared just above; TypeScript does not narrow a union by a generic code.
  return refusal.params as RefusalParams[Code];
}

export function codes({ notices }: Outcome<unknown, unknown>): string[] {
  return notices.map(({ code }) => code);
}

/** The sources that a part cites, once each. */
export function sourcesOf(citations: readonly { readonly source: string }[]): string[] {
  return [...new Set(citations.map(({ source }) => source))];
}

/** { 'tablet-10': 45 } out of a dispensed quantity. */
export function dispensed(pieces: readonly Piece[]): Record<string, number> {
  return amounts(pieces);
}
