import { datedSteps, type Step } from '../core/doses/schedule.js';
import type { TaperPlan, TaperRequest, TaperSchedule } from '../core/taper/types.js';
import type { AnswerContext } from './answer.js';
import { dateRange, formatDate } from './date.js';
import { disagreementBlocks } from './disagreements.js';
import { formatPieces } from './dose.js';
import { formatNumber } from './number.js';
import { formatQuantity } from './quantity.js';
import { detail, paragraph, type Report, statementSection, type Table, text } from './report.js';
import { dayRange, gridKey, nameLine, scheduleTable } from './schedule.js';
import { patientWords } from './wording/patient.js';

/** A taper for a clinician: the table or one column per usual dose, and what to do when withdrawal shows. */
export function presentTaper(plan: TaperPlan, request: TaperRequest, context: AnswerContext): Report {
  const { brief } = context;
  const { title, blocks } =
    'schedule' in plan ? single(plan, plan, request, context) : several(plan.schedules, plan, request);
  return {
    title,
    blocks: [
      ...nameLine(request.name),
      ...blocks,
      paragraph(`${brief.taper.withdrawal.text} ${brief.taper.emergency.text}`),
      paragraph(`Others: ${brief.taper.others.text}: --days ${brief.taper.othersDays.value}.`),
      ...detail([
        ...statementSection('Signs of withdrawal', plan.withdrawalSigns),
        ...statementSection('If they appear', [...plan.ifSignsAppear, plan.emergency]),
        ...disagreementBlocks([], plan.disagreements),
      ]),
    ],
  };
}

/** A taper by its patient, its dose and its last day. */
function taperTitle({ from, days }: TaperSchedule, { patient }: TaperRequest): string {
  const who = patientWords(patient);
  return `Baclofen taper, oral${who && `, ${who}`}: from ${formatQuantity(from)} to none, last dose on day ${formatNumber(days.value)}`;
}

function single(taper: TaperSchedule, plan: TaperPlan, request: TaperRequest, { products }: AnswerContext): Report {
  return {
    title: taperTitle(taper, request),
    blocks: [
      scheduleTable(taper.schedule, plan.products, products),
      paragraph(
        [
          gridKey(taper.schedule, plan.products, products),
          ...lastDate(taper),
          `Dispense ${formatPieces(taper.dispense, products)}.`,
        ]
          .filter(Boolean)
          .join(' '),
        plan.citations,
      ),
    ],
  };
}

function lastDate({ schedule }: TaperSchedule): string[] {
  const date = schedule.at(-2)?.toDate;
  return date ? [`The last dose is on ${formatDate(date)}.`] : [];
}

function several(tapers: readonly TaperSchedule[], { citations }: TaperPlan, { patient }: TaperRequest): Report {
  const who = patientWords(patient);
  return {
    title: `Baclofen taper, oral${who && `, ${who}`}: daily total by day from each usual dose`,
    blocks: [
      columns(tapers),
      paragraph(
        'No dose was guessed. For the plan of this patient, with doses and tablets, add the present dose: --from 60, or --from 20x3.',
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
