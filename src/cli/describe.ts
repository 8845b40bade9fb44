import type { Command, Option } from 'commander';
import type { Parameters } from '../parameters/load.js';
import type { Run } from './command.js';
import { formats } from './flags/format.js';

/** A command as completion and the manual show it, taken from the definitions that parse it. */
export interface Described {
  readonly name: string;
  readonly summary: string;
  readonly argument?: DescribedArgument;
  readonly flags: readonly DescribedFlag[];
  readonly examples: Run['examples'];
}

interface DescribedArgument {
  readonly name: string;
  readonly values: readonly string[];
}

interface DescribedFlag {
  readonly long: string;
  readonly group: string;
  /** What stands behind the flag in help, `[days]` where it may be left out; empty for a switch. */
  readonly takes: string;
  readonly description: string;
  readonly values: readonly string[];
}

export function describe(command: Command, run: Run, parameters: Parameters): Described {
  const values: Readonly<Record<string, readonly string[]>> = {
    format: run.formats ?? formats,
    ...run.values?.(parameters),
  };
  const [argument] = command.registeredArguments;
  return {
    name: command.name(),
    summary: command.summary(),
    ...(argument && { argument: { name: argument.name(), values: values[argument.name()] ?? [] } }),
    flags: command.options.filter(({ hidden }) => !hidden).map((option) => describeFlag(option, command, values)),
    examples: run.examples,
  };
}

function describeFlag(
  option: Option,
  command: Command,
  values: Readonly<Record<string, readonly string[]>>,
): DescribedFlag {
  return {
    long: option.long ?? '',
    group: option.helpGroupHeading ?? 'Options:',
    takes: /<.*>|\[.*\]/.exec(option.flags)?.[0] ?? '',
    description: command.createHelp().optionDescription(option),
    values: values[option.attributeName()] ?? [],
  };
}
