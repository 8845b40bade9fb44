import { Command } from 'commander';
import { InputError } from '../core/input-error.js';
import type { Parameters } from '../parameters/load.js';
import type { Run } from './command.js';
import { explain } from './commands/explain.js';
import { infantDose } from './commands/infant-dose.js';
import { milk } from './commands/milk.js';
import { newborn } from './commands/newborn.js';
import { products } from './commands/products.js';
import { renal } from './commands/renal.js';
import { rules } from './commands/rules.js';
import { schema } from './commands/schema.js';
import { sources } from './commands/sources.js';
import { taper } from './commands/taper.js';
import { titrate } from './commands/titrate.js';
import { addOutputFlags } from './flags/output.js';
import type { Shell } from './shell.js';
import { version } from './version.js';

const commands: readonly Run[] = [
  titrate,
  renal,
  taper,
  infantDose,
  milk,
  newborn,
  explain,
  rules,
  products,
  sources,
  schema,
];

/** Parses and runs one command line. @throws InputError or CommanderError where it makes no sense. */
export function runProgram(argv: readonly string[], shell: Shell, load: () => Parameters): number {
  let exitCode = 0;
  const program = new Command('baclofen')
    .description('Baclofen dosing with the source of every number.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .exitOverride()
    .configureOutput({
      writeOut: shell.out,
      writeErr: () => {},
      outputError: () => {},
      getOutHelpWidth: () => shell.columns,
      getOutHasColors: () => false,
    })
    .addHelpText('before', examples(introduction));
  for (const each of commands) {
    const command = program
      .command(each.name)
      .summary(each.summary)
      .description(sentence(each.summary))
      .allowExcessArguments(false);
    if (each.argument) command.argument(`[${each.argument[0]}]`, each.argument[1]);
    each.flags(command);
    addOutputFlags(command, each.formats);
    command.addHelpText('before', examples(each.examples));
    refuseRepeats(command);
    command.action(() => {
      exitCode = each.run({ parameters: load(), raw: command.opts(), argument: command.args[0], shell });
    });
  }
  // Help for what does not exist is answered like a command that does not: with a suggestion.
  const [first, asked] = argv;
  const unknown = first === 'help' && asked !== undefined && !commands.some(({ name }) => name === asked);
  program.parse(unknown ? [asked] : argv, { from: 'user' });
  return exitCode;
}

const introduction: Run['examples'] = [
  ['baclofen titrate --start 5', 'titration schedule'],
  ['baclofen taper --days 14', 'taper to zero'],
  ['baclofen infant-dose --milk 0.32', 'exposure through milk'],
];

function examples(lines: Run['examples']): string {
  return `Examples:\n${lines.map(([line, what]) => `  ${line}\n      ${what}`).join('\n')}\n`;
}

function sentence(summary: string): string {
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
}

/** A flag given twice is a slip of the hand: neither value is taken. */
function refuseRepeats(command: Command): void {
  for (const option of command.options.filter(({ variadic }) => !variadic)) {
    let seen = 0;
    command.on(`option:${option.name()}`, () => {
      seen += 1;
      if (seen > 1) throw new InputError(option.long ?? option.name(), 'two values', 'one');
    });
  }
}
