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
  const { rows } = options;
  if (rows === undefined) return laidOut(report, `\n${footer}`, options, airy);
  const roomy = laidOut(report, footer, options, brief);
  return roomy.split('\n').length - 1 <= rows ? roomy : laidOut(report, footer, { ...options, dense: true }, tight);
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
      return flowLines(block.text.text, columns).join('\n');
    case 'list':
      return block.items.map(({ text }) => hang('-', text, columns)).join('\n');
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
 * Natural widths, the widest columns narrowed first until the table fits; never below a column's longest word. Units
 * stay whole unless the table would not fit. Undefined where it does not fit at all.
 */
function columnWidths(cells: readonly (readonly string[])[], columns: number): readonly number[] | undefined {
  const count = cells[0]?.length ?? 0;
  const column = (index: number) => cells.map((row) => row[index] ?? '');
  const widths = Array.from({ length: count }, (_, index) =>
    Math.max(...column(index).flatMap((cell) => cell.split('\n').map((line) => line.length))),
  );
  const room = columns - gutter.length * (count - 1);
  const natural = sum(widths);
  const longest = (narrowly: boolean) =>
    Array.from({ length: count }, (_, index) => Math.max(...column(index).map((cell) => widestWord(cell, narrowly))));
  const whole = longest(false);
  const least = sum(whole) > room ? longest(true) : whole;
  if (sum(least) > room) return undefined;
  while (sum(widths) > room) {
    const spare = widths.map((width, index) => (width > (least[index] ?? 0) ? width : 0));
    const widest = spare.indexOf(Math.max(...spare));
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return room < natural ? shared(widths, cells) : widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** Hands what no line of a column uses to the column where it saves the most lines. */
function shared(widths: readonly number[], cells: readonly (readonly string[])[]): readonly number[] {
  const brokenAt = (index: number, width: number) => cells.flatMap((row) => flowLines(row[index] ?? '', width));
  const needed = widths.map((width, index) => Math.max(...brokenAt(index, width).map((line) => line.length)));
  let spare = sum(widths) - sum(needed);
  let saved = false;
  for (;;) {
    let best = { index: 0, width: 0, saves: 0 };
    for (const [index, width] of needed.entries()) {
      const now = brokenAt(index, width).length;
      for (let wider = width + 1; wider <= width + spare; wider += 1) {
        const saves = now - brokenAt(index, wider).length;
        if (saves > best.saves) best = { index, width: wider, saves };
      }
    }
    if (best.saves === 0) return saved ? needed : widths;
    spare -= best.width - (needed[best.index] ?? 0);
    needed[best.index] = best.width;
    saved = true;
  }
}
