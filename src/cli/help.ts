import { DataError } from '../parameters/data-error.js';
import type { Parameters } from '../parameters/load.js';
import { flowLines } from '../report/render/flow.js';
import { catalogue, type Outline } from './catalogue.js';
import type { Run } from './command.js';
import type { Flag } from './flags/flag.js';
import { flagged, kebab } from './flags/names.js';
import { helpWords } from './flags/options.js';
import { beginnings } from './introduction.js';

type Row = readonly [term: string, words: string];

/** What `baclofen --help` prints: every command, a few words each. */
export function programHelp(columns: number): string {
  const commands = [...catalogue.map((each) => [listed(each), each.summary] as const), helpRow];
  return [
    examples(beginnings, columns),
    'Usage: baclofen [options] [command]',
    '',
    'Baclofen dosing with the source of every number.',
    '',
    ...section('Options', programFlags, columns, widthOf([...commands, ...programFlags])),
    ...section('Commands', commands, columns, widthOf([...commands, ...programFlags])),
  ].join('\n');
}

const programFlags: readonly Row[] = [
  ['-V, --version', 'print the version'],
  ['-h, --help', 'show this help; -h in short'],
];

const helpRow: Row = ['help [command]', 'show the help of a command'];

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
  const shown = Object.entries(run.flags).filter(([, { hidden }]) => !hidden);
  const groups = [...new Set([...shown.map(([, { group }]) => group), 'Output'])];
  const words = (flag: Flag) => helpWords(flag, dataFor(flag, load));
  const rows = groups.map((group): readonly [string, readonly Row[]] => [
    group,
    [
      ...shown
        .filter(([, flag]) => flag.group === group)
        .map(([key, flag]) => [termOf(key, flag), words(flag)] as const),
      ...(group === 'Output' ? [['-h, --help', 'show this help; -h in short'] as const] : []),
    ],
  ]);
  const width = widthOf(rows.flatMap(([, each]) => each));
  const { argument, name } = outline;
  return [
    examples(run.examples, columns),
    `Usage: baclofen ${name} [options]${argument ? ` [${argument[0]}]` : ''}`,
    '',
    ...flowLines(sentence(outline.summary), columns),
    '',
    ...(argument ? section('Arguments', [[argument[0], argument[1]]], columns, width) : []),
    ...rows.flatMap(([group, each]) => section(group, each, columns, width)),
  ].join('\n');
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

function listed({ name, argument }: Outline): string {
  return argument ? `${name} [${argument[0]}]` : name;
}

function widthOf(rows: readonly Row[]): number {
  return Math.max(0, ...rows.map(([term]) => term.length));
}

function section(title: string, rows: readonly Row[], columns: number, width: number): string[] {
  const indent = ' '.repeat(width + 4);
  return [
    `${title}:`,
    ...rows.map(
      ([term, words]) => `  ${term.padEnd(width)}  ${flowLines(words, columns - width - 4).join(`\n${indent}`)}`,
    ),
    '',
  ];
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

function sentence(summary: string): string {
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
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
