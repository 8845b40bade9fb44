import type { Piece } from '../../core/answer/piece.js';
import { type Product, productOf } from '../../core/doses/product.js';
import { addDays } from '../../core/values/calendar.js';
import { tidy } from '../../core/values/quantity.js';
import { isBelow } from '../../core/values/thresholds.js';
import { urgentNotices } from '../compose.js';
import { formatDate } from '../date.js';
import { formatPiece, isRegular } from '../dose.js';
import { formatNumber } from '../number.js';
import { numberWords } from '../number-words.js';
import { formatQuantity } from '../quantity.js';
import { type Block, heading, paragraph, type Report, text } from '../report.js';
import { patientWords } from '../wording/patient.js';
import { evidenceOf, type ViewContext } from './context.js';
import { noticeWords } from './off-screen.js';
import { isOpen, type PlannedDoses, type PlannedStep, productsUsed } from './plan.js';
import { ceilingWords, prescriptionWords, syringeWords } from './prescription-words.js';
import { dateWords, daySig, dayWords, listed } from './words.js';

/** The prescription text: one instruction a step, then quantity in figures and words, total, product and dates. */
export function pharmacyText(plan: PlannedDoses, context: ViewContext): Report {
  const { products, leaflet } = context;
  const newborn = plan.kind === 'newborn';
  return {
    title: 'Baclofen, prescription text',
    blocks: [
      ...evidenceOf(plan, context).map((words) => paragraph(words)),
      paragraph(`Patient: ${plan.name ?? '______________________________'}`),
      ...(newborn ? [] : [paragraph(whoWords(plan, context))]),
      paragraph(plan.title),
      ...dates(plan),
      ...urgentNotices(context.notices, context, (each) => noticeWords(each, context)),
      heading('Products'),
      { kind: 'list', items: productsUsed(plan).map((id) => text(`baclofen ${productOf(id, products).name}`)) },
      heading('Directions'),
      {
        kind: 'list',
        items: [...plan.steps.map((step, index) => sig(plan, step, index, context)), ending(plan)].map((words) =>
          text(words),
        ),
      },
      ...[...ceilingWords(plan), ...prescriptionWords(plan, context)].map((words) => paragraph(words)),
      ...(plan.milk ? [paragraph(leaflet.prescription.milk.text)] : []),
      heading(`Quantity for ${days(plan.supplyDays)}`),
      { kind: 'list', items: plan.dispense.map((piece) => text(quantityWords(piece, products))) },
      ...lasting(plan).map((words) => paragraph(words)),
      ...syringeWords(plan, context).map((words) => paragraph(words)),
      paragraph(`Total dose over ${days(plan.supplyDays)}: ${formatNumber(totalDose(plan))} mg of baclofen.`),
      paragraph('Prescriber: ______________________________  Date: ____________________'),
    ],
  };
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${formatNumber(count)} days`;
}

function dates({ goesOn, startDate, nextDate, nextDay }: PlannedDoses): Block[] {
  if (startDate === undefined || nextDate === undefined) return [];
  const end = goesOn ? '' : `; day ${formatNumber(nextDay)}, after the last, is ${formatDate(nextDate)}`;
  return [paragraph(`Day 1 is ${formatDate(startDate)}${end}.`)];
}

/** Where the dose goes on, the days of the quantity are no end of it. */
function lasting({ goesOn, supplyDays, startDate }: PlannedDoses): string[] {
  if (!goesOn) return [];
  const day = (after: number) => {
    const date = startDate ? ` (${formatDate(addDays(startDate, after - 1))})` : '';
    return `day ${formatNumber(after)}${date}`;
  };
  return [`The quantity lasts through ${day(supplyDays)}; the next supply is needed by ${day(supplyDays + 1)}.`];
}

function sig(plan: PlannedDoses, step: PlannedStep, index: number, context: ViewContext): string {
  const dated = dateWords(plan, step);
  const length = step.toDay - step.fromDay + 1;
  const when = isOpen(plan, step)
    ? `${dayWords(plan, step)}${dated === '' ? '' : ` (${dated})`}`
    : `for ${days(length)}, ${dayWords(plan, step)}${dated === '' ? '' : ` (${dated})`}`;
  return `Step ${index + 1}: ${plan.kind === 'newborn' ? 'give' : 'take'} ${daySig(step, context.products)}${timesOf(step)} by mouth, ${when}. ${formatQuantity(step.dailyDose)}${perKg(plan, step, context)}.`;
}

/** " (morning and bedtime)", where the directions have only how often. */
function timesOf({ doses, everyHours }: PlannedStep): string {
  const untold = everyHours === undefined && doses.length > 1 && isRegular(doses);
  return untold ? ` (${listed(doses.map(({ time }) => time))})` : '';
}

/** Of a child by weight: " (0.3 mg/kg/day)". */
function perKg({ patient }: PlannedDoses, { dailyDose }: PlannedStep, { adultFrom }: ViewContext): string {
  const { age, weight } = patient ?? {};
  if (age === undefined || weight === undefined || !isBelow(age.value, adultFrom.value)) return '';
  return ` (${formatQuantity({ value: dailyDose.value / weight.value, unit: 'mg/kg/d' })})`;
}

/** Whom it is for, what of that is not known, and what else they take and have. */
function whoWords({ patient = {}, drugs = [], conditions = [] }: PlannedDoses, context: ViewContext): string {
  const { kidney } = context;
  const who = patientWords(patient, context, kidney.deciding);
  const unknown = [
    ...(patient.age ? [] : ['age']),
    ...(patient.weight ? [] : ['weight']),
    ...(kidney.deciding || patient.dialysis ? [] : ['kidney function']),
  ];
  return [
    who === '' ? '' : `${who.charAt(0).toUpperCase()}${who.slice(1)}.`,
    unknown.length === 0 ? '' : `Not given for this plan: ${listed(unknown)}.`,
    drugs.length === 0 ? '' : `Takes as well: ${drugs.join(', ')}.`,
    conditions.length === 0 ? '' : `Has: ${conditions.join(', ')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function ending({ goesOn, nextDay, nextDate, milk }: PlannedDoses): string {
  const when = `day ${formatNumber(nextDay)}${nextDate ? ` (${formatDate(nextDate)})` : ''}`;
  return goesOn
    ? 'The last step goes on until it is changed.'
    : `From ${when} on: none${milk ? `; the milk of the mother goes on, ${formatQuantity(milk)}` : ''}.`;
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
