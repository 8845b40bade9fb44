import { formatNumber } from '../number.js';
import type { Chart, ChartPoint } from '../report.js';
import { axisLabels, roundUp } from './chart-axis.js';

const rows = 10;

interface Glyphs {
  readonly line: string;
  readonly band: string;
}

const unicode: Glyphs = { line: '\u2588', band: '\u2591' };
const ascii: Glyphs = { line: '#', band: '.' };

/** A chart whose values run as a line through a band, as lines of text; the marked points carry a sign below. */
export function bandLines({ points, labelEvery, measure, axis, mark, band = '' }: Chart, plain: boolean): string[] {
  const glyphs = plain ? ascii : unicode;
  const top = roundUp(Math.max(...points.flatMap(({ value, range = [value, value] }) => [value, ...range])));
  const labels = new Map([
    [rows, formatNumber(top)],
    [rows / 2, formatNumber(top / 2)],
    [0, '0'],
  ]);
  const margin = Math.max(...[...labels.values()].map((label) => label.length));
  const rowOf = (value: number) => Math.round((value / top) * rows);
  const line = (row: number) => {
    const cells = points.map((point, index) => cell(row, point, points[index - 1], rowOf, glyphs)).join('');
    return `${(labels.get(row) ?? '').padStart(margin)} | ${cells}`.trimEnd();
  };
  const indent = ' '.repeat(margin + 3);
  return [
    `${measure}, by ${axis}`,
    ...Array.from({ length: rows + 1 }, (_, index) => line(rows - index)),
    `${' '.repeat(margin)} +-${'-'.repeat(points.length)}`,
    `${indent}${axisLabels(points, labelEvery)}`,
    `${indent}${points.map(({ marked }) => (marked ? '^' : ' ')).join('')}`.trimEnd(),
    `${indent}^ ${mark}, ${glyphs.line} level, ${glyphs.band} ${band}`,
  ];
}

/** The line reaches from the row before to its own, so that a steep rise has no gaps. */
function cell(
  row: number,
  { value, range: [lowest, highest] = [value, value] }: ChartPoint,
  before: ChartPoint | undefined,
  rowOf: (value: number) => number,
  { line, band }: Glyphs,
): string {
  const here = rowOf(value);
  const from = rowOf(before?.value ?? value);
  const joins = (row > from && row < here) || (row < from && row > here);
  if (row === here || joins) return line;
  return row >= rowOf(lowest) && row <= rowOf(highest) ? band : ' ';
}
