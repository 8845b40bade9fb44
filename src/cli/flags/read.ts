import type * as z from 'zod';
import { InputError } from '../../core/input-error.js';

/** Turns the strings of the flags into a request. @throws InputError for the first flag that is not as it should be. */
export function readFlags<T>(schema: z.ZodType<T>, raw: Readonly<Record<string, unknown>>): T {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = String(issue?.path[0] ?? '');
  const got = raw[field];
  throw new InputError(field, got === undefined ? 'nothing' : typed(String(got)), issue?.message ?? 'something else');
}

/** Control characters of hostile input shown as a question mark. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '?');
}

/** What was typed, as a sentence can quote it. */
export function typed(text: string): string {
  return `"${printable(text)}"`;
}
