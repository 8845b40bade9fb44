import type { CommandRequest } from '../answer/command-request.js';
import { type CurrentDose, dailyTotal } from '../doses/current-dose.js';
import { makeDose, type Product, type ProductParameters, selectProducts, smallestDose } from '../doses/product.js';
import type { Patient } from '../patient/patient.js';
import { plain } from '../values/citation.js';
import { type Quantity, quantity } from '../values/quantity.js';
import { isBelow } from '../values/thresholds.js';
import type { Country } from './rules.js';
import type { TitrationContext } from './types.js';

/** Of whom, and made of what. */
interface Asked {
  readonly patient?: Patient;
  readonly rules?: Country;
  readonly products?: readonly string[];
  readonly drugs?: readonly string[];
  readonly conditions?: readonly string[];
}

/**
 * The line that brings a present dose down by steps: to none or to a daily dose (mg/d) in the usual number of days (d), or
 * to this patient's ceiling. Of the products asked for, the usual one and all others the first that make the present dose.
 */
export function wayDown(
  from: CurrentDose,
  { patient, rules, products: asked, drugs, conditions }: Asked,
  context: TitrationContext,
  to?: Quantity<'mg/d'> | 'ceiling',
): CommandRequest {
  const products = productsFor(from, asked, context.products);
  return {
    command: 'taper',
    request: {
      from,
      ...(to && { to }),
      ...(to !== 'ceiling' && { pattern: { kind: 'days', days: plain(context.titration.wayDown) } }),
      ...(patient && { patient }),
      ...(rules && { rules }),
      ...(products && { products }),
      ...(drugs && { drugs }),
      ...(conditions && { conditions }),
    },
  };
}

function makes(products: readonly Product[], from: CurrentDose): boolean {
  return dosesOf(from).every((dose) => makeDose(dose, products) !== undefined);
}

/** The doses that are said, or all of a day where only that is. */
function dosesOf(from: CurrentDose): readonly Quantity<'mg'>[] {
  if ('dailyDose' in from) return [quantity(from.dailyDose.value, 'mg')];
  return 'dose' in from ? [from.dose] : from.doses.map(({ dose }) => dose);
}

/** Undefined for the usual one; of the others one that has a level below the present dose. */
function productsFor(
  from: CurrentDose,
  asked: readonly string[] | undefined,
  parameters: ProductParameters,
): readonly string[] | undefined {
  if (asked && makes(selectProducts(asked, parameters), from)) return asked;
  const fits = (products: readonly Product[]) =>
    makes(products, from) && isBelow(smallestDose(products).value, dailyTotal(from).value);
  if (fits(selectProducts(undefined, parameters))) return undefined;
  const other = parameters.products.find((each) => fits([each]));
  return other && [other.id];
}
