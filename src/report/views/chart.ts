import { formatNumber } from '../number.js';
import type { PlannedDoses } from './plan.js';

/** The daily dose from one day to another, both counted. */
export interface Stretch {
  readonly fromDay: number;
  readonly toDay: number;
  readonly dose: number;
}

/** The planned days, and one more where nothing follows: a taper is seen to end at zero. */
export function stretches({ steps, goesOn, nextDay }: PlannedDoses): Stretch[] {
  const all = steps.map(({ fromDay, toDay, dailyDose }) => ({ fromDay, toDay, dose: dailyDose.value }));
  return goesOn ? all : [...all, { fromDay: nextDay, toDay: nextDay, dose: 0 }];
}

const boxes = {
  across: '─',
  down: '│',
  fall: ['┐', '└'],
  rise: ['┘', '┌'],
  axis: '│',
  corner: '└',
  floor: '─',
} as const;
const ascii = {
  across: '-',
  down: '|',
  fall: ['+', '+'],
  rise: ['+', '+'],
  axis: '|',
  corner: '+',
  floor: '-',
} as const;

const rows = 10;
const labelWidth = 15;

/** The daily dose over the days as lines of text, within so many columns; plain ASCII where boxes cannot be drawn. */
export function drawChart(plan: PlannedDoses, columns: number, unicode: boolean): string[] {
  const all = stretches(plan);
  const glyphs = unicode ? boxes : ascii;
  const days = all.at(-1)?.toDay ?? 1;
  const highest = Math.max(...all.map(({ dose }) => dose));
  // A dose, however small, does not lie on the zero line.
  const rowOf = (dose: number) => (dose === 0 ? 0 : Math.max(1, Math.round((dose / highest) * rows)));
  const width = widthFor(days, columns - labelWidth - 2);
  const heights = Array.from({ length: width }, (_, column) => {
    // The last column is the last day, however many days a column stands for: a taper is seen to reach zero.
    const day = column === width - 1 ? days : 1 + Math.floor((column * days) / width);
    return rowOf(all.find(({ fromDay, toDay }) => fromDay <= day && day <= toDay)?.dose ?? 0);
  });
  const lines = Array.from({ length: rows + 1 }, (_, index) => {
    const row = rows - index;
    const doses = all.filter(({ dose }) => rowOf(dose) === row).map(({ dose }) => dose);
    const label = doses.length === 0 ? '' : `${formatNumber(Math.max(...doses))} mg per day`;
    return `${label.padStart(labelWidth)} ${glyphs.axis}${heights.map((_, column) => glyphAt(heights, column, row, glyphs)).join('')}`.trimEnd();
  });
  const [first, last] = ['day 1', `day ${formatNumber(days)}`];
  const gap = Math.max(1, width - first.length - last.length);
  return [
    ...lines,
    `${' '.repeat(labelWidth + 1)}${glyphs.corner}${glyphs.floor.repeat(width)}`,
    `${' '.repeat(labelWidth + 2)}${first}${' '.repeat(gap)}${last}`,
  ];
}

/** A whole number of columns a day where there is room, else all there is. */
function widthFor(days: number, room: number): number {
  return days > room ? room : days * Math.min(4, Math.floor(room / days));
}

function glyphAt(heights: readonly number[], column: number, row: number, glyphs: typeof boxes | typeof ascii): string {
  const here = heights[column] ?? 0;
  const before = heights[column - 1] ?? here;
  if (here === before) return row === here ? glyphs.across : ' ';
  const [leaves, arrives] = before > here ? glyphs.fall : glyphs.rise;
  if (row === before) return leaves;
  if (row === here) return arrives;
  return row > Math.min(here, before) && row < Math.max(here, before) ? glyphs.down : ' ';
}
