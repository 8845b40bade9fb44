import { productOf } from '../../core/doses/product.js';
import type { ViewContext } from './context.js';
import { groupValue, medicationRequest, planSystem } from './fhir-request.js';
import { uuidOf } from './identity.js';
import { type PlannedDoses, productsUsed } from './plan.js';

/**
 * A FHIR R4 Bundle: one MedicationRequest a product, drafts and proposals for a clinician to take over or not.
 * Steps follow one another by `sequence`; instructions of one sequence hold at once, each for its own times of day.
 * Without dates only one request holds by itself: a second product would begin on the first day of its own sequence,
 * so the plan must have dates where it has several products.
 */
export function fhirBundle(plan: PlannedDoses, context: ViewContext) {
  const { bundle = 'collection' } = context.options;
  const group = groupValue(context);
  return {
    resourceType: 'Bundle',
    type: bundle,
    entry: productsUsed(plan).map((id) => {
      const uuid = uuidFor(plan, id, context);
      const request = medicationRequest(plan, productOf(id, context.products), group, context);
      // In a transaction the server gives the id.
      const { resourceType, ...rest } = request;
      return {
        fullUrl: `urn:uuid:${uuid}`,
        resource: bundle === 'collection' ? { resourceType, id: uuid, ...rest } : request,
        ...(bundle === 'transaction' && { request: requestOf(plan, request.identifier?.[0]?.value) }),
      };
    }),
  };
}

/**
 * A plan that has a name and a patient in a record keeps its ids, so that a changed one takes the place of the old.
 * Any other gets new ones each time: no two patients can share them.
 */
function uuidFor({ subject }: PlannedDoses, product: string, { options: { planId }, making }: ViewContext): string {
  if (planId === undefined || subject === undefined) return making.uuid();
  return uuidOf([planId, subject, product]);
}

function requestOf({ subject }: PlannedDoses, identifier: string | undefined) {
  if (identifier === undefined || subject === undefined) return { method: 'POST', url: 'MedicationRequest' };
  const query = `identifier=${encodeURIComponent(`${planSystem}|${identifier}`)}&subject=${encodeURIComponent(subject)}`;
  return { method: 'PUT', url: `MedicationRequest?${query}` };
}
