import type { RenalPlan, RenalRecommendation, RenalRequest } from '../core/renal/types.js';
import { type Quantity, tidy } from '../core/values/quantity.js';
import { isAbove } from '../core/values/thresholds.js';
import type { AnswerContext } from './answer.js';
import { disagreementBlocks } from './disagreements.js';
import { frequency } from './dose.js';
import { othersLine } from './others.js';
import { formatList, formatQuantity } from './quantity.js';
import { type Block, detail, paragraph, type Report, statementSection, text, typeLine } from './report.js';
import { commandLine } from './wording/command-line.js';
import { bandName, fractionWords } from './wording/notices.js';
import { methodNames, patientWords } from './wording/patient.js';

/** What to do in the band of this clearance, the estimates that it comes from, and what others say. */
export function presentRenal(
  plan: RenalPlan,
  { patient = {}, dailyDose }: RenalRequest,
  context: AnswerContext,
): Report {
  // What a creatinine comes to stands below, under Why.
  const given = patient.creatinine ? undefined : plan.deciding;
  return {
    title: `Baclofen and the kidney: ${patientWords(patient, context.brief, given)}`,
    blocks: [
      ...recommendationBlocks(plan.recommendation, dailyDose),
      paragraph(`Why: ${why(plan)}.`, plan.band.citations),
      ...plan.next.map((line) => typeLine('Next', commandLine(line))),
      ...(plan.estimates.length === 0 ? [] : [estimateTable(plan)]),
      ...othersLine([], plan.disagreements, context),
      ...detail([
        ...statementSection('With impaired renal function', [plan.accumulation]),
        ...disagreementBlocks([], plan.disagreements),
      ]),
    ],
  };
}

function why({ deciding, band, recommendation }: RenalPlan): string {
  const number = deciding ? formatQuantity(deciding.value) : 'dialysis';
  const fraction = recommendation.action === 'reduce' ? recommendation.fraction : undefined;
  const kept = fraction ? `, ${fractionWords(fraction)} of the label` : '';
  return `${number}, band ${bandName(band.id)}${kept}`;
}

function estimateTable({ estimates, deciding }: RenalPlan): Block {
  return {
    kind: 'table',
    head: ['Estimate', 'Weight', 'Value'],
    rows: estimates.map((estimate) => [
      text(
        `${upperFirst(methodNames[estimate.method])}${estimate.correctedFor ? `, corrected (${estimate.correctedFor})` : ''}`,
        estimate.citations,
      ),
      text(estimate.weight ? `${estimate.weight.kind}, ${formatQuantity(estimate.weight.value)}` : ''),
      text(`${formatQuantity(estimate.value)}${estimate === deciding ? ' (decides)' : ''}`),
    ]),
  };
}

function recommendationBlocks(recommendation: RenalRecommendation, present: Quantity<'mg/d'> | undefined): Block[] {
  if (recommendation.action === 'avoid') {
    return [paragraph(`AVOID. ${recommendation.reason.text}`, recommendation.citations)];
  }
  const { action, dailyDoses, timesDaily, interval, ceiling, citations } = recommendation;
  const verdict = action === 'usual' ? 'No change for clearance.' : 'Reduce.';
  if (present && !isAbove(present.value, ceiling.value)) {
    const words = `${formatQuantity(present)} is within the ceiling of ${formatQuantity(ceiling)}: stay, if it works.`;
    return [paragraph(words, citations)];
  }
  if (dailyDoses === undefined || timesDaily === undefined) {
    return [paragraph(`${verdict} Ceiling ${formatQuantity(ceiling)}.`, citations)];
  }
  const fixed =
    timesDaily.some((times) => times !== timesDaily[0]) && action === 'reduce' && recommendation.fraction === undefined;
  const steps = fixed
    ? dailyDoses.map((daily, index) => eachDose(daily, timesDaily[index] ?? 1)).join(', then ')
    : formatList(dailyDoses);
  const course =
    dailyDoses.length === 1
      ? `One level: ${steps}, only while tolerated.`
      : `Steps: ${steps}, each for at least ${formatQuantity(interval)}, only if needed and tolerated.`;
  return [paragraph(`${verdict} ${course} Ceiling ${formatQuantity(ceiling)}.`, citations)];
}

/** "5 mg twice daily (10 mg per day)": a daily dose beside how often could be read as each dose. */
function eachDose(dailyDose: Quantity<'mg/d'>, timesDaily: number): string {
  const dose = { value: tidy(dailyDose.value / timesDaily), unit: 'mg' } as const;
  return `${formatQuantity(dose)} ${frequency(timesDaily)} (${formatQuantity(dailyDose)})`;
}

function upperFirst(words: string): string {
  return words.startsWith('eGFR') ? words : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
