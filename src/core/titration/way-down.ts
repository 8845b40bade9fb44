import type { CommandRequest } from '../answer/command-request.js';
import { type CurrentDose, dailyTotal } from '../doses/current-dose.js';
import { type Product, type ProductParameters, selectProducts, smallestDose } from '../doses/product.js';
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
 * The line that brings a present dose down by steps, to none or to a daily dose (mg/d), in the usual number of days (d).
 * A product with smaller doses is named where the usual one has no level below.
 */
export function wayDown(
  from: CurrentDose,
  asked: Asked,
  context: TitrationContext,
  to?: Quantity<'mg/d'>,
): CommandRequest {
  const { patient, rules, products = finerThanUsual(dailyTotal(from), context.products) } = asked;
  const pattern = { kind: 'days', days: plain(context.titration.wayDown) };
  return {
    command: 'taper',
    request: {
      from,
      ...(to && { to }),
      pattern,
      ...(patient && { patient }),
      ...(rules && { rules }),
      ...(products && { products }),
    },
  };
}

function finerThanUsual(present: Quantity<'mg/d'>, parameters: ProductParameters): string[] | undefined {
  const least = (each: Product) => smallestDose([each]).value;
  if (!isAtMost(present.value, smallestDose(selectProducts(undefined, parameters)).value)) return undefined;
  const finer = parameters.products.find((each) => isBelow(least(each), present.value));
  return finer && [finer.id];
}
