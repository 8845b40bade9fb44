import type { Block, Report } from '../report.js';
import { severityNames } from '../wording/notices.js';
import { chartTable } from './chart.js';

/**
 * A report as CSV (RFC 4180): the tables first, each under its own head; then a table of everything else,
 * a section and a text a line. Nothing is left out but drawings, whose numbers stand in the tables.
 */
export function renderCsv({ title, blocks }: Report, footer: string): string {
  const tables = blocks.flatMap((block) =>
    block.kind === 'chart' ? chartTable(block) : block.kind === 'table' ? block : [],
  );
  const parts = tables.map(({ head, rows }) => [
    head,
    ...rows.map((row) => row.map(({ text }) => text.replaceAll('\n', '; '))),
  ]);
  const rest = [['section', 'text'], ['title', title], ...sections(blocks), ['about', footer]];
  return [...parts, rest].map((lines) => lines.map(csvLine).join('')).join('\r\n');
}

function sections(blocks: readonly Block[]): string[][] {
  let section = 'plan';
  return blocks.flatMap((block): string[][] => {
    switch (block.kind) {
      case 'heading':
        section = block.text.toLowerCase();
        return [];
      case 'paragraph':
        return [[section, block.text.text]];
      case 'list':
        return block.items.map(({ text }) => [section, text]);
      case 'notices':
        return block.items.map(({ severity, text }) => [severityNames[severity].toLowerCase(), text]);
      case 'table':
      case 'chart':
      case 'figure':
        return [];
    }
  });
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** Quotes what needs it; a cell that a spreadsheet would run as a formula starts with an apostrophe. */
function csvCell(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
