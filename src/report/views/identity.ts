import type { PlannedDoses } from './plan.js';

/** FNV-1a, 64 bits: enough to tell plans apart, and the same on every machine and day. */
function hash(text: string): bigint {
  let state = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    state = ((state ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  return state;
}

/** The plan in one line: whatever differs here is another plan. */
function content({ kind, name, startDate, steps, supplyDays }: PlannedDoses): string {
  const doses = steps.map(({ fromDay, toDay, doses: all }) => [
    fromDay,
    toDay,
    all.map(({ time, make }) => [time, make]),
  ]);
  return JSON.stringify([kind, name ?? '', startDate ?? '', supplyDays, doses]);
}

/** 16 letters and digits that name a plan; the same plan always gets the same. */
export function planId(plan: PlannedDoses): string {
  return hash(content(plan)).toString(16).padStart(16, '0');
}

/** A UUID made from the plan and a part of it (RFC 9562, version 8). */
export function planUuid(plan: PlannedDoses, part: string): string {
  const [head, tail] = [`1 ${part}`, `2 ${part}`].map((mark) =>
    hash(`${mark} ${content(plan)}`)
      .toString(16)
      .padStart(16, '0'),
  );
  const digits = `${head}${tail}`;
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}
