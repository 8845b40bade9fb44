import { isLifted } from '../core/restart/options.js';
import type { HalfReason, OptionCode, RestartOption, RestartPlan, RestartRequest } from '../core/restart/types.js';
import type { Quantity } from '../core/values/quantity.js';
import type { AnswerContext } from './answer.js';
import { disagreementBlocks } from './disagreements.js';
import { dispenseSentence, doseLines, doseSentence } from './dose.js';
import { othersLine } from './others.js';
import { ceilingWords, formatQuantity } from './quantity.js';
import {
  type Block,
  detail,
  heading,
  inShort,
  paragraph,
  type Report,
  section,
  spared,
  type Table,
  text,
} from './report.js';
import { dayRange, gridKey, nameLine, scheduleTable } from './schedule.js';
import { patientWords } from './wording/patient.js';
import { tellLine } from './wording/tell.js';

const optionNames: Readonly<Record<OptionCode, string>> = {
  'same-dose': 'same dose',
  'previous-dose': 'previous dose',
  half: 'half',
  'new-start': 'new start',
};

/** "half", or what stands for it where a new start would be more. */
function nameOf({ code, schedule }: RestartOption, { previous }: RestartPlan): string {
  return code === 'half' && isLifted(schedule, previous) ? 'first level' : optionNames[code];
}

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
      ...optionBlocks(plan, adopted),
      scheduleTable(adopted.schedule, plan.products, products),
      inShort(howWords(plan, context, true), howWords(plan, context, false), plan.citations),
      paragraph(`${plan.askSigns.text} ${tellLine(request.patient, plan.dispense, brief)}`, plan.askSigns.citations),
      ...(plan.excipients ? [paragraph(plan.excipients.text, plan.excipients.citations)] : []),
      ...othersLine([], plan.disagreements, context).map((block) => (isSevere(plan) ? block : spared(block))),
      ...detail([...otherOptions(plan, context), ...disagreementBlocks([], plan.disagreements)]),
    ],
  };
}

/** How far and how long, and with what. The levels themselves say that none is above the previous dose. */
function howWords(plan: RestartPlan, { products, brief }: AnswerContext, whole: boolean): string {
  const { schedule } = adoptedOf(plan);
  return [
    gridKey(schedule, plan.products, products),
    schedule.length > 1 ? brief.titration.stay.text : '',
    ceilingWords(plan.ceiling, plan.largestDose),
    whole ? 'Never above the previous dose.' : '',
    dispenseSentence(plan, products),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The options side by side and why one is adopted; in words alone where no row is to spare. */
function optionBlocks(plan: RestartPlan, adopted: RestartOption): Block[] {
  const { options, notReviewed } = plan;
  const why = adoptedWords(plan, adopted);
  const citations = [...adopted.basis.citations, ...(notReviewed?.citations ?? [])];
  if (notReviewed === undefined) return [paragraph(why, citations)];
  const words = `${why} ${notReviewed.text}`;
  if (options.length === 1) return [inShort(words, `${unreviewed}: ${adopted.basis.text}`, citations)];
  const all = options.map((each) => `${nameOf(each, plan)}${each === adopted ? adoptedFor(plan) : inOneGo(each)}`);
  return [spared(side(plan)), inShort(words, `${unreviewed}: ${all.join('; or ')}.`, citations)];
}

const unreviewed = 'Judgement, not reviewed by a clinician';

function adoptedFor(plan: RestartPlan): string {
  return ` (adopted${becauseWords(plan).replace(' because of', ' for')})`;
}

/** Not adopted: the first dose, and where it goes. */
function inOneGo(option: RestartOption): string {
  const [first] = option.schedule;
  return first ? `, ${inDoses(first)}, ${reaches(option)}` : '';
}

/** Where sources that say none at all are heard in every answer. */
function isSevere({ disagreements }: RestartPlan): boolean {
  return disagreements.some(({ here }) => here?.kind === 'avoid');
}

/** What the plan is called on a sheet, which names no patient. */
export function restartTitle(plan: RestartPlan): string {
  return `Baclofen restart: ${gapWords(plan)}`;
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

function side(plan: RestartPlan): Table {
  return {
    kind: 'table',
    head: ['Option', 'From day 1', 'Reaches', 'Stands on'],
    rows: plan.options.map((option) => {
      const { adopted, judgement, schedule } = option;
      const [first] = schedule;
      return [
        text(`${nameOf(option, plan)}${adopted ? ' (adopted)' : ''}`),
        text(first ? inDoses(first) : ''),
        text(reaches(option)),
        text(judgement ? 'judgement' : 'source'),
      ];
    }),
  };
}

/** "60 mg on day 7", or "at once". */
function reaches({ schedule }: RestartOption): string {
  const last = schedule.at(-1);
  return last && schedule.length > 1
    ? `${formatQuantity(last.dailyDose).replace(' per day', '')} on day ${last.fromDay}`
    : 'at once';
}

/** "10 mg three times daily", or what the doses of an uneven day come to. */
function inDoses({ doses, dailyDose }: RestartOption['schedule'][number]): string {
  const lines = doseLines(doses);
  return lines.length === 1 ? lines.join('') : formatQuantity(dailyDose);
}

const halfWords: Readonly<Record<HalfReason, string>> = {
  age: 'the age',
  clearance: 'the clearance',
  dose: 'so high a dose',
};

function adoptedWords(plan: RestartPlan, { basis, judgement }: RestartOption): string {
  return `Adopted (${judgement ? 'judgement' : 'source'})${becauseWords(plan)}: ${basis.text}`;
}

function becauseWords({ options, halfBecause = [] }: RestartPlan): string {
  const said = halfBecause.map((each) => halfWords[each]).join(' and ');
  return options.length > 1 && said !== '' ? ` because of ${said}` : '';
}

/** The options that were not adopted, whole. */
function otherOptions(plan: RestartPlan, { products }: AnswerContext): Block[] {
  return plan.options
    .filter(({ adopted }) => !adopted)
    .flatMap((option) => [
      heading(`Not adopted: ${nameOf(option, plan)}`),
      paragraph(option.basis.text, option.basis.citations),
      ...section(
        'Its days',
        option.schedule.map((step) => text(`Days ${dayRange(step)}: ${doseSentence(step.doses, products)}`)),
      ),
    ]);
}
