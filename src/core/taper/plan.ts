import type { Notice } from '../answer/notice.js';
import type { Outcome } from '../answer/outcome.js';
import type { Refusal } from '../answer/refusal.js';
import { signsRefusal } from '../answer/signs.js';
import { type ProductParameters, selectProducts } from '../doses/product.js';
import { forEstimates, type Patient } from '../patient/patient.js';
import { assessRenalFunction } from '../renal-function/assess.js';
import { countryOf } from '../titration/country.js';
import { excipientsOf } from '../titration/excipients.js';
import { cite, statement } from '../values/citation.js';
import { requireNumbers } from '../values/numbers.js';
import { isBelow } from '../values/thresholds.js';
import { taperAssumptions, taperWorking } from './account.js';
import { ceilingFor } from './ceiling.js';
import { finerProduct } from './finer.js';
import { clearanceNotices, poisoningFirst, taperNotices } from './notices.js';
import { requireSense } from './request.js';
import { type TaperCase, taperFrom } from './schedule.js';
import type { TaperContext, TaperPlan, TaperRequest, TaperSchedule } from './types.js';

/**
 * A taper from a daily dose (mg/d), or from each usual dose where none is given, to none or to a dose that goes on.
 * Daily doses fall in whole makeable increments, the larger reductions first, and no time of day ever rises.
 * @returns a plan, or a refusal where signs call for something else, the dose or its end cannot be made, there is
 * nothing to bring down, no level lies below, it would stop at once, or it would take more than five years.
 * @throws InputError on an unknown product, a pattern that never ends or whose days are not whole, doses a day beside
 * a dose that says how often, or an end without a present dose.
 */
export function planTaper(request: TaperRequest, context: TaperContext): Outcome<TaperRequest, TaperPlan> {
  requireSense(request);
  requireNumbers(request);
  const { taper } = context;
  const { patient = {} } = request;
  const renal = assessRenalFunction(forEstimates(patient, context.renal.adultAge), context.renal);
  const avoided = patient.dialysis === true || renal.band?.action.kind === 'avoid';
  const signs = signsRefusal(request.signs, avoided, taper.signs);
  if (signs) return refused(request, signs);

  const usual = usualProduct(patient, context);
  const products = selectProducts(request.products ?? [usual.id], context.products);
  const taperCase: TaperCase = {
    request,
    products,
    ceiling: ceilingFor(
      patient,
      { country: countryOf(request, context), ...(request.products && { products: request.products }) },
      context,
    ),
    context,
  };
  const made = tapersOf(taperCase);
  if ('code' in made) return refused(request, withFiner(made, taperCase), poisoningFirst(taperCase, undefined, renal));
  const [first] = made;
  const single = request.from && first;
  return {
    request,
    assumptions: taperAssumptions(taperCase, single, usual),
    notices: [
      ...poisoningFirst(taperCase, single?.from, renal),
      ...renal.notices,
      ...clearanceNotices(request, single?.from, renal, context),
      ...taperNotices(taperCase, made),
    ],
    working: [...renal.working, ...(single ? taperWorking(single, taperCase) : [])],
    outcome: 'plan',
    plan: {
      ...(single ?? { schedules: made }),
      products: products.map(({ id }) => id),
      withdrawalSigns: taper.withdrawalSigns.map(statement),
      ifSignsAppear: taper.ifSignsAppear.map(statement),
      emergency: statement(taper.emergency),
      ...excipientsOf(patient, products, context),
      disagreements: taper.durations.map(statement),
      citations: cite(request.pattern?.kind === 'percent' ? taper.percentRounding : taper.levels),
    },
  };
}

/** Where the products do not make it, the line with a finer one that does. */
function withFiner(why: Refusal, taperCase: TaperCase): Refusal {
  if (!unmakeable.some((code) => code === why.code)) return why;
  const finer = finerProduct(taperCase);
  if (finer === undefined) return why;
  return { ...why, instead: [{ command: 'taper', request: { ...taperCase.request, products: [finer.product] } }] };
}

const unmakeable: readonly Refusal['code'][] = [
  'cannot-be-made',
  'daily-dose-cannot-be-made',
  'would-rise',
  'no-level-below',
];

function refused(
  request: TaperRequest,
  why: Refusal,
  notices: readonly Notice[] = [],
): Outcome<TaperRequest, TaperPlan> {
  return { request, assumptions: [], notices, working: [], outcome: 'refusal', refusal: why };
}

/** A taper from the present dose, or from each usual one. */
function tapersOf(taperCase: TaperCase): readonly TaperSchedule[] | Refusal {
  const { request, context } = taperCase;
  const usual = context.taper.usualDoses.dailyDoses.map((dailyDose) => ({ dailyDose }));
  const tapers: TaperSchedule[] = [];
  for (const from of request.from ? [request.from] : usual) {
    const made = taperFrom(from, taperCase);
    if ('code' in made) return made;
    tapers.push(made);
  }
  return tapers;
}

/** A light patient gets a liquid, and so does a child whose weight is not known. */
function usualProduct(
  { age, weight }: Patient,
  { titration: { child }, products }: TaperContext,
): ProductParameters['usual'] {
  const light = weight
    ? isBelow(weight.value, child.tabletFrom.value)
    : age && isBelow(age.value, child.belowAge.value);
  return light ? child.product : products.usual;
}
