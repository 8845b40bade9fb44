import { indexNames, type NameIndex, nameKey, unknownName } from './names.js';
import type { Drug, InteractionParameters, RecognisedDrug } from './types.js';

type Known = Exclude<RecognisedDrug, { readonly kind: 'unknown' }>;

/** Made once for each set of data, since a cohort asks it a hundred thousand times. */
const indexes = new WeakMap<InteractionParameters, NameIndex<Known>>();

/**
 * What a drug is, by its name in any spelling of capitals, spaces and hyphens: generic name, synonym or brand, with
 * a strength or a salt behind it. A slip of the hand is suggested and not taken.
 */
export function recogniseDrug(name: string, parameters: InteractionParameters): RecognisedDrug {
  const index = indexOf(parameters);
  const found = find(name, index, parameters);
  return found ?? unknownName(name, index);
}

/** The same for a name that may hold several drugs, such as "oxycodone and acetaminophen". */
export function recogniseDrugs(name: string, parameters: InteractionParameters): RecognisedDrug[] {
  const whole = recogniseDrug(name, parameters);
  const parts = name.split(/\s*[/+;]\s*|\s+(?:and|with)\s+/i).filter((part) => nameKey(part) !== '');
  if (whole.kind !== 'unknown' || parts.length < 2) return [whole];
  return parts.map((part) => recogniseDrug(part, parameters));
}

/** The drug with a code of the ATC index or of RxNorm. */
export function drugOfCode(
  system: 'atc' | 'rxnorm',
  code: string,
  parameters: InteractionParameters,
): Known | undefined {
  if (system === 'atc' && parameters.ownNames.atc.includes(code)) return { kind: 'baclofen' };
  const drug = parameters.lists
    .flatMap(({ drugs }) => drugs)
    .find(({ atc, rxnorm }) => (system === 'atc' ? atc?.includes(code) : rxnorm === code));
  return drug && known(drug, parameters);
}

function indexOf(parameters: InteractionParameters): NameIndex<Known> {
  const made = indexes.get(parameters);
  if (made) return made;
  const own = parameters.ownNames.names.map((name) => [name, { kind: 'baclofen' }] as const);
  const drugs = parameters.lists
    .flatMap((list) => list.drugs)
    .flatMap((drug) => namesOf(drug).map((name) => [name, known(drug, parameters)] as const));
  const index = indexNames<Known>([...own, ...drugs]);
  indexes.set(parameters, index);
  return index;
}

/** Every name of a drug, the generic one first. */
export function namesOf({ name, synonyms = [], brands = [], furtherBrands = [] }: Drug): string[] {
  return [name, ...synonyms, ...brands, ...furtherBrands];
}

/** A drug whose group is in the data; the schema proves that it is. */
function known(drug: Drug, { groups }: InteractionParameters): Known {
  const group = groups.find(({ id }) => id === drug.group);
  if (!group) throw new Error(`${drug.name} belongs to no group`);
  return { kind: 'drug', drug, group };
}

/** By the whole name, then without its strength, then without its salt. */
function find(name: string, { byKey }: NameIndex<Known>, parameters: InteractionParameters): Known | undefined {
  const bare = name.trim().replace(/\s+\d.*$/s, '');
  return byKey.get(nameKey(name)) ?? byKey.get(nameKey(bare)) ?? byKey.get(nameKey(withoutSalt(bare, parameters)));
}

function withoutSalt(name: string, { names }: InteractionParameters): string {
  const words = name.trim().split(/\s+/);
  while (words.length > 1 && names.salts.words.includes(nameKey(words.at(-1) ?? ''))) words.pop();
  return words.join(' ');
}
