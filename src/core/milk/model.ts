import type { Cited } from '../values/citation.js';

/** One published curve after a single dose: its height, when it peaks and how fast it falls. */
export interface MilkModelParameters {
  readonly dose: Cited<'mg'>;
  readonly peak: Cited<'mg/L'>;
  readonly timeToPeak: Cited<'h'>;
  readonly halfLife: Cited<'h'>;
}

/** Level = perMilligram x dose x (exp(-fall x t) - exp(-rise x t)), mg/L, t in hours, rates per hour. */
export interface MilkModel {
  readonly fall: number;
  readonly rise: number;
  readonly perMilligram: number;
}

const hoursPerDay = 24;

/** The curve of Bateman (first-order rise and fall) through a peak at a time with a half-life of the fall. */
export function milkModel({ dose, peak, timeToPeak, halfLife }: MilkModelParameters): MilkModel {
  const fall = Math.LN2 / halfLife.value;
  const rise = riseFor(timeToPeak.value, fall);
  const height = Math.exp(-fall * timeToPeak.value) - Math.exp(-rise * timeToPeak.value);
  return { fall, rise, perMilligram: peak.value / dose.value / height };
}

/** The rate of rise that puts the peak, ln(rise / fall) / (rise - fall), at this time (h); found by halving. */
function riseFor(timeToPeak: number, fall: number): number {
  const peakAt = (rise: number) => Math.log(rise / fall) / (rise - fall);
  if (timeToPeak * fall >= 1) throw new RangeError('the peak comes too late for this half-life');
  let [low, high] = [fall, fall * 1e6];
  for (let halving = 0; halving < 200; halving += 1) {
    const middle = (low + high) / 2;
    if (peakAt(middle) > timeToPeak) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The level (mg/L) so many hours after a single dose (mg). */
export function levelAfterDose({ fall, rise, perMilligram }: MilkModel, dose: number, hours: number): number {
  const since = Math.max(hours, 0);
  return perMilligram * dose * (Math.exp(-fall * since) - Math.exp(-rise * since));
}

/** The level (mg/L) at an hour of the day when the same dose (mg) has long been taken every day at these hours. */
export function levelAtSteadyState(model: MilkModel, dose: number, doseHours: readonly number[], hour: number): number {
  const { fall, rise, perMilligram } = model;
  const summed = (rate: number, since: number) => Math.exp(-rate * since) / (1 - Math.exp(-rate * hoursPerDay));
  return doseHours.reduce((sum, doseHour) => {
    const since = (hour - doseHour + hoursPerDay) % hoursPerDay;
    return sum + perMilligram * dose * (summed(fall, since) - summed(rise, since));
  }, 0);
}

/** The level (mg/L) averaged over a day, whatever the times of the doses. */
export function meanLevel({ fall, rise, perMilligram }: MilkModel, dailyDose: number): number {
  return (perMilligram * (1 / fall - 1 / rise) * dailyDose) / hoursPerDay;
}
