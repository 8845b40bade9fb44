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
  // A card has no head above its cells: each says its own.
  const label = (index: number) => escapeHtml((head[index] ?? '').replaceAll('\n', ' '));
  const body = rows.map((row) => {
    const [first, ...others] = row.map(({ text }) => lines(text));
    const cells = others.map((cell, index) => `<td data-label="${label(index + 1)}"><div>${cell}</div></td>`);
    return `<tr><th scope="row">${first}</th>${cells.join('')}</tr>`;
  });
  return `<div class="scroll" role="region" aria-label="Doses" tabindex="0"><table><thead><tr>${head.map((cell) => `<th scope="col">${lines(cell)}</th>`).join('')}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table></div>`;
}
