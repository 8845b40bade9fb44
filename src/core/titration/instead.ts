import type { CommandRequest } from '../answer/command-request.js';
import type { Refusal } from '../answer/refusal.js';
import { dailyTotal } from '../doses/current-dose.js';
import type { Patient } from '../patient/patient.js';
import type { RenalFunction } from '../renal-function/types.js';
import { plain } from '../values/citation.js';
import { InputError } from '../values/input-error.js';
import { isBelow } from '../values/thresholds.js';
import { askedOf, attempt } from './attempt.js';
import { countryOf } from './country.js';
import { ladderOf } from './ladder.js';
import type { TitrationContext, TitrationRequest } from './types.js';
import { wayDown } from './way-down.js';

/** A refusal with the lines that could be typed in its place: only such as are answered with a plan. */
export function withInstead(
  why: Refusal,
  request: TitrationRequest,
  renal: RenalFunction,
  context: TitrationContext,
): Refusal {
  const accepted = (candidate: TitrationRequest) => isAccepted(candidate, renal, context);
  const titrations = candidates(why, request, renal, context).flatMap((ways) => ways.find(accepted) ?? []);
  const lines = [
    ...titrations.map((each): CommandRequest => ({ command: 'titrate', request: each })),
    ...otherCommands(why, request, renal, context),
  ];
  const known = isLiftable(onlyAccepted(why, titrations), request, accepted);
  return lines.length === 0 ? known : ({ ...known, instead: lines } as Refusal);
}

function isAccepted(request: TitrationRequest, renal: RenalFunction, context: TitrationContext): boolean {
  try {
    return !('code' in attempt(request, renal, context));
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/** Names only such products as would be answered with a plan. */
function onlyAccepted(why: Refusal, titrations: readonly TitrationRequest[]): Refusal {
  const accepted = titrations.flatMap(({ products = [] }) => products);
  const named = (ids: readonly string[]) => ids.filter((id) => accepted.includes(id));
  switch (why.code) {
    case 'start-too-small':
    case 'step-cannot-be-made':
      return { ...why, params: { ...why.params, makes: named(why.params.makes) } } as Refusal;
    case 'daily-dose-cannot-be-made':
      return { ...why, params: { ...why.params, others: named(why.params.others) } };
    case 'cannot-be-made':
      return {
        ...why,
        params: { ...why.params, makes: why.params.makes.filter(({ product }) => accepted.includes(product)) },
      };
    default:
      return why;
  }
}

/** Says of a target above the ceiling whether a specialist could lift it here. */
function isLiftable(
  why: Refusal,
  request: TitrationRequest,
  accepted: (candidate: TitrationRequest) => boolean,
): Refusal {
  if (why.code !== 'target-above-ceiling') return why;
  const liftable = accepted({ ...request, override: { code: why.code, reason: 'asked' } });
  return { ...why, params: { ...why.params, liftable } };
}

type PartOfRequest = keyof TitrationRequest;

function without(request: TitrationRequest, ...parts: readonly PartOfRequest[]): TitrationRequest {
  return Object.fromEntries(Object.entries(request).filter(([key]) => !parts.some((part) => part === key)));
}

/** What could be asked instead, each in the ways to ask it, the nearest to what was asked first; whether it is accepted is not known yet. */
function candidates(
  why: Refusal,
  request: TitrationRequest,
  renal: RenalFunction,
  context: TitrationContext,
): (readonly TitrationRequest[])[] {
  const madeOf = (product: string) => ({ ...request, products: [product] });
  switch (why.code) {
    case 'start-above-ceiling':
    case 'start-above-first':
    case 'start-above-end':
      return [ownStart(request, context)];
    case 'cannot-be-made':
      return [ownStart(request, context), ...why.params.makes.map(({ product }) => [madeOf(product)])];
    case 'daily-dose-cannot-be-made':
      return [
        ...(request.target ? why.params.nearest.map((target) => [{ ...request, target }]) : []),
        ...why.params.others.map((product) => [madeOf(product)]),
      ];
    case 'start-too-small':
    case 'step-cannot-be-made':
      // A start that fits these products may not fit the others.
      return why.params.makes.map(madeOf).map((other) => [other, ...ownStart(other, context)]);
    case 'target-above-ceiling':
      return [[{ ...request, target: why.params.ceiling }]];
    case 'target-never-computed':
      return [[without(request, 'target')]];
    case 'faster-than-allowed':
      return [[{ ...request, interval: why.params.shortest }]];
    case 'fixed-by-rule':
      return [[without(request, 'increment', 'timesDaily')]];
    case 'already-taking':
      return [fromPresentDose(request, renal, context)];
    case 'at-the-target':
      return why.params.next && !isLower(request) ? [[{ ...request, target: why.params.next }]] : [];
    default:
      return [];
  }
}

/** Whether the end that was asked for is below what is taken. */
function isLower({ from, target }: TitrationRequest): boolean {
  return from !== undefined && target !== undefined && isBelow(target.value, dailyTotal(from).value);
}

/** Without a start where a rule sets it, else with the labelled one; at the least this patient's own. */
function ownStart(request: TitrationRequest, context: TitrationContext): TitrationRequest[] {
  const label = plain(context.titration.rules[countryOf(request, context)].start);
  const bare = without(request, 'start');
  return [bare, { ...bare, start: label }];
}

/** Upwards from what is taken; to the next level where the present dose has reached the end already. */
function fromPresentDose(
  request: TitrationRequest,
  renal: RenalFunction,
  context: TitrationContext,
): TitrationRequest[] {
  const { taking, ...rest } = without(request, 'start');
  if (taking === undefined) return [];
  const on = { ...rest, from: taking };
  const refused = attempt(on, renal, context);
  const next = 'code' in refused && refused.code === 'at-the-target' ? refused.params.next : undefined;
  return next ? [{ ...on, target: next }] : [on];
}

/** Lines of other commands: the way down, and what is published where nothing is planned. */
function otherCommands(
  why: Refusal,
  request: TitrationRequest,
  renal: RenalFunction,
  context: TitrationContext,
): CommandRequest[] {
  const { patient, rules } = request;
  const present = request.from ?? request.taking;
  const down = present ? [wayDown(present, request, context)] : [];
  switch (why.code) {
    case 'above-the-ceiling': {
      if (present === undefined) return [];
      // Where a refusal was lifted there is no ceiling to go to but what was lifted to, if the products make it.
      if (!isAvoided(patient, renal)) return [wayDown(present, request, context, 'ceiling')];
      return 'code' in ladderOf(patient ?? {}, askedOf(request, context), context, renal)
        ? down
        : [wayDown(present, request, context, why.params.ceiling)];
    }
    case 'already-taking':
      return present && aboveCeiling(request, renal, context)
        ? [wayDown(present, request, context, 'ceiling'), ...down]
        : down;
    case 'at-the-target':
      return present && isLower(request) ? [wayDown(present, request, context, request.target)] : [];
    case 'hypersensitivity':
      return down;
    case 'clearance-too-low':
    case 'dialysis':
      if (present) return down;
      return [{ command: 'renal', request: { patient: patient ?? {}, ...(rules && { rules }) } }];
    default:
      return [];
  }
}

function isAvoided({ dialysis }: Patient = {}, { band }: RenalFunction): boolean {
  return dialysis === true || band?.action.kind === 'avoid';
}

/** The refusal of what is taken where that is above what this patient may have. */
export function aboveCeiling(
  request: TitrationRequest,
  renal: RenalFunction,
  context: TitrationContext,
): Extract<Refusal, { readonly code: 'above-the-ceiling' }> | undefined {
  const { taking, ...rest } = without(request, 'start');
  if (taking === undefined) return undefined;
  const tried = attempt({ ...rest, from: taking }, renal, context);
  return 'code' in tried && tried.code === 'above-the-ceiling' ? tried : undefined;
}
