import CliTable from 'cli-table3';
import type { Block, Report, Table } from '../report.js';
import { severityNames } from '../wording/notices.js';
import { chartLines } from './chart.js';
import { flowLines, hang, widestWord } from './flow.js';
import type { Paints } from './paint.js';
import { rowsInWords } from './rows.js';

export interface TerminalOptions {
  readonly columns: number;
  readonly paints: Paints;
  /** Charts in ASCII, for terminals that cannot print block characters. */
  readonly ascii?: boolean;
  /** How many rows a brief answer should fit in: it has no line to spare. A full one has a line between its blocks. */
  readonly rows?: number;
  /** The footer where even that is too many. */
  readonly shortFooter?: string;
  /** No line under the title, nor between the rows of a table. */
  readonly dense?: true;
}

type Gap = (before: Block, after: Block) => string;

/** Between the blocks of a full answer. */
const airy: Gap = ({ kind }) => (kind === 'heading' ? '\n' : '\n\n');

const drawn: readonly Block['kind'][] = ['table', 'chart', 'figure'];

/** Between the blocks of a brief one: room around what is drawn. */
const brief: Gap = ({ kind: before }, { kind: after }) =>
  drawn.includes(before) || drawn.includes(after) || after === 'heading' ? '\n\n' : '\n';

/** Where even that is too long. */
const tight: Gap = () => '\n';

/** A report as text for a terminal: tables and words within so many columns. */
export function renderTerminal(report: Report, footer: string, options: TerminalOptions): string {
  const { rows, shortFooter = footer } = options;
  if (rows === undefined) return laidOut(report, `\n${footer}`, options, airy);
  const fits = (text: string) => text.split('\n').length - 1 <= rows;
  const roomy = laidOut(report, footer, options, brief);
  if (fits(roomy)) return roomy;
  const dense: TerminalOptions = { ...options, dense: true };
  const close = laidOut(report, footer, dense, tight);
  return fits(close) ? close : laidOut(shortened(report), shortFooter, dense, tight);
}

/** With the shorter words of what has such. */
function shortened(report: Report): Report {
  const blocks = report.blocks.flatMap((block): Block[] => {
    if (block.spared) return [];
    if (block.kind === 'table') return [{ ...block, ...block.short }];
    if (block.kind !== 'paragraph' || block.short === undefined) return [block];
    return block.short === '' ? [] : [{ ...block, text: { text: block.short } }];
  });
  return { ...report, blocks };
}

function laidOut({ title, blocks }: Report, footer: string, options: TerminalOptions, gap: Gap): string {
  const { paints, columns } = options;
  let output = `${paints.strong(flowLines(title, columns).join('\n'))}\n`;
  let before: Block | undefined;
  for (const block of blocks) {
    const first = options.dense ? '' : '\n';
    output += `${before ? gap(before, block) : first}${renderBlock(block, options)}`;
    before = block;
  }
  return `${output}\n${paints.faint(flowLines(footer, columns).join('\n'))}\n`;
}

function renderBlock(block: Block, options: TerminalOptions): string {
  const { paints, columns } = options;
  switch (block.kind) {
    case 'heading':
      return paints.strong(block.text);
    case 'paragraph':
      return block.text.whole ? block.text.text : flowLines(block.text.text, columns).join('\n');
    case 'list':
      return block.items.map(({ text, whole }) => (whole ? `- ${text}` : hang('-', text, columns))).join('\n');
    case 'notices':
      return block.items
        .map(({ severity, text }) => paints.severity[severity](hang(`${severityNames[severity]}:`, text, columns)))
        .join('\n');
    case 'table':
      return renderTable(block, options);
    case 'chart':
      return chartLines(block, options.ascii).join('\n');
    case 'figure':
      return block.lines.join('\n');
  }
}

function renderTable(block: Table, { paints, columns, dense }: TerminalOptions): string {
  const { head, rows } = block;
  const cells = [head, ...rows.map((row) => row.map(({ text }) => text))];
  const widths = columnWidths(cells, columns);
  if (widths === undefined) return rowsInWords(block, columns);
  const fitted = (row: readonly string[]) => fitRow(row, widths);
  const body = cells.slice(1).map(fitted);
  const several = !dense && body.some((row) => row.some((cell) => cell.includes('\n')));
  const between = several ? [head.map(() => '')] : [];
  const table = new CliTable({
    head: fitted(head).map((cell) => paints.strong(cell)),
    colWidths: [...widths],
    chars: bare,
    // Left to itself cli-table3 colours heads and borders, also into pipes.
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
  });
  table.push(...body.flatMap((row, index) => (index === 0 ? [row] : [...between, row])));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** No box: a line of dashes under the head, and two spaces between columns. */
const gutter = '  ';
const bare = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
  ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{ left: '', 'left-mid': '', right: '', 'right-mid': '' },
  ...{ mid: '-', 'mid-mid': gutter, middle: gutter },
};

/** A row within its widths. Where cells hold as many lines (dose and what to take), each pair starts on one height. */
function fitRow(row: readonly string[], widths: readonly number[]): string[] {
  const cells = row.map((cell, index) => cell.split('\n').map((line) => flowLines(line, widths[index] ?? 0)));
  const most = Math.max(...cells.map((lines) => lines.length));
  const paired = cells.filter((lines) => lines.length === most);
  return cells.map((lines) => {
    if (lines.length < most) return lines.flat().join('\n');
    const heights = lines.map((_, line) => Math.max(...paired.map((other) => other[line]?.length ?? 0)));
    return lines
      .flatMap((wrapped, line) => [...wrapped, ...Array(Math.max(0, (heights[line] ?? 0) - wrapped.length)).fill('')])
      .join('\n');
  });
}

/**
 * Natural widths; where they do not fit, the widest columns narrowed first, never below a column's longest word, or
 * whatever gives fewer lines. Units stay whole unless the table would not fit. Undefined where it does not fit at all.
 */
function columnWidths(cells: readonly (readonly string[])[], columns: number): readonly number[] | undefined {
  const count = cells[0]?.length ?? 0;
  const column = (index: number) => cells.map((row) => row[index] ?? '');
  const natural = Array.from({ length: count }, (_, index) =>
    Math.max(...column(index).flatMap((cell) => cell.split('\n').map((line) => line.length))),
  );
  const room = columns - gutter.length * (count - 1);
  if (sum(natural) <= room) return natural;
  const longest = (narrowly: boolean) =>
    Array.from({ length: count }, (_, index) => Math.max(...column(index).map((cell) => widestWord(cell, narrowly))));
  const whole = longest(false);
  const least = sum(whole) > room ? longest(true) : whole;
  if (sum(least) > room) return undefined;
  const [even, few] = [narrowed(natural, least, room), widened(least, natural, room, cells)];
  return height(few, cells) < height(even, cells) ? few : even;
}

/** How many lines a table takes at such widths. */
function height(widths: readonly number[], cells: readonly (readonly string[])[]): number {
  return sum(cells.map((row) => Math.max(...row.map((cell, index) => flowLines(cell, widths[index] ?? 0).length))));
}

/** Narrows the widest column, and again, until the table fits. */
function narrowed(natural: readonly number[], least: readonly number[], room: number): readonly number[] {
  const widths = [...natural];
  while (sum(widths) > room) {
    const spare = widths.map((width, index) => (width > (least[index] ?? 0) ? width : 0));
    const widest = spare.indexOf(Math.max(...spare));
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** Widens one column after another, each time where a character more saves the most lines. */
function widened(
  least: readonly number[],
  natural: readonly number[],
  room: number,
  cells: readonly (readonly string[])[],
): readonly number[] {
  const widths = [...least];
  // Lines of each column at each width up to its natural one.
  const lines = least.map((narrowest, index) =>
    Array.from({ length: (natural[index] ?? 0) - narrowest + 1 }, (_, more) =>
      sum(cells.map((row) => flowLines(row[index] ?? '', narrowest + more).length)),
    ),
  );
  const at = (index: number, width: number) => lines[index]?.[width - (least[index] ?? 0)] ?? 0;
  for (;;) {
    const spare = room - sum(widths);
    let best = { index: 0, width: 0, each: 0 };
    for (const [index, width] of widths.entries())
      for (let wider = width + 1; wider <= Math.min(width + spare, natural[index] ?? 0); wider += 1) {
        const each = (at(index, width) - at(index, wider)) / (wider - width);
        if (each > best.each) best = { index, width: wider, each };
      }
    if (best.each === 0) return widths;
    widths[best.index] = best.width;
  }
}
