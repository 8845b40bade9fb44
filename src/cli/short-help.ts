import type { Command } from 'commander';
import { flowLines } from '../report/render/flow.js';
import type { Run } from './command.js';
import { flagged, kebab } from './flags/names.js';

/** What a line with `-h` prints: two examples and the flags that matter, on one screen; undefined for any other line. */
export function shortHelp(
  argv: readonly string[],
  [asked, ...others]: readonly { readonly command: Command; readonly run: Run }[],
  columns: number,
): string | undefined {
  if (!argv.includes('-h') || asked === undefined || others.length > 0) return undefined;
  const { command, run } = asked;
  const name = command.name();
  const flags = Object.entries(run.flags).filter(([, { main }]) => main);
  const rows = flags.map(
    ([each, { takes = '', words }]) => [`--${kebab(each)} ${takes}`.trim(), flagged(words)] as const,
  );
  const width = Math.max(0, ...rows.map(([term]) => term.length));
  const lines = rows.map(([term, words]) => `  ${term.padEnd(width)}  ${firstLine(words, columns - width - 4)}`);
  const more = Object.values(run.flags).filter(({ hidden }) => !hidden).length - flags.length;
  return [
    ...flowLines(command.description(), columns),
    '',
    ...run.examples.slice(0, 3).map(([line]) => `  ${line}`),
    '',
    ...(lines.length === 0 ? [] : [...lines, '']),
    `baclofen ${name} --help shows ${more > 0 ? `${more} more flags and ` : ''}every example.`,
    '',
  ].join('\n');
}

function firstLine(words: string, columns: number): string {
  const [first = '', second] = flowLines(words, columns);
  return second === undefined ? first : `${first.replace(/[,;:]$/, '')} ...`.slice(0, columns);
}
