import { isChild } from '../renal-function/estimates.js';
import { plain } from '../values/citation.js';
import { isAbove, isAtLeast, isBelow } from '../values/thresholds.js';
import { childFindings } from './child.js';
import { comesDown, down, unlessDown } from './down.js';
import { finding } from './finding.js';
import type { Finding, Judged, LimitParameters } from './types.js';
import type { Who } from './who.js';

/** Findings of a child that hold it to no limit of the day. */
const beside: readonly string[] = ['tablet', 'no-age', 'no-height'];

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
  if (isChild(patient, parameters.renal) || !isAbove(judged.dailyDose.value, 0)) return [];
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

function dayAboveCeiling(judged: Judged, { bounds, country }: Who, { titration }: LimitParameters): Finding[] {
  const { dailyDose: written } = judged;
  const ceiling =
    'code' in bounds
      ? { value: plain(titration.rules[country].dailyCeiling), by: 'label' as const }
      : bounds.regimen.ceiling;
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
  const number = renal.deciding?.value.value;
  const low = number !== undefined && isBelow(number, older.avoidBelow.value);
  if (!patient.age || !isAtLeast(patient.age.value, older.age.value) || !low || written.value === 0) return [];
  const fresh = taking?.value === 0;
  const level = fresh && isAtLeast(written.value, parameters.check.olderStop.value) ? 'stop' : 'ask';
  return [finding('older-and-kidney', level, { written, limit: plain(older.avoidBelow), fresh })];
}
