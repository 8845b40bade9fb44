import type { CommandRequest } from '../answer/command-request.js';
import { type Notice, notice } from '../answer/notice.js';
import type { Piece } from '../answer/piece.js';
import type { Refusal } from '../answer/refusal.js';
import { type TooMuch, tooMuch } from '../ceiling/held.js';
import { dailyDoseNotices } from '../ceiling/notices.js';
import { type CurrentDose, dailyTotal } from '../doses/current-dose.js';
import type { Product } from '../doses/product.js';
import type { Patient } from '../patient/patient.js';
import { assessRenalFunction } from '../renal-function/assess.js';
import { poisoningNotices } from '../renal-function/poisoning.js';
import type { RenalFunction } from '../renal-function/types.js';
import { isToAvoid } from '../titration/applicable-rules.js';
import { countryOf } from '../titration/country.js';
import { type Bounds, boundsOf } from '../titration/ladder.js';
import { largestDoseNotices, marketNotices } from '../titration/notices.js';
import { cited } from '../titration/proposals.js';
import type { RuleSet } from '../titration/rules.js';
import { cite, plain } from '../values/citation.js';
import { type Quantity, quantity } from '../values/quantity.js';
import { isAtLeast, isAtMost, isBelow } from '../values/thresholds.js';
import type { Bottles } from './bottles.js';
import { dosesIn, largestOf } from './doses.js';
import { downLines } from './down.js';
import type { SwitchContext, SwitchPlan, SwitchRequest } from './types.js';

/** What the old amount of the new product would be, where that is far from the dose, and who came to harm by it. */
export function amountNotices(plan: SwitchPlan, { new: fresh }: Bottles, { switch: data }: SwitchContext): Notice[] {
  const { oldAmountOfNew: wrong, old } = plan;
  if (wrong === undefined) return [];
  const [piece] = old.make;
  if (wrong.multiple === 1 || piece === undefined) return [];
  const { from, downTo } = data.warning;
  const far = isAtLeast(wrong.multiple, from.value) || isAtMost(wrong.multiple, downTo.value);
  const params = { amount: amountOf(piece), name: fresh.product.name, dose: wrong.dose, multiple: wrong.multiple };
  const code = far ? 'old-amount-of-new' : 'old-amount-differs';
  return [notice(code, params, cite(wrong.multiple > 1 ? from : downTo))];
}

/** Millilitres, or a number of tablets or packets. */
function amountOf(piece: Piece): Quantity<'mL'> | Quantity<'1'> {
  return 'volume' in piece ? piece.volume : quantity(piece.count, '1');
}

/** Data of a patient that cannot be right, or that forbid the drug for good. */
export function patientRefusal({ patient, rules }: SwitchRequest, context: SwitchContext): Refusal | undefined {
  const bounds = boundsFor(patient, rules, context);
  return 'code' in bounds && stops.some((code) => code === bounds.code) ? bounds : undefined;
}

/** Refusals of a plan that refuse another bottle as well; the others change nothing about what is taken already. */
const stops: readonly Refusal['code'][] = ['hypersensitivity', 'weight-implausible', 'height-implausible'];

function boundsFor(patient: Patient = {}, rules: SwitchRequest['rules'], context: SwitchContext): Bounds | Refusal {
  return boundsOf(patient, { country: countryOf({ ...(rules && { rules }) }, context) }, context);
}

/** What is known of somebody who takes a dose: the kidney, what the rules say of the dose, the way down from it. */
export interface Present {
  readonly renal: RenalFunction;
  /** It is above what this patient may have. */
  readonly isTooMuch: boolean;
  readonly notices: readonly Notice[];
  readonly next: readonly CommandRequest[];
}

/** What the rules say of the dose that is taken, whatever it is to be made from. */
export function presentOf(from: CurrentDose, request: SwitchRequest, context: SwitchContext): Present {
  const { patient, rules } = request;
  const renal = assessRenalFunction(patient ?? {}, context.renal);
  const bounds = boundsFor(patient, rules, context);
  const dailyDose = dailyTotal(from);
  const held = tooMuch(bounds, dailyDose, context.products);
  const dose = doseNotices(
    from,
    bounds,
    held,
    context.titration.rules[countryOf({ ...(rules && { rules }) }, context)],
  );
  const isTooMuch = held !== undefined;
  if (patient === undefined || Object.keys(patient).length === 0) return { renal, isTooMuch, notices: dose, next: [] };
  return {
    renal,
    isTooMuch,
    notices: [
      ...poisoningNotices(patient, renal, isPoisoned(bounds, held), context.renal),
      ...renal.notices,
      ...dailyDoseNotices(dailyDose, bounds, context),
      ...kidneyNotices(dailyDose, bounds, renal),
      ...dose,
    ],
    next: held ? downLines(from, request, held.ceiling ?? 'none', context) : [],
  };
}

/** Above what a reduced kidney allows; a child whose kidney is reduced may have none at all. */
function isPoisoned(bounds: Bounds | Refusal, held: TooMuch | undefined): boolean {
  if ('code' in bounds) return bounds.code === 'child-with-clearance';
  const { band } = bounds.applicable;
  return held !== undefined && band !== undefined && band.action.kind !== 'usual';
}

/** No ceiling to compare with, or one that the kidney lowers. */
function kidneyNotices(dailyDose: Quantity<'mg/d'>, bounds: Bounds | Refusal, { band }: RenalFunction): Notice[] {
  if ('code' in bounds) {
    return isToAvoid(bounds) ? [] : [notice('ceiling-not-compared', { dailyDose }, bounds.citations)];
  }
  return band && band.action.kind !== 'usual' ? [notice('signs-of-accumulation', {}, cite(band.edges))] : [];
}

/** One dose above the largest: of the country where the day is above this patient's ceiling, which is the cause then. */
function doseNotices(
  from: CurrentDose,
  bounds: Bounds | Refusal,
  held: TooMuch | undefined,
  { doseCeiling }: Pick<RuleSet, 'doseCeiling'>,
): Notice[] {
  const own = 'code' in bounds || held ? cited(doseCeiling, 'label') : bounds.regimen.largestDose;
  return largestDoseNotices(largestOf(dosesIn(from)), own);
}

/** What is to be known of the new product: tablets for a light body, one that the country does not sell. */
export function productNotices(
  { patient, rules }: SwitchRequest,
  { new: fresh }: Bottles,
  context: SwitchContext,
): Notice[] {
  const country = context.titration.rules[countryOf({ ...(rules && { rules }) }, context)];
  const sold = 'product' in fresh.side ? [fresh.product] : [];
  return [...weightNotices(patient ?? {}, fresh.product, context), ...marketNotices({ rules: country }, sold)];
}

/** Tablets for somebody too light for them. */
function weightNotices({ weight }: Patient, product: Product, { titration }: SwitchContext): Notice[] {
  const { light } = titration.weight;
  if (product.kind === 'liquid' || weight === undefined || !isBelow(weight.value, light.value)) return [];
  return [notice('tablets-for-a-light-child', { from: plain(light) }, cite(light))];
}
