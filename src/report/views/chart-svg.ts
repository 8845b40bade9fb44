import { formatNumber } from '../number.js';
import { escapeHtml } from '../render/escape.js';
import { stretches } from './chart.js';
import type { PlannedDoses } from './plan.js';

const size = { width: 440, height: 220, left: 70, right: 20, top: 20, bottom: 46 } as const;
const letters = { usual: 14, large: 17 } as const;

/**
 * The daily dose over the days as a step line, in black on white, every dose and every change of it labelled.
 * Colours and sizes are attributes, as tools for mail and PDF leave style sheets out; where there is one, it decides.
 */
export function doseChart(plan: PlannedDoses, largePrint = false): string {
  const letter = largePrint ? letters.large : letters.usual;
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
    letter + 2,
  );
  const starts = apart(
    all.map(({ fromDay }) => fromDay),
    x,
    2 * letter,
  );
  const summary = `Daily dose by day: ${all.map(({ fromDay, dose }) => `${formatNumber(dose)} mg from day ${formatNumber(fromDay)}`).join(', ')}`;
  const text = (at: number, level: number, anchor: 'middle' | 'end', words: string) =>
    `<text x="${at}" y="${level}" text-anchor="${anchor}" font-family="Arial, sans-serif" font-size="${letter}" fill="#111111">${words}</text>`;
  return [
    `<svg class="chart" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${escapeHtml(summary)}">`,
    ...doses.map(
      (dose) =>
        `<line class="grid" x1="${size.left}" y1="${y(dose)}" x2="${size.width - size.right}" y2="${y(dose)}" stroke="#767676" stroke-width="0.5" stroke-dasharray="2 3"/>${text(size.left - 8, y(dose) + letter / 3, 'end', `${formatNumber(dose)} mg`)}`,
    ),
    `<polygon class="area" points="${area}" fill="#eeeeee"/>`,
    `<polyline class="line" points="${line}" fill="none" stroke="#111111" stroke-width="2.5"/>`,
    ...starts.map(
      (day) =>
        `<line class="tick" x1="${x(day)}" y1="${y(0)}" x2="${x(day)}" y2="${y(0) + 5}" stroke="#111111" stroke-width="1"/>${text(x(day), y(0) + 6 + letter, 'middle', formatNumber(day))}`,
    ),
    text((size.left + size.width - size.right) / 2, size.height - 4, 'middle', 'Day'),
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
