import { type Product, productOf } from '../../core/doses/product.js';
import { addDays, type CivilDate } from '../../core/values/calendar.js';
import { formatDate, formatLongDate } from '../date.js';
import { formatPieces, intervalWords } from '../dose.js';
import { formatNumber } from '../number.js';
import { formatQuantity } from '../quantity.js';
import { type Block, heading, paragraph, type Report, section, type Table, text } from '../report.js';
import { timeNames } from '../wording/times.js';
import { evidenceOf, type ViewContext } from './context.js';
import { liftedWords } from './lifted.js';
import { isOpen, type PlannedDoses, type PlannedStep } from './plan.js';
import { type SheetWords, sheetWords } from './sheet-words.js';
import { dateWords, taken, timesUsed } from './words.js';

/** The sheet on the fridge: which day, how much, when, what to watch for and whom to call. */
export function patientSheet(plan: PlannedDoses, context: ViewContext): Report {
  const { products } = context;
  const words = sheetWords(plan, context);
  return {
    title: words.title,
    blocks: [
      ...paragraphs(
        evidenceOf(words.unreviewed === undefined ? plan : { ...plan, unreviewed: words.unreviewed }, context),
      ),
      paragraph(`Name: ${plan.name ?? '______________________________'}`),
      paragraph('Clinician: __________________________  Telephone: __________________'),
      paragraph(words.made),
      ...paragraphs(liftedWords(context)),
      ...(words.tooHigh === undefined ? [] : [heading('Important'), paragraph(words.tooHigh)]),
      heading(words.how),
      paragraph(words.course),
      doseTable(plan, products),
      ...paragraphs([
        words.most,
        afterwards(plan, words),
        ...(plan.milk ? [context.leaflet.newborn.milk.text] : []),
        `You get ${formatPieces(plan.dispense, products)}, enough for ${daysWords(plan.supplyDays)}.`,
        ...(hasHalves(plan) ? [context.leaflet.halfTablet.text] : []),
      ]),
      ...section('Call the emergency number at once', lines(words.emergency)),
      ...section('Good to know', lines([...words.goodToKnow, ...storage(plan, products)])),
      ...section('Watch for a dose that is too high', lines(words.tooMuch)),
      ...section('Watch for a dose that fell too fast, or was missed', lines(words.withdrawal)),
      ...paragraphs([`If you notice any of these: ${lowerFirst(words.whomToCall.text)}`]),
    ],
  };
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

/** A row a step, a column a time of day: what to take then. */
function doseTable(plan: PlannedDoses, products: readonly Product[]): Table {
  if (plan.steps.some(({ everyHours }) => everyHours !== undefined)) return intervalTable(plan, products);
  const times = timesUsed(plan);
  const rows = plan.steps.map((step) => [
    whenWords(plan, step),
    ...times.map((time) => {
      const dose = step.doses.find((each) => each.time === time);
      return dose === undefined ? 'none' : taken(dose, products);
    }),
    wholeDay(step),
  ]);
  const last = plan.goesOn ? [] : [[endWords(plan), ...times.map(() => 'none'), 'none']];
  return {
    kind: 'table',
    head: ['When', ...times.map((time) => timeNames[time]), 'Whole day'],
    rows: [...rows, ...last].map((row) => row.map((words) => text(words))),
  };
}

/** The same by interval: how much at each dose, and the hours between doses. */
function intervalTable(plan: PlannedDoses, products: readonly Product[]): Table {
  const rows = plan.steps.map((step) => {
    const [first] = step.doses;
    return [
      whenWords(plan, step),
      first ? taken(first, products) : 'none',
      [intervalWords(step.everyHours ?? 24 / step.doses.length), ...(step.condition ? [step.condition] : [])].join(
        ', ',
      ),
      wholeDay(step),
    ];
  });
  return {
    kind: 'table',
    head: ['When', 'Each dose', 'How often', 'Whole day'],
    rows: [...rows, [endWords(plan), 'none', 'none', 'none']].map((row) => row.map((words) => text(words))),
  };
}

function endWords({ nextDay, nextDate }: PlannedDoses): string {
  return [`From day ${formatNumber(nextDay)} on`, ...(nextDate ? [formatDate(nextDate)] : [])].join('\n');
}

function wholeDay({ dailyDose }: PlannedStep): string {
  return formatQuantity(dailyDose).replace(' per day', '');
}

function whenWords(plan: PlannedDoses, step: PlannedStep): string {
  const dates = dateWords(plan, step);
  const [from, to] = [formatNumber(step.fromDay), formatNumber(step.toDay)];
  const days = isOpen(plan, step) ? `From day ${from} on` : from === to ? `Day ${from}` : `Days ${from} to ${to}`;
  return dates === '' ? days : `${days}\n${dates}`;
}

function afterwards(
  { goesOn, nextDay, nextDate, startDate, supplyDays, milk }: PlannedDoses,
  { goOn }: SheetWords,
): string {
  const when = (day: number, date: CivilDate | undefined) =>
    `day ${formatNumber(day)}${date ? ` (${formatLongDate(date)})` : ''}`;
  if (!goesOn) {
    const without = milk ? 'a dose' : 'baclofen';
    return `${when(nextDay, nextDate).replace('day', 'Day')} is the first day without ${without}.`;
  }
  // A supply may end before the last step begins.
  const by = when(supplyDays + 1, startDate && addDays(startDate, supplyDays));
  return `${goOn} You need the next supply by ${by}: ask for it in time.`;
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
