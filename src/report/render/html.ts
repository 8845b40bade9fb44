import type { Block, Table } from '../report.js';
import { severityNames } from '../wording/notices.js';
import { chartSvg } from './chart-svg.js';
import { escapeHtml } from './escape.js';

/** The blocks of a report as HTML. */
export function renderBlocks(blocks: readonly Block[]): string {
  return blocks.map(renderBlock).join('\n');
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escapeHtml(block.text)}</h2>`;
    case 'paragraph':
      return `<p>${escapeHtml(block.text.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map(({ text }) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>`;
    case 'notices':
      return `<ul class="notices">${block.items.map(({ severity, text }) => `<li><strong>${severityNames[severity]}:</strong> ${escapeHtml(text)}</li>`).join('')}</ul>`;
    case 'table':
      return renderTable(block);
    case 'chart':
      return chartSvg(block);
    case 'figure':
      return `<pre>${escapeHtml(block.lines.join('\n'))}</pre>`;
  }
}

function renderTable({ head, rows }: Table): string {
  const lines = (text: string) => text.split('\n').map(escapeHtml).join('<br>');
  const body = rows.map((row) => {
    const [first, ...others] = row.map(({ text }) => lines(text));
    return `<tr><th scope="row">${first}</th>${others.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<div class="scroll"><table><thead><tr>${head.map((cell) => `<th scope="col">${lines(cell)}</th>`).join('')}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table></div>`;
}
