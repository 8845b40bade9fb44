import type { CivilDate } from './calendar.js';
import {
  type Citation,
  type Cited,
  type CitedText,
  cite,
  type Provenance,
  type Statement,
  statement,
} from './citation.js';
import { InputError } from './input-error.js';
import { requireNumbers } from './numbers.js';
import { forEstimates, type Patient } from './patient.js';
import type { PatientFile } from './patient-file.js';
import type { Outcome } from './plan.js';
import { measuredFor, type Piece, type ProductParameters, selectProducts } from './product.js';
import type { Quantity } from './quantity.js';
import { assessRenalFunction } from './renal-function.js';
import type { Country } from './rules.js';
import type { Step } from './schedule.js';
import { taperAssumptions, taperClearanceNotices, taperNotices, taperWorking } from './taper-account.js';
import type { LevelRule, TaperPattern } from './taper-levels.js';
import { taperFrom } from './taper-schedule.js';
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
 * @throws InputError on an unknown product, a pattern that never ends or whose days are not whole, or doses a day beside
 * a dose that says how often.
 */
export function planTaper(request: TaperRequest, context: TaperContext): Outcome<TaperRequest, TaperPlan> {
  requireReduction(request.pattern);
  requireNumbers(request);
  requireOneDivision(request);
  const { taper } = context;
  const usual = usualProduct(request.patient, context);
  const products = selectProducts(request.products ?? [usual.id], context.products).map((each) =>
    measuredFor(each, request.patient?.weight),
  );
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
    assumptions: taperAssumptions(request, single, usual, taper),
    notices: [
      ...renal.notices,
      ...taperClearanceNotices(request, single, renal),
      ...taperNotices(request, tapers, context),
    ],
    working: [...renal.working, ...(single ? taperWorking(single, request.pattern, products, context) : [])],
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

/** A light child gets a liquid, and so does one whose weight is not known. */
function usualProduct(
  { age, weight }: Patient = {},
  { titration: { child }, products }: TaperContext,
): ProductParameters['usual'] {
  const light = age && age.value < child.belowAge.value && !(weight && weight.value >= child.tabletFrom.value);
  return light ? child.product : products.usual;
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

/** A pattern that never gets down would never end, and one whose steps last no day would stop at once. */
function requireReduction(pattern: TaperPattern): void {
  if (pattern.kind === 'days') {
    requireWholeDays('days', pattern.days, 0);
    return;
  }
  requireWholeDays('every', pattern.every, 1);
  if (pattern.kind === 'reduce' && !(pattern.reduction.value > 0)) {
    throw new InputError('reduce', String(pattern.reduction.value), 'more than 0 mg per day');
  }
  if (pattern.kind === 'percent' && !(pattern.percent.value > 0)) {
    throw new InputError('percent', String(pattern.percent.value), 'more than 0 percent');
  }
}

function requireWholeDays(field: string, { value }: Quantity<'d'>, least: number): void {
  if (!Number.isInteger(value) || value < least) {
    throw new InputError(field, String(value), `a whole number of days from ${least}`);
  }
}
