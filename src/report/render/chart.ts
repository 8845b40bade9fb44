import { formatNumber, formatSignificant } from '../number.js';
import { type Chart, type Table, text } from '../report.js';
import { bandLines } from './band-chart.js';
import { axisLabels, roundUp } from './chart-axis.js';

const rows = 8;
const eighths = [' ', '\u2581', '\u2582', '\u2583', '\u2584', '\u2585', '\u2586', '\u2587', '\u2588'] as const;
/** The same in ASCII: empty, up to half a row, nearly a row, a row. */
const ascii = [' ', '.', '.', '.', ':', ':', ':', ':', '#'] as const;

/** A chart as lines of text: columns that stand on zero, an axis with labels and signs for the marked points. */
export function chartLines(chart: Chart, plain = false): string[] {
  return chart.points.some(({ range }) => range) ? bandLines(chart, plain) : columnLines(chart, plain);
}

function columnLines({ points, labelEvery, measure, axis, mark }: Chart, plain: boolean): string[] {
  const blocks = plain ? ascii : eighths;
  const top = roundUp(Math.max(...points.map(({ value }) => value)));
  const labels = new Map([
    [rows - 1, formatNumber(top)],
    [rows / 2 - 1, formatNumber(top / 2)],
  ]);
  const margin = Math.max(...[...labels.values(), '0'].map((label) => label.length));
  const line = (row: number) => {
    const cells = points.map(({ value }) => blocks[filled(value, top, row)] ?? ' ').join('');
    return `${(labels.get(row) ?? '').padStart(margin)} | ${cells}`.trimEnd();
  };
  const indent = ' '.repeat(margin + 3);
  return [
    `${measure}, by ${axis} (^ ${mark})`,
    ...Array.from({ length: rows }, (_, index) => line(rows - 1 - index)),
    `${'0'.padStart(margin)} +-${'-'.repeat(points.length)}`,
    `${indent}${axisLabels(points, labelEvery)}`,
    `${indent}${points.map(({ marked }) => (marked ? '^' : ' ')).join('')}`.trimEnd(),
  ];
}

/** A chart as a table, for forms that have no picture. */
export function chartTable({ points, axis, measure }: Chart): Table {
  const ranged = points.some(({ range }) => range);
  return {
    kind: 'table',
    head: [axis, measure, ...(ranged ? ['lowest of the band', 'highest of the band'] : [])],
    rows: points.map(({ label, value, range = [] }) =>
      [label, ...[value, ...range].map(formatSignificant)].map((words) => text(words)),
    ),
  };
}

/** How much of a row a column fills, in eighths; anything above zero shows. */
function filled(value: number, top: number, row: number): number {
  const height = Math.max(value > 0 ? 1 : 0, Math.round((value / top) * rows * 8));
  return Math.min(8, Math.max(0, height - row * 8));
}
