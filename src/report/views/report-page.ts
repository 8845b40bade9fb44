import { escapeHtml } from '../render/escape.js';
import { renderBlocks } from '../render/html.js';
import type { Report } from '../report.js';
import { pageStyle, style } from './html-style.js';

interface Page {
  readonly title: string;
  readonly main: string;
  readonly footer: string;
  /** What stands at the foot of every printed page, beside its number. */
  readonly foot: string;
  readonly largePrint?: boolean;
}

/** A page of HTML that stands alone: no script, nothing fetched. */
export function htmlPage({ title, main, footer, foot, largePrint = false }: Page): string {
  return `<!doctype html>
<html lang="en"${largePrint ? ' class="large"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${style}${pageStyle(foot)}</style>
</head>
<body>
<main>
${main}
</main>
<footer>${escapeHtml(footer)}</footer>
</body>
</html>
`;
}

/** A whole report on one page, its charts as pictures. */
export function reportPage({ title, blocks }: Report, footer: string): string {
  const main = `<section class="sheet">\n<h1>${escapeHtml(title)}</h1>\n${renderBlocks(blocks)}\n</section>`;
  return htmlPage({ title, main, footer, foot: title });
}
