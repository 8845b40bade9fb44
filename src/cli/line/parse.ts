import type { Command } from 'commander';
import { InputError } from '../../core/values/input-error.js';
import type { Outline } from '../catalogue.js';
import type { Flag, Flags, Reading } from '../flags/flag.js';
import { kebab } from '../flags/names.js';
import { typed } from '../flags/printable.js';
import { missing } from '../flags/read.js';
import { commandOf } from './command.js';
import { flagMeant } from './meant.js';

/** The words behind a command, by what they are for; what is wrong with each stands beside them. */
export interface Line {
  /** What was typed behind each flag, by its key; `true` for a switch. */
  readonly raw: Readonly<Record<string, unknown>>;
  readonly argument: string | undefined;
  readonly faults: readonly InputError[];
}

/** Reads the words behind a command to their end, whatever is wrong with one of them. */
export function parseLine(outline: Outline, flags: Flags, words: readonly string[], reading: Reading): Line {
  const end = words.indexOf('--');
  const [before, behind] = end === -1 ? [words, []] : [words.slice(0, end), words.slice(end + 1)];
  const { empty, kept } = withoutEmpty(before, flags);
  const command = commandOf(outline, flags, 0).allowUnknownOption().allowExcessArguments().helpOption(false);
  const repeated = countRepeats(command);
  command.parse([...kept], { from: 'user' });
  const { argument, wrong } = argumentOf(outline, flags, command.args, behind);
  const nothing = empty.map(
    ([key, flag]) => new InputError(`--${kebab(key)}`, 'nothing', missing(flag, gapOf(flag), reading)),
  );
  const twice = repeated().map(
    (long) => new InputError(long, 'two values', { wrong: 'it takes one: leave the others out' }),
  );
  return { raw: command.opts(), argument, faults: [...nothing, ...twice, ...wrong] };
}

/** Flags that stand without the value they take, at the end or before the next flag, and the words without them. */
function withoutEmpty(
  words: readonly string[],
  flags: Flags,
): { readonly empty: readonly [string, Flag][]; readonly kept: readonly string[] } {
  const empty: [string, Flag][] = [];
  const kept = words.filter((word, index) => {
    const found = Object.entries(flags).find(
      ([key, { takes }]) => takes?.startsWith('<') && word === `--${kebab(key)}`,
    );
    const next = words[index + 1];
    if (found === undefined || (next !== undefined && !/^--./.test(next))) return true;
    empty.push(found);
    return false;
  });
  return { empty, kept };
}

/** A flag given twice is a slip of the hand: neither value is taken. */
function countRepeats(command: Command): () => string[] {
  const seen = new Map<string, number>();
  for (const { variadic, long, ...option } of command.options.map((each) => ({
    variadic: each.variadic,
    long: each.long ?? '',
    name: each.name(),
  }))) {
    if (!variadic) command.on(`option:${option.name}`, () => seen.set(long, (seen.get(long) ?? 0) + 1));
  }
  return () => [...seen].filter(([, count]) => count > 1).map(([long]) => long);
}

/** The one argument, and what is wrong with the words that no flag took. */
function argumentOf(
  { name, argument }: Outline,
  flags: Flags,
  words: readonly string[],
  behind: readonly string[],
): { readonly argument: string | undefined; readonly wrong: readonly InputError[] } {
  const wrong: InputError[] = [];
  let given: string | undefined;
  let behindUnknown = false;
  const fault = (word: string, why: string) =>
    wrong.push(new InputError(`Command ${name}`, typed(word), { wrong: why }));
  const take = (word: string) => {
    if (argument && given === undefined) given = word;
    else if (argument) fault(word, `it takes one ${argument[0]}: leave the others out`);
    else fault(word, `no flag takes it: write the flag before it; baclofen ${name} -h shows them`);
  };
  for (const word of words) {
    if (/^-./.test(word)) {
      const [long = word, value] = word.split(/=(.*)/s);
      const known = Object.entries(flags).find(
        ([key, { negated }]) => long === `--${negated ? 'no-' : ''}${kebab(key)}`,
      );
      if (known) wrong.push(new InputError(long, typed(value ?? ''), { wrong: `it takes nothing: write ${long}` }));
      else fault(long, unknown(long, name, flags));
      behindUnknown = !known && value === undefined && long.startsWith('--');
      continue;
    }
    // What stands behind an unknown flag was meant for it.
    if (!behindUnknown) take(word);
    behindUnknown = false;
  }
  behind.forEach(take);
  return { argument: given, wrong };
}

/** "MG" of a flag that takes `<mg>`: a word and not a number, as no dose is ever suggested. */
export function gapOf({ takes = '' }: Flag): string {
  return /<(.*?)(\.\.\.)?>/.exec(takes)?.[1]?.toUpperCase() ?? '';
}

function unknown(long: string, name: string, flags: Flags): string {
  const meant = flagMeant(long, flags);
  return meant === undefined
    ? `it has no such flag: baclofen ${name} --help lists those it has`
    : `did you mean ${meant}?`;
}
