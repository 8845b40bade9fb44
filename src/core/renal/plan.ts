import type { CommandRequest } from '../answer/command-request.js';
import { type Notice, type NoticeCode, notice } from '../answer/notice.js';
import { ordered } from '../answer/notice-order.js';
import type { Assumption, CalculationStep, Outcome } from '../answer/outcome.js';
import type { Refusal } from '../answer/refusal.js';
import { type CurrentDose, dailyTotal } from '../doses/current-dose.js';
import { doseTaken } from '../doses/record-dose.js';
import { assessRenalFunction, renalStatements } from '../renal-function/assess.js';
import type { RenalBand } from '../renal-function/band.js';
import { poisoningNotices } from '../renal-function/poisoning.js';
import type { RenalFunction } from '../renal-function/types.js';
import { isToAvoid } from '../titration/applicable-rules.js';
import { ageAssumption } from '../titration/assumptions.js';
import { countryOf } from '../titration/country.js';
import { consequences } from '../titration/disagreement.js';
import { estimateNotices } from '../titration/estimate-notices.js';
import { ladderOf } from '../titration/ladder.js';
import { setsOwnStart } from '../titration/limits.js';
import { patientNotices } from '../titration/notices.js';
import type { Ladder, TitrationContext } from '../titration/types.js';
import { wayDown } from '../titration/way-down.js';
import { regimenWorking } from '../titration/working.js';
import { cite, plain, statement } from '../values/citation.js';
import { InputError } from '../values/input-error.js';
import { requireNumbers } from '../values/numbers.js';
import type { Quantity } from '../values/quantity.js';
import { isAbove, isAt, isBelow } from '../values/thresholds.js';
import type { RenalPlan, RenalRecommendation, RenalRequest } from './types.js';

/**
 * Numbers of renal function side by side (mL/min and mL/min/1.73 m2), the band of the one that decides, and what it means
 * for the dose: the levels that titration plans for this patient, or with a present daily dose (mg/d) whether that is
 * within the ceiling.
 * @returns a plan, also where its advice is to avoid the drug; a refusal where nobody like this patient is planned.
 * @throws InputError where nothing is given that tells of renal function, or a creatinine comes without age and sex.
 */
export function adjustForRenalFunction(
  request: RenalRequest,
  context: TitrationContext,
): Outcome<RenalRequest, RenalPlan> {
  requireNumbers(request);
  const { patient } = request;
  const renal = assessRenalFunction(patient, context.renal);
  const ladder = ladderOf(patient, { country: countryOf(request, context) }, context, renal);
  const assumptions = [...renal.assumptions, ...ageAssumed(request, ladder, context)];
  const basis = { request, assumptions };
  if ('code' in ladder && !isToAvoid(ladder)) {
    return { ...basis, notices: ordered(renal.notices), working: renal.working, outcome: 'refusal', refusal: ladder };
  }
  const band = bandOf(request, renal, context);
  const { recommendation, working, notices } =
    'code' in ladder ? avoid(band, request) : recommend(ladder, request, context);
  return {
    ...basis,
    notices: ordered([...poisoningFirst(request, ladder, renal, context), ...renal.notices, ...notices]),
    working: [...renal.working, ...working],
    outcome: 'plan',
    plan: {
      estimates: renal.estimates,
      ...(renal.deciding && { deciding: renal.deciding }),
      band: { id: band.id, from: band.from, below: band.below, citations: cite(band.edges) },
      recommendation,
      next: nextLines(request, recommendation, 'code' in ladder ? undefined : ladder, context),
      accumulation: statement(context.renal.accumulation),
      rules: countryOf(request, context),
      disagreements: consequences(
        renalStatements(renal, patient, context.renal),
        band.action.kind === 'fixed' || band.action.kind === 'avoid',
      ),
    },
  };
}

/** Without an age less might be right: at each step, or where the ceiling of an older adult is lower. */
function ageAssumed(
  { patient, dailyDose }: RenalRequest,
  ladder: Ladder | Refusal,
  { titration }: TitrationContext,
): Assumption[] {
  if (patient.age !== undefined || 'code' in ladder) return [];
  const isFixed = ladder.applicable.band?.action.kind === 'fixed';
  return dailyDose === undefined || isFixed ? [ageAssumption(titration)] : [];
}

/** Whether somebody who takes the drug may be poisoned. */
function poisoningFirst(
  { patient, dailyDose }: RenalRequest,
  ladder: Ladder | Refusal,
  renal: RenalFunction,
  context: TitrationContext,
): Notice[] {
  if (dailyDose === undefined) return [];
  const isReduced = renal.band !== undefined && renal.band.action.kind !== 'usual';
  const isHigh = isReduced && !('code' in ladder) && isAbove(dailyDose.value, ladder.ceiling.value);
  return poisoningNotices(patient, renal, isHigh, context.renal);
}

function bandOf({ patient }: RenalRequest, renal: RenalFunction, { renal: { bands } }: TitrationContext): RenalBand {
  const band = patient.dialysis ? bands.find(({ action }) => action.kind === 'avoid') : renal.band;
  if (band) return band;
  throw new InputError(
    'creatinineClearance',
    'nothing',
    'a clearance in mL/min; or give `egfr`, `creatinine` with `age` and `sex`, or `dialysis`',
  );
}

interface Recommended {
  readonly recommendation: RenalRecommendation;
  readonly working: readonly CalculationStep[];
  readonly notices: readonly Notice[];
}

function avoid(band: RenalBand, { dailyDose }: RenalRequest): Recommended {
  if (band.action.kind !== 'avoid') throw new RangeError(`the band ${band.id} does not avoid the drug`);
  const citations = cite(band.action.reason);
  return {
    recommendation: { action: 'avoid', reason: statement(band.action.reason), citations },
    working: [],
    notices: dailyDose ? [notice('daily-dose-where-avoided', { dailyDose }, citations)] : [],
  };
}

function recommend(ladder: Ladder, { dailyDose }: RenalRequest, context: TitrationContext): Recommended {
  const { applicable, regimen, levels } = ladder;
  const action = applicable.band?.action;
  const { ceiling, first, interval } = regimen;
  const recommendation: RenalRecommendation = {
    action: action === undefined || action.kind === 'usual' ? 'usual' : 'reduce',
    ...(dailyDose === undefined && {
      dailyDoses: levels.map((level) => level.dailyDose),
      timesDaily: levels.map((level) => level.timesDaily),
    }),
    interval: interval.value,
    ceiling: ladder.ceiling,
    ...(action?.kind === 'scale' && {
      fraction: { numerator: action.keep.numerator, denominator: action.keep.denominator },
    }),
    citations: [...first.citations, ...regimen.step.citations, ...interval.citations, ...ceiling.citations],
  };
  const notices = [
    ...(dailyDose ? [doseNotice(dailyDose, ladder)] : []),
    ...patientNotices(ladder, context).filter(({ code }) => !silencedBy(dailyDose, ladder).includes(code)),
    ...estimateNotices(ladder, context),
  ];
  return { recommendation, working: regimenWorking(ladder), notices };
}

/** How a new start goes is nothing to somebody who takes it; not to increase, nothing to somebody who has to come down. */
function silencedBy(dailyDose: Quantity<'mg/d'> | undefined, { ceiling }: Ladder): readonly NoticeCode[] {
  if (dailyDose === undefined) return [];
  const isHigh = isAbove(dailyDose.value, ceiling.value);
  return ['older-adult-schedule', ...(isHigh ? (['signs-of-accumulation'] as const) : [])];
}

/** Whether the present dose is within the ceiling, said first. */
function doseNotice(dailyDose: Quantity<'mg/d'>, { regimen, ceiling, levels }: Ladder): Notice {
  const { citations } = regimen.ceiling;
  if (isAbove(dailyDose.value, ceiling.value)) {
    return notice('daily-dose-above-ceiling', { dailyDose, ceiling }, citations);
  }
  const first = levels[0]?.dailyDose ?? ceiling;
  return notice('daily-dose-within-ceiling', { dailyDose, ceiling, first }, citations);
}

/** The line to type next: down where the present dose is too high, on from it where more may be given, or a start. */
function nextLines(
  { patient, rules, dailyDose, patientFile }: RenalRequest,
  recommendation: RenalRecommendation,
  ladder: Ladder | undefined,
  context: TitrationContext,
): CommandRequest[] {
  const person = { patient, ...(rules && { rules }) };
  if (recommendation.action === 'avoid') {
    return dailyDose ? [wayDown(presentOf(dailyDose, patientFile), person, context)] : [];
  }
  if (dailyDose === undefined) {
    const start = plain(context.titration.rules[countryOf({ ...(rules && { rules }) }, context)].start);
    const sets = ladder !== undefined && setsOwnStart(ladder.applicable);
    return [{ command: 'titrate', request: { ...(!sets && { start }), ...person } }];
  }
  const from = presentOf(dailyDose, patientFile);
  if (isAbove(dailyDose.value, recommendation.ceiling.value)) {
    return [wayDown(from, person, context, 'ceiling')];
  }
  // Who stands at the usual end or above it stays there, if it works.
  const hasMore = ladder !== undefined && isBelow(dailyDose.value, ladder.target.value);
  return hasMore ? [{ command: 'titrate', request: { from, ...person } }] : [];
}

/** A record divides the present dose over the day. */
function presentOf(dailyDose: Quantity<'mg/d'>, file: RenalRequest['patientFile']): CurrentDose {
  const taken = doseTaken(file);
  return taken && isAt(dailyTotal(taken).value, dailyDose.value) ? taken : { dailyDose };
}
