import { escapeHtml } from '../render/escape.js';
import { renderBlocks } from '../render/html.js';
import type { Report } from '../report.js';
import { style } from './html-style.js';

/** A page of HTML that stands alone: no script, nothing fetched. */
export function htmlPage(title: string, main: string, footer: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
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
  return htmlPage(
    title,
    `<section class="sheet">\n<h1>${escapeHtml(title)}</h1>\n${renderBlocks(blocks)}\n</section>`,
    footer,
  );
}
