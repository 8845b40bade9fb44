import type { PlannedDoses } from './plan.js';

/** FNV-1a, 64 bits: enough to tell plans apart, and the same on every machine and day. */
function hash(text: string): bigint {
  let state = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    state = ((state ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  return state;
}

function digits(text: string): string {
  return hash(text).toString(16).padStart(16, '0');
}

/** The plan in one line: whatever differs here is another plan. */
function content({ kind, startDate, steps, supplyDays }: PlannedDoses): string {
  const doses = steps.map(({ fromDay, toDay, doses: all }) => [
    fromDay,
    toDay,
    all.map(({ time, make }) => [time, make]),
  ]);
  return JSON.stringify([kind, startDate ?? '', supplyDays, doses]);
}

/**
 * 16 letters and digits that a plan keeps when it is changed: made of the name it was given, else of the patient and
 * the drug. Where neither is known, of the plan itself.
 */
export function lastingId(plan: PlannedDoses, planId: string | undefined): string {
  if (planId !== undefined) return digits(`plan ${planId}`);
  return digits(plan.name === undefined ? content(plan) : `baclofen ${plan.name}`);
}

/** A UUID made of words, the same for the same words (RFC 9562, version 8). */
export function uuidOf(words: readonly string[]): string {
  const [head, tail] = ['1', '2'].map((mark) => digits(JSON.stringify([mark, ...words])));
  const all = `${head}${tail}`;
  return [all.slice(0, 8), all.slice(8, 12), `8${all.slice(13, 16)}`, `8${all.slice(17, 20)}`, all.slice(20, 32)].join(
    '-',
  );
}
