import * as z from 'zod/mini';
import type { LeftOut } from '../../core/patient/file.js';
import { type Quantity, quantity } from '../../core/values/quantity.js';
import { daysBetween } from '../patient/content.js';
import type { Told } from './person.js';
import { concept, type FhirContext, proven, type Resource, reference, referencedId } from './resource.js';
import { timesDaily, timing } from './timing.js';

const dosage = z.object({
  asNeededBoolean: z.optional(z.boolean()),
  asNeededCodeableConcept: z.optional(z.unknown()),
  route: z.optional(concept),
  timing: z.optional(timing),
  doseAndRate: z.optional(
    z.array(
      z.object({
        doseQuantity: z.optional(
          z.object({
            value: z.optional(z.number()),
            comparator: z.optional(z.string()),
            unit: z.optional(z.string()),
            code: z.optional(z.string()),
          }),
        ),
      }),
    ),
  ),
});

const schema = z.object({
  status: z.optional(z.string()),
  intent: z.optional(z.string()),
  doNotPerform: z.optional(z.boolean()),
  medicationCodeableConcept: z.optional(concept),
  medicationReference: z.optional(reference),
  contained: z.optional(z.array(z.unknown())),
  subject: z.optional(reference),
  authoredOn: z.optional(z.string()),
  effectiveDateTime: z.optional(z.string()),
  dateAsserted: z.optional(z.string()),
  dosageInstruction: z.optional(z.array(dosage)),
  dosage: z.optional(z.array(dosage)),
});

const medicationSchema = z.object({ id: z.optional(z.string()), code: z.optional(concept) });

export interface BaclofenOrder {
  readonly resource: Resource;
  readonly order: z.infer<typeof schema>;
}

const planned = ['proposal', 'plan', 'option'];

/** Orders and statements on baclofen that hold now. */
export function baclofenOrders(resources: readonly Resource[], { file }: FhirContext): BaclofenOrder[] {
  const medications = new Map(
    resources.flatMap(({ type, id, fullUrl, content }) =>
      type === 'Medication'
        ? [id, fullUrl && referencedId(fullUrl)].flatMap((key) => (key ? [[key, content] as const] : []))
        : [],
    ),
  );
  return resources.flatMap((resource) => {
    if (resource.type !== 'MedicationRequest' && resource.type !== 'MedicationStatement') return [];
    const { content, name } = resource;
    if (!('status' in content) || content.status !== 'active' || !isBaclofen(content, medications)) return [];
    const order = proven(schema, content, name, file);
    return order.doNotPerform || planned.includes(order.intent ?? '') ? [] : [{ resource, order }];
  });
}

function isBaclofen(content: object, medications: ReadonlyMap<string, object>): boolean {
  const named = z
    .pick(schema, { medicationCodeableConcept: true, medicationReference: true, contained: true })
    .safeParse(content).data;
  const id = named?.medicationReference?.reference && referencedId(named.medicationReference.reference);
  const contained = (named?.contained ?? []).map((each) => medicationSchema.safeParse(each).data);
  const referenced = id ? (contained.find((each) => each?.id === id) ?? medications.get(id)) : undefined;
  const concepts = [named?.medicationCodeableConcept, medicationSchema.safeParse(referenced).data?.code];
  return concepts.some((each) => namesBaclofen(each));
}

/** By the ATC codes of baclofen or by its name. */
function namesBaclofen(medication: z.infer<typeof concept> | undefined): boolean {
  const codings = medication?.coding ?? [];
  const words = [medication?.text, ...codings.map(({ display }) => display)].join(' ').toLowerCase();
  return words.includes('baclofen') || codings.some(({ code }) => code === 'M03BX01');
}

interface Dose {
  readonly dose: Quantity<'mg'>;
  readonly timesDaily: number;
}

/** The present dose, where every order and statement that holds says the same in numbers. */
export function currentDose(orders: readonly BaclofenOrder[], { today }: FhirContext): Told {
  const read = orders.map(({ resource, order }) => ({ resource, order, found: doseOf(order) }));
  const leftOut = read.flatMap(({ resource, found }): LeftOut[] =>
    typeof found === 'string' ? [{ part: 'currentDose', from: resource.name, why: found }] : [],
  );
  const [first] = read;
  if (first === undefined || typeof first.found === 'string' || leftOut.length > 0) return { parts: [], leftOut };
  const dose = first.found;
  const same = ({ found }: (typeof read)[number]) => JSON.stringify(found) === JSON.stringify(dose);
  const from = read.map(({ resource }) => resource.name).join(' and ');
  if (!read.every(same)) return { parts: [], leftOut: [{ part: 'currentDose', from, why: 'several' }] };
  const { authoredOn, effectiveDateTime, dateAsserted } = first.order;
  const date = (authoredOn ?? effectiveDateTime ?? dateAsserted)?.slice(0, 10);
  const old = date === undefined ? Number.NaN : daysBetween(date, today).value;
  return {
    leftOut,
    parts: [
      {
        part: 'currentDose',
        from,
        ...(date !== undefined && { date }),
        ...(old >= 0 && { old: quantity(old, 'd') }),
        timesDaily: dose.timesDaily,
        value: () => dose.dose,
      },
    ],
  };
}

/** A dose in mg and how often a day, or why it is not clear. */
function doseOf({ dosageInstruction, dosage: stated }: BaclofenOrder['order']): Dose | LeftOut['why'] {
  const lines = dosageInstruction ?? stated ?? [];
  const [line] = lines;
  const [rate] = line?.doseAndRate ?? [];
  const amount = rate?.doseQuantity;
  if (line === undefined || lines.length > 1 || (line.doseAndRate ?? []).length > 1 || amount?.value === undefined) {
    return 'dose in words';
  }
  if (amount.comparator !== undefined) return 'dose in words';
  if (line.asNeededBoolean || line.asNeededCodeableConcept !== undefined) return 'as needed';
  if (!byMouth(line.route)) return 'route';
  const written = [amount.code, amount.unit].filter((each) => each !== undefined);
  if (written.length === 0 || written.some((each) => each !== 'mg') || !(amount.value > 0)) return 'dose unit';
  const times = timesDaily(line.timing);
  return times === undefined ? 'timing' : { dose: quantity(amount.value, 'mg'), timesDaily: times };
}

/** SNOMED CT 26643006 is the route by mouth. An order without a route is taken for one of the drug by mouth. */
function byMouth(route: z.infer<typeof concept> | undefined): boolean {
  if (route === undefined) return true;
  const words = [route.text, ...(route.coding ?? []).map(({ display }) => display)].join(' ').toLowerCase();
  const coded = (route.coding ?? []).some(({ code }) => code === '26643006' || code === 'PO');
  return !words.includes('intrathecal') && (coded || /\b(oral|orally|by mouth)\b/.test(words));
}
