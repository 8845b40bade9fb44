import type { Piece } from '../../core/answer/piece.js';
import { type Product, productOf } from '../../core/doses/product.js';
import { tidy } from '../../core/values/quantity.js';
import { formatDate } from '../date.js';
import { formatPiece } from '../dose.js';
import { formatNumber } from '../number.js';
import { numberWords } from '../number-words.js';
import { formatQuantity } from '../quantity.js';
import { type Block, heading, paragraph, type Report, text } from '../report.js';
import { evidenceOf, type ViewContext } from './context.js';
import { liftedWords } from './lifted.js';
import { isOpen, type PlannedDoses, type PlannedStep, productsUsed } from './plan.js';
import { ceilingWords, prescriptionWords } from './prescription-words.js';
import { dateWords, daySig, dayWords } from './words.js';

/** The prescription text: one instruction a step, then quantity in figures and words, total, product and dates. */
export function pharmacyText(plan: PlannedDoses, context: ViewContext): Report {
  const { products, leaflet } = context;
  const newborn = plan.kind === 'newborn';
  return {
    title: 'Baclofen, prescription text',
    blocks: [
      ...evidenceOf(plan, context).map((words) => paragraph(words)),
      paragraph(`Patient: ${plan.name ?? '______________________________'}`),
      paragraph(plan.title),
      ...dates(plan),
      ...liftedWords(context).map((words) => paragraph(words)),
      heading('Products'),
      { kind: 'list', items: productsUsed(plan).map((id) => text(`baclofen ${productOf(id, products).name}`)) },
      heading('Directions'),
      {
        kind: 'list',
        items: [...plan.steps.map((step, index) => sig(plan, step, index, products)), ending(plan)].map((words) =>
          text(words),
        ),
      },
      ...[...ceilingWords(plan), ...prescriptionWords(plan, context)].map((words) => paragraph(words)),
      heading(`Quantity for ${days(plan.supplyDays)}`),
      { kind: 'list', items: plan.dispense.map((piece) => text(quantityWords(piece, products))) },
      ...(newborn ? [paragraph(leaflet.newborn.syringe.text)] : []),
      paragraph(`Total dose over ${days(plan.supplyDays)}: ${formatNumber(totalDose(plan))} mg of baclofen.`),
      paragraph('Prescriber: ______________________________  Date: ____________________'),
    ],
  };
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${formatNumber(count)} days`;
}

function dates({ startDate, nextDate, nextDay }: PlannedDoses): Block[] {
  if (startDate === undefined || nextDate === undefined) return [];
  return [
    paragraph(
      `Day 1 is ${formatDate(startDate)}; day ${formatNumber(nextDay)}, after the last, is ${formatDate(nextDate)}.`,
    ),
  ];
}

function sig(plan: PlannedDoses, step: PlannedStep, index: number, products: readonly Product[]): string {
  const dated = dateWords(plan, step);
  const length = step.toDay - step.fromDay + 1;
  const when = isOpen(plan, step)
    ? `${dayWords(plan, step)}${dated === '' ? '' : ` (${dated})`}`
    : `for ${days(length)}, ${dayWords(plan, step)}${dated === '' ? '' : ` (${dated})`}`;
  return `Step ${index + 1}: ${plan.kind === 'newborn' ? 'give' : 'take'} ${daySig(step, products)} by mouth, ${when}. ${formatQuantity(step.dailyDose)}.`;
}

function ending({ goesOn, nextDay, nextDate }: PlannedDoses): string {
  const when = `day ${formatNumber(nextDay)}${nextDate ? ` (${formatDate(nextDate)})` : ''}`;
  return goesOn ? 'The last step goes on until it is changed.' : `From ${when} on: none.`;
}

/** "45 (forty-five) tablets of 10 mg": figures that words confirm. */
function quantityWords(piece: Piece, products: readonly Product[]): string {
  const count = 'count' in piece ? piece.count : piece.volume.value;
  const figures = formatNumber(count);
  const written = formatPiece(piece, products);
  return `${figures} (${numberWords(count)})${written.slice(figures.length)}.`;
}

/** mg over the days that the quantity covers. */
function totalDose({ steps, supplyDays }: PlannedDoses): number {
  const amounts = steps.map(
    ({ fromDay, toDay, dailyDose }) => Math.max(0, Math.min(toDay, supplyDays) - fromDay + 1) * dailyDose.value,
  );
  return tidy(amounts.reduce((sum, amount) => sum + amount, 0));
}
