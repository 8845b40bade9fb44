import type { Block, Report, Table } from '../report.js';
import { severityNames } from '../wording/notices.js';
import { chartLines } from './chart.js';

/** A report as Markdown. */
export function renderMarkdown({ title, blocks }: Report, footer: string): string {
  return `${[`# ${escaped(title)}`, ...blocks.map(renderBlock), footer].join('\n\n')}\n`;
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `## ${escaped(block.text)}`;
    case 'paragraph':
      return escaped(block.text.text);
    case 'list':
      return block.items.map(({ text }) => `- ${escaped(text)}`).join('\n');
    case 'notices':
      return block.items.map(({ severity, text }) => `- **${severityNames[severity]}:** ${escaped(text)}`).join('\n');
    case 'table':
      return renderTable(block);
    case 'chart':
      return `\`\`\`\n${chartLines(block).join('\n')}\n\`\`\``;
    case 'figure':
      return `\`\`\`\n${block.lines.join('\n')}\n\`\`\``;
  }
}

function renderTable({ head, rows }: Table): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => escaped(cell).replaceAll('\n', '<br>')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map((row) => line(row.map(({ text }) => text)))].join('\n');
}

/** Keeps characters that Markdown reads as markup as they are. */
function escaped(text: string): string {
  return text.replace(/[\\`*_<>|#]|\[(?!\d+\])/g, '\\$&');
}
