import { type Notice, notice } from '../answer/notice.js';
import { ordered } from '../answer/notice-order.js';
import type { Outcome } from '../answer/outcome.js';
import type { Refusal } from '../answer/refusal.js';
import { dailyTotal } from '../doses/current-dose.js';
import { dispense, dispenseWorking } from '../doses/dispense.js';
import { doseWorking } from '../doses/working.js';
import { assessRenalFunction, renalStatements } from '../renal-function/assess.js';
import { poisoningNotices } from '../renal-function/poisoning.js';
import type { RenalFunction } from '../renal-function/types.js';
import { plain, statement } from '../values/citation.js';
import { requireNumbers } from '../values/numbers.js';
import { isToAvoid } from './applicable-rules.js';
import { titrationAssumptions } from './assumptions.js';
import { attempt } from './attempt.js';
import { alternatives, consequences, isSevere } from './disagreement.js';
import { excipientsOf } from './excipients.js';
import { aboveCeiling, withInstead } from './instead.js';
import { titrationNotices } from './notices.js';
import type { Ladder, Titration, TitrationContext, TitrationPlan, TitrationRequest } from './types.js';
import { regimenWorking } from './working.js';

/**
 * A titration schedule: which dose (mg) on which days, made of which products, up to a target (mg/d); from a start, or
 * on from the present dose. The patient decides the rules: label, clearance, age, weight; nothing passes the ceiling.
 * @returns a plan, or a refusal where the patient, start, target or pace is not allowed, a dose cannot be made, or
 * somebody who takes the drug is given a start.
 * @throws InputError where the request contradicts itself, names an unknown product or holds no numbers.
 */
export function planTitration(
  request: TitrationRequest,
  context: TitrationContext,
): Outcome<TitrationRequest, TitrationPlan> {
  requireNumbers(request);
  const renal = assessRenalFunction(request.patient ?? {}, context.renal);
  const titration = attempt(request, renal, context);
  if ('code' in titration) {
    return {
      request,
      assumptions: renal.assumptions,
      notices: ordered([...presentNotices(titration, request, renal, context), ...renal.notices]),
      working: renal.working,
      outcome: 'refusal',
      refusal: withInstead(titration, request, renal, context),
    };
  }
  const { ladder, schedule, ifNeeded, supply } = titration;
  const steps = ifNeeded ? [...schedule, ifNeeded] : schedule;
  return {
    request,
    outcome: 'plan',
    plan: planOf(titration, context),
    assumptions: [...titrationAssumptions(titration, context), ...renal.assumptions],
    notices: ordered([...renal.notices, ...titrationNotices(titration, context)]),
    working: [
      ...renal.working,
      ...regimenWorking(ladder),
      ...doseWorking(steps, ladder.products),
      ...dispenseWorking(schedule, supply.value, ladder.products),
    ],
  };
}

/** What comes before the refusal of somebody who takes the drug and may have none, or less. */
function presentNotices(
  why: Refusal,
  request: TitrationRequest,
  renal: RenalFunction,
  context: TitrationContext,
): Notice[] {
  const { from, taking = from, patient } = request;
  const isAvoided = isToAvoid(why);
  const above = why.code === 'already-taking' ? aboveCeiling(request, renal, context) : undefined;
  if (taking === undefined || !(isAvoided || above || why.code === 'above-the-ceiling')) return [];
  const { band } = renal;
  const isReduced = band !== undefined && band.action.kind !== 'usual';
  const dailyDose = dailyTotal(taking);
  return [
    ...poisoningNotices(patient, renal, isReduced && !isAvoided, context.renal),
    ...(isAvoided ? [notice('daily-dose-where-avoided', { dailyDose }, why.citations)] : []),
    ...(above
      ? [notice('daily-dose-above-ceiling', { dailyDose, ceiling: above.params.ceiling }, above.citations)]
      : []),
  ];
}

function planOf(
  { request, ladder, schedule, ifNeeded, now, supply }: Titration,
  context: TitrationContext,
): TitrationPlan {
  const { applicable, regimen, renal, products } = ladder;
  const { titration, renal: renalParameters } = context;
  const target = plain(request.target ?? ladder.target);
  return {
    schedule,
    ...(now && { now }),
    ...(ifNeeded && { ifNeeded }),
    interval: regimen.interval.value,
    target,
    ceiling: {
      dailyDose: ladder.ceiling,
      dose: regimen.largestDose.value,
      citations: regimen.ceiling.citations,
    },
    rules: applicable.country,
    decidedBy: decidedBy(ladder),
    ...(request.override && { override: request.override }),
    renal: {
      ...(renal.deciding && { deciding: renal.deciding }),
      ...(applicable.band && { band: applicable.band.id }),
    },
    products: products.map(({ id }) => id),
    supply,
    dispense: dispense(schedule, supply.value),
    responseCheck: statement(applicable.rules.responseCheck),
    stay: statement(titration.stay),
    encephalopathy: statement(titration.encephalopathy),
    ...excipientsOf(request.patient, ladder.products, context),
    ...(request.patient?.dialysis && { afterSession: statement(renalParameters.afterSession) }),
    advice: titration.advice.map(statement),
    disagreements: consequences(renalStatements(renal, request.patient, renalParameters), isSevere(applicable)),
    alternatives: alternatives(ladder, target),
    citations: [...regimen.first.citations, ...regimen.step.citations, ...regimen.interval.citations],
  };
}

function decidedBy({ regimen }: Ladder): TitrationPlan['decidedBy'] {
  const { first, step, interval, ceiling, largestDose, target } = regimen;
  return {
    first: first.by,
    step: step.by,
    interval: interval.by,
    ceiling: ceiling.by,
    largestDose: largestDose.by,
    target: target.by,
  };
}
