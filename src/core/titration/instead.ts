import type { CommandRequest } from '../answer/command-request.js';
import type { Refusal } from '../answer/refusal.js';
import type { Patient } from '../patient/patient.js';
import type { RenalFunction } from '../renal-function/types.js';
import { plain } from '../values/citation.js';
import { InputError } from '../values/input-error.js';
import { attempt } from './attempt.js';
import { countryOf } from './country.js';
import type { TitrationContext, TitrationRequest } from './types.js';

/** A refusal with the lines that could be typed in its place: only such as are answered with a plan. */
export function withInstead(
  why: Refusal,
  request: TitrationRequest,
  renal: RenalFunction,
  context: TitrationContext,
): Refusal {
  const accepted = (candidate: TitrationRequest) => isAccepted(candidate, renal, context);
  const all = candidates(why, request, renal, context).filter(accepted);
  const titrations = isOneOf(why) ? all.slice(0, 1) : all;
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

/** What could be asked instead, the nearest to what was asked first; whether it is accepted is not known yet. */
function candidates(
  why: Refusal,
  request: TitrationRequest,
  renal: RenalFunction,
  context: TitrationContext,
): TitrationRequest[] {
  switch (why.code) {
    case 'start-above-ceiling':
    case 'start-above-first':
    case 'start-above-end':
      return ownStart(request, context);
    case 'cannot-be-made':
      return [
        ...ownStart(request, context),
        ...why.params.makes.map(({ product }) => ({ ...request, products: [product] })),
      ];
    case 'daily-dose-cannot-be-made':
      return [
        ...(request.target ? why.params.nearest.map((target) => ({ ...request, target })) : []),
        ...why.params.others.map((product) => ({ ...request, products: [product] })),
      ];
    case 'start-too-small':
    case 'step-cannot-be-made':
      return why.params.makes.map((product) => ({ ...request, products: [product] }));
    case 'target-above-ceiling':
      return [{ ...request, target: why.params.ceiling }];
    case 'target-never-computed':
      return [without(request, 'target')];
    case 'faster-than-allowed':
      return [{ ...request, interval: why.params.shortest }];
    case 'fixed-by-rule':
      return [without(request, 'increment', 'timesDaily')];
    case 'already-taking':
      return fromPresentDose(request, renal, context);
    case 'at-the-target':
      return why.params.next ? [{ ...request, target: why.params.next }] : [];
    default:
      return [];
  }
}

/** Without a start where a rule sets it, else with the labelled one; at the least this patient's own. */
function ownStart(request: TitrationRequest, context: TitrationContext): TitrationRequest[] {
  if (request.start === undefined) return [];
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

/** Whether the candidates are one line in several ways, of which the first that is accepted is enough. */
function isOneOf({ code }: Refusal): boolean {
  return code === 'start-above-ceiling' || code === 'start-above-first' || code === 'start-above-end';
}

/** Lines of other commands: the way down, and what is published where nothing is planned. */
function otherCommands(
  why: Refusal,
  request: TitrationRequest,
  renal: RenalFunction,
  context: TitrationContext,
): CommandRequest[] {
  const { patient, rules, products } = request;
  const person = { ...(patient && { patient }), ...(rules && { rules }) };
  const made = { ...person, ...(products && { products }) };
  const present = request.from ?? request.taking;
  const pattern = { kind: 'days', days: plain(context.titration.wayDown) };
  const down = { command: 'taper', request: { from: present, pattern, ...made } } as const;
  switch (why.code) {
    case 'above-the-ceiling': {
      // Where a refusal was lifted there is no ceiling to go to but what was lifted to.
      const end = isAvoided(patient, renal) ? { to: why.params.ceiling, pattern } : { to: 'ceiling' };
      return present ? [{ command: 'taper', request: { from: present, ...end, ...made } }] : [];
    }
    case 'already-taking':
      return aboveCeiling(request, renal, context)
        ? [{ command: 'taper', request: { from: present, to: 'ceiling', ...made } }, down]
        : [down];
    case 'clearance-too-low':
    case 'dialysis':
      if (present) return [down];
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
