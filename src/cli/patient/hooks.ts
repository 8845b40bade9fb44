import { type Node, nodeOf, nodesOf, textOf } from '../fhir/node.js';
import { referencedBy } from '../fhir/resource.js';
import { fileError, type InputFile } from '../input-file.js';

const hooks = ['order-sign', 'order-select'];
const takes = 'a CDS Hooks request of order-sign or order-select';

/** Whether this is a request of CDS Hooks, which has a hook and its context. */
export function isHooksRequest(content: unknown): content is Node {
  const node = nodeOf(content);
  return node !== undefined && typeof node.hook === 'string' && 'context' in node;
}

/**
 * The resources of a request: what was fetched before, and the orders that are about to be signed, as drafts. Of
 * `order-select` nothing where no medication was selected, and the selected ones first.
 * @throws InputError where the hook is another one, or what it must bring is missing: over HTTP status 412.
 */
export function resourcesOfHooks(request: Node, file: InputFile): readonly Node[] {
  const hook = String(request.hook);
  if (!hooks.includes(hook)) throw fileError(file, 'a request of another hook', takes);
  const context = nodeOf(request.context) ?? {};
  const drafts = nodeOf(context.draftOrders);
  if (drafts === undefined) throw missing(file, 'context.draftOrders');
  const fetched = nodesOf(Object.values(nodeOf(request.prefetch) ?? {}));
  const patients = resourcesIn(fetched).filter(({ resourceType }) => resourceType === 'Patient');
  const id = textOf(context.patientId);
  if (patients.length === 0) throw missing(file, 'the Patient in prefetch');
  if (id !== undefined && !patients.some((each) => each.id === referencedBy(id).id)) {
    throw fileError(file, 'in which the Patient is not the one of context.patientId', takes);
  }
  return [...fetched, ...draftsIn(drafts, hook === 'order-select' ? context.selections : undefined)];
}

function missing(file: InputFile, what: string) {
  return fileError(file, `a request without ${what} (over HTTP: 412 Precondition Failed)`, takes);
}

function resourcesIn(all: readonly Node[]): Node[] {
  return all.flatMap((each) =>
    each.resourceType === 'Bundle' ? nodesOf(nodesOf(each.entry).map(({ resource }) => resource)) : [each],
  );
}

const over = ['cancelled', 'stopped', 'completed', 'entered-in-error'];

/** What is signed again has another status than draft, and is an order to look at all the same. */
function draftsIn(bundle: Node, selections: unknown): Node[] {
  const orders = resourcesIn([bundle])
    .filter(({ status }) => !over.includes(String(status)))
    .map((each) => (each.resourceType === 'MedicationRequest' ? { ...each, status: 'draft' } : each));
  if (!Array.isArray(selections)) return orders;
  const selected = selections.map((each) => referencedBy(String(each)));
  const isSelected = ({ resourceType, id }: Node) =>
    selected.some((each) => each.id === id && (each.type === undefined || each.type === resourceType));
  const chosen = orders.filter(isSelected);
  const others = orders.filter((each) => !isSelected(each));
  return chosen.some(({ resourceType }) => resourceType === 'MedicationRequest') ? [...chosen, ...others] : [];
}
