import type { Outcome } from '../answer/outcome.js';
import { measuredFor, type ProductParameters, selectProducts } from '../doses/product.js';
import { forEstimates, type Patient } from '../patient/patient.js';
import { assessRenalFunction } from '../renal-function/assess.js';
import { cite, statement } from '../values/citation.js';
import { InputError } from '../values/input-error.js';
import { requireNumbers } from '../values/numbers.js';
import type { Quantity } from '../values/quantity.js';
import { taperAssumptions, taperClearanceNotices, taperNotices, taperWorking } from './account.js';
import type { TaperPattern } from './levels.js';
import { taperFrom } from './schedule.js';
import type { TaperContext, TaperPlan, TaperRequest, TaperSchedule } from './types.js';

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
    'timesDaily',
    `"${timesDaily}" beside \`from\` ${from.dose.value}x${from.timesDaily}`,
    'a `from` in mg per day',
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
    throw new InputError('reduction', String(pattern.reduction.value), 'more than 0 mg per day');
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
