import { type Product, productOf } from '../../core/product.js';
import type { TimeOfDay } from '../../core/schedule.js';
import { formatDate, formatLongDate } from '../date.js';
import { formatPieces } from '../dose.js';
import { formatNumber } from '../number.js';
import { formatQuantity } from '../quantity.js';
import { type Block, heading, paragraph, type Report, section, type Table, text } from '../report.js';
import type { ViewContext } from './context.js';
import { liftedWords } from './lifted.js';
import { isOpen, type PlannedDoses, type PlannedStep } from './plan.js';
import { dateWords, taken, timeNames } from './words.js';

/** The sheet on the fridge: which day, how many tablets, what time, what to watch for and whom to call. */
export function patientSheet(plan: PlannedDoses, context: ViewContext): Report {
  const { leaflet, advice, products } = context;
  const rising = plan.kind === 'titration' && plan.steps.length > 1;
  return {
    title: 'Your baclofen plan',
    blocks: [
      paragraph(`Name: ${plan.name ?? '______________________________'}`),
      paragraph('Clinician: __________________________  Telephone: __________________'),
      paragraph(
        'Your clinician made this plan for you with a dose calculator and answers for it. It is for nobody else.',
      ),
      ...paragraphs(liftedWords(context)),
      heading('How to take it'),
      paragraph(`${course(plan)} Take it by mouth every day, as the table says.`),
      doseTable(plan, products),
      ...paragraphs([
        afterwards(plan),
        `You get ${formatPieces(plan.dispense, products)}, enough for ${daysWords(plan.supplyDays)}.`,
        ...(hasHalves(plan) ? ['Half tablet: break the tablet along its line and keep the other half.'] : []),
      ]),
      ...section(
        'Good to know',
        lines([...advice, ...(rising ? [leaflet.beforeStep] : []), ...storage(plan, products)]),
      ),
      ...section('Call the emergency number at once', lines(leaflet.emergency)),
      ...section('Watch for a dose that is too high', lines(leaflet.tooMuch)),
      ...section('Watch for a dose that fell too fast, or was missed', lines(leaflet.withdrawal)),
      ...paragraphs([`If you notice any of these: ${lowerFirst(leaflet.whomToCall.text)}`]),
    ],
  };
}

function course({ kind, steps }: PlannedDoses): string {
  if (kind === 'taper') return 'The dose goes down step by step until you take no more baclofen.';
  return steps.length > 1
    ? 'The dose goes up step by step.'
    : 'The dose stays as it is until your clinician changes it.';
}

function paragraphs(all: readonly string[]): Block[] {
  return all.map((words) => paragraph(words));
}

function lines(all: readonly { readonly text: string }[]) {
  return all.map(({ text: words }) => text(words));
}

function lowerFirst(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

function daysWords(days: number): string {
  return days === 1 ? '1 day' : `${formatNumber(days)} days`;
}

/** The times of day at which a plan has a dose, in the order of the day. */
function timesUsed({ steps }: PlannedDoses): TimeOfDay[] {
  const used = new Set(steps.flatMap(({ doses }) => doses.map(({ time }) => time)));
  return (['morning', 'midday', 'evening', 'bedtime'] as const).filter((time) => used.has(time));
}

/** A row a step, a column a time of day: what to take then. */
function doseTable(plan: PlannedDoses, products: readonly Product[]): Table {
  const times = timesUsed(plan);
  const end = [`From day ${formatNumber(plan.nextDay)} on`, ...(plan.nextDate ? [formatDate(plan.nextDate)] : [])];
  const rows = plan.steps.map((step) => [
    whenWords(plan, step),
    ...times.map((time) => {
      const dose = step.doses.find((each) => each.time === time);
      return dose === undefined ? 'none' : taken(dose, products);
    }),
    formatQuantity(step.dailyDose).replace(' per day', ''),
  ]);
  const last = plan.goesOn ? [] : [[end.join('\n'), ...times.map(() => 'none'), 'none']];
  return {
    kind: 'table',
    head: ['When', ...times.map((time) => timeNames[time]), 'Whole day'],
    rows: [...rows, ...last].map((row) => row.map((words) => text(words))),
  };
}

function whenWords(plan: PlannedDoses, step: PlannedStep): string {
  const dates = dateWords(plan, step);
  const [from, to] = [formatNumber(step.fromDay), formatNumber(step.toDay)];
  const days = isOpen(plan, step) ? `From day ${from} on` : from === to ? `Day ${from}` : `Day ${from} to ${to}`;
  return dates === '' ? days : `${days}\n${dates}`;
}

function afterwards({ goesOn, nextDay, nextDate, supplyDays }: PlannedDoses): string {
  const when = `day ${formatNumber(nextDay)}${nextDate ? ` (${formatLongDate(nextDate)})` : ''}`;
  if (!goesOn) return `${when.replace('day', 'Day')} is the first day without baclofen.`;
  return supplyDays === nextDay - 1
    ? `Stay on the last dose until your clinician changes it. You need the next supply by ${when}: ask for it in time.`
    : 'Stay on the last dose until your clinician changes it, and ask for the next supply in time.';
}

function hasHalves({ steps }: PlannedDoses): boolean {
  return steps.some(({ doses }) =>
    doses.some(({ make }) => make.some((piece) => 'count' in piece && !Number.isInteger(piece.count))),
  );
}

function storage({ dispense }: PlannedDoses, products: readonly Product[]): { readonly text: string }[] {
  return dispense
    .map((piece) => productOf(piece.product, products))
    .flatMap((product) => (product.kind === 'liquid' && product.storage ? [product.storage] : []));
}
