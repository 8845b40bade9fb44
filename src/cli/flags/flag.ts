import type { Field, ValueOf } from '../../contract/fields/field.js';
import type { CivilDate } from '../../core/values/calendar.js';
import type { Parameters } from '../../parameters/load.js';
import type { Read } from '../typed/read.js';
import { readerOf } from './reader.js';

/** What reading a flag may ask of the world. */
export interface Reading {
  readonly today: () => CivilDate;
}

/** What is said of a flag beside how it is read. */
export interface Said<To extends string | undefined> {
  /** The field of the request that it sets; none where the command sees to it. */
  readonly to?: To;
  /** What stands behind it in help: `<mg>`, `<id...>` for several, `[days]` where it may be left out. */
  readonly takes?: string;
  /** Under which heading it stands in help. */
  readonly group: string;
  /** What it is for; fields stand in backticks. */
  readonly words: string;
  /** Stands in the short help. */
  readonly main?: true;
  /** What help says stands in its place where it is left out: a value and its source. */
  readonly default?: (parameters: Parameters) => string;
  /** The words that it takes, where these are finite. */
  readonly values?: readonly string[] | ((parameters: Parameters) => readonly string[]);
  /** What is read where its value is left out. */
  readonly preset?: string;
  /** Given as `--no-name`. */
  readonly negated?: true;
  /** Parsed, and not in help. */
  readonly hidden?: true;
}

/**
 * One flag, declared once: options, help, completion, the manual, reading and the request are made of it. Its name is
 * its key: `startDate` is `--start-date`. Without a reader it is said or not said.
 */
export interface Flag<T = unknown, To extends string | undefined = string | undefined> extends Said<To> {
  readonly read?: ((text: string, reading: Reading) => Read<T>) | undefined;
  readonly readAll?: ((texts: readonly string[]) => Read<T>) | undefined;
}

export type Flags = Readonly<Record<string, Flag>>;

type Declared<T, To extends string | undefined> = Flag<T, To> & { readonly value?: T };

/** A flag with a reader of its own. */
export function flag<T, const To extends string | undefined = undefined>(
  said: Said<To> & Pick<Flag<T>, 'read' | 'readAll'>,
): Declared<T, To> {
  return said;
}

/** A flag that is said or not. */
export function switchFlag<const To extends string | undefined = undefined>(said: Said<To>): Declared<boolean, To> {
  return said;
}

/** The flag of a field: read, worded and completed as the field says. */
export function fieldFlag<F extends Field, const To extends string | undefined = undefined>(
  field: F,
  said: Omit<Said<To>, 'words'> & { readonly words?: string } & Pick<Flag<ValueOf<F>>, 'read'>,
): Declared<ValueOf<F>, To> {
  const values = 'words' in field ? { values: field.words } : {};
  return { words: field.says, ...values, ...readerOf(field), ...said } as Declared<ValueOf<F>, To>;
}

type Value<F> = F extends { readonly value?: infer T } ? T : never;
type PlaceOf<F> = F extends { readonly to?: infer To extends string } ? To : never;

/** What flags are read as; only what was given. */
export type Given<F extends Flags> = { readonly [Name in keyof F]?: NonNullable<Value<F[Name]>> };

/** The part of a request that flags set. */
export type Placed<F extends Flags> = {
  readonly [Name in keyof F as PlaceOf<F[Name]>]?: NonNullable<Value<F[Name]>>;
};

/** What was given of these flags, as fields of the request, in the order of the flags. */
export function placed<F extends Flags>(flags: F, given: Partial<Given<F>>): Placed<F> {
  const fields = Object.entries(flags).flatMap(([name, { to }]) =>
    to === undefined || given[name] === undefined ? [] : [[to, given[name]] as const],
  );
  return Object.fromEntries(fields) as Placed<F>;
}
