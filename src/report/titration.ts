import type { Product } from '../core/doses/product.js';
import type { TitrationPlan, TitrationRequest } from '../core/titration/types.js';
import { addDays } from '../core/values/calendar.js';
import { disagreementBlocks, type Presentation, statementSection } from './answer.js';
import { formatDate } from './date.js';
import { doseSentence, formatPieces } from './dose.js';
import { formatQuantity } from './quantity.js';
import { type Block, paragraph } from './report.js';
import { nameLine, scheduleTable } from './schedule.js';
import { bandName } from './wording/notices.js';
import { ruleNames } from './wording/rules.js';

/** What a titration is called: by its first dose, or by the weight of a child. */
export function titrationTitle({ start, patient }: TitrationRequest): string {
  if (start) return `Baclofen titration from ${formatQuantity(start)} per dose`;
  return `Baclofen titration for a child${patient?.weight ? ` of ${formatQuantity(patient.weight)}` : ''}`;
}

/** A titration schedule for a clinician: the table, the step beyond, the ceiling and what to watch. */
export function presentTitration(
  plan: TitrationPlan,
  request: TitrationRequest,
  products: readonly Product[],
): Presentation {
  const { deciding, band } = plan.renal;
  return {
    title: titrationTitle(request),
    blocks: [
      ...nameLine(request.name),
      ...(deciding && band
        ? [paragraph(`Clearance ${formatQuantity(deciding.value)}: band ${bandName(band)}.`, deciding.citations)]
        : []),
      scheduleTable(plan.schedule, plan.products, products),
      paragraph(
        `Each step at least ${formatQuantity(plan.interval)}, only while tolerated, to the lowest dose that works.`,
        plan.citations,
      ),
      ...beyond(plan, products),
      ...decisions(plan),
      paragraph(
        `Ceiling: ${formatQuantity(plan.ceiling.dailyDose)}${plan.decidedBy.ceiling === 'child' ? '' : `; no dose above ${formatQuantity(plan.ceiling.dose)}`}.`,
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
  const last = ifNeeded.dailyDose.value === ceiling.dailyDose.value ? ', the ceiling' : '';
  return [
    paragraph(
      `From day ${ifNeeded.fromDay}${ifNeeded.fromDate ? ` (${formatDate(ifNeeded.fromDate)})` : ''}, only if needed and tolerated: ${doseSentence(ifNeeded.doses, products)}; ${formatQuantity(ifNeeded.dailyDose)}${last}.`,
      ceiling.citations,
    ),
  ];
}

/** Which rule decided what, where more than the label did. */
function decisions({ decidedBy }: TitrationPlan): Block[] {
  const rules = [...new Set(Object.values(decidedBy))];
  if (rules.every((rule) => rule === 'label')) return [];
  const parts = (rule: string) =>
    Object.entries(decidedBy)
      .filter(([, by]) => by === rule)
      .map(([part]) => part)
      .join(', ');
  return [paragraph(`Decided by ${rules.map((rule) => `${ruleNames[rule]}: ${parts(rule)}`).join('; by ')}.`)];
}
