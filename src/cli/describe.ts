import type { Command, Option } from 'commander';
import type { Parameters } from '../parameters/load.js';
import type { Run } from './command.js';
import type { Described, DescribedFlag } from './described.js';
import { formats } from './flags/format.js';

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
