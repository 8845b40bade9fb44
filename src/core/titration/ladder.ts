import type { Refusal } from '../answer/refusal.js';
import type { DoseLevel } from '../doses/level.js';
import { type Product, type ProductParameters, selectProducts } from '../doses/product.js';
import type { Patient } from '../patient/patient.js';
import { assessRenalFunction } from '../renal-function/assess.js';
import type { RenalFunction } from '../renal-function/types.js';
import type { Quantity } from '../values/quantity.js';
import { isAbove, isAtMost, isBelow } from '../values/thresholds.js';
import { applicableRulesOf } from './applicable-rules.js';
import { levelAt, levelsOf } from './levels.js';
import { regimenFor } from './regimen.js';
import type { ApplicableRules, Asked, Ladder, Regimen, RuleContext, TitrationContext } from './types.js';

/**
 * Everything that this patient may be given, the one answer that every command asks for: the rules that apply, the
 * regimen that they make together, and all levels from the first to the ceiling as the products make them.
 * @param asked what the clinician asked of it; the country at least.
 * @param renal what is known of the kidney, where it has been assessed already.
 * @returns a refusal where the patient is not planned at all, or the products do not make the way up.
 * @throws InputError on an unknown product or override, or a creatinine without age or sex.
 */
export function ladderOf(
  patient: Patient,
  asked: Asked,
  context: TitrationContext,
  renal: RenalFunction = assessRenalFunction(patient, context.renal),
): Ladder | Refusal {
  const applicable = applicableRulesOf(patient, asked, renal, context.titration, context.renal);
  return 'code' in applicable ? applicable : climb(applicable, renal, asked, context);
}

/** The ladder of a patient whose rules are known. */
export function climb(
  applicable: ApplicableRules,
  renal: RenalFunction,
  asked: Asked,
  context: TitrationContext,
): Ladder | Refusal {
  const products = productsFor(asked, applicable, context.products);
  const regimen = regimenFor(asked, applicable, context);
  const levels = levelsOf(regimen, applicable, asked, products, context.products.products);
  if ('code' in levels) return levels;
  const ladder = { applicable, renal, regimen, products, levels };
  const first = levels[0]?.dailyDose ?? regimen.first.value;
  const end = landing(ladder, regimen.target.value, asked)?.dailyDose ?? first;
  const ceiling = levels.at(-1)?.dailyDose ?? first;
  return { ...ladder, ceiling, target: isBelow(end.value, first.value) ? first : end };
}

/** What is known without products: the numbers of the rules, for those who need no doses made. */
export interface Bounds {
  readonly applicable: ApplicableRules;
  readonly regimen: Regimen;
  readonly renal: RenalFunction;
}

/**
 * The exact first level, step, interval, ceiling and largest dose of a patient, without products, doses or words.
 * @returns a refusal where the patient is not planned at all.
 * @throws InputError on a creatinine without age or sex.
 */
export function boundsOf(
  patient: Patient,
  asked: Asked,
  context: RuleContext,
  renal: RenalFunction = assessRenalFunction(patient, context.renal),
): Bounds | Refusal {
  const applicable = applicableRulesOf(patient, asked, renal, context.titration, context.renal);
  return 'code' in applicable ? applicable : { applicable, renal, regimen: regimenFor(asked, applicable, context) };
}

/** The ceiling (mg/d) of bounds as these products or the patient's usual ones make it, one level and not the whole way up. */
export function madeCeiling(
  { applicable, regimen }: Omit<Bounds, 'renal'>,
  parameters: ProductParameters,
  named: readonly string[] | undefined = undefined,
): Quantity<'mg/d'> | undefined {
  const asked = { country: applicable.country, ...(named && { products: named }) };
  const products = productsFor(asked, applicable, parameters);
  return levelAt(regimen.ceiling.value.value, 3, regimen, applicable, asked, products)?.dailyDose;
}

/** A light patient gets a liquid. */
function productsFor(
  { products }: Asked,
  { byWeight, weight }: ApplicableRules,
  parameters: ProductParameters,
): Product[] {
  const light = byWeight && weight && isBelow(weight.value, byWeight.rules.tabletFrom.value);
  return selectProducts(products ?? (light ? [byWeight.rules.product.id] : undefined), parameters);
}

/** The last level of a plan that ends at a daily dose (mg/d): that or less, divided as its place on the way up asks for. */
export function landing(
  { levels, regimen, applicable, products }: Omit<Ladder, 'ceiling' | 'target'>,
  end: Quantity<'mg/d'>,
  asked: Asked,
): DoseLevel | undefined {
  const exact = levels.find(({ dailyDose }) => dailyDose.value === end.value);
  if (exact) return exact;
  const below = levels.filter(({ dailyDose }) => isBelow(dailyDose.value, end.value));
  const made = levelAt(end.value, below.length, regimen, applicable, asked, products);
  const last = below.at(-1);
  return made && last && isAtMost(made.dailyDose.value, last.dailyDose.value) ? last : made;
}

/** The lowest level above a daily dose (mg/d). */
export function levelAbove({ levels }: Pick<Ladder, 'levels'>, dailyDose: Quantity<'mg/d'>): DoseLevel | undefined {
  return levels.find((level) => isAbove(level.dailyDose.value, dailyDose.value));
}

/** The highest level at or below a daily dose (mg/d). */
export function levelAtOrBelow({ levels }: Pick<Ladder, 'levels'>, dailyDose: Quantity<'mg/d'>): DoseLevel | undefined {
  return levels.filter((level) => isAtMost(level.dailyDose.value, dailyDose.value)).at(-1);
}
