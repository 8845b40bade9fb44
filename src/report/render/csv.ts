import type { Cell, TidyTable } from '../tables/table.js';

/** A table as CSV (RFC 4180) with one head and nothing else: numbers as they are, dates as YYYY-MM-DD. */
export function renderCsv({ columns, rows }: TidyTable): string {
  return [columns, ...rows].map(csvLine).join('');
}

function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** Quotes what needs it; a word that a spreadsheet would run as a formula starts with an apostrophe. */
function csvCell(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
