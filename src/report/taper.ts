import type { Product } from '../core/doses/product.js';
import { datedSteps, type Step } from '../core/doses/schedule.js';
import type { TaperPlan, TaperRequest, TaperSchedule } from '../core/taper/types.js';
import { disagreementBlocks, type Presentation, statementSection } from './answer.js';
import { dateRange, formatDate } from './date.js';
import { formatPieces } from './dose.js';
import { formatNumber } from './number.js';
import { formatList, formatQuantity } from './quantity.js';
import { paragraph, type Table, text } from './report.js';
import { dayRange, nameLine, scheduleTable } from './schedule.js';

/** A taper for a clinician: the table or one column per usual dose, and what to do when withdrawal shows. */
export function presentTaper(plan: TaperPlan, { name }: TaperRequest, products: readonly Product[]): Presentation {
  const { title, blocks } = 'schedule' in plan ? single(plan, plan, products) : several(plan.schedules, plan);
  return {
    title,
    blocks: [
      ...nameLine(name),
      ...blocks,
      ...statementSection('Signs of withdrawal', plan.withdrawalSigns),
      ...statementSection('If they appear', [...plan.ifSignsAppear, plan.emergency]),
      ...disagreementBlocks([], plan.disagreements),
    ],
  };
}

function single(taper: TaperSchedule, plan: TaperPlan, products: readonly Product[]): Presentation {
  return {
    title: `Baclofen taper from ${formatQuantity(taper.from)} over ${formatQuantity(taper.days)}`,
    blocks: [
      scheduleTable(taper.schedule, plan.products, products),
      paragraph(`The last dose is on day ${lastDay(taper)}; none from the day after.`, plan.citations),
      paragraph(`Dispense: ${formatPieces(taper.dispense, products)}.`),
    ],
  };
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
