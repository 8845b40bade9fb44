import { Command } from 'commander';
import { InputError } from '../core/values/input-error.js';
import { DataError } from '../parameters/data-error.js';
import type { Parameters } from '../parameters/load.js';
import { flowLines } from '../report/render/flow.js';
import { catalogue, type Outline, type Runs } from './catalogue.js';
import type { Call, Extras, Run } from './command.js';
import { describe } from './describe.js';
import type { Described } from './described.js';
import type { Flag } from './flags/flag.js';
import { addOptions, helpWords } from './flags/options.js';
import { completed, explained } from './incomplete.js';
import { beginnings } from './introduction.js';
import type { Shell } from './shell.js';
import { shortHelp } from './short-help.js';
import { version } from './version.js';

/** What a command line runs with: the commands that are loaded, and the data. */
export interface World extends Extras {
  readonly runs: Runs;
  load(): Parameters;
}

/** Parses and runs one command line. @throws InputError or CommanderError where it makes no sense. */
export function runProgram(argv: readonly string[], shell: Shell, world: World): number {
  let exitCode = 0;
  const program = createProgram(shell);
  const named = catalogue.filter(({ name }) => name === argv[0]);
  const added = addCommands(program, shell, world, named.length > 0 ? named : catalogue);
  for (const { command, run } of added) {
    command.action(() => {
      const [argument] = command.args;
      const describe = () => describeCommands(shell, world);
      const again = (words: readonly string[]) => runAgain(words, shell, world);
      const { readPatientFile, views } = world;
      const extras = { ...(readPatientFile && { readPatientFile }), ...(views && { views }) };
      const call = { ...extras, parameters: world.load(), raw: command.opts(), argument, shell, describe, again };
      try {
        exitCode = run.run(call);
      } catch (error) {
        throw completed(error, command, argv);
      }
    });
  }
  const short = shortHelp(argv, added, shell.columns);
  if (short !== undefined) {
    shell.out(short);
    return 0;
  }
  try {
    program.parse(asked(argv), { from: 'user' });
  } catch (error) {
    throw explained(error, added, shell);
  }
  return exitCode;
}

function runAgain(argv: readonly string[], shell: Shell, world: World): ReturnType<Call['again']> {
  let answer = '';
  const out = (text: string) => {
    answer += text;
  };
  const code = runProgram(argv, { ...shell, out }, world);
  return { code, answer };
}

/** Help for what does not exist is answered like a command that does not: with a suggestion. */
function asked(argv: readonly string[]): readonly string[] {
  const [first, command] = argv;
  const unknown = first === 'help' && command !== undefined && !catalogue.some(({ name }) => name === command);
  return unknown ? [command] : argv;
}

/** Every loaded command with its flags, out of the definitions that parse them. */
export function describeCommands(shell: Shell, world: World): Described[] {
  return addCommands(createProgram(shell), shell, world).map(({ command, run }) =>
    describe(command, run, world.load()),
  );
}

/** Adds every command, and its flags to each that is loaded. */
function addCommands(
  program: Command,
  { columns }: Shell,
  { runs, load }: World,
  outlines = catalogue,
): { command: Command; run: Run }[] {
  return outlines.flatMap((outline) => {
    const command = addCommand(program, outline);
    const run = runs.get(outline.name);
    if (run === undefined) return [];
    addFlags(command, run, load, columns);
    return [{ command, run }];
  });
}

function createProgram(shell: Shell): Command {
  return (
    new Command('baclofen')
      .description('Baclofen dosing with the source of every number.')
      .version(version, '-V, --version', 'print the version')
      .helpOption('-h, --help', 'show this help')
      .helpCommand('help [command]', 'show the help of a command')
      .exitOverride()
      // The list says the same whether a command is loaded or not.
      .configureHelp({ ...narrow, subcommandTerm: listed })
      .configureOutput({
        writeOut: shell.out,
        writeErr: () => {},
        outputError: () => {},
        getOutHelpWidth: () => shell.columns,
        getOutHasColors: () => false,
      })
      .addHelpText('before', () => examples(beginnings, shell.columns))
  );
}

/** Commander leaves lines whole where fewer columns than this are left for them; 60 in all leave some 20. */
const narrow = { minWidthToWrap: 10 };

function listed(command: Command): string {
  const words = command.registeredArguments.map((argument) => ` [${argument.name()}]`);
  return `${command.name()}${words.join('')}`;
}

function addCommand(program: Command, { name, argument, summary }: Outline): Command {
  const command = program.command(name).summary(summary).description(sentence(summary)).allowExcessArguments(false);
  if (argument) command.argument(`[${argument[0]}]`, argument[1]);
  return command;
}

function addFlags(command: Command, run: Run, load: World['load'], columns: number): void {
  addOptions(command, run.flags);
  command.optionsGroup('Output:').helpOption('-h, --help', 'show this help; -h in short');
  command.addHelpText('before', () => examples(run.examples, columns));
  command.configureHelp({
    ...narrow,
    optionDescription: (option) => {
      const flag = run.flags[option.attributeName()];
      return flag === undefined ? option.description : helpWords(flag, dataFor(flag, load));
    },
  });
  refuseRepeats(command);
}

/** The data where help needs them. It is shown even where they are broken; it is then without defaults. */
function dataFor(flag: Flag, load: World['load']): Parameters | undefined {
  if (flag.default === undefined) return undefined;
  try {
    return load();
  } catch (error) {
    if (error instanceof DataError) return undefined;
    throw error;
  }
}

/** A line to copy stays whole. */
function examples(lines: Run['examples'], columns: number): string {
  const indent = '\n      ';
  const each = lines.map(([line, what]) => `  ${line}${indent}${flowLines(what, columns - 6).join(indent)}`);
  return `Examples:\n${each.join('\n')}\n`;
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
