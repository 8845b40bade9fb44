import { type Product, productOf } from '../../core/doses/product.js';
import { escapeHtml } from '../render/escape.js';
import { renderBlocks } from '../render/html.js';
import { calendarGrid } from './calendar-grid.js';
import { doseChart } from './chart-svg.js';
import type { ViewContext } from './context.js';
import { patientSheet } from './patient.js';
import { type PlannedDoses, productsUsed } from './plan.js';
import { htmlPage } from './report-page.js';

/** One file to print: the patient sheet, the dose over time and a calendar to tick off. No script, nothing fetched. */
export function renderHtml(plan: PlannedDoses, context: ViewContext): string {
  const { title, blocks } = patientSheet(plan, context);
  const { largePrint = false } = context.options;
  const only = onlyProduct(plan, context.products);
  const main = `<section class="sheet take-home">
<h1>${escapeHtml(title)}</h1>
${renderBlocks(blocks)}
</section>
<section class="page">
<h2>Dose over time, mg per day</h2>
<div class="scroll" role="region" aria-label="Dose over time" tabindex="0">${doseChart(plan, largePrint)}</div>
</section>
<section>
<h2>Calendar: tick each dose when it is ${plan.kind === 'newborn' ? 'given' : 'taken'}</h2>
${only === undefined ? '' : `<p>${escapeHtml(`Each dose is made of: ${only.name}.`)}</p>\n`}<p>The words New dose and a thick frame mark a day on which the dose is new.</p>
${calendarGrid(plan, context.products, only)}
</section>`;
  return htmlPage({
    title: plan.name === undefined ? title : `${title}: ${plan.name}`,
    main,
    footer: context.footer,
    foot: plan.name ?? 'Name: ____________________',
    largePrint,
  });
}

/** The product of all doses, named once above the calendar; doses by the hour are written whole each day. */
function onlyProduct(plan: PlannedDoses, products: readonly Product[]): Product | undefined {
  const [first, another] = productsUsed(plan);
  const byHour = plan.steps.some(({ everyHours }) => everyHours !== undefined);
  return first === undefined || another !== undefined || byHour ? undefined : productOf(first, products);
}
