import type { RenalPlan, RenalRecommendation } from '../core/renal/types.js';
import { type Quantity, tidy } from '../core/values/quantity.js';
import { disagreementBlocks, type Presentation, statementSection } from './answer.js';
import { frequency } from './dose.js';
import { formatList, formatQuantity } from './quantity.js';
import { type Block, heading, paragraph, text } from './report.js';
import { commandLine } from './wording/command-line.js';
import { methodNames } from './wording/methods.js';
import { bandName } from './wording/notices.js';

/** Estimates side by side, the band, and what to do in it. */
export function presentRenal(plan: RenalPlan): Presentation {
  return {
    title: 'Baclofen and renal function',
    blocks: [
      ...(plan.estimates.length === 0 ? [] : [estimateTable(plan)]),
      paragraph(
        `Band: ${bandName(plan.band.id)}${plan.estimates.length === 0 ? ' (dialysis)' : ''}.`,
        plan.band.citations,
      ),
      heading('What to do'),
      ...recommendationBlocks(plan.recommendation),
      ...plan.next.map((line) => paragraph(`Next: ${commandLine(line)}`)),
      ...statementSection('With impaired renal function', [plan.accumulation]),
      ...disagreementBlocks([], plan.disagreements),
    ],
  };
}

function estimateTable({ estimates, deciding }: RenalPlan): Block {
  return {
    kind: 'table',
    head: ['Estimate', 'Weight', 'Value', 'Band', 'Role'],
    rows: estimates.map((estimate) => [
      text(
        `${methodNames[estimate.method]}${estimate.correctedFor ? `, corrected (${estimate.correctedFor})` : ''}`,
        estimate.citations,
      ),
      text(estimate.weight ? `${estimate.weight.kind} ${formatQuantity(estimate.weight.value)}` : ''),
      text(formatQuantity(estimate.value)),
      text(estimate.band.replaceAll('-', ' ')),
      text(estimate === deciding ? 'decides' : ''),
    ]),
  };
}

function recommendationBlocks(recommendation: RenalRecommendation): Block[] {
  if (recommendation.action === 'avoid') {
    return [paragraph(`AVOID. ${recommendation.reason.text}`, recommendation.citations)];
  }
  const { action, dailyDoses, timesDaily, interval, ceiling, citations } = recommendation;
  const verdict = action === 'usual' ? 'No change for clearance.' : 'Reduce.';
  if (dailyDoses === undefined || timesDaily === undefined) {
    return [paragraph(`${verdict} Ceiling ${formatQuantity(ceiling)}.`, citations)];
  }
  const fixed =
    timesDaily.some((times) => times !== timesDaily[0]) && action === 'reduce' && recommendation.fraction === undefined;
  const steps = fixed
    ? dailyDoses.map((daily, index) => eachDose(daily, timesDaily[index] ?? 1)).join(', then ')
    : formatList(dailyDoses);
  return [
    paragraph(
      `${verdict} Steps: ${steps}, each for at least ${formatQuantity(interval)}, only if needed and tolerated. Ceiling ${formatQuantity(ceiling)}.`,
      citations,
    ),
  ];
}

/** "5 mg twice daily (10 mg per day)": a daily dose beside how often could be read as each dose. */
function eachDose(dailyDose: Quantity<'mg/d'>, timesDaily: number): string {
  const dose = { value: tidy(dailyDose.value / timesDaily), unit: 'mg' } as const;
  return `${formatQuantity(dose)} ${frequency(timesDaily)} (${formatQuantity(dailyDose)})`;
}
