import type { Described } from './described.js';

/** The manual page (section 1) of all commands, in the macros of man(7). */
export function manual(commands: readonly Described[], version: string, date: string): string {
  return [
    `.TH BACLOFEN 1 "${date}" "baclofen ${version}" "User Commands"`,
    // Neither hyphens nor wide gaps inside what is to be copied.
    '.nh',
    '.ad l',
    '.SH NAME',
    'baclofen \\- baclofen dosing with the source of every number',
    '.SH SYNOPSIS',
    '.B baclofen\n.I command\n[\\fIoptions\\fR]',
    '.SH DESCRIPTION',
    'Titration, renal adjustment, tapers and infant exposure through milk, for clinicians.',
    'Each answer comes with its working, its assumptions and its sources.',
    "It supports a clinician's decision and does not replace it.",
    '.SH COMMANDS',
    ...commands.flatMap(commandLines),
    '.SH EXIT STATUS',
    ...exitCodes.flatMap(([code, meaning]) => ['.TP', `.B ${code}`, meaning]),
    '.SH ENVIRONMENT',
    ...environment.flatMap(([name, meaning]) => ['.TP', `.B ${name}`, meaning]),
    '',
  ].join('\n');
}

const exitCodes = [
  ['0', 'An answer.'],
  ['1', 'A refusal, or a check with a stop: this should not be done.'],
  ['2', 'A command line that makes no sense.'],
  ['3', 'A fault of our own, such as a broken data file; \\fB\\-\\-debug\\fR shows where.'],
] as const;

const environment = [
  ['COLUMNS', 'How wide tables are, from 60 to 200.'],
  ['NO_COLOR, FORCE_COLOR, TERM', 'Whether there is colour: not where NO_COLOR is set or the terminal is dumb.'],
  ['LC_ALL, LC_CTYPE, LANG', 'Without UTF\\-8, tables are drawn in ASCII.'],
] as const;

function commandLines({ name, summary, argument, flags, examples }: Described): string[] {
  const values = argument && argument.values.length > 0 ? ` One of: ${argument.values.join(', ')}.` : '';
  return [
    `.SS "baclofen ${name}${argument ? ` [${argument.name}]` : ''}"`,
    escaped(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.${values}`),
    ...examples.flatMap(([line, what]) => ['.TP', `.B ${escaped(line)}`, escaped(what)]),
    ...flags.flatMap(({ long, takes, description }) => [
      '.TP',
      `\\fB${escaped(long)}\\fR${takes === '' ? '' : ` \\fI${escaped(takes.replace(/^<|>$/g, ''))}\\fR`}`,
      escaped(description),
    ]),
  ];
}

/** Hyphens that can be copied, quotes that a macro leaves standing, and no line that starts as a macro. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('"', '\\(dq')
    .replace(/^([.'])/, '\\&$1');
}
