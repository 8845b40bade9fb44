import type { HalfReason, OptionCode, RestartOption, RestartPlan, RestartRequest } from '../core/restart/types.js';
import type { Quantity } from '../core/values/quantity.js';
import type { AnswerContext } from './answer.js';
import { disagreementBlocks } from './disagreements.js';
import { dispenseSentence, doseLines, doseSentence } from './dose.js';
import { othersLine } from './others.js';
import { ceilingWords, formatQuantity } from './quantity.js';
import { type Block, detail, heading, paragraph, type Report, section, type Table, text } from './report.js';
import { dayRange, gridKey, nameLine, scheduleTable } from './schedule.js';
import { patientWords } from './wording/patient.js';
import { tellLine } from './wording/tell.js';

const optionNames: Readonly<Record<OptionCode, string>> = {
  'same-dose': 'same dose',
  'previous-dose': 'previous dose',
  half: 'half',
  'new-start': 'new start',
};

/** The ways back for a clinician: the options side by side, the adopted one whole, and what rules any of it out. */
export function presentRestart(plan: RestartPlan, request: RestartRequest, context: AnswerContext): Report {
  const { products, brief } = context;
  const who = patientWords(request.patient, brief, plan.deciding);
  const adopted = adoptedOf(plan);
  return {
    title: `Baclofen restart, oral${who && `, ${who}`}: ${gapWords(plan)}`,
    blocks: [
      ...nameLine(request.name),
      ...plan.reason.map((each) => paragraph(each.text, each.citations)),
      ...(plan.options.length > 1 ? [side(plan.options)] : []),
      paragraph(adoptedWords(plan, adopted), adopted.basis.citations),
      scheduleTable(adopted.schedule, plan.products, products),
      paragraph(
        [
          gridKey(adopted.schedule, plan.products, products),
          adopted.schedule.length > 1 ? brief.titration.stay.text : '',
          ceilingWords(plan.ceiling, plan.largestDose),
          'Never above the previous dose.',
          dispenseSentence(plan, products),
        ]
          .filter(Boolean)
          .join(' '),
        plan.citations,
      ),
      ...(plan.notReviewed ? [paragraph(plan.notReviewed.text, plan.notReviewed.citations)] : []),
      paragraph(plan.askSigns.text, plan.askSigns.citations),
      paragraph(tellLine(request.patient, plan.dispense, brief)),
      ...(plan.excipients ? [paragraph(plan.excipients.text, plan.excipients.citations)] : []),
      ...othersLine([], plan.disagreements, context),
      ...detail([...otherOptions(plan, context), ...disagreementBlocks([], plan.disagreements)]),
    ],
  };
}

/** What the plan is called on a sheet, which names no patient. */
export function restartTitle(plan: RestartPlan): string {
  return `Baclofen restart: ${gapWords(plan)}`;
}

/** What every view says before the doses: that they are a judgement, what is in a child's liquid. */
export function restartRemarks({ notReviewed, excipients }: RestartPlan): string[] {
  return [notReviewed, excipients].flatMap((each) => each?.text ?? []);
}

/** The option that sheets and quantity are made of. */
export function adoptedOf({ options }: RestartPlan): RestartOption {
  const adopted = options.find((each) => each.adopted);
  if (adopted === undefined) throw new Error('a restart without an adopted option');
  return adopted;
}

function gapWords({ previous, missed }: RestartPlan): string {
  return `${formatQuantity(previous.dailyDose)} before the gap, missed ${timeWords(missed)}`;
}

/** Whole days as days. */
function timeWords({ value, unit }: Quantity<'h'>): string {
  return value % 24 === 0 && value > 24
    ? formatQuantity({ value: value / 24, unit: 'd' })
    : formatQuantity({ value, unit });
}

function side(options: readonly RestartOption[]): Table {
  return {
    kind: 'table',
    head: ['Option', 'From day 1', 'Reaches', 'Stands on'],
    rows: options.map(({ code, adopted, judgement, schedule }) => {
      const [first] = schedule;
      const last = schedule.at(-1);
      const reaches =
        last && schedule.length > 1
          ? `${formatQuantity(last.dailyDose).replace(' per day', '')} on day ${last.fromDay}`
          : 'at once';
      return [
        text(`${optionNames[code]}${adopted ? ' (adopted)' : ''}`),
        text(first ? inShort(first) : ''),
        text(reaches),
        text(judgement ? 'judgement' : 'source'),
      ];
    }),
  };
}

/** "10 mg three times daily", or what the doses of an uneven day come to. */
function inShort({ doses, dailyDose }: RestartOption['schedule'][number]): string {
  const lines = doseLines(doses);
  return lines.length === 1 ? lines.join('') : formatQuantity(dailyDose);
}

const halfWords: Readonly<Record<HalfReason, string>> = {
  age: 'the age',
  clearance: 'the clearance',
  dose: 'so high a dose',
};

function adoptedWords({ options, halfBecause = [] }: RestartPlan, { basis, judgement }: RestartOption): string {
  const said = halfBecause.map((each) => halfWords[each]).join(' and ');
  const why = options.length > 1 && said !== '' ? ` because of ${said}` : '';
  return `Adopted (${judgement ? 'judgement' : 'source'})${why}: ${basis.text}`;
}

/** The options that were not adopted, whole. */
function otherOptions({ options }: RestartPlan, { products }: AnswerContext): Block[] {
  return options
    .filter(({ adopted }) => !adopted)
    .flatMap(({ code, schedule, basis }) => [
      heading(`Not adopted: ${optionNames[code]}`),
      paragraph(basis.text, basis.citations),
      ...section(
        'Its days',
        schedule.map((step) => text(`Days ${dayRange(step)}: ${doseSentence(step.doses, products)}`)),
      ),
    ]);
}
