import type { Notice } from '../answer/notice.js';
import { ordered } from '../answer/notice-order.js';
import type { Assumption, CalculationStep, Outcome } from '../answer/outcome.js';
import { type Refusal, type RefusalCode, refusal } from '../answer/refusal.js';
import { signsRefusal } from '../answer/signs.js';
import { type CurrentDose, dailyTotal } from '../doses/current-dose.js';
import { dispenseWorking } from '../doses/dispense.js';
import { largestDose } from '../doses/schedule.js';
import { doseWorking } from '../doses/working.js';
import { dangerNotices } from '../intrathecal/danger.js';
import { assessRenalFunction, renalStatements } from '../renal-function/assess.js';
import { poisoningNotices } from '../renal-function/poisoning.js';
import type { RenalFunction } from '../renal-function/types.js';
import { isToAvoid } from '../titration/applicable-rules.js';
import { ageAssumption } from '../titration/assumptions.js';
import { dividedNow } from '../titration/attempt.js';
import { consequences, isSevere } from '../titration/disagreement.js';
import { estimateNotices } from '../titration/estimate-notices.js';
import { excipientsOf } from '../titration/excipients.js';
import { ladderOf } from '../titration/ladder.js';
import { beyondFixed, largestDoseNotices, marketNotices, patientNotices } from '../titration/notices.js';
import type { Asked, Ladder } from '../titration/types.js';
import { wayDown } from '../titration/way-down.js';
import { type CitedText, cite, plain, statement } from '../values/citation.js';
import { InputError } from '../values/input-error.js';
import { requireNumbers } from '../values/numbers.js';
import type { Quantity } from '../values/quantity.js';
import { isAbove, isAtMost } from '../values/thresholds.js';
import { type Gap, halfReasons, optionsOf, supplied } from './options.js';
import type { RestartContext, RestartOption, RestartPlan, RestartRequest } from './types.js';

/**
 * The ways back to baclofen after missed doses (h): the previous dose (mg/d), half of it, or a new start, each marked as a
 * judgement or with its source. None is above the previous dose, nor above the ceiling of this patient today.
 * @returns a plan; a refusal where signs, a pump, the kidney or a dose above the ceiling ask for something else first.
 * @throws InputError where the previous dose or the length of the gap is not said.
 */
export function planRestart(request: RestartRequest, context: RestartContext): Outcome<RestartRequest, RestartPlan> {
  requireNumbers(request);
  const { patient = {} } = request;
  const renal = assessRenalFunction(patient, context.renal);
  const refusedFirst = emergency(request, renal, context);
  if (refusedFirst) return refused(request, refusedFirst, renal, pumpNotices(refusedFirst, context));
  const gap = gapOf(request, renal, context);
  if ('code' in gap) return refused(request, gap, renal, poisoningFirst(request, gap, renal, context));
  const options = optionsOf(gap);
  const [adopted] = options;
  if (adopted === undefined) throw new RangeError('no option');
  const plan = planOf(gap, options, adopted);
  const { ladder } = gap;
  return {
    request,
    assumptions: [...assumptionsOf(gap, plan), ...renal.assumptions],
    notices: ordered([
      ...poisoningFirst(request, undefined, renal, context),
      ...renal.notices,
      ...patientRules(gap, adopted),
      ...doseNotices(gap, options),
      ...beyondFixed(ladder, highestOf(options), context),
      ...marketNotices(ladder.applicable, ladder.products),
      ...estimateNotices(ladder, context),
    ]),
    working: [...renal.working, ...working(gap, plan, adopted)],
    outcome: 'plan',
    plan,
  };
}

function refused(
  request: RestartRequest,
  why: Refusal,
  renal: RenalFunction,
  asked: readonly Notice[],
): Outcome<RestartRequest, RestartPlan> {
  const notices = ordered([...asked, ...renal.notices]);
  return { request, assumptions: renal.assumptions, notices, working: renal.working, outcome: 'refusal', refusal: why };
}

/** A pump and signs come before the kidney; after a gap signs have answers of their own. */
function emergency(
  request: RestartRequest,
  renal: RenalFunction,
  { taper, restart }: RestartContext,
): Refusal | undefined {
  const { signs, from, patient, reason } = request;
  const poisoned = { ...taper.signs['suspected-toxicity'], reason: restart.poisoned };
  const answers = { ...taper.signs, 'suspected-toxicity': poisoned, 'suspected-withdrawal': restart.withdrawal };
  const avoided = patient?.dialysis === true || renal.band?.action.kind === 'avoid';
  const found = signsRefusal(signs, avoided, answers);
  if (reason === 'pump') {
    const withdrawn = found?.code === 'suspected-withdrawal' && avoided;
    return pumpRefusal(found?.code, withdrawn ? [taper.signs.withdrawalWhereAvoided] : [], restart);
  }
  if (found?.code !== 'suspected-withdrawal' || from === undefined) return found;
  return refusal(found.code, { ...found.params, previous: dailyTotal(from) }, found.citations);
}

/** What every page on a pump begins with. */
function pumpNotices({ code }: Refusal, { intrathecal }: RestartContext): Notice[] {
  return code === 'pump-interrupted' ? dangerNotices(intrathecal) : [];
}

/** No dose by mouth is computed from that of a pump; signs are answered with it, never in its place. */
function pumpRefusal(
  signs: RefusalCode | undefined,
  where: readonly CitedText[],
  { pump }: RestartContext['restart'],
): Refusal {
  const seen = Object.entries(pump.signs).flatMap(([code, said]) => (code === signs ? [said] : []));
  const instead = [...seen, ...pump.instead, ...where];
  return refusal('pump-interrupted', wordsOf({ reason: pump.reason, instead }), cite(pump.reason, ...instead));
}

function wordsOf({ reason, instead }: { readonly reason: CitedText; readonly instead: readonly CitedText[] }) {
  return { reason: reason.text, instead: instead.map(({ text }) => text) };
}

/** The gap, the dose before it and the patient's ladder today, or why nothing is restarted. */
function gapOf(request: RestartRequest, renal: RenalFunction, context: RestartContext): Gap | Refusal {
  const { patient = {}, rules, products } = request;
  const { from, missed } = said(request);
  const present = dailyTotal(from);
  const { implausibleAbove } = context.taper;
  if (isAbove(present.value, implausibleAbove.value)) {
    return refusal('from-implausible', { from: present, limit: plain(implausibleAbove) }, cite(implausibleAbove));
  }
  const asked: Asked = { country: rules ?? 'us', ...(products && { products }) };
  const ladder = ladderOf(patient, asked, context, renal);
  if ('code' in ladder) return isToAvoid(ladder) ? avoidRefusal(from, context) : ladder;
  if (isAbove(present.value, ladder.ceiling.value) && isAtMost(missed.value, context.restart.optionsUpTo.value)) {
    return aboveCeiling(request, from, ladder, context);
  }
  const previous = dividedNow(from, ladder, context.products.products);
  if ('code' in previous) return previous;
  return { request, missed, previous, asked, ladder, context };
}

function said({ from, missed }: RestartRequest): { from: CurrentDose; missed: Quantity<'h'> } {
  if (from === undefined) throw new InputError('from', 'nothing', 'the dose before the gap, such as 20x3');
  if (missed === undefined) throw new InputError('missed', 'nothing', 'for how long none was taken, such as 12h or 2d');
  return { from, missed };
}

function avoidRefusal(from: CurrentDose, { restart: { avoided } }: RestartContext): Refusal {
  const params = { ...wordsOf(avoided), previous: dailyTotal(from) };
  return refusal('restart-where-avoided', params, cite(avoided.reason, ...avoided.instead));
}

/** Above today's ceiling no option is right: the way down from it is. */
function aboveCeiling(request: RestartRequest, from: CurrentDose, ladder: Ladder, context: RestartContext): Refusal {
  const { regimen, ceiling } = ladder;
  const params = { present: dailyTotal(from), ceiling };
  return refusal('above-the-ceiling', params, regimen.ceiling.citations, [wayDown(from, request, context, 'ceiling')]);
}

/** Whether somebody may be poisoned, asked before a dose is given again. */
function poisoningFirst(
  { patient }: RestartRequest,
  why: Refusal | undefined,
  renal: RenalFunction,
  { restart, renal: parameters }: RestartContext,
): Notice[] {
  return poisoningNotices(patient, renal, why?.code === 'above-the-ceiling', parameters, restart.poisoning);
}

function planOf(gap: Gap, options: readonly RestartOption[], adopted: RestartOption): RestartPlan {
  const { ladder, context, request, missed, previous } = gap;
  const { renal, applicable } = ladder;
  const { notReviewed, askSigns, reasons, sameUpTo, optionsUpTo } = context.restart;
  const { reason } = request;
  return {
    missed,
    previous,
    options,
    ...(options.length > 1 && { halfBecause: halfReasons(gap) }),
    ceiling: ladder.ceiling,
    largestDose: ladder.regimen.largestDose.value,
    ...(renal.deciding && { deciding: renal.deciding }),
    products: ladder.products.map(({ id }) => id),
    ...supplied(adopted, gap),
    ...(options.some(({ judgement }) => judgement) && { notReviewed: statement(notReviewed) }),
    askSigns: statement(askSigns),
    ...excipientsOf(request.patient, ladder.products, context),
    disagreements: consequences(renalStatements(renal, request.patient, context.renal), isSevere(applicable)),
    reason: reason && reason !== 'pump' ? reasons[reason].map(statement) : [],
    citations: cite(sameUpTo, optionsUpTo),
  };
}

/** What holds for this patient; how an older adult begins is said where something begins. */
function patientRules({ ladder, context }: Gap, { code }: RestartOption): Notice[] {
  return patientNotices(ladder, context).filter((each) => each.code !== 'older-adult-schedule' || code === 'new-start');
}

/** One dose of an option above the largest that this patient may have. */
function doseNotices({ ladder: { regimen } }: Gap, options: readonly RestartOption[]): Notice[] {
  const given = options.flatMap(({ schedule }) => schedule.flatMap(({ doses }) => doses));
  return largestDoseNotices(largestDose(given), regimen.largestDose);
}

/** The highest day (mg/d) of all options. */
function highestOf(options: readonly RestartOption[]): Quantity<'mg/d'> | undefined {
  const days = options.flatMap(({ schedule }) => schedule.map(({ dailyDose }) => dailyDose));
  return [...days].sort((a, b) => b.value - a.value)[0];
}

/** What was not said and would lower the dose if it were otherwise. */
function assumptionsOf({ request, ladder, context }: Gap, { supply }: RestartPlan): Assumption[] {
  const { patient = {}, rules, products } = request;
  const { applicable, renal } = ladder;
  const { weight } = context.titration;
  const all: (Assumption | false)[] = [
    rules === undefined && { name: 'rules', value: applicable.rules.name, citations: cite(applicable.rules.start) },
    patient.age === undefined && ageAssumption(context.titration),
    patient.weight === undefined && {
      name: 'weight',
      value: `${weight.low.value} kg or more`,
      citations: cite(weight.low),
      lowers: true,
    },
    renal.band === undefined && { name: 'clearance', value: 'not reduced', citations: [], lowers: true },
    products === undefined && { name: 'products', value: ladder.products[0]?.id ?? '', citations: [] },
    request.supply === undefined && { name: 'supply', value: supply, citations: cite(context.restart.supply) },
  ];
  return all.filter((each) => each !== false);
}

function working(
  { ladder, previous, missed, context }: Gap,
  plan: RestartPlan,
  adopted: RestartOption,
): CalculationStep[] {
  const { sameUpTo, optionsUpTo } = context.restart;
  return [
    {
      label: 'Length of the gap',
      formula: `up to ${sameUpTo.value} hours the same dose, up to ${optionsUpTo.value} hours two options, then a new start`,
      inputs: { missed },
      result: plan.options.map(({ code }) => code).join(', '),
      citations: plan.citations,
    },
    {
      label: 'Previous dose and ceiling',
      formula: 'no option above the lower of the two',
      inputs: { 'previous dose': previous.dailyDose, ceiling: ladder.ceiling },
      result: adopted.schedule.at(-1)?.dailyDose ?? previous.dailyDose,
      citations: ladder.regimen.ceiling.citations,
    },
    ...doseWorking(adopted.schedule, ladder.products),
    ...dispenseWorking(adopted.schedule, plan.supply.value, ladder.products),
  ];
}
