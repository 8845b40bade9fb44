import { escapeHtml } from '../render/escape.js';
import { renderBlocks } from '../render/html.js';
import { calendarGrid } from './calendar-grid.js';
import { doseChart } from './chart-svg.js';
import type { ViewContext } from './context.js';
import { patientSheet } from './patient.js';
import type { PlannedDoses } from './plan.js';
import { htmlPage } from './report-page.js';

/** One file to print: the patient sheet, the dose over time and a calendar to tick off. No script, nothing fetched. */
export function renderHtml(plan: PlannedDoses, context: ViewContext): string {
  const { title, blocks } = patientSheet(plan, context);
  const main = `<section class="sheet">
<h1>${escapeHtml(title)}</h1>
${renderBlocks(blocks)}
</section>
<section class="page">
<h2>Dose over time, mg per day</h2>
${doseChart(plan)}
</section>
<section>
<h2>Calendar: tick each dose when it is ${plan.kind === 'newborn' ? 'given' : 'taken'}</h2>
<p>A thick frame marks a day on which the dose is new.</p>
${calendarGrid(plan, context.products)}
</section>`;
  return htmlPage(title, main, context.footer);
}
