import type { Product } from '../doses/product.js';
import type { Patient } from '../patient/patient.js';
import { isChild } from '../renal-function/estimates.js';
import { type Statement, statement } from '../values/citation.js';
import type { RuleContext } from './types.js';

/** What else is in a liquid, for a plan that gives one to a child. */
export function excipientsOf(
  patient: Patient | undefined,
  products: readonly Pick<Product, 'kind'>[],
  { titration, renal }: RuleContext,
): { readonly excipients?: Statement } {
  const liquid = products.some(({ kind }) => kind === 'liquid');
  return liquid && isChild(patient ?? {}, renal) ? { excipients: statement(titration.excipients) } : {};
}
