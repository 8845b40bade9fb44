import { dailyTotal } from '../core/doses/current-dose.js';
import type { Product } from '../core/doses/product.js';
import { datedSteps, type Step } from '../core/doses/schedule.js';
import type { TaperPlan, TaperRequest, TaperSchedule } from '../core/taper/types.js';
import type { Quantity } from '../core/values/quantity.js';
import { isBelow } from '../core/values/thresholds.js';
import { disagreementBlocks, type Presentation, statementSection } from './answer.js';
import { dateRange, formatDate } from './date.js';
import { formatPieces } from './dose.js';
import { formatNumber } from './number.js';
import { formatList, formatQuantity } from './quantity.js';
import { paragraph, type Table, text } from './report.js';
import { dayRange, nameLine, type ScheduleRow, scheduleTable } from './schedule.js';

/** A taper for a clinician: the table or one column per usual dose, and what to do when withdrawal shows. */
export function presentTaper(plan: TaperPlan, request: TaperRequest, products: readonly Product[]): Presentation {
  const { title, blocks } = 'schedule' in plan ? single(plan, request, plan, products) : several(plan.schedules, plan);
  return {
    title,
    blocks: [
      ...nameLine(request.name),
      ...blocks,
      ...statementSection('Signs of withdrawal', plan.withdrawalSigns),
      ...statementSection('If they appear', [...plan.ifSignsAppear, plan.emergency]),
      ...disagreementBlocks([], plan.disagreements),
    ],
  };
}

function single(
  taper: TaperSchedule,
  request: TaperRequest,
  plan: TaperPlan,
  products: readonly Product[],
): Presentation {
  return {
    title: taperTitle(taper, request),
    blocks: [
      scheduleTable([presentRow(taper), ...taper.schedule], plan.products, products),
      paragraph(endWords(taper), plan.citations),
      paragraph(`Dispense for ${formatQuantity(taper.supply)}: ${formatPieces(taper.dispense, products)}.`),
    ],
  };
}

/** What a taper is called: from where, to where and in how long, and what equal doses of a liquid made of what was asked. */
export function taperTitle({ from, reaches, days }: TaperSchedule, { from: asked, to }: TaperRequest): string {
  const present = asked && dailyTotal(asked);
  const end = reaches.dailyDose;
  const target = to !== undefined && to !== 'ceiling' ? to : undefined;
  const start = `${formatQuantity(from)}${present ? roundedFrom(from, present) : ''}`;
  const goal = `${to === 'ceiling' ? 'the ceiling, ' : ''}${formatQuantity(end)}${target ? roundedFrom(end, target) : ''}`;
  const length = days.value === 0 ? 'from day 1' : `over ${formatQuantity(days)}`;
  return end.value === 0
    ? `Baclofen taper from ${start} over ${formatQuantity(days)}`
    : `Baclofen taper from ${start} to ${goal} ${length}`;
}

/** Of what a dose was rounded down, where it was. */
function roundedFrom(made: Quantity<'mg/d'>, asked: Quantity<'mg/d'>): string {
  return isBelow(made.value, asked.value) ? ` (${formatQuantity(asked)}, rounded down to equal doses)` : '';
}

/** The present dose as the row before day 1. */
function presentRow({ now }: TaperSchedule): ScheduleRow {
  return { ...now, when: 'now' };
}

function endWords(taper: TaperSchedule): string {
  const { reaches, schedule, days } = taper;
  if (reaches.dailyDose.value === 0) return `The last dose is on day ${lastDay(taper)}; none from the day after.`;
  const from = schedule.at(-1);
  const date = from?.fromDate ? ` (${formatDate(from.fromDate)})` : '';
  return `From day ${formatNumber(days.value + 1)}${date} on: ${formatQuantity(reaches.dailyDose)}. It goes on until it is changed.`;
}

function lastDay({ days, schedule }: TaperSchedule): string {
  const date = schedule.at(-2)?.toDate;
  return `${formatNumber(days.value)}${date ? ` (${formatDate(date)})` : ''}`;
}

function several(tapers: readonly TaperSchedule[], { citations }: TaperPlan): Presentation {
  const doses = formatList(tapers.map(({ from }) => from));
  return {
    title: 'Baclofen tapers, daily total by day',
    blocks: [
      columns(tapers),
      paragraph(
        `No dose was guessed: these are tapers from ${doses}. For the plan of this patient, with doses and tablets, add --from: --from 60, or --from 20x3.`,
        citations,
      ),
    ],
  };
}

/** One column a taper; a row wherever any of them changes. */
function columns(tapers: readonly TaperSchedule[]): Table {
  const starts = [...new Set(tapers.flatMap(({ schedule }) => schedule.map(({ fromDay }) => fromDay)))].sort(
    (a, b) => a - b,
  );
  const startDate = tapers[0]?.schedule[0]?.fromDate;
  const rows = starts.map((fromDay, index) => ({ fromDay, toDay: (starts[index + 1] ?? Number.NaN) - 1 || null }));
  return {
    kind: 'table',
    head: [
      'Days',
      ...(startDate ? ['Dates'] : []),
      ...tapers.map(({ from }) => `from ${formatQuantity(from).replace(' per day', '')}`),
    ],
    rows: datedSteps(rows, startDate).map((row) => [
      text(dayRange(row)),
      ...(startDate ? [text(dateRange(row))] : []),
      ...tapers.map(({ schedule }) => text(dailyDoseOn(schedule, row.fromDay))),
    ]),
  };
}

function dailyDoseOn(schedule: readonly Step[], day: number): string {
  const step = schedule.find(({ fromDay, toDay }) => fromDay <= day && (toDay === null || day <= toDay));
  return step ? formatQuantity(step.dailyDose) : '';
}
