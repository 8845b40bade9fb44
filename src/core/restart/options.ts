import { dispense } from '../doses/dispense.js';
import { datedSteps, type Step } from '../doses/schedule.js';
import { firstSupply } from '../titration/attempt.js';
import { landing } from '../titration/ladder.js';
import type { Asked, Ladder } from '../titration/types.js';
import { statement } from '../values/citation.js';
import { type Quantity, quantity, tidy } from '../values/quantity.js';
import { isAbove, isAtLeast, isAtMost, isBelow } from '../values/thresholds.js';
import type { HalfReason, OptionCode, RestartContext, RestartOption, RestartPlan, RestartRequest } from './types.js';

/** Everything that options are made from. */
export interface Gap {
  readonly request: RestartRequest;
  readonly missed: Quantity<'h'>;
  readonly previous: RestartPlan['previous'];
  readonly asked: Asked;
  readonly ladder: Ladder;
  readonly context: RestartContext;
}

type Level = Pick<Step, 'doses' | 'dailyDose'>;

/** The ways back after so long a gap, the adopted one first; none is above the previous dose or the ceiling. */
export function optionsOf(gap: Gap): RestartOption[] {
  const { missed, context } = gap;
  const { sameUpTo, optionsUpTo } = context.restart;
  if (isAtMost(missed.value, sameUpTo.value)) return [option('same-dose', true, [gap.previous], gap)];
  if (isAbove(missed.value, optionsUpTo.value)) {
    // A new start ends where titration ends by default, on from there only if needed.
    return [option('new-start', true, climbFrom(firstOf(gap), gap, gap.ladder.target), gap)];
  }
  const half = halfOf(gap);
  const whole = (adopted: boolean) => option('previous-dose', adopted, [gap.previous], gap);
  if (half === undefined) return [whole(true)];
  const halved = (adopted: boolean) => option('half', adopted, climbFrom(half, gap), gap);
  return halfReasons(gap).length > 0 ? [halved(true), whole(false)] : [whole(true), halved(false)];
}

/** What asks for half: the age, the clearance, the height of the dose. */
export function halfReasons({ ladder, previous, context }: Gap): HalfReason[] {
  const { fromAge, belowClearance, aboveDose } = context.restart.half;
  const { age, clearance } = ladder.applicable;
  return [
    ...(age && isAtLeast(age.value, fromAge.value) ? ['age' as const] : []),
    ...(clearance !== undefined && isBelow(clearance, belowClearance.value) ? ['clearance' as const] : []),
    ...(isAbove(previous.dailyDose.value, aboveDose.value) ? ['dose' as const] : []),
  ];
}

/** The first level of a new start, or the previous dose where that is lower. */
function firstOf(gap: Gap): Level {
  const { ladder, previous } = gap;
  const [first] = ladder.levels;
  return first && isBelow(first.dailyDose.value, previous.dailyDose.value) ? first : (lastOf(gap) ?? previous);
}

/** The previous dose or a limit (mg/d), the lower, as this patient's own division makes it: never more in one dose. */
function lastOf({ ladder, previous, asked }: Gap, limit = ladder.ceiling): Level | undefined {
  return landing(ladder, quantity(Math.min(previous.dailyDose.value, limit.value), 'mg/d'), asked);
}

/**
 * Half of the previous dose as it can be made at or below, but not less than a new start; undefined where that is the
 * previous dose itself.
 */
function halfOf(gap: Gap): Level | undefined {
  const { ladder, previous, asked } = gap;
  const first = firstOf(gap);
  const made = landing(ladder, quantity(tidy(previous.dailyDose.value / 2), 'mg/d'), asked);
  const half = made && isAtLeast(made.dailyDose.value, first.dailyDose.value) ? made : first;
  return isBelow(half.dailyDose.value, previous.dailyDose.value) ? half : undefined;
}

/** From a level upwards, a level of the patient's own ladder at a time, to the previous dose or a limit (mg/d). */
function climbFrom(start: Level, gap: Gap, limit = gap.ladder.ceiling): Level[] {
  const end = Math.min(gap.previous.dailyDose.value, limit.value);
  const between = gap.ladder.levels.filter(
    ({ dailyDose }) => isAbove(dailyDose.value, start.dailyDose.value) && isBelow(dailyDose.value, end),
  );
  const up = [start, ...between];
  const last = lastOf(gap, limit);
  const rises = last && isAbove(last.dailyDose.value, up.at(-1)?.dailyDose.value ?? 0);
  return rises ? [...up, last] : up;
}

/** Whether what stands for half is more, as a new start would be. */
export function isLifted(
  [first]: readonly Pick<Step, 'dailyDose'>[],
  { dailyDose }: Pick<RestartPlan['previous'], 'dailyDose'>,
): boolean {
  return first !== undefined && isAbove(first.dailyDose.value, tidy(dailyDose.value / 2));
}

/** The levels as steps, each at the interval of this patient. */
function option(code: OptionCode, adopted: boolean, levels: readonly Level[], gap: Gap): RestartOption {
  const { ladder, request, context } = gap;
  const interval = ladder.regimen.interval.value.value;
  const steps = levels.map(({ doses, dailyDose }, index): Step => {
    const fromDay = 1 + index * interval;
    return { fromDay, toDay: index === levels.length - 1 ? null : fromDay + interval - 1, doses, dailyDose };
  });
  const basis = context.restart.bases[code === 'half' && isLifted(levels, gap.previous) ? 'half-lifted' : code];
  return {
    code,
    adopted,
    judgement: basis.source === 'judgement',
    basis: statement(basis),
    schedule: datedSteps(steps, request.startDate),
  };
}

/** For how long the adopted option is supplied, and with how much. */
export function supplied(
  { schedule }: RestartOption,
  { request, ladder, context }: Gap,
): Pick<RestartPlan, 'supply' | 'dispense'> {
  const last = schedule.at(-1)?.fromDay ?? 1;
  const end = last === 1 ? context.restart.supply.value : last + ladder.regimen.interval.value.value - 1;
  const supply = request.supply ?? firstSupply(ladder, context) ?? quantity(end, 'd');
  return { supply, dispense: dispense(schedule, supply.value) };
}
