import { addDays } from '../core/calendar.js';
import type { Product } from '../core/product.js';
import type { TitrationPlan, TitrationRequest } from '../core/titration.js';
import { disagreementBlocks, type Presentation, statementSection } from './answer.js';
import { formatDate } from './date.js';
import { doseLines, formatPieces, makeLines } from './dose.js';
import { formatQuantity } from './quantity.js';
import { type Block, paragraph } from './report.js';
import { nameLine, scheduleTable } from './schedule.js';
import { bandName } from './wording/notices.js';

/** A titration schedule for a clinician: the table, the step beyond, the ceiling and what to watch. */
export function presentTitration(
  plan: TitrationPlan,
  { start, name }: TitrationRequest,
  products: readonly Product[],
): Presentation {
  const { deciding, band } = plan.renal;
  return {
    title: `Baclofen titration from ${formatQuantity(start)} per dose`,
    blocks: [
      ...nameLine(name),
      ...(deciding && band
        ? [paragraph(`Clearance ${formatQuantity(deciding.value)}: band ${bandName(band)}.`, deciding.citations)]
        : []),
      scheduleTable(plan.schedule, plan.products, products),
      paragraph(
        `Each step at least ${formatQuantity(plan.interval)}, only while tolerated, to the lowest dose that works.`,
        plan.citations,
      ),
      ...beyond(plan, products),
      paragraph(
        `Ceiling: ${formatQuantity(plan.ceiling.dailyDose)}; no dose above ${formatQuantity(plan.ceiling.dose)}.`,
        plan.ceiling.citations,
      ),
      paragraph(`Dispense for days 1 to ${plan.supply.value}${until(plan)}: ${formatPieces(plan.dispense, products)}.`),
      ...statementSection('Response and advice', [plan.responseCheck, ...plan.advice]),
      ...disagreementBlocks(plan.alternatives, plan.disagreements),
    ],
  };
}

function until({ schedule: [first], supply }: TitrationPlan): string {
  return first?.fromDate ? `, until ${formatDate(addDays(first.fromDate, supply.value - 1))}` : '';
}

function beyond({ ifNeeded, ceiling }: TitrationPlan, products: readonly Product[]): Block[] {
  if (ifNeeded === undefined) return [];
  const doses = doseLines(ifNeeded.doses).join(', ');
  const makes = makeLines(ifNeeded.doses, products).join(', ');
  const last = ifNeeded.dailyDose.value === ceiling.dailyDose.value ? ', the ceiling' : '';
  return [
    paragraph(
      `From day ${ifNeeded.fromDay}${ifNeeded.fromDate ? ` (${formatDate(ifNeeded.fromDate)})` : ''}, only if needed and tolerated: ${doses}, ${formatQuantity(ifNeeded.dailyDose)}${last} (${makes} each time).`,
      ceiling.citations,
    ),
  ];
}
