import { type Kinetics, levelAfterDose, levelAtSteadyState } from './equations.js';

/** Doses by the hour: regular ones from the first or for ever, and what is taken more (or, below 0, less) on top. */
export interface Course {
  readonly dose: number;
  /** Hours between regular doses; without it there is one dose at hour 0. */
  readonly interval?: number;
  /** Regular doses have been taken for long before hour 0. */
  readonly steady: boolean;
  readonly changes: readonly { readonly at: number; readonly dose: number }[];
}

/** The level (mcg/L) at an hour of the course: the levels of all doses, added up. */
export function levelIn(kinetics: Kinetics, course: Course, hour: number): number {
  const extra = course.changes.reduce((sum, { at, dose }) => sum + levelAfterDose(kinetics, dose, hour - at), 0);
  return regularLevel(kinetics, course, hour) + extra;
}

function regularLevel(kinetics: Kinetics, { dose, interval, steady }: Course, hour: number): number {
  if (interval === undefined) return levelAfterDose(kinetics, dose, hour);
  const taken = Math.floor(hour / interval + 1e-9);
  if (steady) return levelAtSteadyState(kinetics, dose, interval, Math.max(0, hour - taken * interval));
  return Array.from({ length: taken + 1 }, (_, index) => index * interval).reduce(
    (sum, at) => sum + levelAfterDose(kinetics, dose, hour - at),
    0,
  );
}

const perHour = 60;

/** The highest and the lowest level (mcg/L) from one hour to another, looked for minute by minute. */
export function extremesOf(
  kinetics: Kinetics,
  course: Course,
  from: number,
  to: number,
): { readonly highest: number; readonly lowest: number } {
  const minutes = Math.ceil((to - from) * perHour);
  let [highest, lowest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let minute = 0; minute <= minutes; minute += 1) {
    const level = levelIn(kinetics, course, Math.min(to, from + minute / perHour));
    highest = Math.max(highest, level);
    lowest = Math.min(lowest, level);
  }
  return { highest, lowest };
}
