import { InputError } from '../../core/values/input-error.js';
import { typed } from './printable.js';
import type { Reader, Readers } from './reader.js';

/** What the flags of a command are read as; only what was given. */
export type Flags<R extends Readers> = {
  readonly [Name in keyof R]?: R[Name] extends Reader<infer T> ? T : never;
};

/** Turns the strings of the flags into a request. @throws InputError for the first flag that is not as it should be. */
export function readFlags<R extends Readers>(readers: R, raw: Readonly<Record<string, unknown>>): Flags<R> {
  return Object.fromEntries(
    Object.entries(raw).map(([field, given]) => [field, read(readers, field, given)]),
  ) as Flags<R>;
}

function read(readers: Readers, field: string, given: unknown): unknown {
  const reader = readers[field];
  if (reader === undefined) throw new Error(`nothing reads the flag ${field}`);
  const result = reader().safeParse(given);
  if (result.success) return result.data;
  throw new InputError(field, typed(String(given)), result.error.issues[0]?.message ?? 'something else');
}
