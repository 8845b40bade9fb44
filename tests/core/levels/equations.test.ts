import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Course, extremesOf, levelIn } from '../../../src/core/levels/course.js';
import {
  areaUnderLevel,
  halfLife,
  hoursToPeak,
  hoursToSteadyPeak,
  type Kinetics,
  levelAfterDose,
  levelAtSteadyState,
  meanLevel,
} from '../../../src/core/levels/equations.js';
import { disturbed } from '../../../src/core/levels/missed.js';

const bodies = fc.record({
  absorption: fc.double({ min: 0.3, max: 4, noNaN: true }),
  clearance: fc.double({ min: 1, max: 30, noNaN: true }),
  volume: fc.double({ min: 10, max: 200, noNaN: true }),
});
const doses = fc.double({ min: 0.5, max: 100, noNaN: true });
const intervals = fc.constantFrom(6, 8, 12, 24);
const times = fc.double({ min: 0, max: 72, noNaN: true });

const close = (one: number, other: number, relative = 1e-9) =>
  expect(Math.abs(one - other)).toBeLessThanOrEqual(relative * Math.max(1, Math.abs(one), Math.abs(other)));

/**
 * The second way: no formula, but the two differential equations, gut' = -ka gut and blood' = ka gut - (CL/V) blood,
 * by the method of Runge and Kutta (fourth order) in steps of a 200th of an hour. Level in mcg/L at each whole hour.
 */
function integrated(
  { absorption, clearance, volume }: Kinetics,
  taken: (hour: number) => number,
  hours: number,
): readonly number[] {
  const perHour = 200;
  const step = 1 / perHour;
  const rate = clearance / volume;
  const slope = (gut: number, blood: number) => [-absorption * gut, absorption * gut - rate * blood] as const;
  let [gut, blood] = [0, 0];
  const levels = [];
  for (let hour = 0; hour <= hours; hour += 1) {
    levels.push((1000 * blood) / volume);
    gut += taken(hour);
    for (let part = 0; part < perHour; part += 1) {
      const [g1, b1] = slope(gut, blood);
      const [g2, b2] = slope(gut + (step * g1) / 2, blood + (step * b1) / 2);
      const [g3, b3] = slope(gut + (step * g2) / 2, blood + (step * b2) / 2);
      const [g4, b4] = slope(gut + step * g3, blood + step * b3);
      gut += (step * (g1 + 2 * g2 + 2 * g3 + g4)) / 6;
      blood += (step * (b1 + 2 * b2 + 2 * b3 + b4)) / 6;
    }
  }
  return levels;
}

describe('the formulas against the differential equations, integrated', () => {
  it('agree to a millionth over two days of regular doses', () => {
    fc.assert(
      fc.property(bodies, doses, intervals, (kinetics, dose, interval) => {
        const course: Course = { dose, interval, steady: false, changes: [] };
        const numeric = integrated(kinetics, (hour) => (hour % interval === 0 ? dose : 0), 48);
        for (const [hour, level] of numeric.entries()) close(levelIn(kinetics, course, hour), level, 1e-6);
      }),
      { numRuns: 60 },
    );
  });

  it('agree at steady state, with doses missed and one doubled', () => {
    fc.assert(
      fc.property(
        bodies.filter((kinetics) => halfLife(kinetics) < 12),
        doses,
        intervals,
        fc.integer({ min: 0, max: 3 }),
        fc.boolean(),
        (kinetics, dose, interval, missed, doubled) => {
          // 480 h are 40 of the longest half-lives here: 2 to the power of -40 is 1e-12.
          const lead = 480;
          const taken = (hour: number) => {
            if (hour % interval !== 0) return 0;
            const at = (hour - lead) / interval;
            if (at >= 0 && at < missed) return 0;
            return at === missed && doubled ? 2 * dose : dose;
          };
          const numeric = integrated(kinetics, taken, lead + 48);
          const course = disturbed({ dose, interval }, missed, doubled);
          for (let hour = 0; hour <= 48; hour += 1) {
            close(levelIn(kinetics, course, hour), numeric[lead + hour] ?? Number.NaN, 1e-6);
          }
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('the curve', () => {
  it('is in proportion to the dose', () => {
    fc.assert(
      fc.property(bodies, doses, doses, times, (kinetics, one, other, hours) => {
        close(levelAfterDose(kinetics, one, hours) / one, levelAfterDose(kinetics, other, hours) / other);
      }),
    );
  });

  it('adds up: two doses together are the two apart', () => {
    fc.assert(
      fc.property(
        bodies,
        doses,
        doses,
        times,
        fc.double({ min: 0, max: 24, noNaN: true }),
        (k, one, other, hour, at) => {
          const both: Course = { dose: one, steady: false, changes: [{ at, dose: other }] };
          close(levelIn(k, both, hour), levelAfterDose(k, one, hour) + levelAfterDose(k, other, hour - at));
        },
      ),
    );
  });

  it('is nothing before the dose, and never below nothing', () => {
    fc.assert(
      fc.property(bodies, doses, times, (kinetics, dose, hours) => {
        expect(levelAfterDose(kinetics, dose, -hours)).toBe(0);
        expect(levelAfterDose(kinetics, dose, hours)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is highest at its peak, after one dose and between doses at steady state', () => {
    fc.assert(
      fc.property(bodies, doses, intervals, fc.double({ min: 0, max: 1, noNaN: true }), (k, dose, interval, part) => {
        const single = levelAfterDose(k, dose, hoursToPeak(k));
        expect(levelAfterDose(k, dose, part * 48)).toBeLessThanOrEqual(single * (1 + 1e-12));
        const peak = hoursToSteadyPeak(k, interval);
        expect(peak).toBeGreaterThan(0);
        expect(peak).toBeLessThan(interval);
        const steady = levelAtSteadyState(k, dose, interval, peak);
        expect(levelAtSteadyState(k, dose, interval, part * interval)).toBeLessThanOrEqual(steady * (1 + 1e-12));
      }),
    );
  });

  it('at steady state begins where it ends, and at its lowest', () => {
    fc.assert(
      fc.property(bodies, doses, intervals, (kinetics, dose, interval) => {
        const start = levelAtSteadyState(kinetics, dose, interval, 0);
        close(start, levelAtSteadyState(kinetics, dose, interval, interval));
        const { lowest } = extremesOf(kinetics, { dose, interval, steady: true, changes: [] }, 0, interval);
        close(start, lowest);
      }),
    );
  });

  it('reaches the steady state that the sum of all doses promises', () => {
    fc.assert(
      fc.property(bodies, doses, intervals, fc.double({ min: 0, max: 1, noNaN: true }), (k, dose, interval, part) => {
        const long = Math.ceil((50 * Math.max(halfLife(k), Math.LN2 / k.absorption)) / interval) * interval;
        const course: Course = { dose, interval, steady: false, changes: [] };
        const within = part * interval * 0.999;
        close(levelIn(k, course, long + within), levelAtSteadyState(k, dose, interval, within), 1e-8);
      }),
    );
  });

  it('has between doses the area of one dose for all time, and so the mean', () => {
    fc.assert(
      fc.property(bodies, doses, intervals, (kinetics, dose, interval) => {
        // Simpson's rule in 2,000 parts.
        const parts = 2000;
        const at = (index: number) => levelAtSteadyState(kinetics, dose, interval, (index * interval) / parts);
        let sum = at(0) + at(parts);
        for (let index = 1; index < parts; index += 1) sum += at(index) * (index % 2 === 1 ? 4 : 2);
        const area = (sum * interval) / parts / 3;
        close(area, areaUnderLevel(kinetics, dose), 1e-6);
        close(area / interval, meanLevel(kinetics, dose, interval), 1e-6);
      }),
      { numRuns: 50 },
    );
  });

  it('is halved by each half-life once all is absorbed', () => {
    fc.assert(
      fc.property(
        bodies.filter((kinetics) => Math.LN2 / kinetics.absorption < halfLife(kinetics) / 2),
        doses,
        (kinetics, dose) => {
          const late = 60 * (Math.LN2 / kinetics.absorption);
          const ratio =
            levelAfterDose(kinetics, dose, late + halfLife(kinetics)) / levelAfterDose(kinetics, dose, late);
          close(ratio, 0.5, 1e-6);
        },
      ),
    );
  });
});
