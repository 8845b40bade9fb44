import * as z from 'zod/mini';
import { evidenceGrades } from '../core/values/citation.js';
import type { Unit } from '../core/values/quantity.js';

const text = z.string().check(z.trim(), z.minLength(1));

/** Where a value stands; `judgement` as a source makes the note the reason for it. */
export const provenance = {
  source: text,
  locator: text,
  evidence: z.enum(evidenceGrades),
  checked: z.iso.date(),
  note: text,
};

export const provenanceSchema = z.strictObject(provenance);

/** No dose of baclofen is near these; above them a file has slipped by a factor, and a plan would have thousands of steps. */
const highest: Partial<Record<Unit, number>> = { mg: 1000, 'mg/d': 1000 };

/** A cited value in one unit. */
export function cited<U extends Unit>(unit: U) {
  const number = z.number().check(z.positive(), z.maximum(highest[unit] ?? Number.MAX_VALUE));
  return z.strictObject({
    value: number,
    unit: z.literal(unit),
    ...provenance,
    alternatives: z.exactOptional(z.array(z.strictObject({ value: number, ...provenance }))),
  });
}

export function plainQuantity<U extends Unit>(unit: U) {
  return z.strictObject({ value: z.number().check(z.nonnegative()), unit: z.literal(unit) });
}

/** How many doses a day. */
export const citedTimes = z.extend(cited('/d'), { value: z.int().check(z.minimum(1), z.maximum(4)) });

export const citedText = z.strictObject({ text, brief: z.exactOptional(text), ...provenance });

/** A sentence in which the words layer fills these places: "{threshold}". */
export function withPlaces(places: readonly string[]) {
  return citedText.check(z.refine(({ text }) => hasPlaces(places, [text]), placesWords(places)));
}

/** A sentence that lost the place of a number, or asks for one that no answer has, is a broken file. */
export function hasPlaces(places: readonly string[], texts: readonly string[]): boolean {
  const named = texts.flatMap((text) => [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name));
  return named.every((name) => places.includes(name)) && places.every((place) => named.includes(place));
}

export function placesWords(places: readonly string[]): string {
  return places.length === 0
    ? 'no place in braces'
    : `exactly the places ${places.map((each) => `{${each}}`).join(', ')}`;
}

export const citedFraction = z
  .strictObject({ numerator: z.int().check(z.positive()), denominator: z.int().check(z.positive()), ...provenance })
  .check(z.refine(({ numerator, denominator }) => numerator < denominator, 'a fraction kept is below 1'));

export const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
