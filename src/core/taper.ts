import type { CivilDate } from './calendar.js';
import {
  type Citation,
  type Cited,
  type CitedText,
  cite,
  type Provenance,
  plain,
  type Statement,
  statement,
} from './citation.js';
import { dispense, dispenseWorking } from './dispense.js';
import { doseWorking } from './dose-working.js';
import { InputError } from './input-error.js';
import { type Notice, notice } from './notice.js';
import { forEstimates, type Patient } from './patient.js';
import type { PatientFile } from './patient-file.js';
import type { Assumption, CalculationStep, Outcome } from './plan.js';
import {
  doseRefusal,
  makeDose,
  measuredFor,
  type Piece,
  type Product,
  selectProducts,
  smallestDose,
} from './product.js';
import { perDay, type Quantity, quantity, tidy } from './quantity.js';
import { type Refusal, refusal } from './refusal.js';
import { assessRenalFunction, type RenalFunction } from './renal-function.js';
import type { Country, RuleSet } from './rules.js';
import {
  dailyDoseRefusal,
  datedSteps,
  largestDose,
  type Step,
  splitDailyDose,
  splitUnderDoseCeiling,
} from './schedule.js';
import { dailyLevels, type Level, type LevelRule, type TaperPattern } from './taper-levels.js';
import type { TitrationContext } from './titration.js';

/** What a taper takes from data/taper.json. */
export interface TaperParameters {
  readonly shortest: Cited<'d'>;
  readonly longUse: { readonly usedFor: Cited<'d'>; readonly advised: Cited<'d'> };
  readonly usualDoses: { readonly dailyDoses: readonly Quantity<'mg/d'>[] } & Provenance;
  readonly timesDaily: Cited<'/d'>;
  readonly implausibleAbove: Cited<'mg/d'>;
  readonly levels: LevelRule & Provenance;
  readonly percentRounding: Provenance;
  readonly abruptStop: CitedText;
  readonly withdrawalSigns: readonly CitedText[];
  readonly ifSignsAppear: readonly CitedText[];
  readonly emergency: CitedText;
  readonly durations: readonly CitedText[];
}

/** What is taken before the taper: a daily total, or a dose and how often. */
export type CurrentDose =
  | { readonly dailyDose: Quantity<'mg/d'> }
  | { readonly dose: Quantity<'mg'>; readonly timesDaily: number };

export interface TaperRequest {
  /** Left out, the taper is shown for each usual dose and no dose is guessed. */
  readonly from?: CurrentDose;
  readonly pattern: TaperPattern;
  /** Doses a day on the way down, where `from` is a daily total. */
  readonly timesDaily?: number;
  /** The date of day 1. */
  readonly startDate?: CivilDate;
  /** Printed on the sheets; changes nothing. */
  readonly name?: string;
  readonly patient?: Patient;
  /** Where the patient's data were read from, for the record. */
  readonly patientFile?: PatientFile;
  readonly products?: readonly string[];
  /** Whose ceilings are compared with; the United States where left out. */
  readonly rules?: Country;
}

/** The whole way down from one daily dose; the last step is zero and has no end. */
export interface TaperSchedule {
  readonly from: Quantity<'mg/d'>;
  readonly timesDaily: Quantity<'/d'>;
  readonly schedule: readonly Step[];
  readonly days: Quantity<'d'>;
  readonly dispense: readonly Piece[];
}

export type TaperPlan = {
  readonly products: readonly string[];
  readonly withdrawalSigns: readonly Statement[];
  readonly ifSignsAppear: readonly Statement[];
  readonly emergency: Statement;
  readonly disagreements: readonly Statement[];
  readonly citations: readonly Citation[];
} & (TaperSchedule | { readonly schedules: readonly TaperSchedule[] });

export interface TaperContext extends TitrationContext {
  readonly taper: TaperParameters;
}

/**
 * A taper to zero from a daily dose (mg/d), or from each usual dose where none is given.
 * Daily doses fall in whole makeable increments, the larger reductions first, and never rise.
 * @returns a plan, or a refusal where the dose cannot be made, has no level below it, or would stop at once.
 * @throws InputError on an unknown product, or on doses a day beside a dose that says how often.
 */
export function planTaper(request: TaperRequest, context: TaperContext): Outcome<TaperRequest, TaperPlan> {
  requireReduction(request.pattern);
  requireOneDivision(request);
  const { taper } = context;
  const products = productsFor(request, context);
  const renal = assessRenalFunction(forEstimates(request.patient ?? {}, context.renal.adultAge), context.renal);
  const starts = request.from ? [request.from] : taper.usualDoses.dailyDoses.map((dailyDose) => ({ dailyDose }));
  const tapers: TaperSchedule[] = [];
  for (const from of starts) {
    const made = taperFrom(from, request, products, context);
    if ('code' in made) {
      return { request, assumptions: [], notices: [], working: [], outcome: 'refusal', refusal: made };
    }
    tapers.push(made);
  }
  const [first] = tapers;
  const single = request.from && first;
  return {
    request,
    assumptions: assumptions(request, single, products, context),
    notices: [...renal.notices, ...clearanceNotices(request, single, renal), ...notices(request, tapers, context)],
    working: [...renal.working, ...(single ? working(single, products, context) : [])],
    outcome: 'plan',
    plan: {
      ...(single ?? { schedules: tapers }),
      products: products.map(({ id }) => id),
      withdrawalSigns: taper.withdrawalSigns.map(statement),
      ifSignsAppear: taper.ifSignsAppear.map(statement),
      emergency: statement(taper.emergency),
      disagreements: taper.durations.map(statement),
      citations: cite(request.pattern.kind === 'percent' ? taper.percentRounding : taper.levels),
    },
  };
}

function rulesOf({ rules = 'us' }: TaperRequest, { titration }: TaperContext): RuleSet {
  return titration.rules[rules];
}

/** A light child gets a liquid, measured as finely as the weight asks for. */
function productsFor(
  { products, patient = {} }: TaperRequest,
  { titration: { child }, products: all }: TaperContext,
): Product[] {
  const { age, weight } = patient;
  const light = age && age.value < child.belowAge.value && !(weight && weight.value >= child.tabletFrom.value);
  return selectProducts(products ?? (light ? [child.product.id] : undefined), all).map((each) =>
    measuredFor(each, weight),
  );
}

/** How often is said once: in the present dose, or beside a daily total. */
function requireOneDivision({ from, timesDaily }: TaperRequest): void {
  if (timesDaily === undefined || !from || !('timesDaily' in from)) return;
  throw new InputError(
    'times',
    `"${timesDaily}" beside --from ${from.dose.value}x${from.timesDaily}`,
    'a --from in mg per day',
  );
}

/** A pattern that never gets down would never end. */
function requireReduction(pattern: TaperPattern): void {
  if (pattern.kind === 'days' && !(pattern.days.value >= 0))
    throw new InputError('days', String(pattern.days.value), 'a number of days');
  if (pattern.kind === 'reduce' && !(pattern.reduction.value > 0)) {
    throw new InputError('reduce', String(pattern.reduction.value), 'more than 0 mg per day');
  }
  if (pattern.kind === 'percent' && !(pattern.percent.value > 0)) {
    throw new InputError('percent', String(pattern.percent.value), 'more than 0 percent');
  }
}

function dailyTotal(from: CurrentDose): Quantity<'mg/d'> {
  return 'dailyDose' in from ? from.dailyDose : perDay(from.dose, from.timesDaily);
}

function taperFrom(
  current: CurrentDose,
  request: TaperRequest,
  products: readonly Product[],
  context: TaperContext,
): TaperSchedule | Refusal {
  const { taper } = context;
  const { pattern, timesDaily: wished, startDate } = request;
  const { doseCeiling } = rulesOf(request, context);
  const from = dailyTotal(current);
  if ('dose' in current && makeDose(current.dose, products) === undefined) {
    return doseRefusal(current.dose, products, context.products.products);
  }
  if (from.value > taper.implausibleAbove.value) {
    return refusal('from-implausible', { from, limit: plain(taper.implausibleAbove) }, cite(taper.implausibleAbove));
  }
  const increment = smallestDose(products);
  const said = 'timesDaily' in current ? current.timesDaily : wished;
  const asked = said ?? taper.timesDaily.value;
  const before = splitUnderDoseCeiling(from, asked, doseCeiling, products);
  const units = tidy(from.value / increment.value);
  if (before === undefined) return dailyDoseRefusal(from, asked, products, context.products.products);
  if (units <= 1) return noLevelBelow(from, increment, context);
  const timesDaily = said ?? Math.max(asked, before.length);
  const levels = dailyLevels(units, increment, pattern, taper.levels);
  if (levels === 'not-whole') return patternRefusal(pattern, products, context);
  if (levels.length === 0) return refusal('abrupt-stop', { from }, cite(taper.abruptStop));
  return scheduleOf(from, levels, increment, timesDaily, startDate, products, context);
}

function scheduleOf(
  from: Quantity<'mg/d'>,
  levels: readonly Level[],
  increment: Quantity<'mg'>,
  timesDaily: number,
  startDate: CivilDate | undefined,
  products: readonly Product[],
  { products: all }: TaperContext,
): TaperSchedule | Refusal {
  const schedule: Step[] = [];
  let day = 1;
  for (const { units, days } of levels) {
    const dailyDose = quantity(tidy(units * increment.value), 'mg/d');
    // On the grid no time of day rises from one level to the next.
    const doses =
      splitDailyDose(dailyDose, timesDaily, products, increment) ?? splitDailyDose(dailyDose, timesDaily, products);
    if (doses === undefined) return dailyDoseRefusal(dailyDose, timesDaily, products, all.products);
    schedule.push({ fromDay: day, toDay: day + days - 1, doses, dailyDose });
    day += days;
  }
  const zero: Step = { fromDay: day, toDay: null, doses: [], dailyDose: quantity(0, 'mg/d') };
  return {
    from,
    timesDaily: quantity(timesDaily, '/d'),
    schedule: datedSteps([...schedule, zero], startDate),
    days: quantity(day - 1, 'd'),
    dispense: dispense(schedule, day - 1),
  };
}

/** A fixed reduction that is no whole number of increments. */
function patternRefusal(pattern: TaperPattern, products: readonly Product[], context: TaperContext): Refusal {
  const reduction = pattern.kind === 'reduce' ? pattern.reduction : quantity(0, 'mg/d');
  return dailyDoseRefusal(reduction, 1, products, context.products.products);
}

function noLevelBelow(from: Quantity<'mg/d'>, increment: Quantity<'mg'>, { products, taper }: TaperContext): Refusal {
  const makes = products.products
    .filter((product) => smallestDose([product]).value < increment.value)
    .map(({ id }) => id);
  return refusal('no-level-below', { from, smallest: increment, makes }, cite(taper.abruptStop));
}

function assumptions(
  { from, timesDaily, products }: TaperRequest,
  single: TaperSchedule | undefined,
  used: readonly Product[],
  context: TaperContext,
): Assumption[] {
  const { taper, titration } = context;
  const [first] = used;
  const usual = first?.id === context.products.usual.id ? context.products.usual : titration.child.product;
  const all: (Assumption | false)[] = [
    !(from && 'timesDaily' in from) &&
      timesDaily === undefined && {
        name: 'times-daily-now',
        value: single?.timesDaily ?? plain(taper.timesDaily),
        citations: cite(taper.timesDaily),
      },
    products === undefined && {
      name: 'products',
      value: usual.id,
      citations: cite(usual),
    },
  ];
  return all.filter((each) => each !== false);
}

/** What reduced clearance means for somebody who comes off the drug. */
function clearanceNotices(
  { patient }: TaperRequest,
  single: TaperSchedule | undefined,
  { band }: RenalFunction,
): Notice[] {
  const avoided = patient?.dialysis || band?.action.kind === 'avoid';
  const reduced = avoided || (band && band.action.kind !== 'usual');
  return [
    ...(avoided && single ? [notice('taper-where-avoided', { from: single.from }, band ? cite(band.edges) : [])] : []),
    ...(reduced ? [notice('taper-not-shortened', {}, [])] : []),
  ];
}

function notices(request: TaperRequest, tapers: readonly TaperSchedule[], context: TaperContext): Notice[] {
  const { patient: { usedFor } = {}, timesDaily } = request;
  const { doseCeiling, dailyCeiling } = rulesOf(request, context);
  const { taper } = context;
  const days = quantity(Math.min(...tapers.map((each) => each.days.value)), 'd');
  const highest = tapers.find(({ from }) => from.value > dailyCeiling.value);
  const { longUse, shortest } = taper;
  const doses = tapers.flatMap(({ schedule }) => schedule.flatMap((step) => step.doses));
  const dose = largestDose(doses);
  return [
    ...(days.value < shortest.value
      ? [notice('taper-short', { days, shortest: plain(shortest) }, cite(shortest))]
      : []),
    ...(usedFor && usedFor.value >= longUse.usedFor.value && days.value < longUse.advised.value
      ? [notice('taper-short-for-long-use', { days, usedFor, advised: plain(longUse.advised) }, cite(longUse.advised))]
      : []),
    ...(highest
      ? [notice('from-above-ceiling', { from: highest.from, ceiling: plain(dailyCeiling) }, cite(dailyCeiling))]
      : []),
    ...(timesDaily !== undefined && dose.value > doseCeiling.value
      ? [notice('dose-above-ceiling', { dose, ceiling: plain(doseCeiling) }, cite(doseCeiling))]
      : []),
  ];
}

function working(
  { from, schedule, days }: TaperSchedule,
  products: readonly Product[],
  { taper }: TaperContext,
): CalculationStep[] {
  const increment = smallestDose(products);
  const reductions = schedule.map(
    ({ dailyDose }, index) => (schedule[index - 1]?.dailyDose ?? from).value - dailyDose.value,
  );
  return [
    {
      label: 'Reductions, highest dose first',
      formula: 'whole increments, as even as possible, larger ones first',
      inputs: { from, increment, days },
      result: `${reductions.map(tidy).join(', ')} mg per day`,
      citations: cite(taper.levels),
    },
    ...doseWorking(schedule, products),
    ...dispenseWorking(schedule, days.value, products),
  ];
}
