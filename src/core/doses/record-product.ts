import { notice } from '../answer/notice.js';
import { ordered } from '../answer/notice-order.js';
import type { Outcome } from '../answer/outcome.js';
import type { PatientFile } from '../patient/file.js';
import { isAt } from '../values/thresholds.js';
import { type Product, type ProductParameters, productOf } from './product.js';

/** A plan with a caution where the record has another tablet or liquid, asked for or not. */
export function withRecordProduct<
  Request extends { readonly patientFile?: PatientFile },
  Plan extends { readonly products: readonly string[] },
>(outcome: Outcome<Request, Plan>, { products }: ProductParameters): Outcome<Request, Plan> {
  if (outcome.outcome === 'refusal') return outcome;
  const { strength } = outcome.request.patientFile?.taken.find(({ part }) => part === 'currentDose') ?? {};
  if (strength === undefined) return outcome;
  const same = products.filter((product) => hasStrength(product, strength));
  const planned = outcome.plan.products;
  if (same.some(({ id }) => planned.includes(id))) return outcome;
  const [first] = same;
  const params = {
    strength,
    planned: planned.map((id) => productOf(id, products).name).join(', '),
    ...(first && { product: first.id }),
  };
  return { ...outcome, notices: ordered([notice('record-product-differs', params, []), ...outcome.notices]) };
}

function hasStrength(product: Product, { value, unit }: { readonly value: number; readonly unit: 'mg' | 'mg/mL' }) {
  return product.kind === 'solid'
    ? product.form === 'tablet' && unit === 'mg' && isAt(product.strength.value, value)
    : unit === 'mg/mL' && isAt(product.concentration.value, value);
}
