import * as z from 'zod/mini';
import {
  noticePlaces,
  phrasePlaces,
  type RefusalWording,
  refusalPlaces,
  type WordedNotice,
  type WordedRefusal,
  type WordingParameters,
} from '../core/answer/wording.js';
import { citedText, hasPlaces, placesWords, withPlaces } from './cited.js';

/** Every name of a list, and nothing else, with what belongs to it. */
function each<Name extends string, T>(
  names: readonly Name[],
  schema: (name: Name) => z.ZodMiniType<T>,
): z.ZodMiniType<Readonly<Record<Name, T>>> {
  const shape = Object.fromEntries(names.map((name) => [name, schema(name)]));
  // fromEntries forgets the names.
  return z.strictObject(shape) as unknown as z.ZodMiniType<Readonly<Record<Name, T>>>;
}

function notice(code: WordedNotice) {
  return withPlaces(noticePlaces[code]);
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
  phrases: each(Object.keys(phrasePlaces) as (keyof typeof phrasePlaces)[], (name) => withPlaces(phrasePlaces[name])),
});
