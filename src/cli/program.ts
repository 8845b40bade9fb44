import { InputError } from '../core/values/input-error.js';
import type { Parameters } from '../parameters/load.js';
import { catalogue, type Outline, type Runs } from './catalogue.js';
import type { Call, Extras, Run } from './command.js';
import { describe } from './describe.js';
import type { Described } from './described.js';
import { typed } from './flags/printable.js';
import { readFlags } from './flags/read.js';
import { commandHelp, programHelp, shortCommandHelp, shortProgramHelp } from './help.js';
import { BareCommand, completed } from './incomplete.js';
import { commandMeant } from './line/meant.js';
import { parseLine } from './line/parse.js';
import type { Shell } from './shell.js';
import { version } from './version.js';

/** What a command line runs with: the commands that are loaded, and the data. */
export interface World extends Extras {
  readonly runs: Runs;
  load(): Parameters;
}

/** Parses and runs one command line. @throws InputError where it makes no sense, for everything that is wrong at once. */
export function runProgram(argv: readonly string[], shell: Shell, world: World): number {
  const help = helpAsked(argv);
  if (help) {
    const print = argv.includes('--no-pager') ? shell.out : shell.page;
    print(helpText(argv, help, shell, world));
    return 0;
  }
  if (argv[0] === '-V' || argv[0] === '--version') {
    shell.out(`${version}\n`);
    return 0;
  }
  const outline = catalogue.find(({ name }) => name === argv[0]);
  if (outline === undefined) throw noCommand(argv);
  return runCommand(outline, argv, shell, world);
}

function runCommand(outline: Outline, argv: readonly string[], shell: Shell, world: World): number {
  const run = runOf(outline, world);
  const line = parseLine(outline, run.flags, argv.slice(1), shell);
  if (line.faults.length > 0) throw InputError.of([...line.faults, ...valueFaults(run, line.raw, shell)]);
  const { readPatientFile, views } = world;
  const call: Call = {
    ...(readPatientFile && { readPatientFile }),
    ...(views && { views }),
    parameters: world.load(),
    raw: line.raw,
    argument: line.argument,
    shell,
    describe: () => describeCommands(world),
    again: (words) => runAgain(words, shell, world),
  };
  try {
    return run.run(call);
  } catch (error) {
    if (argv.length === 1 && error instanceof InputError && error.got === 'nothing')
      throw new BareCommand(error, outline.name, run);
    throw completed(error, run.flags, argv);
  }
}

/** What is wrong with values, beside what is wrong with the line. */
function valueFaults(run: Run, raw: Call['raw'], shell: Shell): readonly InputError[] {
  try {
    readFlags(run.flags, raw, shell);
  } catch (error) {
    if (error instanceof InputError) return [error, ...error.also];
    throw error;
  }
  return [];
}

/** Help wins wherever it stands, beside whatever else was typed. */
function helpAsked(argv: readonly string[]): 'short' | 'whole' | undefined {
  const end = argv.indexOf('--');
  const words = end === -1 ? argv : argv.slice(0, end);
  if (words.includes('--help') || words[0] === 'help') return 'whole';
  return words.includes('-h') ? 'short' : undefined;
}

/** Help for what does not exist is answered like a command that does not: with a suggestion. */
function helpText(argv: readonly string[], help: 'short' | 'whole', { columns }: Shell, world: World): string {
  const words = argv[0] === 'help' ? argv.slice(1) : argv;
  const outline = catalogue.find(({ name }) => words.includes(name));
  if (outline === undefined) {
    if (words.some((word) => !word.startsWith('-'))) throw noCommand(words);
    return help === 'short' ? shortProgramHelp(columns) : programHelp(columns);
  }
  const run = runOf(outline, world);
  return help === 'short' ? shortCommandHelp(outline, run, columns) : commandHelp(outline, run, world.load, columns);
}

function runOf({ name }: Outline, { runs }: World): Run {
  const run = runs.get(name);
  if (run === undefined) throw new Error(`the command ${name} is not loaded`);
  return run;
}

function noCommand(words: readonly string[]): InputError {
  const word = words.find((each) => !each.startsWith('-')) ?? '';
  const [first = ''] = words;
  if (first.startsWith('-')) {
    const known = catalogue.find(({ name }) => words.includes(name))?.name;
    const wrong = known
      ? `${known} stands before its flags: baclofen ${known} -h`
      : 'a command stands first: baclofen -h';
    return new InputError('', typed(first), { wrong });
  }
  const meant = commandMeant(word);
  const wrong = meant === undefined ? 'there is none of that name: baclofen -h lists them' : `did you mean ${meant}?`;
  return new InputError('', typed(word), { wrong });
}

function runAgain(argv: readonly string[], shell: Shell, world: World): ReturnType<Call['again']> {
  let answer = '';
  const out = (text: string) => {
    answer += text;
  };
  const code = runProgram(argv, { ...shell, out, page: out }, world);
  return { code, answer };
}

/** Every loaded command with its flags, out of the definitions that parse them. */
export function describeCommands({ runs, load }: World): Described[] {
  return catalogue.flatMap((outline) => {
    const run = runs.get(outline.name);
    return run === undefined ? [] : [describe(outline, run, load())];
  });
}
