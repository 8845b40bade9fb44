import { dailyTotal } from '../core/doses/current-dose.js';
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

/** What a titration is called: by the present dose, by its first dose, or by the weight. */
export function titrationTitle({ start, from, patient }: TitrationRequest): string {
  if (from) return `Baclofen titration from the present ${formatQuantity(dailyTotal(from))}`;
  if (start) return `Baclofen titration from ${formatQuantity(start)} per dose`;
  return `Baclofen titration${patient?.weight ? ` for ${formatQuantity(patient.weight)}` : ''}`;
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
      ...(plan.now
        ? [paragraph(`Now: ${doseSentence(plan.now.doses, products)}; ${formatQuantity(plan.now.dailyDose)}.`)]
        : []),
      scheduleTable(plan.schedule, plan.products, products),
      paragraph(`Each step at least ${formatQuantity(plan.interval)}, only while tolerated.`, plan.citations),
      paragraph(plan.stay.text, plan.stay.citations),
      ...beyond(plan, products),
      ...decisions(plan),
      paragraph(
        `Ceiling: ${formatQuantity(plan.ceiling.dailyDose)}; no dose above ${formatQuantity(plan.ceiling.dose)}.`,
        plan.ceiling.citations,
      ),
      paragraph(`Dispense for days 1 to ${plan.supply.value}${until(plan)}: ${formatPieces(plan.dispense, products)}.`),
      ...statementSection('Response and advice', [
        plan.encephalopathy,
        plan.responseCheck,
        ...(plan.excipients ? [plan.excipients] : []),
        ...plan.advice,
      ]),
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

/** What the parts of a regimen are called. */
const partNames: Readonly<Record<string, string>> = {
  first: 'first level',
  step: 'step',
  interval: 'interval',
  ceiling: 'ceiling',
  largestDose: 'largest dose',
  target: 'end',
};

/** Which rule decided what, where more than the label did. */
function decisions({ decidedBy }: TitrationPlan): Block[] {
  const rules = [...new Set(Object.values(decidedBy))];
  if (rules.every((rule) => rule === 'label')) return [];
  const parts = (rule: string) =>
    Object.entries(decidedBy)
      .filter(([, by]) => by === rule)
      .map(([part]) => partNames[part] ?? part)
      .join(', ');
  return [paragraph(`Decided by ${rules.map((rule) => `${ruleNames[rule]}: ${parts(rule)}`).join('; by ')}.`)];
}
