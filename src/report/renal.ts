import type { RenalPlan, RenalRecommendation } from '../core/renal/types.js';
import type { Estimate } from '../core/renal-function/types.js';
import { type Quantity, tidy } from '../core/values/quantity.js';
import { disagreementBlocks, type Presentation, statementSection } from './answer.js';
import { frequency } from './dose.js';
import { formatList, formatQuantity } from './quantity.js';
import { type Block, heading, paragraph, text } from './report.js';
import { bandName } from './wording/notices.js';

const methods: Readonly<Record<Estimate['method'], string>> = {
  'given-clearance': 'Creatinine clearance as given',
  'given-egfr': 'eGFR as given',
  'cockcroft-gault': 'Cockcroft-Gault',
  'ckd-epi-2021': 'CKD-EPI 2021',
  'ckd-epi-2021-deindexed': 'eGFR for this body size',
};

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
        `${methods[estimate.method]}${estimate.correctedFor ? `, corrected (${estimate.correctedFor})` : ''}`,
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
  const fixed =
    timesDaily.some((times) => times !== timesDaily[0]) && action === 'reduce' && recommendation.fraction === undefined;
  const steps = fixed
    ? dailyDoses.map((daily, index) => eachDose(daily, timesDaily[index] ?? 1)).join(', then ')
    : formatList(dailyDoses);
  return [
    paragraph(
      `${action === 'usual' ? 'No change for clearance.' : 'Reduce.'} Steps: ${steps}, each for at least ${formatQuantity(interval)}, only if needed and tolerated. Ceiling ${formatQuantity(ceiling)}. The schedule: baclofen titrate.`,
      citations,
    ),
  ];
}

/** "5 mg twice daily (10 mg per day)": a daily dose beside how often could be read as each dose. */
function eachDose(dailyDose: Quantity<'mg/d'>, timesDaily: number): string {
  const dose = { value: tidy(dailyDose.value / timesDaily), unit: 'mg' } as const;
  return `${formatQuantity(dose)} ${frequency(timesDaily)} (${formatQuantity(dailyDose)})`;
}
