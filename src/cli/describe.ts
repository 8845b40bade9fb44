import type { Parameters } from '../parameters/load.js';
import type { Outline } from './catalogue.js';
import type { Run } from './command.js';
import type { Described, DescribedFlag } from './described.js';
import type { Flag } from './flags/flag.js';
import { kebab } from './flags/names.js';
import { helpWords, valuesOf } from './flags/options.js';

export function describe({ name, summary, argument }: Outline, run: Run, parameters: Parameters): Described {
  const shown = Object.entries(run.flags).filter(([, { hidden }]) => !hidden);
  return {
    name,
    summary,
    ...(argument && { argument: { name: argument[0], values: run.argumentValues?.(parameters) ?? [] } }),
    flags: shown.map(([key, flag]) => describeFlag(key, flag, parameters)),
    examples: run.examples,
  };
}

function describeFlag(name: string, flag: Flag, parameters: Parameters): DescribedFlag {
  return {
    long: `--${flag.negated ? 'no-' : ''}${kebab(name)}`,
    group: `${flag.group}:`,
    takes: flag.takes ?? '',
    description: helpWords(flag, parameters),
    values: valuesOf(flag, parameters),
  };
}
