import type { Product } from '../core/product.js';
import type { TitrationPlan, TitrationRequest } from '../core/titration.js';
import { disagreementBlocks, type Presentation, statementSection } from './answer.js';
import { doseSentence, formatPieces } from './dose.js';
import { formatQuantity } from './quantity.js';
import { type Block, paragraph } from './report.js';
import { scheduleTable } from './schedule.js';
import { bandName } from './wording/notices.js';
import { ruleNames } from './wording/rules.js';

/** A titration schedule for a clinician: the table, the step beyond, the ceiling and what to watch. */
export function presentTitration(
  plan: TitrationPlan,
  { start, patient }: TitrationRequest,
  products: readonly Product[],
): Presentation {
  const { deciding, band } = plan.renal;
  return {
    title: start
      ? `Baclofen titration from ${formatQuantity(start)} per dose`
      : `Baclofen titration for a child${patient?.weight ? ` of ${formatQuantity(patient.weight)}` : ''}`,
    blocks: [
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
      paragraph(`Dispense for days 1 to ${plan.supply.value}: ${formatPieces(plan.dispense, products)}.`),
      ...statementSection('Response and advice', [plan.responseCheck, ...plan.advice]),
      ...disagreementBlocks(plan.alternatives, plan.disagreements),
    ],
  };
}

function beyond({ ifNeeded, ceiling }: TitrationPlan, products: readonly Product[]): Block[] {
  if (ifNeeded === undefined) return [];
  const last = ifNeeded.dailyDose.value === ceiling.dailyDose.value ? ', the ceiling' : '';
  return [
    paragraph(
      `From day ${ifNeeded.fromDay}, only if needed and tolerated: ${doseSentence(ifNeeded.doses, products)}; ${formatQuantity(ifNeeded.dailyDose)}${last}.`,
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
