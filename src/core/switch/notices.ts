import { type Notice, notice } from '../answer/notice.js';
import type { Piece } from '../answer/piece.js';
import type { Refusal } from '../answer/refusal.js';
import { dailyTotal } from '../doses/current-dose.js';
import type { Product } from '../doses/product.js';
import type { Patient } from '../patient/patient.js';
import { assessRenalFunction } from '../renal-function/assess.js';
import type { RenalFunction } from '../renal-function/types.js';
import { isToAvoid } from '../titration/applicable-rules.js';
import { type Bounds, boundsOf } from '../titration/ladder.js';
import { cite, plain } from '../values/citation.js';
import { type Quantity, quantity } from '../values/quantity.js';
import { isAbove, isAtLeast, isAtMost, isBelow } from '../values/thresholds.js';
import type { Bottles } from './bottles.js';
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
  return boundsOf(patient, { country: rules ?? 'us' }, context);
}

/** What the rules that plan a dose say of this one. */
export function patientOf(
  { patient, rules }: SwitchRequest,
  { dailyDose }: SwitchPlan,
  product: Product,
  context: SwitchContext,
): { readonly renal: RenalFunction; readonly notices: readonly Notice[] } {
  const renal = assessRenalFunction(patient ?? {}, context.renal);
  if (patient === undefined || Object.keys(patient).length === 0) return { renal, notices: [] };
  const bounds = boundsFor(patient, rules, context);
  return { renal, notices: [...ceilingNotices(dailyDose, bounds, renal), ...weightNotices(patient, product, context)] };
}

/** What the rules say of the dose that is taken, whatever it is to be made from. */
export function presentNotices({ patient, rules, dose }: SwitchRequest, context: SwitchContext): Notice[] {
  if (dose === undefined || patient === undefined || Object.keys(patient).length === 0) return [];
  const renal = assessRenalFunction(patient, context.renal);
  return [...renal.notices, ...ceilingNotices(dailyTotal(dose), boundsFor(patient, rules, context), renal)];
}

function ceilingNotices(dailyDose: Quantity<'mg/d'>, bounds: Bounds | Refusal, renal: RenalFunction): Notice[] {
  if ('code' in bounds) {
    if (isToAvoid(bounds)) return [notice('daily-dose-where-avoided', { dailyDose }, bounds.citations)];
    return [notice('ceiling-not-compared', { dailyDose }, bounds.citations)];
  }
  const { ceiling } = bounds.regimen;
  return [
    ...(isAbove(dailyDose.value, ceiling.value.value)
      ? [notice('daily-dose-above-ceiling', { dailyDose, ceiling: ceiling.value }, ceiling.citations)]
      : []),
    ...(renal.band && renal.band.action.kind !== 'usual'
      ? [notice('signs-of-accumulation', {}, cite(renal.band.edges))]
      : []),
  ];
}

/** Tablets for somebody too light for them. */
function weightNotices({ weight }: Patient, product: Product, { titration }: SwitchContext): Notice[] {
  const { light } = titration.weight;
  if (product.kind === 'liquid' || weight === undefined || !isBelow(weight.value, light.value)) return [];
  return [notice('tablets-for-a-light-child', { from: plain(light) }, cite(light))];
}
