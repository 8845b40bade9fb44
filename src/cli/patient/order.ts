import type { CheckRequest, WrittenOrder } from '../../core/check/types.js';
import type { Product } from '../../core/doses/product.js';
import { doseTaken } from '../../core/doses/record-dose.js';
import type { PatientFile } from '../../core/patient/file.js';
import { InputError } from '../../core/values/input-error.js';
import { isAt } from '../../core/values/thresholds.js';
import { leftOutReason } from '../../report/wording/patient-file.js';

/** The part of a request that orders of a record make: one is checked, the others stand beside it. */
export type Ordered = Pick<
  CheckRequest,
  'steps' | 'others' | 'unread' | 'pump' | 'stillActive' | 'products' | 'quantity' | 'supply'
> & {
  /** Whether what is taken now is not the order itself. */
  readonly isNew: boolean;
};

/** The order that a record has, and what is taken now where that is another one. @throws InputError as `orderedIn`. */
export function orderFrom(
  orders: readonly WrittenOrder[],
  file: PatientFile | undefined,
  products: readonly Product[],
): Partial<CheckRequest> {
  const taken = doseTaken(file);
  const { isNew, ...ordered } = orderedIn(orders, products);
  return { ...ordered, ...(isNew && taken && { taking: taken }) };
}

/**
 * The drafted orders, or the active ones where none is drafted.
 * @throws InputError where there is none, or the one to check is not in numbers.
 */
function orderedIn(orders: readonly WrittenOrder[], products: readonly Product[]): Ordered {
  const byMouth = orders.filter(({ notByMouth, unread }) => !notByMouth && unread?.why !== 'ended');
  const drafts = notReplaced(byMouth.filter(({ draft }) => draft));
  const active = notReplaced(byMouth.filter(({ draft }) => !draft));
  const asked = drafts.length > 0 ? drafts : active;
  const [first, ...others] = [...asked].sort((a, b) => Number(b.steps !== undefined) - Number(a.steps !== undefined));
  const takes = 'the order: `dose` such as 20x4, or a record with an order by mouth in numbers';
  const [elsewhere] = orders;
  if (first === undefined && elsewhere) throw new InputError('patient', unreadWords(elsewhere), takes);
  if (first === undefined) throw new InputError('dose', 'nothing', takes);
  if (first.steps === undefined) throw new InputError('patient', unreadWords(first), takes);
  const { steps, tablet, quantity, supply } = first;
  const product = tablet && products.find((each) => each.kind === 'solid' && isAt(each.strength.value, tablet.value));
  const unread = others.filter((each) => each.steps === undefined).map(({ from }) => from);
  const replaced = new Set(drafts.flatMap(({ replaces }) => replaces ?? []));
  const beside = others.flatMap((each) => each.steps?.slice(0, 1) ?? []);
  return {
    steps,
    isNew: drafts.length > 0,
    ...(beside.length > 0 && { others: beside }),
    ...(unread.length > 0 && { unread }),
    ...(orders.some(({ notByMouth }) => notByMouth) && { pump: true }),
    ...(drafts.length > 0 && active.some(({ id }) => id === undefined || !replaced.has(id)) && { stillActive: true }),
    ...(product && { products: [product.id] }),
    ...(quantity && { quantity }),
    ...(supply && { supply }),
  };
}

/** Those that no other of them took the place of. */
function notReplaced(orders: readonly WrittenOrder[]): WrittenOrder[] {
  const replaced = new Set(orders.flatMap(({ replaces }) => replaces ?? []));
  return orders.filter(({ id }) => id === undefined || !replaced.has(id));
}

/** That a pump stands beside an order, where the record has one in whatever form. */
export function pumpIn(file: PatientFile | undefined): Pick<CheckRequest, 'pump'> {
  return file?.leftOut.some(({ part }) => part === 'pump') ? { pump: true } : {};
}

function unreadWords({ from, unread }: WrittenOrder): string {
  return unread ? `${from}: ${leftOutReason(unread)}` : `${from}, whose dose is not in numbers`;
}
