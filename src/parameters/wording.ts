import * as z from 'zod/mini';
import {
  noticePlaces,
  phraseNames,
  type RefusalWording,
  refusalPlaces,
  type WordedNotice,
  type WordedRefusal,
  type WordingParameters,
} from '../core/answer/wording.js';
import { citedText } from './cited.js';

/** Every name of a list, and nothing else, with what belongs to it. */
function each<Name extends string, T>(
  names: readonly Name[],
  schema: (name: Name) => z.ZodMiniType<T>,
): z.ZodMiniType<Readonly<Record<Name, T>>> {
  const shape = Object.fromEntries(names.map((name) => [name, schema(name)]));
  // fromEntries forgets the names.
  return z.strictObject(shape) as unknown as z.ZodMiniType<Readonly<Record<Name, T>>>;
}

/** A sentence that lost the place of a number, or asks for one that no answer has, is a broken file. */
function hasPlaces(places: readonly string[], texts: readonly string[]): boolean {
  const named = texts.flatMap((text) => [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name));
  return named.every((name) => places.includes(name)) && places.every((place) => named.includes(place));
}

function placesWords(places: readonly string[]): string {
  return places.length === 0
    ? 'no place in braces'
    : `exactly the places ${places.map((each) => `{${each}}`).join(', ')}`;
}

function notice(code: WordedNotice) {
  const places = noticePlaces[code];
  return citedText.check(z.refine(({ text }) => hasPlaces(places, [text]), placesWords(places)));
}

function refusal(code: WordedRefusal): z.ZodMiniType<RefusalWording> {
  const places = refusalPlaces[code];
  return z
    .strictObject({ reason: citedText, instead: z.exactOptional(z.array(citedText).check(z.minLength(1))) })
    .check(
      z.refine(
        ({ reason, instead = [] }) =>
          hasPlaces(
            places,
            [reason, ...instead].map(({ text }) => text),
          ),
        placesWords(places),
      ),
    );
}

export const wordingSchema: z.ZodMiniType<WordingParameters> = z.strictObject({
  notices: each(Object.keys(noticePlaces) as WordedNotice[], notice),
  refusals: each(Object.keys(refusalPlaces) as WordedRefusal[], refusal),
  phrases: each(phraseNames, () => citedText.check(z.refine(({ text }) => hasPlaces([], [text]), placesWords([])))),
});
