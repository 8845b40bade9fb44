import { formatNumber } from '../number.js';
import type { Chart, ChartPoint } from '../report.js';
import { roundUp } from './chart-axis.js';
import { escapeHtml } from './escape.js';

const size = { width: 720, height: 300, left: 56, right: 16, top: 16, bottom: 62 } as const;
const lines = 4;

/** A chart as a picture in black, grey and white: the band as an area, the values as a line, the marks as triangles. */
export function chartSvg({ points, labelEvery, measure, axis, mark, band }: Chart): string {
  const top = roundUp(Math.max(...points.flatMap(({ value, range = [value, value] }) => [value, ...range])));
  const last = Math.max(1, points.length - 1);
  const x = (index: number) => round(size.left + (index / last) * (size.width - size.left - size.right));
  const y = (value: number) =>
    round(size.height - size.bottom - (value / top) * (size.height - size.top - size.bottom));
  const path = (pick: (point: ChartPoint) => number) => points.map((point, index) => `${x(index)},${y(pick(point))}`);
  const area = [...path(highest), ...path(lowest).reverse()].join(' ');
  const grid = Array.from({ length: lines + 1 }, (_, index) => (top * index) / lines);
  const floor = y(0);
  const middle = (size.left + size.width - size.right) / 2;
  const legend = `${measure}: line${band === undefined ? '' : `; grey: ${band}`}; triangle: ${mark}`;
  const peak = Math.max(...points.map(({ value }) => value));
  const summary = `${measure}, by ${axis}, from 0 to ${formatNumber(peak, 0)}`;
  return [
    `<svg class="chart" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${escapeHtml(summary)}">`,
    ...grid.map(
      (value) =>
        `<line class="grid" x1="${size.left}" y1="${y(value)}" x2="${size.width - size.right}" y2="${y(value)}"/><text x="${size.left - 8}" y="${y(value) + 4}" text-anchor="end">${formatNumber(value)}</text>`,
    ),
    `<polygon class="area" points="${area}"/>`,
    `<polyline class="line" points="${path(({ value }) => value).join(' ')}"/>`,
    ...points.flatMap(({ label, marked }, index) => [
      ...(index % labelEvery === 0
        ? [
            `<line class="tick" x1="${x(index)}" y1="${floor}" x2="${x(index)}" y2="${floor + 5}"/><text x="${x(index)}" y="${floor + 18}" text-anchor="middle">${escapeHtml(label)}</text>`,
          ]
        : []),
      ...(marked ? [`<path d="M${x(index)} ${floor - 9} l4 8 h-8 z"/>`] : []),
    ]),
    `<text x="${middle}" y="${size.height - 26}" text-anchor="middle">${escapeHtml(axis)}</text>`,
    `<text x="${middle}" y="${size.height - 6}" text-anchor="middle">${escapeHtml(legend)}</text>`,
    '</svg>',
  ].join('\n');
}

function lowest({ value, range }: ChartPoint): number {
  return range?.[0] ?? value;
}

function highest({ value, range }: ChartPoint): number {
  return range?.[1] ?? value;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
