import { dailyTotal } from '../core/doses/current-dose.js';
import { datedSteps, type Step } from '../core/doses/schedule.js';
import type { TaperPlan, TaperRequest, TaperSchedule } from '../core/taper/types.js';
import type { Quantity } from '../core/values/quantity.js';
import { isBelow } from '../core/values/thresholds.js';
import type { AnswerContext } from './answer.js';
import { dateRange, formatDate } from './date.js';
import { disagreementBlocks } from './disagreements.js';
import { dispenseSentence, formatAmounts } from './dose.js';
import { formatNumber } from './number.js';
import { formatQuantity } from './quantity.js';
import { detail, inShort, paragraph, type Report, statementSection, type Table, text } from './report.js';
import { dayRange, gridKey, nameLine, scheduleTable } from './schedule.js';
import { patientWords } from './wording/patient.js';

/** A taper for a clinician: the table or one column per usual dose, and what to do when withdrawal shows. */
export function presentTaper(plan: TaperPlan, request: TaperRequest, context: AnswerContext): Report {
  const { brief } = context;
  const { title, blocks } =
    'schedule' in plan ? single(plan, plan, request, context) : several(plan.schedules, plan, request, context);
  return {
    title,
    blocks: [
      ...nameLine(request.name),
      ...blocks,
      inShort(`${brief.taper.withdrawal.text} ${brief.taper.emergency.text}`, brief.taper.short.text),
      ...(stops(plan)
        ? [paragraph(`Others: ${brief.taper.others.text}: --days ${brief.taper.othersDays.value}.`)]
        : []),
      ...detail([
        ...statementSection('Signs of withdrawal', plan.withdrawalSigns),
        ...statementSection('If they appear', [...plan.ifSignsAppear, plan.emergency]),
        ...(plan.excipients ? [paragraph(plan.excipients.text, plan.excipients.citations)] : []),
        ...disagreementBlocks([], plan.disagreements),
      ]),
    ],
  };
}

/** Whether it ends at zero. */
function stops(plan: TaperPlan): boolean {
  return !('schedule' in plan) || plan.reaches.dailyDose.value === 0;
}

/** A taper by its patient, its dose and where it ends. */
function title(taper: TaperSchedule, request: TaperRequest, { brief }: Pick<AnswerContext, 'brief'>): string {
  const who = patientWords(request.patient, brief);
  return `Baclofen taper, oral${who && `, ${who}`}: ${courseWords(taper, request)}`;
}

/** What a taper is called on a sheet, which names no patient. */
export function taperTitle(taper: TaperSchedule, request: TaperRequest): string {
  return `Baclofen taper ${courseWords(taper, request)}`;
}

/** From where, to where and in how long, and what equal doses of a liquid made of what was asked. */
function courseWords({ from, reaches, days }: TaperSchedule, { from: asked, to }: TaperRequest): string {
  const present = asked && dailyTotal(asked);
  const end = reaches.dailyDose;
  const target = to !== undefined && to !== 'ceiling' ? to : undefined;
  const start = `from ${formatQuantity(from)}${present ? roundedFrom(from, present) : ''}`;
  if (end.value === 0) return `${start} to none after day ${formatNumber(days.value)}`;
  const goal = `${to === 'ceiling' ? 'the ceiling, ' : ''}${formatQuantity(end)}${target ? roundedFrom(end, target) : ''}`;
  return `${start} to ${goal} ${days.value === 0 ? 'from day 1' : `over ${formatQuantity(days)}`}`;
}

/** Of what a dose was rounded down, where it was. */
function roundedFrom(made: Quantity<'mg/d'>, asked: Quantity<'mg/d'>): string {
  return isBelow(made.value, asked.value) ? ` (${formatQuantity(asked)}, rounded down to equal doses)` : '';
}

function single(taper: TaperSchedule, plan: TaperPlan, request: TaperRequest, context: AnswerContext): Report {
  const { products } = context;
  const key = gridKey([taper.now, ...taper.schedule], plan.products, products);
  const ends = [key, ...endWords(taper)].filter(Boolean);
  const all = [...ends, dispenseSentence(taper, products)].join(' ');
  return {
    title: title(taper, request, context),
    blocks: [
      scheduleTable(taper.schedule, plan.products, products, taper.now),
      // The key names the tablet, and the table the days.
      key && taper.reaches.dailyDose.value === 0
        ? inShort(all, [...ends, `Dispense ${formatAmounts(taper.dispense, products)}.`].join(' '), plan.citations)
        : paragraph(all, plan.citations),
    ],
  };
}

/** The last date, or that a taper to a dose goes on with it. */
function endWords({ reaches, schedule, days }: TaperSchedule): string[] {
  if (reaches.dailyDose.value === 0) {
    const date = schedule.at(-2)?.toDate;
    return date ? [`The last dose is on ${formatDate(date)}.`] : [];
  }
  const { fromDate } = schedule.at(-1) ?? {};
  const date = fromDate ? ` (${formatDate(fromDate)})` : '';
  return [
    `From day ${formatNumber(days.value + 1)}${date} on ${formatQuantity(reaches.dailyDose)}; it goes on until it is changed.`,
  ];
}

function several(
  tapers: readonly TaperSchedule[],
  { citations }: TaperPlan,
  { patient }: TaperRequest,
  { brief }: Pick<AnswerContext, 'brief'>,
): Report {
  const who = patientWords(patient, brief);
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
