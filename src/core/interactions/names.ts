import { closest } from '../values/closest.js';
import type { UnknownName } from './types.js';

/** One letter may be wrong for so many: drugs are spelled more alike than words, and a wrong guess is worse. */
const lettersPerSlip = 4;

/** A name as it is compared: without capitals, accents, spaces, hyphens and points. */
export function nameKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9\u0370-\uffff]/g, '');
}

/** Things by their names: what is found under a name, and every name as it is spelled. */
export interface NameIndex<Thing> {
  readonly byKey: ReadonlyMap<string, Thing>;
  readonly spellings: ReadonlyMap<string, string>;
  /** Names that are not known, as they were answered: a cohort asks for the same ones again and again. */
  readonly guesses: Map<string, UnknownName>;
}

const mostGuesses = 1_000;

/** The first of two things with one name keeps it. */
export function indexNames<Thing>(named: readonly (readonly [name: string, thing: Thing])[]): NameIndex<Thing> {
  const byKey = new Map<string, Thing>();
  const spellings = new Map<string, string>();
  for (const [name, thing] of named) {
    const key = nameKey(name);
    if (byKey.has(key)) continue;
    byKey.set(key, thing);
    spellings.set(key, name);
  }
  return { byKey, spellings, guesses: new Map() };
}

/** A name without a thing, with what was probably meant where the spelling is close. */
export function unknownName(name: string, { spellings, guesses }: NameIndex<unknown>): UnknownName {
  const known = guesses.get(name);
  if (known) return known;
  const meant = closest(nameKey(name), [...spellings.keys()], lettersPerSlip);
  const spelled = meant === undefined ? undefined : spellings.get(meant);
  const unknown: UnknownName = { kind: 'unknown', name: name.trim(), ...(spelled !== undefined && { meant: spelled }) };
  if (guesses.size >= mostGuesses) guesses.clear();
  guesses.set(name, unknown);
  return unknown;
}

/** The first thing of each key, in the order in which they came. */
export function distinct<Thing, Key>(things: readonly Thing[], keyOf: (thing: Thing) => Key): Thing[] {
  const seen = new Set<Key>();
  return things.filter((thing) => {
    const key = keyOf(thing);
    return !seen.has(key) && seen.add(key);
  });
}
