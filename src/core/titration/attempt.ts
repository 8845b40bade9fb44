import { type Refusal, refusal } from '../answer/refusal.js';
import { type CurrentDose, dailyTotal } from '../doses/current-dose.js';
import { type DoseLevel, levelAtMost } from '../doses/level.js';
import { doseRefusal, makeDose, type Product } from '../doses/product.js';
import {
  type Administration,
  dailyDoseRefusal,
  datedSteps,
  type Step,
  splitUnderDoseCeiling,
  timesOfDay,
} from '../doses/schedule.js';
import { supplyOf } from '../doses/supply.js';
import type { RenalFunction } from '../renal-function/types.js';
import { cite } from '../values/citation.js';
import { InputError } from '../values/input-error.js';
import { type Quantity, quantity } from '../values/quantity.js';
import { isAbove, isAt, isAtLeast, isBelow } from '../values/thresholds.js';
import { perKilogram } from './applicable-rules.js';
import { countryOf } from './country.js';
import { boundsOf, ladderOf, landing, levelAbove } from './ladder.js';
import { askedRefusal, setsOwnStart, startRefusal, targetRefusal } from './limits.js';
import type {
  ApplicableRules,
  Asked,
  Ladder,
  PresentDose,
  Titration,
  TitrationContext,
  TitrationRequest,
} from './types.js';

/** What is asked in a request, apart from the patient. */
export function askedOf(request: TitrationRequest, context: TitrationContext): Asked {
  const { start, timesDaily, increment, interval, target, products, override } = request;
  return {
    country: countryOf(request, context),
    ...(start && { start }),
    ...(timesDaily !== undefined && { timesDaily }),
    ...(increment && { increment }),
    ...(interval && { interval }),
    ...(target && { target }),
    ...(products && { products }),
    ...(override && { override }),
  };
}

/** The plan of a request before any words, or why there is none. @throws InputError where the request contradicts itself. */
export function attempt(
  request: TitrationRequest,
  renal: RenalFunction,
  context: TitrationContext,
): Titration | Refusal {
  requireOneBeginning(request);
  const asked = askedOf(request, context);
  const { patient = {} } = request;
  const { start, timesDaily, increment, ...without } = asked;
  const own = ladderOf(patient, without, context, renal);
  if ('code' in own && !isAboutProducts(own)) return own;
  const changed = start !== undefined || timesDaily !== undefined || increment !== undefined;
  const ladder = changed ? ladderOf(patient, asked, context, renal) : own;
  const taken = takenRefusal(request, own, context);
  if (taken) return taken;
  // Above the ceiling other products would not help.
  if ('code' in ladder) return aboveBounds(request, asked, renal, context) ?? ladder;
  const parts = askedRefusal(asked, ladder, context);
  if (parts) return parts;
  if ('code' in own) return own;
  return request.from
    ? fromPresent(request, request.from, asked, { ladder, own }, context)
    : fromStart(request, asked, { ladder, own }, context);
}

/** The ladder as asked for, and the patient's own without a start, times or increase that were asked for. */
type Ladders = Pick<Titration, 'ladder' | 'own'>;

/** Whether other products would make a way up. */
function isAboutProducts({ code }: Refusal): boolean {
  return code === 'start-too-small' || code === 'step-cannot-be-made';
}

function requireOneBeginning({ start, from, on, taking }: TitrationRequest): void {
  if (start && from) throw new InputError('from', 'a present dose beside `start`', 'the place of `start`');
  if (from && taking) throw new InputError('taking', 'a present dose beside `from`', 'the present dose once');
  if (on && !from) throw new InputError('on', `${on.value} days without \`from\``, 'a present dose beside it: `from`');
}

/** Nobody who takes the drug is planned as if they did not, unless they stand at the first level. */
function takenRefusal(
  { taking }: TitrationRequest,
  own: Ladder | Refusal,
  { titration }: TitrationContext,
): Refusal | undefined {
  if (taking === undefined) return undefined;
  const present = dailyTotal(taking);
  const first = 'code' in own ? undefined : own.levels[0]?.dailyDose.value;
  return first !== undefined && isAt(first, present.value)
    ? undefined
    : refusal('already-taking', { present }, cite(titration.alreadyTaking));
}

/** A present dose above the ceiling of somebody for whom the products make no way up. */
function aboveBounds(
  { from, patient = {} }: TitrationRequest,
  asked: Asked,
  renal: RenalFunction,
  context: TitrationContext,
): Refusal | undefined {
  if (from === undefined) return undefined;
  const bounds = boundsOf(patient, asked, context, renal);
  if ('code' in bounds) return undefined;
  const present = dailyTotal(from);
  const { value: ceiling, citations } = bounds.regimen.ceiling;
  return isAbove(present.value, ceiling.value)
    ? refusal('above-the-ceiling', { present, ceiling }, citations)
    : undefined;
}

function fromStart(
  request: TitrationRequest,
  asked: Asked,
  { ladder, own }: Ladders,
  context: TitrationContext,
): Titration | Refusal {
  if (asked.start === undefined && !setsOwnStart(ladder.applicable)) {
    throw new InputError('start', 'nothing', 'the first dose in mg per dose, such as 5');
  }
  const refused = startRefusal(asked, ladder, own) ?? targetRefusal(asked, ladder, context.titration, context);
  if (refused) return refused;
  const [first] = ladder.levels;
  if (first && asked.target && isBelow(asked.target.value, first.dailyDose.value)) {
    throw new InputError(
      'target',
      `${asked.target.value} mg per day`,
      `at least the first level, ${first.dailyDose.value} mg per day`,
    );
  }
  return titrationOf(request, asked, { ladder, own }, context, ladder.levels);
}

/** On from the present dose: the levels above it, the first once its interval is over. */
function fromPresent(
  request: TitrationRequest,
  from: CurrentDose,
  asked: Asked,
  { ladder, own }: Ladders,
  context: TitrationContext,
): Titration | Refusal {
  const present = dailyTotal(from);
  const { ceiling, target } = ladder.regimen;
  if (isAbove(present.value, ladder.ceiling.value)) {
    return refusal('above-the-ceiling', { present, ceiling: ladder.ceiling }, ceiling.citations);
  }
  const refused = targetRefusal(asked, ladder, context.titration, context);
  if (refused) return refused;
  const next = levelAbove(ladder, present);
  const end = asked.target ?? ladder.target;
  if (isAtLeast(present.value, end.value) || next === undefined) {
    return refusal('at-the-target', { present, target: end, ...(next && { next: next.dailyDose }) }, target.citations);
  }
  const now = dividedNow(from, ladder, context.products.products);
  if ('code' in now) return now;
  const above = ladder.levels.filter(({ dailyDose }) => isAbove(dailyDose.value, present.value));
  return titrationOf(request, asked, { ladder, own }, context, above, now);
}

/** The present dose as it is taken, or the refusal of one that the products do not make. */
export function dividedNow(
  from: CurrentDose,
  { products, regimen }: Ladder,
  all: readonly Product[],
): PresentDose | Refusal {
  const dailyDose = dailyTotal(from);
  if ('doses' in from) {
    const made = from.doses.map(({ time, dose }) => ({ time, dose, make: makeDose(dose, products) }));
    const unmade = made.find(({ make }) => make === undefined);
    return unmade ? doseRefusal(unmade.dose, products, all) : { dailyDose, doses: made as readonly Administration[] };
  }
  if ('dose' in from) {
    const make = makeDose(from.dose, products);
    if (make === undefined) return doseRefusal(from.dose, products, all);
    return { dailyDose, doses: (timesOfDay[from.timesDaily] ?? []).map((time) => ({ time, dose: from.dose, make })) };
  }
  const times = regimen.timesDaily;
  const largest = regimen.largestDose.value;
  const equal = equalNow(dailyDose, times, largest, products);
  if (equal) return { dailyDose, doses: equal.doses };
  const doses = splitUnderDoseCeiling(dailyDose, times, largest, products);
  return doses ? { dailyDose, doses } : dailyDoseRefusal(dailyDose, times, products, all);
}

/** A daily total (mg/d) of a liquid in equal doses: as often as planned, else as often as makes the whole of it. */
function equalNow(
  dailyDose: Quantity<'mg/d'>,
  planned: number,
  most: Quantity<'mg'>,
  products: readonly Product[],
): DoseLevel | undefined {
  if (!products.some(({ kind }) => kind === 'liquid')) return undefined;
  return [planned, 4, 3, 2, 1]
    .map((timesDaily) => levelAtMost(dailyDose, { timesDaily, fixed: true, largestDose: most }, products))
    .find((level) => level && isAt(level.dailyDose.value, dailyDose.value));
}

function titrationOf(
  request: TitrationRequest,
  asked: Asked,
  { ladder, own }: Ladders,
  context: TitrationContext,
  levels: readonly DoseLevel[],
  now?: PresentDose,
): Titration {
  const end = asked.target ?? ladder.target;
  const climbed = levels.filter(({ dailyDose }) => isBelow(dailyDose.value, end.value));
  const last = landing(ladder, end, asked);
  const rises = last && isAbove(last.dailyDose.value, climbed.at(-1)?.dailyDose.value ?? now?.dailyDose.value ?? 0);
  const up = rises ? [...climbed, last] : climbed;
  const reached = up.at(-1)?.dailyDose ?? end;
  const beyond = asked.target ? undefined : levelAbove(ladder, reached);
  const interval = ladder.regimen.interval.value;
  const wait = now && request.on ? Math.max(0, interval.value - request.on.value) : 0;
  const { applicable } = ladder;
  const held: Step[] =
    now && wait > 0 ? [{ fromDay: 1, toDay: wait, ...now, ...weighed(now.dailyDose, applicable) }] : [];
  const steps = up.map((level, index): Step => {
    const fromDay = 1 + wait + index * interval.value;
    const toDay = index === up.length - 1 ? null : fromDay + interval.value - 1;
    return { fromDay, toDay, doses: level.doses, dailyDose: level.dailyDose, ...weighed(level.dailyDose, applicable) };
  });
  const schedule = datedSteps([...held, ...steps], request.startDate);
  const fromDay = 1 + wait + up.length * interval.value;
  const further: Step[] = beyond
    ? [
        {
          fromDay,
          toDay: null,
          doses: beyond.doses,
          dailyDose: beyond.dailyDose,
          ...weighed(beyond.dailyDose, applicable),
        },
      ]
    : [];
  const [ifNeeded] = datedSteps(further, request.startDate);
  return {
    request,
    asked,
    ladder,
    own,
    schedule,
    ...(ifNeeded && { ifNeeded }),
    ...(now && { now }),
    supply: supplyOf(request, interval, schedule, firstSupply(ladder, context)),
  };
}

/** From an age on, with a low number of the kidney, the first supply reaches to the first look. */
export function firstSupply({ applicable }: Ladder, { renal, titration }: TitrationContext): Quantity<'d'> | undefined {
  const { older, clearance, band } = applicable;
  const low = clearance !== undefined && isBelow(clearance, renal.older.avoidBelow.value);
  return older && (low || band?.id === 'dialysis') ? quantity(titration.older.interval.value, 'd') : undefined;
}

/** The dose by weight, of those who are dosed by it. */
function weighed(
  dailyDose: Quantity<'mg/d'>,
  { byWeight, adolescent, weight }: ApplicableRules,
): Pick<Step, 'perKilogram'> {
  return (byWeight || adolescent) && weight ? { perKilogram: perKilogram(dailyDose, weight) } : {};
}
