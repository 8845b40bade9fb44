import * as z from 'zod/mini';
import { parseDate } from '../core/values/calendar.js';
import type { Amount, Field, Fields, List, Range, ValueOf, Words } from './fields/field.js';

/** The schema of each field of a list, each of which may be left out. */
export function optional<F extends Fields>(
  fields: F,
): { [Name in keyof F]: z.ZodMiniExactOptional<z.ZodMiniType<ValueOf<F[Name]>>> } {
  const shapes = Object.entries(fields).map(([name, field]) => [name, z.exactOptional(fieldSchema(field))]);
  // Object.entries forgets which name has which type.
  return Object.fromEntries(shapes) as ReturnType<typeof optional<F>>;
}

/** The schema of one field. What it says of a wrong value is the clause behind "it takes". */
export function fieldSchema<F extends Field>(field: F): z.ZodMiniType<ValueOf<F>> {
  const described = schemaOf(field).check(z.describe(field.says.replaceAll('`', '')));
  // Each kind of field has the schema of its value, which TypeScript does not follow through the union.
  return described as unknown as z.ZodMiniType<ValueOf<F>>;
}

function schemaOf(field: Field): z.ZodMiniType {
  if ('in' in field) return amountSchema(field);
  const error = takesField(field);
  if ('count' in field) return z.int({ error }).check(...bounds(field.count, error));
  if ('words' in field) return z.enum(field.words as [string, ...string[]], { error });
  if ('yes' in field) return z.boolean({ error });
  if ('each' in field) return listSchema(field, error);
  if ('date' in field) return z.iso.date({ error }).check(z.refine((text) => parseDate(text) !== undefined, error));
  if ('share' in field) return shareSchema(error);
  return wordsSchema(field, error);
}

function amountSchema(field: Amount): z.ZodMiniType {
  const error = takesField(field);
  const kinds = Object.entries(field.in).map(([unit, range]) =>
    z.strictObject(
      {
        value: (field.whole ? z.int({ error }) : z.number({ error })).check(...bounds(range, error)),
        unit: z.literal(unit, { error }),
      },
      { error },
    ),
  );
  const [one, ...others] = kinds as [(typeof kinds)[number], ...typeof kinds];
  return others.length === 0 ? one : z.discriminatedUnion('unit', [one, ...others], { error });
}

function bounds({ from, above, to }: Range, error: string) {
  return [above === undefined ? z.minimum(from ?? 0, error) : z.gt(above, error), z.maximum(to, error)];
}

/** Letters and signs that everyone sees alike, on one line. */
export function seenWhole(text: string): boolean {
  return !/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/u.test(text);
}

function wordsSchema({ longest }: Words, error: string): z.ZodMiniType<string> {
  return z.string({ error }).check(
    z.minLength(1, error),
    z.maxLength(longest, error),
    z.refine((text) => seenWhole(text), error),
  );
}

function listSchema({ each: { longest, pattern, least = 0 } }: List, error: string): z.ZodMiniType<string[]> {
  const form = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  const fits = (text: string) => seenWhole(text) && (form?.test(text) ?? true);
  return z
    .array(z.string({ error }).check(z.maxLength(longest, error), z.refine(fits, error)), { error })
    .check(z.minLength(least, error), z.maxLength(100, error));
}

function shareSchema(error: string) {
  const part = z.number({ error }).check(z.gt(0, error), z.maximum(1e6, error));
  return z
    .strictObject({ numerator: part, denominator: part }, { error })
    .check(z.refine(({ numerator, denominator }) => numerator <= denominator, error));
}

/** What a field takes in JSON: "a body weight from 3 to 400 with the unit "kg"". */
export function takesField(field: Field): string {
  if ('in' in field) {
    const kinds = Object.entries(field.in).map(([unit, range]) => `${rangeWords(range)} with the unit "${unit}"`);
    return `${field.what}${field.whole ? ', a whole number' : ''} ${kinds.join(', or ')}`;
  }
  if ('count' in field) return `${field.what} from ${field.count.from} to ${field.count.to}`;
  if ('words' in field) return field.words.map((word) => `"${word}"`).join(' or ');
  if ('yes' in field) return 'true or false';
  if ('date' in field) return `${field.what} that exists, as YYYY-MM-DD such as 2026-12-01`;
  if ('share' in field) return `${field.what}, above 0 and up to 1, as numerator and denominator`;
  return 'each' in field ? field.what : `${field.what} in letters and signs that can be seen, up to ${field.longest}`;
}

function rangeWords({ from, above, to }: Range): string {
  return above === undefined ? `from ${from ?? 0} to ${to}` : `above ${above} and up to ${to}`;
}
