import type { LeftOut, RecordEntry, RecordLists } from '../patient/file.js';
import type { RecordParameters } from '../patient/records.js';
import { isAbove } from '../values/thresholds.js';
import { type ConditionParameters, conditionOfCode, recogniseCondition } from './conditions.js';
import { drugOfCode, recogniseDrugs } from './drugs.js';
import type { InteractionParameters } from './types.js';

interface BesideParameters {
  readonly interactions: InteractionParameters;
  readonly conditions: ConditionParameters;
  readonly records: { readonly pregnancy: Pick<RecordParameters['pregnancy'], 'currentFor'> };
}

export interface BesideInRecord {
  readonly drugs: readonly string[];
  readonly conditions: readonly string[];
  /** A pregnancy that began longer ago than one lasts: said, and not counted. */
  readonly past: readonly LeftOut[];
  /** Medications and conditions that are not known here, as the record names them; absent where there is none. */
  readonly notRecognised?: readonly string[];
}

/** What a record lists beside baclofen: drugs and conditions that are known by name or code, and the names of what is not. */
export function besideInRecord(
  { medications = [], conditions = [], unnamed = [] }: Partial<RecordLists>,
  parameters: BesideParameters,
): BesideInRecord {
  const drugs = medications.map((each) => drugsOf(each, parameters.interactions));
  const had = conditions.map((each) => conditionNameOf(each, parameters.conditions));
  const past = conditions.filter((each, index) => had[index] === pregnancy && isPast(each, parameters));
  const missing = [
    ...medications.filter((_, index) => drugs[index] === undefined).map(shownName),
    ...conditions.filter((_, index) => had[index] === undefined).map(shownName),
    ...unnamed,
  ];
  return {
    drugs: [...new Set(drugs.flatMap((each) => each ?? []))],
    conditions: [
      ...new Set(had.flatMap((each, index) => (past.includes(conditions[index] as RecordEntry) ? [] : (each ?? [])))),
    ],
    past: past.map(
      ({ from, date }): LeftOut => ({ part: pregnancy, from, why: 'long ago', ...(date && { text: date }) }),
    ),
    ...(missing.length > 0 && { notRecognised: missing }),
  };
}

/** As data/conditions.json names it. */
const pregnancy = 'pregnancy';

function isPast({ old }: RecordEntry, { records }: BesideParameters): boolean {
  return old !== undefined && isAbove(old.value, records.pregnancy.currentFor.value);
}

/** As much of a name as a line has room for, or the code where there is none. */
function shownName({ name, codes, from }: RecordEntry): string {
  const shown = name ?? codes[0]?.code ?? from;
  return shown.length > 60 ? `${shown.slice(0, 57)}...` : shown;
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
