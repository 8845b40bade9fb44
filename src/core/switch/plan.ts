import { ordered } from '../answer/notice-order.js';
import type { Assumption, CalculationStep, Outcome } from '../answer/outcome.js';
import { type Refusal, refusal } from '../answer/refusal.js';
import type { TimedDose } from '../doses/current-dose.js';
import { dispense, dispenseWorking } from '../doses/dispense.js';
import { type Product, productCitations } from '../doses/product.js';
import { datedSteps } from '../doses/schedule.js';
import { excipientsOf } from '../titration/excipients.js';
import { type Cited, cite, plain, statement } from '../values/citation.js';
import { requireNumbers } from '../values/numbers.js';
import { type Quantity, quantity, tidy } from '../values/quantity.js';
import { type Bottles, bottlesOf } from './bottles.js';
import { dosesIn, largestOf, madeFrom, takenOf } from './doses.js';
import { amountNotices, type Present, patientRefusal, presentOf, productNotices } from './notices.js';
import type { SwitchContext, SwitchPlan, SwitchRequest } from './types.js';

/**
 * The same doses (mg) from another product: what to take of the old and of the new, and what the old volume or number of
 * tablets would be of the new one. new mL = old mL x old mg/mL / new mg/mL.
 * @returns a plan, or a refusal of another drug or route, of a strength that was said once and is not known, or of a
 * dose that one of the products does not make.
 * @throws InputError where the doses or one of the products are not said, or a strength was said in two ways.
 */
export function planSwitch(request: SwitchRequest, context: SwitchContext): Outcome<SwitchRequest, SwitchPlan> {
  requireNumbers(request);
  const made = attempt(request, context);
  if ('code' in made) return refused(request, made, context);
  const { doses, bottles, plan, present } = made;
  const { renal, notices } = present;
  return {
    request,
    assumptions: [...assumptionsOf(request, present, context), ...renal.assumptions],
    notices: ordered([
      ...amountNotices(plan, bottles, context),
      ...notices,
      ...productNotices(request, bottles, context),
    ]),
    working: [...working(doses, bottles, plan), ...renal.working],
    outcome: 'plan',
    plan,
  };
}

interface Made {
  readonly doses: readonly TimedDose[];
  readonly bottles: Bottles;
  readonly plan: SwitchPlan;
  readonly present: Present;
}

/** A dose that one of the bottles does not make is judged all the same, and brought down first where it is too high. */
function refused(request: SwitchRequest, why: Refusal, context: SwitchContext): Outcome<SwitchRequest, SwitchPlan> {
  const none = { request, assumptions: [], working: [], outcome: 'refusal' } as const;
  const bottles = why.code === 'switch-cannot-be-made' ? bottlesOf(request, context) : why;
  if ('code' in bottles) return { ...none, notices: [], refusal: why };
  const { notices, next } = presentOf(takenOf(request, bottles.old.product), request, context);
  const instead = [...next, ...(why.instead ?? [])];
  return { ...none, notices: ordered(notices), refusal: instead.length === 0 ? why : ({ ...why, instead } as Refusal) };
}

function attempt(request: SwitchRequest, context: SwitchContext): Made | Refusal {
  const bottles = bottlesOf(request, context);
  if ('code' in bottles) return bottles;
  const refused = patientRefusal(request, context);
  if (refused) return refused;
  const from = takenOf(request, bottles.old.product);
  const doses = dosesIn(from);
  const old = madeFrom('old', doses, bottles, request, context);
  if ('code' in old) return old;
  const fresh = madeFrom('new', doses, bottles, request, context);
  if ('code' in fresh) return fresh;
  const dailyDose = quantity(tidy(doses.reduce((sum, { dose }) => sum + dose.value, 0)), 'mg/d');
  const { implausibleAbove } = context.switch;
  if (dailyDose.value > implausibleAbove.value) {
    const limit = plain(implausibleAbove);
    return refusal('from-implausible', { from: dailyDose, limit }, cite(implausibleAbove));
  }
  const dose = largestOf(doses);
  const schedule = datedSteps([{ fromDay: 1, toDay: null, doses: fresh.doses, dailyDose }], request.startDate);
  const amount = oldAmountOfNew(dose, bottles);
  const { sameDose, atHome, standards, sameAmount } = context.switch;
  const present = presentOf(from, request, context);
  const supply = request.supply ?? plain(usualSupply(present, context));
  const { deciding } = present.renal;
  return {
    doses,
    bottles,
    present,
    plan: {
      ...(deciding && { deciding }),
      next: present.next,
      dose,
      dailyDose,
      old,
      new: fresh,
      ...(amount && { oldAmountOfNew: amount }),
      schedule,
      supply,
      dispense: dispense(schedule, supply.value),
      sameDose: statement(sameDose),
      atHome: atHome.filter(({ of }) => of === undefined || of === bottles.new.product.kind).map(statement),
      standards: standards.map(statement),
      ...excipientsOf(request.patient, [bottles.new.product], context),
      citations: cite(sameAmount),
    },
  };
}

/** mg in one mL or in one tablet. */
function strengthOf(product: Product): number {
  return product.kind === 'liquid' ? product.concentration.value : product.strength.value;
}

/** The old volume, or the old number of tablets, taken of the new product. */
function oldAmountOfNew(dose: Quantity<'mg'>, { old, new: fresh }: Bottles): SwitchPlan['oldAmountOfNew'] {
  if (old.product.kind !== fresh.product.kind) return undefined;
  const multiple = tidy(strengthOf(fresh.product) / strengthOf(old.product));
  return { dose: quantity(tidy(dose.value * multiple), 'mg'), multiple };
}

function usualSupply({ isTooMuch }: Present, { switch: { supply, supplyAbove } }: SwitchContext): Cited<'d'> {
  return isTooMuch ? supplyAbove : supply;
}

function assumptionsOf({ supply, rules }: SwitchRequest, present: Present, context: SwitchContext): Assumption[] {
  const usual = usualSupply(present, context);
  const all: (Assumption | false)[] = [
    supply === undefined && { name: 'supply-at-switch', value: plain(usual), citations: cite(usual) },
    rules === undefined && { name: 'rules', value: context.titration.usualRules.country, citations: [] },
  ];
  return all.filter((each) => each !== false);
}

/** The arithmetic: both amounts, and the old amount of the new product. */
function working(doses: readonly TimedDose[], { old, new: fresh }: Bottles, plan: SwitchPlan): CalculationStep[] {
  const amount = (label: string, product: Product, make: SwitchPlan['old']['make']): CalculationStep => ({
    label,
    formula: product.kind === 'liquid' ? 'dose in mg / mg per mL' : 'the exact sum with the fewest pieces',
    inputs: { dose: plan.dose, strength: strength(product) },
    result: make,
    citations: productCitations([product]),
  });
  const wrong = plan.oldAmountOfNew;
  return [
    amount('Old amount', old.product, plan.old.make),
    amount('New amount', fresh.product, plan.new.make),
    ...(wrong
      ? [
          {
            label: 'Old amount of the new product',
            formula: 'dose in mg x new strength / old strength',
            inputs: { dose: plan.dose, 'new strength': strength(fresh.product), 'old strength': strength(old.product) },
            result: wrong.dose,
            citations: [],
          },
        ]
      : []),
    {
      label: 'Daily dose',
      formula: 'the sum of the doses of a day',
      inputs: Object.fromEntries(doses.map(({ time, dose }) => [time, dose])),
      result: plan.dailyDose,
      citations: [],
    },
    ...dispenseWorking(plan.schedule, plan.supply.value, [fresh.product]),
  ];
}

function strength(product: Product): Quantity<'mg/mL'> | Quantity<'mg'> {
  return product.kind === 'liquid' ? plain(product.concentration) : plain(product.strength);
}
