import type { Outcome } from '../answer/outcome.js';
import type { Refusal } from '../answer/refusal.js';
import { dispense, dispenseWorking } from '../doses/dispense.js';
import { measuredFor, type Product, type ProductParameters, selectProducts } from '../doses/product.js';
import {
  dailyDoseRefusal,
  datedSteps,
  largestDose,
  type Step,
  splitUnderDoseCeiling,
  wholeIncrements,
} from '../doses/schedule.js';
import { supplyOf } from '../doses/supply.js';
import { doseWorking } from '../doses/working.js';
import type { Patient } from '../patient/patient.js';
import { assessRenalFunction, renalStatements } from '../renal-function/assess.js';
import type { CivilDate } from '../values/calendar.js';
import { plain, statement } from '../values/citation.js';
import { InputError } from '../values/input-error.js';
import { requireNumbers } from '../values/numbers.js';
import type { Quantity } from '../values/quantity.js';
import { perKilogram, situationOf } from './applicable-rules.js';
import { titrationAssumptions } from './assumptions.js';
import { countryOf } from './country.js';
import { alternatives, consequences } from './disagreement.js';
import { startRefusal, targetRefusal } from './limits.js';
import { titrationNotices } from './notices.js';
import { regimenFor } from './regimen.js';
import type { Country } from './rules.js';
import type {
  Regimen,
  Rung,
  Situation,
  Titration,
  TitrationContext,
  TitrationPlan,
  TitrationRequest,
} from './types.js';

/**
 * A titration schedule: which dose (mg) on which days, made of which products, up to a target (mg/d).
 * The patient decides the rules: label, clearance, age or a child's weight; nothing passes the ceiling.
 * @returns a plan, or a refusal where the patient, start, target or pace is not allowed or a dose cannot be made.
 * @throws InputError where the request contradicts itself, names an unknown product or holds no numbers.
 */
export function planTitration(
  request: TitrationRequest,
  context: TitrationContext,
): Outcome<TitrationRequest, TitrationPlan> {
  requireNumbers(request);
  const { patient = {} } = request;
  const country = countryOf(request, context);
  const renal = assessRenalFunction(isChild(patient, context) ? {} : patient, context.renal);
  const refuse = (why: Refusal) =>
    ({
      request,
      assumptions: renal.assumptions,
      notices: renal.notices,
      working: renal.working,
      outcome: 'refusal',
      refusal: why,
    }) as const;
  const found = situationOf(patient, { ...request, country }, renal, context.titration, context.renal);
  if ('refusal' in found) return refuse(found.refusal);
  const { situation } = found;
  const products = productsFor(request, situation, context.products);
  if (request.start === undefined && situation.child === undefined) {
    throw new InputError('start', 'nothing', 'the first dose in mg per dose, such as 5');
  }
  const barred = startRefusal(request, situation, products, context);
  if (barred) return refuse(barred);
  const regimen = regimenFor(request, situation, products);
  const limit = targetRefusal(request, regimen, situation, context.titration);
  if (limit) return refuse(limit);
  const steps = stepsOf(request, regimen, situation, products, context.products);
  if ('code' in steps) return refuse(steps);

  const parts = cut(steps, (request.target ?? regimen.target).value, request.startDate);
  const titration: Titration = {
    request,
    situation,
    renal,
    regimen,
    products,
    ...parts,
    supply: supplyOf(request, regimen.interval, parts.schedule),
  };
  return {
    request,
    outcome: 'plan',
    plan: planOf(titration, country, context),
    assumptions: [...titrationAssumptions(titration, context), ...renal.assumptions],
    notices: [...renal.notices, ...titrationNotices(titration, context)],
    working: [
      ...renal.working,
      ...regimen.working,
      ...doseWorking(steps, products),
      ...dispenseWorking(parts.schedule, titration.supply.value, products),
    ],
  };
}

function isChild({ age }: Patient, { renal }: TitrationContext): boolean {
  return age !== undefined && age.value < renal.adultAge.value;
}

/** A light child gets a liquid, measured as finely as the weight asks for. */
function productsFor(
  { products, patient }: TitrationRequest,
  { child }: Situation,
  parameters: ProductParameters,
): Product[] {
  const usual = child && child.weight.value < child.rules.tabletFrom.value ? [child.rules.product.id] : undefined;
  return selectProducts(products ?? usual, parameters).map((product) => measuredFor(product, patient?.weight));
}

/** The steps of the climb with their doses, or the refusal of the first that cannot be made. */
function stepsOf(
  request: TitrationRequest,
  regimen: Regimen,
  { child }: Situation,
  products: readonly Product[],
  { products: all }: ProductParameters,
): Step[] | Refusal {
  const steps: Step[] = [];
  for (const { dailyDose, timesDaily, unit } of climb(request, regimen)) {
    const doses = splitUnderDoseCeiling(dailyDose, timesDaily, regimen.doseCeiling, products, unit);
    // Products such as whole tablets of 25 mg may leave no split under the ceiling per dose.
    if (doses === undefined || largestDose(doses).value > regimen.doseCeiling.value) {
      return dailyDoseRefusal(dailyDose, timesDaily, products, all, regimen.doseCeiling);
    }
    const fromDay = 1 + steps.length * regimen.interval.value;
    steps.push({
      fromDay,
      toDay: fromDay + regimen.interval.value - 1,
      doses,
      dailyDose,
      ...(child && { perKilogram: perKilogram(dailyDose, child.weight) }),
    });
  }
  return steps;
}

/** The rungs to the target; the last lands on it. One more beyond where the target was left to the rules. */
function climb({ target }: TitrationRequest, regimen: Regimen): Rung[] {
  const end = target ?? regimen.target;
  const [first] = regimen.rungs;
  if (first && end.value < first.dailyDose.value) {
    throw new InputError(
      'target',
      `${end.value} mg per day`,
      `at least the daily dose of the start, ${first.dailyDose.value} mg per day`,
    );
  }
  const below = regimen.rungs.filter(({ dailyDose }) => dailyDose.value < end.value).length;
  const beyond = regimen.rungs.find(({ dailyDose }) => dailyDose.value > end.value);
  return [
    ...regimen.rungs.slice(0, below + 1).map((rung, index) => (index < below ? rung : landingOn(rung, end))),
    ...(target === undefined && beyond ? [beyond] : []),
  ];
}

/** The landing on a target that is no whole number of a rule's units is split like any other dose. */
function landingOn({ timesDaily, unit }: Rung, dailyDose: Quantity<'mg/d'>): Rung {
  const whole = unit && wholeIncrements(dailyDose, unit) !== undefined;
  return { dailyDose: plain(dailyDose), timesDaily, ...(whole && { unit }) };
}

/** The schedule to the target, its last step open, and the step beyond. */
function cut(
  steps: readonly Step[],
  target: number,
  startDate: CivilDate | undefined,
): { schedule: readonly Step[]; ifNeeded?: Step } {
  const beyond = steps.find(({ dailyDose }) => dailyDose.value > target);
  const kept = steps.filter((step) => step !== beyond);
  const open = kept.map((step, index) => (index === kept.length - 1 ? { ...step, toDay: null } : step));
  const [ifNeeded] = datedSteps(beyond ? [{ ...beyond, toDay: null }] : [], startDate);
  return { schedule: datedSteps(open, startDate), ...(ifNeeded && { ifNeeded }) };
}

function planOf(
  { request, situation, renal, regimen, products, schedule, ifNeeded, supply }: Titration,
  country: Country,
  { titration, renal: renalParameters }: TitrationContext,
): TitrationPlan {
  const band = situation.band?.id;
  const statements = renalStatements(renal, request.patient, renalParameters);
  const target = plain(request.target ?? regimen.target);
  return {
    schedule,
    ...(ifNeeded && { ifNeeded }),
    interval: regimen.interval,
    target,
    ceiling: { dailyDose: regimen.ceiling, dose: regimen.doseCeiling, citations: regimen.citations.ceiling },
    rules: country,
    decidedBy: regimen.decidedBy,
    ...(request.override && { override: request.override }),
    renal: { ...(renal.deciding && { deciding: renal.deciding }), ...(band && { band }) },
    products: products.map(({ id }) => id),
    supply,
    dispense: dispense(schedule, supply.value),
    responseCheck: statement(situation.rules.responseCheck),
    advice: titration.advice.map(statement),
    disagreements: consequences(statements, request, situation, products),
    alternatives: alternatives(situation, regimen, target),
    citations: [...regimen.citations.rungs, ...regimen.citations.interval],
  };
}
