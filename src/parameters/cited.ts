import * as z from 'zod';
import type { Unit } from '../core/quantity.js';

const text = z.string().trim().min(1);

/** Where a value stands; `judgement` as a source makes the note the reason for it. */
export const provenance = {
  source: text,
  locator: text,
  evidence: z.enum([
    'label',
    'guideline',
    'study',
    'case report',
    'equation',
    'reference work',
    'secondary',
    'judgement',
  ]),
  checked: z.iso.date(),
  note: text,
};

export const provenanceSchema = z.strictObject(provenance);

const number = z.number().positive();

/** A cited value in one unit. */
export function cited<U extends Unit>(unit: U) {
  return z.strictObject({
    value: number,
    unit: z.literal(unit),
    ...provenance,
    alternatives: z.array(z.strictObject({ value: number, ...provenance })).exactOptional(),
  });
}

export function plainQuantity<U extends Unit>(unit: U) {
  return z.strictObject({ value: z.number().nonnegative(), unit: z.literal(unit) });
}

/** How many doses a day. */
export const citedTimes = cited('/d').extend({ value: z.int().min(1).max(4) });

export const citedText = z.strictObject({ text, ...provenance });

export const citedFraction = z
  .strictObject({ numerator: z.int().positive(), denominator: z.int().positive(), ...provenance })
  .refine(({ numerator, denominator }) => numerator < denominator, 'a fraction kept is below 1');

export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
