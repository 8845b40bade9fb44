import type * as z from 'zod/mini';
import { InputError } from '../../core/input-error.js';
import { typed } from './printable.js';

/** Turns the strings of the flags into a request. @throws InputError for the first flag that is not as it should be. */
export function readFlags<T>(schema: z.ZodMiniType<T>, raw: Readonly<Record<string, unknown>>): T {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = String(issue?.path[0] ?? '');
  const got = raw[field];
  throw new InputError(field, got === undefined ? 'nothing' : typed(String(got)), issue?.message ?? 'something else');
}
