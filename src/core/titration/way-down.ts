import type { CommandRequest } from '../answer/command-request.js';
import { type CurrentDose, dailyTotal } from '../doses/current-dose.js';
import { makeDose, type Product, type ProductParameters, selectProducts, smallestDose } from '../doses/product.js';
import { splitDailyDose } from '../doses/schedule.js';
import type { Patient } from '../patient/patient.js';
import { plain } from '../values/citation.js';
import type { Quantity } from '../values/quantity.js';
import { isAtMost, isBelow } from '../values/thresholds.js';
import type { Country } from './rules.js';
import type { TitrationContext } from './types.js';

/** Of whom, and made of what. */
interface Asked {
  readonly patient?: Patient;
  readonly rules?: Country;
  readonly products?: readonly string[];
}

/**
 * The line that brings a present dose down by steps: to none or to a daily dose (mg/d) in the usual number of days (d), or
 * to this patient's ceiling. Products that do not make the present dose are left out; one with smaller doses is named where
 * the usual one has no level below.
 */
export function wayDown(
  from: CurrentDose,
  { patient, rules, products: asked }: Asked,
  context: TitrationContext,
  to?: Quantity<'mg/d'> | 'ceiling',
): CommandRequest {
  const named = asked && makes(selectProducts(asked, context.products), from) ? asked : undefined;
  const products = named ?? finerThanUsual(dailyTotal(from), context.products);
  return {
    command: 'taper',
    request: {
      from,
      ...(to && { to }),
      ...(to !== 'ceiling' && { pattern: { kind: 'days', days: plain(context.titration.wayDown) } }),
      ...(patient && { patient }),
      ...(rules && { rules }),
      ...(products && { products }),
    },
  };
}

function makes(products: readonly Product[], from: CurrentDose): boolean {
  if ('dailyDose' in from) return splitDailyDose(from.dailyDose, 3, products) !== undefined;
  const doses = 'dose' in from ? [from.dose] : from.doses.map(({ dose }) => dose);
  return doses.every((dose) => makeDose(dose, products) !== undefined);
}

function finerThanUsual(present: Quantity<'mg/d'>, parameters: ProductParameters): string[] | undefined {
  const least = (each: Product) => smallestDose([each]).value;
  if (!isAtMost(present.value, smallestDose(selectProducts(undefined, parameters)).value)) return undefined;
  const finer = parameters.products.find((each) => isBelow(least(each), present.value));
  return finer && [finer.id];
}
