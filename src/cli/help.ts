import { DataError } from '../parameters/data-error.js';
import type { Parameters } from '../parameters/load.js';
import { flowLines } from '../report/render/flow.js';
import { catalogue, type Outline } from './catalogue.js';
import type { Run } from './command.js';
import type { Flag } from './flags/flag.js';
import { flagged, kebab } from './flags/names.js';
import { beginnings } from './introduction.js';
import { commandNamed, commandOf, sentence } from './line/command.js';

type Row = readonly [term: string, words: string];

/** What `baclofen --help` prints: every command, a few words each. */
export function programHelp(columns: number): string {
  const program = commandNamed('baclofen', columns)
    .description('Baclofen dosing with the source of every number.')
    .version('', '-V, --version', 'print the version')
    .helpCommand('help [command]', 'show the help of a command');
  for (const { name, summary, argument } of catalogue) {
    const command = program.command(name).summary(summary).helpOption(false);
    if (argument) command.argument(`[${argument[0]}]`, argument[1]);
  }
  return `${examples(beginnings, columns)}\n${program.helpInformation()}`;
}

/** What `baclofen -h` prints: the commands, a row each, on one screen; the smaller ones share a row. */
export function shortProgramHelp(columns: number): string {
  const rows = catalogue.filter(({ minor }) => !minor).map(({ name, summary }) => [name, summary] as const);
  const minor = catalogue.filter((each) => each.minor).map(({ name }) => name);
  return [
    'baclofen COMMAND: dosing of baclofen, with the source of every number',
    ...shortRows(rows, columns),
    `Also: ${minor.join(', ')}. Flags: baclofen titrate -h.`,
    '',
  ].join('\n');
}

/** What `baclofen COMMAND --help` prints: every example and every flag with what stands where it is left out. */
export function commandHelp(outline: Outline, run: Run, load: () => Parameters, columns: number): string {
  const command = commandOf(outline, run.flags, columns, (flag) => dataFor(flag, load));
  return `${examples(run.examples, columns)}\n${command.helpInformation()}`;
}

/** What `baclofen COMMAND -h` prints: two or three examples and the flags that matter, on one screen. */
export function shortCommandHelp({ name, summary }: Outline, run: Run, columns: number): string {
  const rows = mainFlags(run);
  const shown = Object.values(run.flags).filter(({ hidden }) => !hidden);
  const more = shown.length - rows.length;
  return [
    ...flowLines(sentence(summary), columns),
    '',
    ...run.examples.slice(0, 3).map(([line]) => `  ${line}`),
    '',
    ...(rows.length === 0 ? [] : [...shortRows(rows, columns), '']),
    `baclofen ${name} --help shows ${more > 0 ? `${more} more flags and ` : ''}every example.`,
    '',
  ].join('\n');
}

/** What a command that was typed alone gets: two lines to type and the flags that matter. */
export function startingPoint(name: string, run: Run, columns: number): string {
  const rows = shortRows(mainFlags(run, 'Output'), columns);
  return [
    ...run.examples.slice(0, 2).map(([line]) => `  ${line}`),
    ...(rows.length === 0 ? [] : ['', ...rows]),
    '',
    `baclofen ${name} --help shows all of it.`,
    '',
  ].join('\n');
}

function mainFlags(run: Run, without?: string): Row[] {
  return Object.entries(run.flags)
    .filter(([, { main, group }]) => main && group !== without)
    .map(([key, flag]) => [termOf(key, flag), flagged(flag.words)] as const);
}

function termOf(key: string, { takes = '', negated }: Flag): string {
  return `--${negated ? 'no-' : ''}${kebab(key)} ${takes}`.trim();
}

function widthOf(rows: readonly Row[]): number {
  return Math.max(0, ...rows.map(([term]) => term.length));
}

/** A row each, cut where it is too long. */
function shortRows(rows: readonly Row[], columns: number): string[] {
  const width = widthOf(rows);
  return rows.map(([term, words]) => `  ${term.padEnd(width)}  ${firstLine(words, columns - width - 4)}`);
}

function firstLine(words: string, columns: number): string {
  const [first = '', second] = flowLines(words, columns);
  if (second === undefined) return first;
  const [shorter = ''] = flowLines(words, columns - 4);
  return `${shorter.replace(/[,;:]$/, '')} ...`;
}

/** A line to copy stays whole. */
function examples(lines: Run['examples'], columns: number): string {
  const indent = '\n      ';
  const each = lines.map(([line, what]) => `  ${line}${indent}${flowLines(what, columns - 6).join(indent)}`);
  return `Examples:\n${each.join('\n')}\n`;
}

/** The data where help needs them. It is shown even where they are broken; it is then without defaults. */
function dataFor(flag: Flag, load: () => Parameters): Parameters | undefined {
  if (flag.default === undefined) return undefined;
  try {
    return load();
  } catch (error) {
    if (error instanceof DataError) return undefined;
    throw error;
  }
}
