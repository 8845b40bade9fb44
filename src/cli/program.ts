import { Command } from 'commander';
import { InputError } from '../core/input-error.js';
import type { Parameters } from '../parameters/load.js';
import { catalogue, type Outline, type Runs } from './catalogue.js';
import type { Run } from './command.js';
import { addOutputFlags } from './flags/format.js';
import type { Shell } from './shell.js';
import { version } from './version.js';

/** What a command line runs with: the commands that are loaded, and the data. */
export interface World {
  readonly runs: Runs;
  load(): Parameters;
}

/** Parses and runs one command line. @throws InputError or CommanderError where it makes no sense. */
export function runProgram(argv: readonly string[], shell: Shell, world: World): number {
  let exitCode = 0;
  const program = createProgram(shell);
  for (const outline of catalogue) {
    const command = addCommand(program, outline);
    const run = world.runs.get(outline.name);
    if (run === undefined) continue;
    addFlags(command, run);
    command.action(() => {
      exitCode = run.run({ parameters: world.load(), raw: command.opts(), argument: command.args[0], shell });
    });
  }
  program.parse(argv, { from: 'user' });
  return exitCode;
}

function createProgram(shell: Shell): Command {
  return new Command('baclofen')
    .description('Baclofen dosing with the source of every number.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .exitOverride()
    .configureOutput({
      writeOut: shell.out,
      writeErr: shell.err,
      outputError: () => {},
      getOutHelpWidth: () => shell.columns,
      getOutHasColors: () => false,
    })
    .addHelpText('before', examples(introduction));
}

function addCommand(program: Command, { name, argument, summary }: Outline): Command {
  const command = program.command(name).summary(summary).description(sentence(summary)).allowExcessArguments(false);
  if (argument) command.argument(`[${argument[0]}]`, argument[1]);
  return command;
}

function addFlags(command: Command, run: Run): void {
  run.flags(command);
  addOutputFlags(command);
  command.addHelpText('before', examples(run.examples));
  refuseRepeats(command);
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
      if (seen > 1) throw new InputError(option.attributeName(), 'two values', 'one');
    });
  }
}
