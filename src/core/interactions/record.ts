import type { RecordEntry, RecordLists } from '../patient/file.js';
import { type ConditionParameters, conditionOfCode, recogniseCondition } from './conditions.js';
import { drugOfCode, recogniseDrugs } from './drugs.js';
import type { InteractionParameters } from './types.js';

interface BesideParameters {
  readonly interactions: InteractionParameters;
  readonly conditions: ConditionParameters;
}

export interface BesideInRecord {
  readonly drugs: readonly string[];
  readonly conditions: readonly string[];
  /** Medications and conditions that are not known here; absent where there is none. */
  readonly notRecognised?: number;
}

/** What a record lists beside baclofen: drugs and conditions that are known by name or code, and how many are not. */
export function besideInRecord(
  { medications = [], conditions = [], unnamed = 0 }: Partial<RecordLists>,
  parameters: BesideParameters,
): BesideInRecord {
  const drugs = medications.map((each) => drugsOf(each, parameters.interactions));
  const had = conditions.map((each) => conditionNameOf(each, parameters.conditions));
  const missing = [...drugs, ...had].filter((each) => each === undefined).length + unnamed;
  return {
    drugs: [...new Set(drugs.flatMap((each) => each ?? []))],
    conditions: [...new Set(had.flatMap((each) => each ?? []))],
    ...(missing > 0 && { notRecognised: missing }),
  };
}

/** Names of known drugs, none for baclofen itself; undefined where one is not known. */
function drugsOf({ name = '', codes }: RecordEntry, parameters: InteractionParameters): string[] | undefined {
  const coded = codes.flatMap(({ system = '', code }) => {
    const kind = /rxnorm/i.test(system) ? 'rxnorm' : /\batc\b|whocc/i.test(system) ? 'atc' : undefined;
    return (kind && drugOfCode(kind, code, parameters)) ?? [];
  });
  const found = coded.length > 0 ? coded : recogniseDrugs(name, parameters);
  if (found.some(({ kind }) => kind === 'unknown')) return undefined;
  return found.flatMap((each) => (each.kind === 'drug' ? [each.drug.name] : []));
}

function conditionNameOf({ name = '', codes }: RecordEntry, parameters: ConditionParameters): string | undefined {
  const coded = codes.flatMap(({ system = '', code }) => {
    const kind = /icd-?10/i.test(system) ? 'icd10' : /snomed/i.test(system) ? 'snomed' : undefined;
    return (kind && conditionOfCode(kind, code, parameters)) ?? [];
  });
  const [first] = coded;
  if (first) return first.name;
  const known = recogniseCondition(name, parameters);
  return known.kind === 'condition' ? known.condition.name : undefined;
}
