import { type Refusal, refusal } from '../answer/refusal.js';
import { type Citation, type CitedText, cite, type Provenance } from '../values/citation.js';
import { distinct, indexNames, type NameIndex, nameKey, unknownName } from './names.js';
import type { UnknownName } from './types.js';

/** What one country, or with `other` another source, says on a condition. */
export type ConditionLine = { readonly country: string } & CitedText;

export interface Condition {
  readonly id: string;
  readonly name: string;
  readonly synonyms: readonly string[];
  /** Categories of ICD-10: everything that begins so. */
  readonly icd10?: readonly string[];
  readonly snomed?: readonly string[];
  /** Where the condition is a contraindication. */
  readonly refusal?: { readonly countries: readonly string[] } & CitedText;
  readonly lines: readonly ConditionLine[];
}

export interface ConditionParameters {
  readonly codes: { readonly synonyms: Provenance; readonly icd10: Provenance; readonly snomed: Provenance };
  readonly conditions: readonly Condition[];
}

export type RecognisedCondition = { readonly kind: 'condition'; readonly condition: Condition } | UnknownName;

export interface SaidOfCondition {
  readonly country: string;
  readonly text: string;
  readonly citations: readonly Citation[];
}

export interface ConditionFinding {
  readonly condition: string;
  readonly name: string;
  readonly refuses: boolean;
  /** What the country asked for says; absent where its text was silent or not read. */
  readonly own?: SaidOfCondition;
  readonly others: readonly SaidOfCondition[];
}

export interface ConditionFindings {
  /** Contraindications first, then as in the data. */
  readonly findings: readonly ConditionFinding[];
  readonly refusals: readonly Refusal[];
  readonly unknown: readonly UnknownName[];
}

const indexes = new WeakMap<ConditionParameters, NameIndex<Condition>>();

/** The condition of a name or synonym, in any spelling of capitals, spaces and hyphens; a slip is suggested only. */
export function recogniseCondition(name: string, parameters: ConditionParameters): RecognisedCondition {
  const index = indexOf(parameters);
  const condition = index.byKey.get(nameKey(name));
  return condition ? { kind: 'condition', condition } : unknownName(name, index);
}

/** The condition of a code; of ICD-10 a category stands for all that is below it. */
export function conditionOfCode(
  system: 'icd10' | 'snomed',
  code: string,
  { conditions }: ConditionParameters,
): Condition | undefined {
  const plain = withoutPoint(code.toUpperCase());
  return conditions.find(({ icd10 = [], snomed = [] }) =>
    system === 'icd10' ? icd10.some((category) => plain.startsWith(withoutPoint(category))) : snomed.includes(code),
  );
}

/** Records write G90.4 and G904. */
function withoutPoint(code: string): string {
  return code.replace('.', '');
}

/** What is said on each condition in a country, and the refusals; nothing here changes a dose. */
export function conditionFindings(
  names: readonly string[],
  country: string,
  parameters: ConditionParameters,
): ConditionFindings {
  const recognised = names.map((name) => recogniseCondition(name, parameters));
  const named = new Set(recognised.flatMap((each) => (each.kind === 'condition' ? [each.condition.id] : [])));
  const conditions = parameters.conditions.filter(({ id }) => named.has(id));
  const findings = conditions.map((condition) => findingOf(condition, country));
  return {
    findings: [...findings.filter(({ refuses }) => refuses), ...findings.filter(({ refuses }) => !refuses)],
    refusals: conditions.flatMap((condition) => refusalOf(condition, country)),
    unknown: distinct(
      recognised.flatMap((each) => (each.kind === 'unknown' && each.name !== '' ? [each] : [])),
      ({ name }) => name.toLowerCase(),
    ),
  };
}

function findingOf({ id, name, refusal, lines }: Condition, country: string): ConditionFinding {
  const said = lines.map(
    (line): SaidOfCondition => ({ country: line.country, text: line.text, citations: cite(line) }),
  );
  const own = said.find((each) => each.country === country);
  return {
    condition: id,
    name,
    refuses: refusal?.countries.includes(country) ?? false,
    ...(own && { own }),
    others: said.filter((each) => each !== own),
  };
}

function refusalOf({ name, refusal: stated }: Condition, country: string): Refusal[] {
  if (!stated?.countries.includes(country)) return [];
  return [refusal('contraindicated', { condition: name, country, sentence: stated.text }, cite(stated))];
}

function indexOf(parameters: ConditionParameters): NameIndex<Condition> {
  const made = indexes.get(parameters);
  if (made) return made;
  const index = indexNames(
    parameters.conditions.flatMap((condition) =>
      [condition.id, condition.name, ...condition.synonyms].map((name) => [name, condition] as const),
    ),
  );
  indexes.set(parameters, index);
  return index;
}
