import { quantity, tidy } from '../values/quantity.js';
import { type Course, extremesOf } from './course.js';
import { hoursToSteadyPeak, type Kinetics, levelAtSteadyState } from './equations.js';
import type { DoubledDose, MissedDoses } from './types.js';

/** Regular doses (mg) at an interval (h). */
export interface Regular {
  readonly dose: number;
  readonly interval: number;
}

/** The same course with so many doses from hour 0 left out, and the next one (the first, where none is) taken twice. */
export function disturbed({ dose, interval }: Regular, missed: number, doubled: boolean): Course {
  const left = Array.from({ length: missed }, (_, index) => ({ at: index * interval, dose: -dose }));
  const twice = doubled ? [{ at: missed * interval, dose }] : [];
  return { dose, interval, steady: true, changes: [...left, ...twice] };
}

/** What so many missed doses do at steady state, and what taking the next one twice would do. */
export function missDoses(kinetics: Kinetics, regular: Regular, doses: number): MissedDoses {
  const { interval } = regular;
  const back = doses * interval;
  const { lowest } = extremesOf(kinetics, disturbed(regular, doses, false), 0, back);
  const once = extremesOf(kinetics, disturbed(regular, doses, false), back, back + interval).highest;
  const twice = extremesOf(kinetics, disturbed(regular, doses, true), back, back + interval).highest;
  const usual = usualExtremes(kinetics, regular);
  return {
    doses,
    lowest: quantity(tidy(lowest), 'ug/L'),
    ofUsualLowest: quantity(tidy((100 * lowest) / usual.lowest), '%'),
    highestAfter: quantity(tidy(once), 'ug/L'),
    afterOfUsualHighest: quantity(tidy((100 * once) / usual.highest), '%'),
    highestIfDoubled: quantity(tidy(twice), 'ug/L'),
    ofUsualHighest: quantity(tidy((100 * twice) / usual.highest), '%'),
  };
}

/** What one dose taken twice does at steady state. */
export function doubleDose(kinetics: Kinetics, regular: Regular): DoubledDose {
  const { highest } = extremesOf(kinetics, disturbed(regular, 0, true), 0, regular.interval);
  const usual = usualExtremes(kinetics, regular);
  return {
    highest: quantity(tidy(highest), 'ug/L'),
    ofUsualHighest: quantity(tidy((100 * highest) / usual.highest), '%'),
  };
}

/** The highest and lowest level (mcg/L) between doses at steady state. */
export function usualExtremes(kinetics: Kinetics, { dose, interval }: Regular): { highest: number; lowest: number } {
  return {
    highest: levelAtSteadyState(kinetics, dose, interval, hoursToSteadyPeak(kinetics, interval)),
    lowest: levelAtSteadyState(kinetics, dose, interval, interval),
  };
}
