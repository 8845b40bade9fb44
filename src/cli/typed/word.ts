import { type Country, countries } from '../../core/titration/rules.js';
import { closest } from '../../core/values/closest.js';
import { type Read, spaced } from './read.js';

/** Capitals, hyphens, underscores and full stops make no other word. */
function bareWord(text: string): string {
  return spaced(text)
    .toLowerCase()
    .replaceAll('.', '')
    .replaceAll(/[-_ ]+/g, ' ');
}

/**
 * One of a few words, without regard to case.
 * @param aliases other words, in small letters, and which of the words each of them is.
 */
export function readChoice<const T extends string>(
  text: string,
  words: readonly T[],
  aliases: Readonly<Record<string, T>> = {},
): Read<T> {
  const typed = bareWord(text);
  const found =
    words.find((word) => bareWord(word) === typed) ?? (Object.hasOwn(aliases, typed) ? aliases[typed] : undefined);
  if (found !== undefined) return { ok: found };
  const meant = closest(typed, words);
  return { wrong: `it takes one of ${words.join(', ')}${meant === undefined ? '' : `; did you mean ${meant}?`}` };
}

const sexes = ['female', 'male'] as const;

/** Female or male, which is what the equations know. A "w" is a woman in one language and nothing in another. */
export function readSex(text: string): Read<(typeof sexes)[number]> {
  if (bareWord(text) === 'w') return { wrong: 'if w is for woman, write female; it takes female or male' };
  const aliases = { f: 'female', woman: 'female', girl: 'female', m: 'male', man: 'male', boy: 'male' } as const;
  const read = readChoice(text, sexes, aliases);
  return 'ok' in read ? read : { wrong: 'it takes female or male, or f or m' };
}

/** A country whose label is followed. */
export function readCountry(text: string): Read<Country> {
  return readChoice(text, countries, {
    usa: 'us',
    'united states': 'us',
    'united states of america': 'us',
    canada: 'ca',
    gb: 'uk',
    gbr: 'uk',
    'united kingdom': 'uk',
    'great britain': 'uk',
    australia: 'au',
    germany: 'de',
    france: 'fr',
  });
}
