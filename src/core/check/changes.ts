import { landing, levelAbove } from '../titration/ladder.js';
import type { Ladder, Regimen } from '../titration/types.js';
import type { Fraction, Quantity } from '../values/quantity.js';
import { tidy } from '../values/quantity.js';
import { isAbove, isAtLeast, isBelow } from '../values/thresholds.js';
import { finding } from './finding.js';
import type { CheckParameters, Finding, FindingLevel, FindingParams, Judged } from './types.js';
import type { Ladders, Who } from './who.js';

/** A first dose, a rise and a fall, as far as it is known what was taken before. */
export function changeFindings(
  judged: Judged,
  who: Who,
  ladders: Ladders | undefined,
  parameters: CheckParameters,
): Finding[] {
  const { taking, dailyDose } = judged;
  if (taking === undefined) return [];
  if (isAbove(taking.value, dailyDose.value)) return fall(taking, dailyDose, parameters);
  if ('code' in who.bounds || dailyDose.value === taking.value) return [];
  const { regimen } = who.bounds;
  return taking.value === 0
    ? [...startAbove(dailyDose, regimen, who, parameters), ...startBelow(dailyDose, ladders?.own, parameters)]
    : rise({ ...judged, taking }, regimen, who, ladders, parameters);
}

const part = (value: number, { numerator, denominator }: Fraction) => tidy((value * numerator) / denominator);

/** The milder of two, where the label gives without a question what only the weight forbids. */
function capped(level: FindingLevel, byLabel: FindingLevel | undefined): FindingLevel {
  return level === 'stop' && byLabel === undefined ? 'ask' : level;
}

function startAbove(
  written: Quantity<'mg/d'>,
  { first }: Regimen,
  { labelled }: Who,
  { startTimes }: CheckParameters,
): Finding[] {
  const levelBy = (limit: number): FindingLevel | undefined => {
    if (!isAbove(written.value, limit)) return undefined;
    return isAbove(written.value, tidy(limit * startTimes.value)) ? 'stop' : 'ask';
  };
  const level = levelBy(first.value.value);
  if (level === undefined) return [];
  const own = labelled ? capped(level, levelBy(labelled.regimen.first.value.value)) : level;
  return [finding('start-above', own, { written, limit: first.value, rule: first.by })];
}

function startBelow(written: Quantity<'mg/d'>, ladder: Ladder | undefined, { startShare }: CheckParameters): Finding[] {
  const first = ladder?.levels[0]?.dailyDose;
  if (first === undefined || written.value === 0 || !isBelow(written.value, part(first.value, startShare))) return [];
  return [finding('start-below', 'ask', { written, limit: first })];
}

function fall(
  taking: Quantity<'mg/d'>,
  written: Quantity<'mg/d'>,
  { fall: most, fallShare }: CheckParameters,
): Finding[] {
  const by = tidy(taking.value - written.value);
  if (!isAbove(by, most.value)) return [];
  const limit = { value: most.value, unit: most.unit };
  if (written.value === 0) return [finding('jump', 'stop', { why: 'to nothing', written, taking, limit })];
  if (!isAbove(by, part(taking.value, fallShare))) return [];
  return [finding('jump', 'ask', { why: 'fall', written, taking, limit })];
}

type Present = Judged & { readonly taking: Quantity<'mg/d'> };

interface Rise {
  readonly level: FindingLevel;
  readonly params: FindingParams['jump'];
}

function rise(
  judged: Present,
  regimen: Regimen,
  { labelled }: Who,
  ladders: Ladders | undefined,
  parameters: CheckParameters,
): Finding[] {
  // Above the ceiling that is the finding.
  if (isAbove(judged.dailyDose.value, regimen.ceiling.value.value)) return [];
  const found = riseBy(judged, regimen, ladders?.own, parameters);
  if (found === undefined) return [];
  const level =
    found.level === 'stop' && labelled
      ? capped(found.level, riseBy(judged, labelled.regimen, ladders?.labelled, parameters)?.level)
      : found.level;
  return [finding('jump', level, found.params)];
}

/** Whether a rise is more than the next level, or comes before its time. */
function riseBy(
  { dailyDose: written, taking, on }: Present,
  { step, interval }: Regimen,
  ladder: Ladder | undefined,
  { intervalShare }: CheckParameters,
): Rise | undefined {
  const exact = { value: tidy(taking.value + step.value.value), unit: taking.unit };
  const next = ladder && levelAbove(ladder, taking)?.dailyDose;
  const second = next && ladder && levelAbove(ladder, next)?.dailyDose;
  const limit = next && isAbove(next.value, exact.value) ? next : exact;
  // What titration would plan next, though a rise of one step passes as well.
  const told = next ?? (ladder && landing(ladder, limit, ladder.applicable)?.dailyDose) ?? limit;
  const base = { written, taking };
  const two = second?.value ?? tidy(taking.value + 2 * step.value.value);
  const early = on !== undefined && isBelow(on.value, interval.value.value);
  const more = isAbove(written.value, limit.value);
  if (more && isAtLeast(written.value, two))
    return { level: 'stop', params: { ...base, why: 'two levels', limit: told } };
  if (early && isBelow(on.value, part(interval.value.value, intervalShare)))
    return { level: 'stop', params: { ...base, why: 'much sooner', limit: interval.value, on } };
  if (more) return { level: 'ask', params: { ...base, why: 'above the next', limit: told } };
  return early ? { level: 'ask', params: { ...base, why: 'sooner', limit: interval.value, on } } : undefined;
}
