import { InputError } from '../../core/values/input-error.js';
import type { Flag, Flags, Reading } from '../flags/flag.js';
import { kebab } from '../flags/names.js';
import { typed } from '../flags/printable.js';
import { missing } from '../flags/read.js';
import { flagMeant } from './meant.js';

/** The words behind a command, by what they are for; what is wrong with each stands beside them. */
export interface Line {
  /** What was typed behind each flag, by its key; `true` for a switch. */
  readonly raw: Readonly<Record<string, unknown>>;
  readonly argument: string | undefined;
  readonly faults: readonly InputError[];
}

export interface Command {
  readonly name: string;
  readonly argument?: readonly [name: string, description: string];
  readonly flags: Flags;
}

interface Reader extends Command {
  readonly raw: Record<string, unknown>;
  readonly faults: InputError[];
  readonly words: string[];
  readonly reading: Reading;
  given: string | undefined;
}

/** Reads the words behind a command to their end, whatever is wrong with one of them. */
export function parseLine(command: Command, words: readonly string[], reading: Reading): Line {
  const on = Object.entries(command.flags).filter(([, { negated }]) => negated);
  const raw = Object.fromEntries(on.map(([key]) => [key, true]));
  const reader: Reader = { ...command, raw, faults: [], words: [...words], reading, given: undefined };
  for (let word = reader.words.shift(); word !== undefined; word = reader.words.shift()) {
    if (word === '--') {
      for (const each of reader.words.splice(0)) takeArgument(reader, each);
    } else if (/^-./.test(word)) takeFlag(reader, word);
    else takeArgument(reader, word);
  }
  return { raw, argument: reader.given, faults: reader.faults };
}

function takeArgument(reader: Reader, word: string): void {
  const { name, argument, faults } = reader;
  if (argument && reader.given === undefined) {
    reader.given = word;
    return;
  }
  const wrong = argument
    ? `it takes one ${argument[0]}: leave the others out`
    : `no flag takes it: write the flag before it; baclofen ${name} -h shows them`;
  faults.push(new InputError(`Command ${name}`, typed(word), { wrong }));
}

/** "--name=value" is one word; "--name value" are two. */
function takeFlag(reader: Reader, word: string): void {
  const { flags, faults, raw, name } = reader;
  const [, long = word, , value] = /^(--[^=]*)(=([\s\S]*))?$/.exec(word) ?? [];
  const found = Object.entries(flags).find(([key, { negated }]) => long === `--${negated ? 'no-' : ''}${kebab(key)}`);
  if (found === undefined) {
    faults.push(new InputError(`Command ${name}`, typed(long), { wrong: unknown(long, reader) }));
    // What stands behind it was meant for it.
    if (value === undefined && long.startsWith('--') && isValue(reader.words[0])) reader.words.shift();
    return;
  }
  const [key, flag] = found;
  const again = raw[key] !== undefined && raw[key] !== (flag.negated ?? undefined);
  const got = valueBehind(flag, long, value, reader);
  if (got === undefined) return;
  if (again && !flag.takes?.endsWith('...>')) {
    if (!faults.some(({ field, got }) => field === long && got === 'two values'))
      faults.push(new InputError(long, 'two values', { wrong: 'it takes one: leave the others out' }));
    return;
  }
  raw[key] = Array.isArray(got) && Array.isArray(raw[key]) ? [...raw[key], ...got] : got;
}

function valueBehind(flag: Flag, long: string, value: string | undefined, { words, faults, reading }: Reader): unknown {
  const { takes, negated, preset } = flag;
  if (takes === undefined) {
    if (value === undefined) return !negated;
    faults.push(new InputError(long, typed(value), { wrong: `it takes nothing: write ${long}` }));
    return undefined;
  }
  if (takes.startsWith('[')) return value ?? (isValue(words[0]) ? words.shift() : preset);
  if (takes.endsWith('...>')) {
    const end = words.findIndex((word) => !isValue(word));
    const several = value === undefined ? words.splice(0, end === -1 ? words.length : end) : [value];
    if (several.length > 0) return several;
  } else if (value !== undefined) return value;
  else if (words[0] !== undefined && !/^--./.test(words[0])) return words.shift();
  faults.push(new InputError(long, 'nothing', missing(flag, gapOf(flag), reading)));
  return undefined;
}

/** "MG" of a flag that takes `<mg>`: a word and not a number, as no dose is ever suggested. */
export function gapOf({ takes = '' }: Flag): string {
  return /<(.*?)(\.\.\.)?>/.exec(takes)?.[1]?.toUpperCase() ?? '';
}

function isValue(word: string | undefined): boolean {
  return word !== undefined && !/^-./.test(word);
}

function unknown(long: string, { name, flags }: Command): string {
  const meant = flagMeant(long, flags);
  return meant === undefined
    ? `it has no such flag: baclofen ${name} --help lists those it has`
    : `did you mean ${meant}?`;
}
