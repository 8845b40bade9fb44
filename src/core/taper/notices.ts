import { type Notice, notice } from '../answer/notice.js';
import { timesSaid } from '../doses/current-dose.js';
import { largestDose } from '../doses/schedule.js';
import { poisoningNotices } from '../renal-function/poisoning.js';
import type { RenalFunction } from '../renal-function/types.js';
import { isToAvoid } from '../titration/applicable-rules.js';
import { countryOf } from '../titration/country.js';
import { largestDoseNotices, unknownKidney } from '../titration/notices.js';
import { cited } from '../titration/proposals.js';
import { cite, plain } from '../values/citation.js';
import { quantity } from '../values/quantity.js';
import { isAbove, isAtLeast } from '../values/thresholds.js';
import { finerProduct, largestFall } from './finer.js';
import { comparedCeiling, type TaperCase } from './schedule.js';
import type { TaperContext, TaperRequest, TaperSchedule } from './types.js';

/** Whether somebody may be poisoned rather than in need of a taper. */
export function poisoningFirst(
  { request, ceiling, context }: TaperCase,
  from: TaperSchedule['from'] | undefined,
  renal: RenalFunction,
): Notice[] {
  // A child whose kidney is reduced may have none at all.
  const isHigh =
    'code' in ceiling
      ? ceiling.code === 'child-with-clearance'
      : from !== undefined && ceiling.reduced && isAbove(from.value, ceiling.dailyDose.value);
  return poisoningNotices(request.patient, renal, isHigh, context.renal, context.taper.poisoning);
}

/** What reduced clearance means for somebody who comes off the drug. */
export function clearanceNotices(
  { patient }: TaperRequest,
  from: TaperSchedule['from'] | undefined,
  { band }: RenalFunction,
  { titration }: TaperContext,
): Notice[] {
  const avoided = patient?.dialysis === true || band?.action.kind === 'avoid';
  const reduced = avoided || (band && band.action.kind !== 'usual');
  return [
    ...unknownKidney(patient?.age, avoided || band !== undefined, titration),
    ...(avoided && from ? [notice('taper-where-avoided', { from }, band ? cite(band.edges) : [])] : []),
    ...(reduced ? [notice('taper-not-shortened', {}, [])] : []),
  ];
}

/** What a clinician should know about a taper beyond its table. */
export function taperNotices(taperCase: TaperCase, tapers: readonly TaperSchedule[]): Notice[] {
  const allergic = taperCase.request.patient?.hypersensitivity === true;
  return [
    ...(allergic ? [notice('taper-while-allergic', {}, [])] : []),
    ...durationNotices(taperCase, tapers),
    ...ceilingNotices(taperCase, tapers),
    ...fallNotices(taperCase, tapers),
    ...doseNotices(taperCase, tapers),
  ];
}

/** Too short for a stop; a way down by one unit has no length. */
function durationNotices({ request, context }: TaperCase, tapers: readonly TaperSchedule[]): Notice[] {
  const { shortest, longUse } = context.taper;
  const { usedFor } = request.patient ?? {};
  const lengths = tapers.filter(({ days }) => days.value > 0).map(({ days }) => days.value);
  if (lengths.length === 0) return [];
  const days = quantity(Math.min(...lengths), 'd');
  const stops = tapers.some(({ reaches }) => reaches.dailyDose.value === 0);
  return [
    ...(days.value < shortest.value
      ? [notice('taper-short', { days, shortest: plain(shortest) }, cite(shortest))]
      : []),
    ...(stops && usedFor && isAtLeast(usedFor.value, longUse.usedFor.value) && days.value < longUse.advised.value
      ? [notice('taper-short-for-long-use', { days, usedFor, advised: plain(longUse.advised) }, cite(longUse.advised))]
      : []),
  ];
}

/** An end that may not go on; or a present dose above the ceiling, and for how long it stays there. */
function ceilingNotices(taperCase: TaperCase, tapers: readonly TaperSchedule[]): Notice[] {
  const { dailyDose: ceiling, citations } = comparedCeiling(taperCase);
  const [taper] = tapers;
  const end = taper?.reaches.dailyDose;
  if (end && isAbove(end.value, 0) && 'code' in taperCase.ceiling && isToAvoid(taperCase.ceiling)) {
    return [notice('end-where-avoided', { end }, taperCase.ceiling.citations)];
  }
  if (end && isAbove(end.value, ceiling.value)) return [notice('end-above-ceiling', { end, ceiling }, citations)];
  const above = tapers.filter(({ from }) => isAbove(from.value, ceiling.value));
  const [highest] = [...above].sort((a, b) => b.from.value - a.from.value);
  if (highest === undefined) return [];
  const days = highest.schedule
    .filter(({ dailyDose }) => isAbove(dailyDose.value, ceiling.value))
    .reduce((sum, { fromDay, toDay }) => sum + (toDay ?? fromDay - 1) - fromDay + 1, 0);
  return [notice('from-above-ceiling', { from: highest.from, ceiling, days: quantity(days, 'd') }, citations)];
}

/** The largest fall from one level to the next, where it is larger than sources take. */
function fallNotices(taperCase: TaperCase, tapers: readonly TaperSchedule[]): Notice[] {
  const { largestFall: limit } = taperCase.context.taper;
  const [largest] = tapers.map(largestFall).sort((a, b) => b.fall.value - a.fall.value);
  if (largest === undefined || !isAbove(largest.fall.value, limit.value)) return [];
  const finer = finerProduct(taperCase);
  return [notice('fall-large', { ...largest, limit: plain(limit), ...(finer && { finer }) }, cite(limit))];
}

/** One dose above the largest, where the division was asked for. */
function doseNotices({ request, context }: TaperCase, tapers: readonly TaperSchedule[]): Notice[] {
  const asked = request.timesDaily ?? (request.from && timesSaid(request.from));
  if (asked === undefined) return [];
  const largest = largestDose(tapers.flatMap(({ now, schedule }) => [now, ...schedule].flatMap(({ doses }) => doses)));
  const { doseCeiling } = context.titration.rules[countryOf(request, context)];
  return largestDoseNotices(largest, cited(doseCeiling, 'label'));
}
