import { tidy } from '../../core/values/quantity.js';
import { formatNumber, formatSignificant } from '../number.js';
import { type Chart, type Table, text } from '../report.js';

const rows = 8;
const eighths = [' ', '\u2581', '\u2582', '\u2583', '\u2584', '\u2585', '\u2586', '\u2587', '\u2588'] as const;
/** The same in ASCII: empty, up to half a row, nearly a row, a row. */
const ascii = [' ', '.', '.', '.', ':', ':', ':', ':', '#'] as const;

/** A chart as lines of text: columns that stand on zero, an axis with labels and signs for the marked points. */
export function chartLines({ points, labelEvery, measure, axis, mark }: Chart, plain = false): string[] {
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
    `${measure}, by ${axis}`,
    ...Array.from({ length: rows }, (_, index) => line(rows - 1 - index)),
    `${'0'.padStart(margin)} +-${'-'.repeat(points.length)}`,
    `${indent}${axisLabels(points, labelEvery)}`,
    `${indent}${points.map(({ marked }) => (marked ? '^' : ' ')).join('')}`.trimEnd(),
    `${indent}^ ${mark}`,
  ];
}

/** A chart as a table, for forms that have no picture. */
export function chartTable({ points, axis, measure }: Chart): Table {
  return {
    kind: 'table',
    head: [axis, measure],
    rows: points.map(({ label, value }) => [text(label), text(formatSignificant(value))]),
  };
}

/** How much of a row a column fills, in eighths; anything above zero shows. */
function filled(value: number, top: number, row: number): number {
  const height = Math.max(value > 0 ? 1 : 0, Math.round((value / top) * rows * 8));
  return Math.min(8, Math.max(0, height - row * 8));
}

/** The next number up with one significant digit, so that the axis reads well. */
function roundUp(value: number): number {
  if (value <= 0) return 1;
  const step = 10 ** Math.floor(Math.log10(value));
  return tidy(Math.ceil(tidy(value / step)) * step);
}

function axisLabels(points: Chart['points'], every: number): string {
  const line = Array.from({ length: points.length }, () => ' ');
  points.forEach(({ label }, index) => {
    if (index % every === 0) line.splice(index, label.length, ...label);
  });
  return line.join('').trimEnd();
}
