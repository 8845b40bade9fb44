import { Command, Option } from 'commander';
import type { Parameters } from '../../parameters/load.js';
import type { Outline } from '../catalogue.js';
import type { Flags } from '../flags/flag.js';
import { flagged, kebab } from '../flags/names.js';
import { helpWords } from '../flags/options.js';

/** Where there is less room than this for words, commander leaves lines whole; of 60 columns some 20 are left. */
const narrow = { minWidthToWrap: 10 };

/** A command of commander, which knows names and prints help: it reads no value and ends no process. */
export function commandNamed(name: string, columns: number): Command {
  return new Command(name)
    .exitOverride()
    .helpOption('-h, --help', 'show this help; -h in short')
    .configureHelp(narrow)
    .configureOutput({
      writeErr: () => {},
      outputError: () => {},
      getOutHelpWidth: () => columns,
      getOutHasColors: () => false,
    });
}

/** A command with its flags; `dataOf` gives help the data that a default is taken from. */
export function commandOf(
  { name, argument, summary }: Pick<Outline, 'name' | 'argument' | 'summary'>,
  flags: Flags,
  columns: number,
  dataOf: (flag: Flags[string]) => Parameters | undefined = () => undefined,
): Command {
  const command = commandNamed(`baclofen ${name}`, columns).description(sentence(summary));
  if (argument) command.argument(`[${argument[0]}]`, argument[1]);
  for (const [key, flag] of Object.entries(flags)) {
    const takes = flag.takes === undefined ? '' : ` ${flag.takes}`;
    const option = new Option(`--${flag.negated ? 'no-' : ''}${kebab(key)}${takes}`, flagged(flag.words));
    if (flag.preset !== undefined) option.preset(flag.preset);
    if (flag.hidden) option.hideHelp();
    command.optionsGroup(`${flag.group}:`).addOption(option);
  }
  command.optionsGroup('Output:').helpOption('-h, --help', 'show this help; -h in short');
  command.configureHelp({
    ...narrow,
    optionDescription: (option) => {
      const flag = flags[option.attributeName()];
      return flag === undefined ? option.description : helpWords(flag, dataOf(flag));
    },
  });
  return command;
}

export function sentence(summary: string): string {
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
}
