import type { Rule } from '../answer/rule.js';
import { isChild } from '../renal-function/estimates.js';
import { filtrationAbove } from '../renal-function/notices.js';
import { plain } from '../values/citation.js';
import type { Quantity } from '../values/quantity.js';
import { isAbove, isAtLeast, isBelow } from '../values/thresholds.js';
import { childFindings } from './child.js';
import { comesDown, down, unlessDown } from './down.js';
import { finding } from './finding.js';
import type { Finding, Judged, LimitParameters } from './types.js';
import type { Who } from './who.js';

/** Findings of a child that hold it to no limit of the day. */
const beside: readonly string[] = ['tablet', 'no-age', 'no-height'];

/** What may be given to an adult, as bare numbers. */
export interface BareLimits {
  /** Whether nothing may be, for the kidney. */
  readonly isAvoided: boolean;
  /** mg/d, exact; where nothing is planned that of the label. */
  readonly ceiling: number;
}

/**
 * Whether nothing of `limitFindings` is found of an adult's daily dose: the same questions over bare numbers, for one row
 * of a cohort after another.
 * @param dailyDose mg/d.
 * @param age years, NaN where it is not known.
 * @param kidney the number that decides, NaN where none is known.
 */
export function passesLimits(
  dailyDose: number,
  age: number,
  kidney: number,
  { isAvoided, ceiling }: BareLimits,
  renal: Pick<LimitParameters['renal'], 'older'>,
): boolean {
  return (
    !(isAvoided && isGiven(dailyDose)) && !isAbove(dailyDose, ceiling) && !isOlderAndLow(dailyDose, age, kidney, renal)
  );
}

function isGiven(dailyDose: number): boolean {
  return isAbove(dailyDose, 0);
}

function isOlderAndLow(
  dailyDose: number,
  age: number,
  kidney: number,
  { older }: Pick<LimitParameters['renal'], 'older'>,
): boolean {
  return isAtLeast(age, older.age.value) && isBelow(kidney, older.avoidBelow.value) && dailyDose !== 0;
}

/** The exact ceiling (mg/d) that a daily dose is held against, and the rule that it is from. */
export function dayCeiling(
  { bounds, country }: Pick<Who, 'bounds' | 'country'>,
  { titration }: Pick<LimitParameters, 'titration'>,
): { readonly value: Quantity<'mg/d'>; readonly by: Rule } {
  return 'code' in bounds
    ? { value: plain(titration.rules[country].dailyCeiling), by: 'label' }
    : bounds.regimen.ceiling;
}

/** What no order may pass: the ceilings of the day and of one dose, avoid, age and kidney, and those of children. */
export function limitFindings(judged: Judged, who: Who, parameters: LimitParameters): Finding[] {
  const avoided = avoid(judged, who, parameters);
  const child = childFindings(judged, who, parameters);
  // One finding for one cause: what is avoided, or held to a child's limit, is not held to the country's as well.
  const silenced = avoided.length > 0 || child.some(({ params }) => 'why' in params && !beside.includes(params.why));
  const day = silenced ? [] : dayAboveCeiling(judged, who, parameters);
  return [
    ...avoided,
    ...child,
    ...day,
    ...doseAboveLargest(judged, who, parameters, day.length > 0),
    ...(avoided.length > 0 ? [] : olderAndKidney(judged, who, parameters)),
  ];
}

function avoid(judged: Judged, { patient, renal, bounds }: Who, parameters: LimitParameters): Finding[] {
  if (isChild(patient, parameters.renal) || !isGiven(judged.dailyDose.value)) return [];
  const { dailyDose: written } = judged;
  // The way to none has to be walked there too; a lower dose that goes on is no such way.
  const level = judged.leaving && comesDown(judged) ? 'ask' : 'stop';
  if (patient.dialysis) return [finding('avoid', level, { why: 'dialysis', written, ...down(level) })];
  if (!('code' in bounds) || bounds.code !== 'clearance-too-low') return [];
  const limit = renal.band?.below;
  return [
    finding('avoid', level, { why: 'clearance', written, ...(limit && { limit: plain(limit) }), ...down(level) }),
  ];
}

function dayAboveCeiling(judged: Judged, who: Who, parameters: LimitParameters): Finding[] {
  const { dailyDose: written } = judged;
  const ceiling = dayCeiling(who, parameters);
  if (!isAbove(written.value, ceiling.value.value)) return [];
  const level = unlessDown(judged, ceiling.value.value);
  return [finding('day-above-ceiling', level, { written, limit: ceiling.value, rule: ceiling.by, ...down(level) })];
}

/** Where the day is above the ceiling of a band, its single dose is no other cause: the country's counts. */
function doseAboveLargest(
  judged: Judged,
  { bounds, country }: Who,
  { check, titration }: LimitParameters,
  dayIsAbove: boolean,
): Finding[] {
  const { largest: written, takingLargest } = judged;
  if (written === undefined) return [];
  const label = { value: plain(titration.rules[country].doseCeiling), by: 'label' as const };
  const own = 'code' in bounds ? label : bounds.regimen.largestDose;
  const { value: limit, by: rule } = dayIsAbove && own.by !== 'label' ? label : own;
  if (!isAbove(written.value, limit.value)) return [];
  const lower = comesDown(judged) && takingLargest !== undefined && isAtLeast(takingLargest.value, written.value);
  const level = isAbove(written.value, check.largestEver.value) && !lower ? 'stop' : 'ask';
  return [finding('dose-above-largest', level, { written, limit, rule, ...(lower && { down: true as const }) })];
}

function olderAndKidney(judged: Judged, { patient, renal }: Who, parameters: LimitParameters): Finding[] {
  const { older } = parameters.renal;
  const { dailyDose: written, taking } = judged;
  const age = patient.age?.value ?? Number.NaN;
  if (!isOlderAndLow(written.value, age, renal.deciding?.value.value ?? Number.NaN, parameters.renal)) return [];
  const fresh = taking?.value === 0;
  const level = fresh && isAtLeast(written.value, parameters.check.olderStop.value) ? 'stop' : 'ask';
  const higher = filtrationAbove(renal.estimates, older.avoidBelow);
  const params = { written, limit: plain(older.avoidBelow), fresh, ...(higher && { higher }) };
  return [finding('older-and-kidney', level, params)];
}
