/** One compartment with first-order absorption: rates per hour, clearance and volume as CL/F (L/h) and V/F (L). */
export interface Kinetics {
  readonly absorption: number;
  readonly clearance: number;
  readonly volume: number;
}

const microgramsPerMilligram = 1000;

/** The rate of elimination, per hour: ke = (CL/F) / (V/F). */
export function eliminationRate({ clearance, volume }: Kinetics): number {
  return clearance / volume;
}

/** The half-life in hours: ln 2 / ke. */
export function halfLife(kinetics: Kinetics): number {
  return Math.LN2 / eliminationRate(kinetics);
}

/**
 * The level (mcg/L) so many hours after a single dose (mg); 0 before it.
 * D x ka / (V/F x (ka - ke)) x (exp(-ke t) - exp(-ka t)), the function of Bateman; where ka = ke,
 * D x ka x t / (V/F) x exp(-ke t).
 */
export function levelAfterDose(kinetics: Kinetics, dose: number, hours: number): number {
  return hours <= 0 ? 0 : height(kinetics, dose) * falling(kinetics, singly(hours));
}

/**
 * The level (mcg/L) so many hours after a dose (mg), the same having long been taken at one interval (h); hours from 0
 * to the interval. The sum of the single doses: D x ka / (V/F x (ka - ke)) x
 * (exp(-ke t) / (1 - exp(-ke tau)) - exp(-ka t) / (1 - exp(-ka tau))).
 */
export function levelAtSteadyState(kinetics: Kinetics, dose: number, interval: number, hours: number): number {
  return height(kinetics, dose) * falling(kinetics, repeatedly(hours, interval));
}

/** The hour of the highest level after a single dose: ln(ka / ke) / (ka - ke). */
export function hoursToPeak({ absorption, ...kinetics }: Kinetics): number {
  const rate = eliminationRate({ absorption, ...kinetics });
  return same(absorption, rate) ? 1 / rate : Math.log(absorption / rate) / (absorption - rate);
}

/**
 * The hour of the highest level between two doses at steady state (interval in h):
 * ln(ka (1 - exp(-ke tau)) / (ke (1 - exp(-ka tau)))) / (ka - ke).
 */
export function hoursToSteadyPeak(kinetics: Kinetics, interval: number): number {
  const { absorption } = kinetics;
  const rate = eliminationRate(kinetics);
  if (same(absorption, rate)) return 1 / rate - interval / Math.expm1(rate * interval);
  const share = Math.expm1(-rate * interval) / Math.expm1(-absorption * interval);
  return Math.log((absorption / rate) * share) / (absorption - rate);
}

/** The mean level (mcg/L) between doses (mg) at an interval (h): D / (tau x CL/F). */
export function meanLevel({ clearance }: Kinetics, dose: number, interval: number): number {
  return (microgramsPerMilligram * dose) / (interval * clearance);
}

/** The area under the level of one dose (mg) for all time, mcg x h/L: D / (CL/F). */
export function areaUnderLevel({ clearance }: Kinetics, dose: number): number {
  return (microgramsPerMilligram * dose) / clearance;
}

/** By how much doses at an interval (h) add up: 1 / (1 - exp(-ke tau)). */
export function accumulation(kinetics: Kinetics, interval: number): number {
  return -1 / Math.expm1(-eliminationRate(kinetics) * interval);
}

/**
 * Total clearance at a creatinine clearance over that with normal kidneys, all in mL/min: what the kidney clears is the
 * creatinine clearance, the rest does not change. (CrCl + rest) / (normal + rest).
 */
export function clearanceRatio(creatinineClearance: number, rest: number, normal: number): number {
  return (creatinineClearance + rest) / (normal + rest);
}

/** 1 mL/min in L/h. */
export const litresPerHour = 0.06;

/** A term of the curve by its rate, and minus its slope in that rate. */
interface Term {
  readonly at: (rate: number) => number;
  readonly slope: (rate: number) => number;
}

function singly(since: number): Term {
  return { at: (rate) => Math.exp(-rate * since), slope: (rate) => since * Math.exp(-rate * since) };
}

function repeatedly(since: number, interval: number): Term {
  const sum = (rate: number) => -1 / Math.expm1(-rate * interval);
  return {
    at: (rate) => Math.exp(-rate * since) * sum(rate),
    slope: (rate) => Math.exp(-rate * since) * sum(rate) * (since + interval * Math.exp(-rate * interval) * sum(rate)),
  };
}

/** (term(ke) - term(ka)) / (ka - ke), and what that becomes where the two rates are one. */
function falling(kinetics: Kinetics, { at, slope }: Term): number {
  const { absorption } = kinetics;
  const rate = eliminationRate(kinetics);
  return same(absorption, rate) ? slope(rate) : (at(rate) - at(absorption)) / (absorption - rate);
}

function height({ absorption, volume }: Kinetics, dose: number): number {
  return (microgramsPerMilligram * dose * absorption) / volume;
}

function same(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-9;
}
