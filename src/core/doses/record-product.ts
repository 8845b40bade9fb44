import { notice } from '../answer/notice.js';
import { ordered } from '../answer/notice-order.js';
import type { Outcome } from '../answer/outcome.js';
import type { PatientFile, TakenPart } from '../patient/file.js';
import type { Quantity } from '../values/quantity.js';
import { isAt } from '../values/thresholds.js';
import { type Product, type ProductParameters, productOf } from './product.js';

/** A plan with a caution where the record has another tablet, packet or liquid, asked for or not. */
export function withRecordProduct<
  Request extends { readonly patientFile?: PatientFile },
  Plan extends { readonly products: readonly string[] },
>(outcome: Outcome<Request, Plan>, { products }: ProductParameters): Outcome<Request, Plan> {
  if (outcome.outcome === 'refusal') return outcome;
  const recorded = recordedIn(outcome.request.patientFile, products);
  const planned = outcome.plan.products;
  if (recorded === undefined || recorded.same.some(({ id }) => planned.includes(id))) return outcome;
  const params = { ...recorded.said, planned: planned.map((id) => productOf(id, products).name).join(', ') };
  return { ...outcome, notices: ordered([notice('record-product-differs', params, []), ...outcome.notices]) };
}

/** Where a switch goes from: a product, or a liquid of a strength. */
type From = { readonly product: string } | { readonly strength: Quantity<'mg/mL'> };

/** A switch, or its refusal, with a warning where the record has another product than the one that it goes from. */
export function withRecordFrom<
  Request extends {
    readonly patientFile?: PatientFile;
    readonly from?: From;
    readonly strength?: Quantity<'mg/mL'>;
  },
  Plan,
>(outcome: Outcome<Request, Plan>, { products }: ProductParameters): Outcome<Request, Plan> {
  const { patientFile, strength } = outcome.request;
  // A strength alone stands for the side that was left out.
  const from: From | undefined = outcome.request.from ?? (strength && { strength });
  const recorded = recordedIn(patientFile, products);
  if (recorded === undefined || from === undefined || isThat(from, recorded)) return outcome;
  const name =
    'product' in from ? (products.find(({ id }) => id === from.product)?.name ?? from.product) : from.strength;
  const params = { ...recorded.said, from: name };
  return { ...outcome, notices: ordered([notice('record-product-from', params, []), ...outcome.notices]) };
}

interface Recorded {
  /** The products that are known here and have it. */
  readonly same: readonly Product[];
  readonly said: Required<Pick<TakenPart, 'strength'>> & Pick<TakenPart, 'packet'> & { readonly product?: string };
}

function recordedIn(file: PatientFile | undefined, products: readonly Product[]): Recorded | undefined {
  const { strength, packet } = file?.taken.find(({ part }) => part === 'currentDose') ?? {};
  if (strength === undefined) return undefined;
  const same = products.filter((product) => hasStrength(product, strength, packet ? 'packet' : 'tablet'));
  const [first] = same;
  return { same, said: { strength, ...(packet && { packet }), ...(first && { product: first.id }) } };
}

function isThat(from: From, { same, said: { strength } }: Recorded): boolean {
  if ('product' in from) return same.some(({ id }) => id === from.product);
  return strength.unit === 'mg/mL' && isAt(from.strength.value, strength.value);
}

function hasStrength(
  product: Product,
  { value, unit }: Required<TakenPart>['strength'],
  form: 'tablet' | 'packet',
): boolean {
  return product.kind === 'solid'
    ? product.form === form && unit === 'mg' && isAt(product.strength.value, value)
    : unit === 'mg/mL' && isAt(product.concentration.value, value);
}
