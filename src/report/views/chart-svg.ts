import { formatNumber } from '../number.js';
import { escapeHtml } from '../render/escape.js';
import { stretches } from './chart.js';
import type { PlannedDoses } from './plan.js';

const size = { width: 720, height: 260, left: 84, right: 24, top: 24, bottom: 44 } as const;
const leastGap = 15;

/** The daily dose over the days as a step line, in black on white, every dose and every change of it labelled. */
export function doseChart(plan: PlannedDoses): string {
  const all = stretches(plan);
  const days = all.at(-1)?.toDay ?? 1;
  const highest = Math.max(...all.map(({ dose }) => dose));
  const x = (day: number) => round(size.left + ((day - 1) / days) * (size.width - size.left - size.right));
  const y = (dose: number) =>
    round(size.height - size.bottom - (dose / highest) * (size.height - size.top - size.bottom));
  const line = all.map(({ fromDay, toDay, dose }) => `${x(fromDay)},${y(dose)} ${x(toDay + 1)},${y(dose)}`).join(' ');
  const area = `${x(1)},${y(0)} ${line} ${x(days + 1)},${y(0)}`;
  const doses = apart(
    [...new Set([...all.map(({ dose }) => dose), 0])].sort((a, b) => b - a),
    y,
    leastGap,
  );
  const starts = apart(
    all.map(({ fromDay }) => fromDay),
    x,
    2 * leastGap,
  );
  const summary = `Daily dose by day: ${all.map(({ fromDay, dose }) => `${formatNumber(dose)} mg from day ${formatNumber(fromDay)}`).join(', ')}`;
  return [
    `<svg class="chart" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${escapeHtml(summary)}">`,
    ...doses.map(
      (dose) =>
        `<line class="grid" x1="${size.left}" y1="${y(dose)}" x2="${size.width - size.right}" y2="${y(dose)}"/><text x="${size.left - 8}" y="${y(dose) + 4}" text-anchor="end">${formatNumber(dose)} mg</text>`,
    ),
    `<polygon class="area" points="${area}"/>`,
    `<polyline class="line" points="${line}"/>`,
    ...starts.map(
      (day) =>
        `<line class="tick" x1="${x(day)}" y1="${y(0)}" x2="${x(day)}" y2="${y(0) + 5}"/><text x="${x(day)}" y="${y(0) + 18}" text-anchor="middle">${formatNumber(day)}</text>`,
    ),
    `<text x="${(size.left + size.width - size.right) / 2}" y="${size.height - 6}" text-anchor="middle">Day</text>`,
    '</svg>',
  ].join('\n');
}

/** Leaves out what would print over the one before it. */
function apart(values: readonly number[], place: (value: number) => number, gap: number): number[] {
  const kept: number[] = [];
  for (const value of values) {
    const last = kept.at(-1);
    if (last === undefined || Math.abs(place(value) - place(last)) >= gap) kept.push(value);
  }
  return kept;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
