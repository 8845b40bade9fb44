import type { Assumption, Outcome } from '../answer/outcome.js';
import { dailyTotal } from '../doses/current-dose.js';
import { type Product, selectProducts } from '../doses/product.js';
import { isChild } from '../renal-function/estimates.js';
import { countryOf } from '../titration/country.js';
import { setsOwnStart } from '../titration/limits.js';
import { unknownKidney } from '../titration/notices.js';
import type { Ladder } from '../titration/types.js';
import { cite } from '../values/citation.js';
import { requireNumbers } from '../values/numbers.js';
import { type Quantity, quantity, tidy } from '../values/quantity.js';
import { besideFindings } from './beside.js';
import { checkedParts } from './checked.js';
import { citationsOf } from './citations.js';
import { finding, oneOfEach, worstFirst } from './finding.js';
import { findingsOf } from './findings.js';
import { limitFindings } from './limits.js';
import { nextLines } from './next.js';
import { passesOf } from './passes.js';
import { neededFor, quantityFindings } from './quantity.js';
import { readStep } from './read.js';
import { recordFindings } from './record.js';
import { judgedSteps, type Sequence, sequenceOf } from './sequence.js';
import type { CheckContext, CheckPlan, CheckRequest, Finding, PlannedFinding } from './types.js';
import { ceilingFor, ladderFor, laddersOf, unjudgedBy, type Who, whoIs } from './who.js';

/**
 * Holds somebody else's order of baclofen against the rules of this patient: limits, first dose, changes, products,
 * quantity, other drugs and conditions. Doses in mg, days in d; what a prescriber wrote is never an input error.
 * @returns a plan with the findings, worst first, also where there are none; a refusal where the patient's data cannot
 * be right.
 * @throws InputError on an unknown product, or a creatinine without age or sex.
 */
export function checkPrescription(request: CheckRequest, context: CheckContext): Outcome<CheckRequest, CheckPlan> {
  requireNumbers(request);
  const { patient = {}, products: ids } = request;
  const who = whoIs(patient, countryOf(request, context), context);
  const named = ids && selectProducts(ids, context.products);
  const { working, deciding } = who.renal;
  const notices = [
    // Said as a finding here.
    ...who.renal.notices.filter(({ code }) => code !== 'avoid-in-older-adult'),
    ...unknownKidney(patient.age, deciding !== undefined || patient.dialysis === true, context.titration),
  ];
  const basis = { request, notices, working };
  const sequence = sequenceOf(request, named, context);
  const refused = 'code' in sequence ? sequence : unjudgedBy(who);
  if (refused) return { ...basis, assumptions: [], outcome: 'refusal', refusal: refused };
  return { ...basis, ...answerOf(request, who, sequence as Sequence, named, context), outcome: 'plan' };
}

/** Whether a rule sets the first level, so that a line needs no start. */
function ownStart({ bounds }: Who): boolean {
  return !('code' in bounds) && setsOwnStart(bounds.applicable);
}

function answerOf(
  request: CheckRequest,
  who: Who,
  sequence: Sequence,
  named: readonly Product[] | undefined,
  context: CheckContext,
): { readonly plan: CheckPlan; readonly assumptions: readonly Assumption[] } {
  const made = productsOf(sequence, request);
  const ladder = ladderFor(who, context, made);
  const ladders = laddersOf(ladder, who, context, made);
  const usual = named ?? ladder?.products ?? selectProducts(undefined, context.products);
  const needed = neededFor(sequence.steps, request.supply, usual);
  const together = sumOf(request, sequence, context);
  const beside = besideFindings(request, who, context, sequence.leaving);
  const found = [
    ...oneOfEach([
      ...ofTheSum(together, who, context),
      ...sequence.steps.flatMap(({ findings }) => findings),
      ...judgedSteps(sequence, request.on).flatMap(({ judged, fromDay }) =>
        findingsOf(judged, who, context, ladders).map((each) => ({ ...each, ...(fromDay && { fromDay }) })),
      ),
    ]),
    ...allergy(who),
    ...recordFindings(request, sequence, context),
    ...twoOrders(request, sequence, together),
    ...quantityFindings(request, needed),
    ...beside.findings,
  ];
  const ceiling = ceilingFor(who, context, ladder);
  const parts = checkedParts(request, sequence, who, { named, needed });
  const { deciding } = who.renal;
  return {
    assumptions: parts.checked.includes('ceiling') ? assumptionsOf(request, who, usual, context) : [],
    plan: {
      findings: worstFirst(found).map((each) => planned(each, ladder, ceiling, who, context)),
      read: sequence.steps.flatMap(({ dailyDose, doses, days }) =>
        dailyDose ? [{ dailyDose, ...(doses && { doses }), ...(days && { days }) }] : [],
      ),
      ...(ceiling && { ceiling }),
      ...(deciding && { deciding }),
      ...parts,
      unknown: beside.unknown,
      next: nextLines(found, request, { taking: sequence.taking, ceiling, ownStart: ownStart(who) }, context),
      rules: who.country,
    },
  };
}

/** The products of the order that are known by an id: a strength of another bottle makes no levels. */
function productsOf({ steps }: Sequence, { products }: CheckRequest): { readonly products?: readonly string[] } {
  if (products) return { products };
  const liquid = steps.flatMap(({ products: made = [] }) => made).find(({ kind }) => kind === 'liquid');
  return liquid ? { products: [liquid.id] } : {};
}

function planned(
  each: Finding,
  ladder: Ladder | undefined,
  ceiling: Quantity<'mg/d'> | undefined,
  who: Who,
  context: CheckContext,
): PlannedFinding {
  const passes = passesOf(each, ladder, ceiling, context);
  const { params } = each;
  return {
    ...each,
    ...('written' in params && params.written && { written: params.written }),
    ...('limit' in params && params.limit && { limit: params.limit }),
    ...(passes && { passes }),
    citations: citationsOf(each, who, context),
  };
}

function allergy({ bounds }: Who): Finding[] {
  return 'code' in bounds && bounds.code === 'hypersensitivity' ? [finding('hypersensitivity', 'stop', {})] : [];
}

/** What this order and those beside it come to in a day, as far as they can be read. */
function sumOf({ others = [], products: ids }: CheckRequest, { steps }: Sequence, context: CheckContext): Together {
  const named = ids && selectProducts(ids, context.products);
  const parameters = { check: context.check, all: context.products.products };
  const totals = [
    ...steps.slice(0, 1).map(({ dailyDose }) => dailyDose),
    ...others.map((each) => readStep(each, named, parameters).dailyDose),
  ];
  const sum = totals.reduce((all, total) => all + (total?.value ?? 0), 0);
  return { orders: 1 + others.length, dailyDose: quantity(tidy(sum), 'mg/d') };
}

interface Together {
  readonly orders: number;
  readonly dailyDose: Quantity<'mg/d'>;
}

/** The ceiling of the day holds for all orders together. */
function ofTheSum({ orders, dailyDose }: Together, who: Who, context: CheckContext): Finding[] {
  if (orders === 1) return [];
  return limitFindings({ dailyDose }, who, context).filter(
    ({ code, params }) => code === 'day-above-ceiling' || ('why' in params && params.why === 'ceiling'),
  );
}

/** Orders that stand beside this one. */
function twoOrders(
  { unread = [], pump, stillActive }: CheckRequest,
  { steps, taking }: Sequence,
  { orders, dailyDose: written }: Together,
): Finding[] {
  const first = steps[0]?.dailyDose;
  return [
    ...(orders > 1 ? [finding('two-orders', 'stop', { why: 'both by mouth', orders, written })] : []),
    ...(unread.length > 0 ? [finding('two-orders', 'ask', { why: 'not in numbers' })] : []),
    ...(pump ? [finding('two-orders', 'ask', { why: 'pump' })] : []),
    ...(stillActive && taking && first
      ? [finding('two-orders', 'ask', { why: 'active', taking: dailyTotal(taking), written: first })]
      : []),
  ];
}

function assumptionsOf(
  request: CheckRequest,
  { patient, renal, country }: Who,
  usual: readonly Product[],
  context: CheckContext,
): Assumption[] {
  const label = context.titration.rules[country];
  const { older, weight } = context.titration;
  const adult = !isChild(patient, context.renal);
  const all: (Assumption | false)[] = [
    patient.age === undefined && {
      name: 'age',
      value: `adult below ${older.age.value} years`,
      citations: cite(older.age),
      lowers: true,
    },
    renal.band === undefined &&
      !patient.dialysis && { name: 'clearance', value: 'not reduced', citations: [], lowers: true },
    adult &&
      patient.weight === undefined && {
        name: 'weight',
        value: `${weight.low.value} kg or more`,
        citations: cite(weight.low),
        lowers: true,
      },
    request.rules === undefined && { name: 'rules', value: label.name, citations: cite(label.start) },
    request.quantity !== undefined &&
      request.products === undefined && {
        name: 'products',
        value: usual.map(({ id }) => id).join(', '),
        citations: cite(context.products.usual),
      },
  ];
  return all.filter((each) => each !== false);
}
