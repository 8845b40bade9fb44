import { type Quantity, quantity, tidy } from '../../core/values/quantity.js';
import { type Concept, codeOf, conceptOf, hasContent, type Node, nodeOf, nodesOf, textOf, wordsOf } from './node.js';
import { type Resource, referencedBy } from './resource.js';

/** The drug of an order: what it is called, and what else is known of it. */
export interface Drug {
  readonly concepts: readonly Concept[];
  /** Its form, where the record says one. */
  readonly form: Concept;
  readonly ingredients: number;
}

export type Drugs = ReadonlyMap<string, Node>;

/** The Medications of a record by id and address. */
export function drugsOf(resources: readonly Resource[]): Drugs {
  return new Map(
    resources.flatMap(({ type, id, fullUrl, content, inside }) =>
      type === 'Medication' && inside === undefined
        ? [id, fullUrl && referencedBy(fullUrl).id].flatMap((key) => (key ? [[key, content] as const] : []))
        : [],
    ),
  );
}

/** The drug of an order, in the order itself, beside it, or inside it; in the elements of FHIR R4, R5 and older ones. */
export function drugOf({ content, inside }: Resource, drugs: Drugs): Drug {
  const newer = nodeOf(content.medication);
  const reference = nodeOf(content.medicationReference) ?? nodeOf(newer?.reference);
  const found = medicationOf(textOf(reference?.reference), content, inside, drugs);
  const ingredients = nodesOf(found?.ingredient);
  const concepts = [
    conceptOf(content.medicationCodeableConcept),
    conceptOf(newer?.concept),
    { codings: [], text: textOf(reference?.display) },
    conceptOf(found?.code),
    ...ingredients.flatMap(({ item, itemCodeableConcept }) => [
      conceptOf(itemCodeableConcept),
      conceptOf(nodeOf(item)?.concept),
    ]),
  ];
  return {
    concepts: concepts.filter(hasContent),
    form: conceptOf(found?.form ?? found?.doseForm ?? nodeOf(found?.product)?.form),
    ingredients: ingredients.length,
  };
}

function medicationOf(
  url: string | undefined,
  content: Node,
  inside: Resource | undefined,
  drugs: Drugs,
): Node | undefined {
  if (url === undefined) return undefined;
  const { id } = referencedBy(url);
  const contained = [...nodesOf(content.contained), ...nodesOf(inside?.content.contained)];
  return contained.find((each) => each.id === id) ?? drugs.get(id);
}

export function nameOf({ concepts }: Drug): string {
  return concepts.map(wordsOf).join('; ');
}

/** Whether an amount is a number of tablets, and neither its unit nor its code says anything else. */
export function countsTablets({ unit, code }: Node): boolean {
  const said = [textOf(unit), codeOf(code)].filter((each) => each !== undefined).map((each) => each.trim());
  const counts = said.every((each) => /^(?:\{?(?:tab(?:let)?|tbl)(?:\(?s\)?)?\}?|1|\d{6,})$/i.test(each));
  // A code of SNOMED alone could be of anything.
  return counts && said.some((each) => !/^\d{6,}$/.test(each));
}

/** The strength in mg that the name of a solid product has, where it has just one. */
export function strengthOf(drug: Drug): number | undefined {
  const found = [...nameOf(drug).matchAll(/(\d+(?:[.,]\d+)?)\s*mg\b(?!\s*(?:\/|per))/gi)].map(([, digits = '']) =>
    Number(digits.replace(',', '.')),
  );
  return new Set(found).size === 1 ? found[0] : undefined;
}

/** What one of a product holds: a tablet or a packet of granules (mg), or a liquid (mg/mL). */
export interface ProductStrength {
  readonly strength: Quantity<'mg'> | Quantity<'mg/mL'>;
  readonly packet?: true;
}

/** Where the name of the drug says what it is and one strength of it. */
export function productStrength(drug: Drug): ProductStrength | undefined {
  const liquid = liquidStrength(drug);
  if (liquid !== undefined) return { strength: quantity(liquid, 'mg/mL') };
  const solid = strengthOf(drug);
  if (solid === undefined) return undefined;
  const words = `${nameOf(drug)} ${wordsOf(drug.form)}`;
  const strength = quantity(solid, 'mg');
  if (/granul|packet|sachet/i.test(words)) return { strength, packet: true };
  return /tablet/i.test(words) ? { strength } : undefined;
}

/** mg in one mL, where the name says it once: "5 mg/5 mL", "10 MG/ML". */
export function liquidStrength(drug: Drug): number | undefined {
  const found = [...nameOf(drug).matchAll(/(\d+(?:\.\d+)?)\s*mg\s*(?:\/|per)\s*(\d+(?:\.\d+)?)?\s*mL\b/gi)].map(
    ([, mg, mL = '1']) => tidy(Number(mg) / Number(mL)),
  );
  return new Set(found).size === 1 ? found[0] : undefined;
}
