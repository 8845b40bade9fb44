import { rowStatuses } from '../../core/panel/types.js';
import { formatNumber } from '../number.js';
import { bandLabel, type PanelSummary, presentPanel, shownCount, statusLabel } from '../panel.js';
import { barsSvg, shadesSvg } from '../render/bars-svg.js';
import { escapeHtml } from '../render/escape.js';
import { renderBlocks } from '../render/html.js';
import { htmlPage } from './report-page.js';

/** A summary as a page that stands alone: bars of the statuses and of the dose by band, and the tables they are of. */
export function panelPage(summary: PanelSummary, footer: string): string {
  const { title, blocks } = presentPanel(summary);
  const seen = (count: number | string) => (typeof count === 'number' ? count : 0);
  const statuses = rowStatuses.map((status) => ({
    label: statusLabel(status),
    // One shade, dark enough to be seen.
    parts: [0, 0, seen(summary.status[status])],
    said: shownCount(summary.status[status]),
  }));
  const bands = summary.bands.map(({ band, counts }) => ({
    label: bandLabel(band),
    parts: counts.map(seen),
    // A count that is not shown is in no bar, and which that is stands in the table.
    said: counts.some((count) => typeof count !== 'number') ? 'some not shown' : '',
  }));
  const doses = summary.doses.map((each) => `${each} mg per day`);
  const main = [
    '<section class="sheet">',
    `<h1>${escapeHtml(title)}</h1>`,
    '<h2>What was found</h2>',
    barsSvg(
      `${formatNumber(summary.rows)} rows by what was found; the same numbers stand in the first table`,
      statuses,
    ),
    '<h2>Dose by the band of the kidney (mL/min)</h2>',
    shadesSvg('The shades, from faint to full', doses),
    barsSvg('Rows by band and dose; the same numbers stand in the second table', bands),
    '<h2>In numbers</h2>',
    renderBlocks(blocks),
    '</section>',
  ].join('\n');
  return htmlPage({ title, main, footer, foot: title });
}
