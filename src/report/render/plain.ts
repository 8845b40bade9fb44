import type { Block, Report } from '../report.js';
import { severityNames } from '../wording/notices.js';
import { chartTable } from './chart.js';
import { flowLines, hang } from './flow.js';
import { rowsInWords } from './rows.js';

/** A report as plain lines for a patient record, which may take neither a table nor a box. */
export function renderPlain({ title, blocks }: Report, footer: string, columns: number): string {
  let output = flowLines(title, columns).join('\n');
  let previous: Block['kind'] | undefined;
  for (const block of blocks) {
    output += `${previous === 'heading' ? '\n' : '\n\n'}${renderBlock(block, columns)}`;
    previous = block.kind;
  }
  return `${output}\n\n${flowLines(footer, columns).join('\n')}\n`;
}

function renderBlock(block: Block, columns: number): string {
  switch (block.kind) {
    case 'heading':
      return block.text.toUpperCase();
    case 'paragraph':
      return flowLines(block.text.text, columns).join('\n');
    case 'list':
      return block.items.map(({ text }) => hang('-', text, columns)).join('\n');
    case 'notices':
      return block.items.map(({ severity, text }) => hang(`${severityNames[severity]}:`, text, columns)).join('\n');
    case 'chart':
      return rowsInWords(chartTable(block), columns);
    case 'figure':
      return block.lines.join('\n');
    case 'table':
      return rowsInWords(block, columns);
  }
}
