import type { Product } from '../doses/product.js';
import type { Needed } from './quantity.js';
import type { Sequence } from './sequence.js';
import type { CheckedPart, CheckPlan, CheckRequest } from './types.js';
import type { Who } from './who.js';

/** What was held against a rule, and what was not because nobody said it. */
export function checkedParts(
  request: CheckRequest,
  { steps, taking }: Sequence,
  { patient, renal }: Who,
  { named, needed }: { readonly named: readonly Product[] | undefined; readonly needed: Needed | undefined },
): Pick<CheckPlan, 'checked' | 'notChecked'> {
  const read = steps.length > 0 && steps.every(({ dailyDose }) => dailyDose !== undefined);
  const written = request.steps ?? [];
  const listed = request.patientFile?.medications !== undefined;
  const done: Readonly<Record<CheckedPart, boolean>> = {
    unit: true,
    strength: written.some(({ volume, strength }) => volume !== undefined || strength !== undefined),
    products: named !== undefined || steps.some(({ products }) => products !== undefined),
    'largest-dose': read && steps.every(({ doses }) => doses !== undefined),
    ceiling: read,
    kidney: read && (renal.deciding !== undefined || patient.dialysis === true),
    age: read && patient.age !== undefined,
    weight: read && patient.weight !== undefined,
    start: read && taking !== undefined,
    change: read && taking !== undefined,
    interactions: request.drugs !== undefined || listed,
    conditions: request.conditions !== undefined || listed,
    quantity: request.quantity !== undefined && needed !== undefined,
    allergies: patient.hypersensitivity !== undefined,
    pregnancy: request.conditions?.some((each) => /pregnan/i.test(each)) ?? false,
  };
  const all = Object.keys(done) as CheckedPart[];
  return { checked: all.filter((part) => done[part]), notChecked: all.filter((part) => !done[part]) };
}
