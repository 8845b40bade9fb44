import { type Command, Option } from 'commander';
import type { Parameters } from '../../parameters/load.js';
import type { Flag, Flags } from './flag.js';
import { flagged, kebab } from './names.js';

/** Adds flags to a command of commander, which only knows their names and words. */
export function addOptions(command: Command, flags: Flags): void {
  for (const [name, flag] of Object.entries(flags)) {
    const takes = flag.takes === undefined ? '' : ` ${flag.takes}`;
    const option = new Option(`--${flag.negated ? 'no-' : ''}${kebab(name)}${takes}`, flagged(flag.words));
    if (flag.preset !== undefined) option.preset(flag.preset);
    if (flag.hidden) option.hideHelp();
    command.optionsGroup(`${flag.group}:`).addOption(option);
  }
}

/** What help says of a flag: what it is for, and what stands in its place where it is left out. */
export function helpWords(flag: Flag, parameters: Parameters | undefined): string {
  const usual = parameters && flag.default?.(parameters);
  return usual === undefined ? flagged(flag.words) : `${flagged(flag.words)} (default: ${usual})`;
}

/** The words that a flag takes, where these are finite. */
export function valuesOf({ values }: Flag, parameters: Parameters): readonly string[] {
  return typeof values === 'function' ? values(parameters) : (values ?? []);
}
