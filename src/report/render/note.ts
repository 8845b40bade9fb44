import type { Block, Report, Table } from '../report.js';
import { severityNames } from '../wording/notices.js';
import { chartTable } from './chart.js';

/** A report to paste into a record: a line for each of its parts, which the record breaks as it likes. */
export function renderNote({ title, blocks }: Report, footer: string): string {
  return `${[title, ...blocks.flatMap(linesOf), footer].join('\n')}\n`;
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${block.text}:`];
    case 'paragraph':
      return [block.text.text];
    case 'list':
      return block.items.map(({ text }) => `- ${text}`);
    case 'notices':
      return block.items.map(({ severity, text }) => `${severityNames[severity]}: ${text}`);
    case 'chart':
      return [inOneLine(chartTable(block))];
    case 'figure':
      return [];
    case 'table':
      return [inOneLine(block)];
  }
}

/** "Days 1 to 3: dose 5 mg three times daily, daily total 15 mg per day; days 4 to 6: ...". */
function inOneLine({ head, rows }: Table): string {
  const [first = '', ...names] = head.map((each) => each.replaceAll('\n', ' '));
  const line = rows
    .map(([key, ...cells]) => {
      const said = cells.map(({ text }, index) =>
        `${lower(names[index] ?? '')} ${text.replaceAll('\n', ' / ')}`.trim(),
      );
      return `${lower(first)} ${key?.text.replaceAll('\n', ' ') ?? ''}: ${said.join(', ')}`;
    })
    .join('; ');
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
}

function lower(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
}
