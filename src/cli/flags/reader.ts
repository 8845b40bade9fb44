import type { Amount, Field, List, ValueOf } from '../../contract/fields/field.js';
import type { Unit } from '../../core/values/quantity.js';
import { readAge } from '../typed/age.js';
import { readDate } from '../typed/date.js';
import { readDays } from '../typed/days.js';
import { readTimes } from '../typed/frequency.js';
import { type QuantitySpec, readQuantity } from '../typed/quantity.js';
import type { Read } from '../typed/read.js';
import { readShare } from '../typed/share.js';
import { readChoice } from '../typed/word.js';
import { showsWhole } from './printable.js';

export interface FieldReader {
  readonly read?: (text: string) => Read<unknown>;
  readonly readAll?: (texts: readonly string[]) => Read<unknown>;
}

/** How a field is read from what was typed. */
export function readerOf<F extends Field>(field: F): FieldReader {
  if ('in' in field) return { read: (text) => readAmount(text, field) };
  if ('count' in field) return { read: (text) => mapped(readTimes(text), ({ value }) => value) };
  if ('words' in field) return { read: (text) => readChoice(text, field.words) };
  if ('yes' in field) return {};
  if ('each' in field) return { readAll: (texts) => readList(texts, field) };
  if ('date' in field) return { read: (text) => readDate(text) };
  if ('share' in field)
    return { read: (text) => readShare(text, `${field.what}, above 0 and up to 1: 0.5, 1/3 or 50%`) };
  return { read: (text) => readName(text, field.longest, field.what) };
}

/** A quantity of a field, with what the command line knows beside it. */
export function readAmount<F extends Amount>(
  text: string,
  field: F,
  more: Pick<QuantitySpec<Unit>, 'flagFor' | 'bounded'> = {},
): Read<ValueOf<F>> {
  if (field.in.a) return readAge(text) as Read<ValueOf<F>>;
  const { d } = field.in;
  if (field.whole && d) {
    return readDays(text, { what: field.what, from: d.from ?? 1, to: d.to, example: field.example }) as Read<
      ValueOf<F>
    >;
  }
  return readQuantity(text, { ...field, ...more } as QuantitySpec<Unit>) as Read<ValueOf<F>>;
}

function readList(texts: readonly string[], { what, each: { longest, pattern } }: List): Read<readonly string[]> {
  const form = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  const right = texts.every((text) => text.length <= longest && (form?.test(text) ?? true));
  return right ? { ok: texts } : { wrong: `it takes ${what}` };
}

function readName(text: string, longest: number, what: string): Read<string> {
  const right = text.trim() !== '' && text.length <= longest && showsWhole(text);
  return right
    ? { ok: text.trim() }
    : { wrong: `it takes ${what} in letters and signs that can be seen, up to ${longest}` };
}

/** What was understood, as something else. */
export function mapped<T, U>(read: Read<T>, as: (value: T) => U): Read<U> {
  return 'ok' in read ? { ok: as(read.ok) } : read;
}
