import type { Notice } from '../core/answer/notice.js';
import type { CheckPlan, CheckRequest, FindingLevel, PlannedFinding } from '../core/check/types.js';
import type { Quantity, Unit } from '../core/values/quantity.js';
import type { AnswerContext } from './answer.js';
import { frequency } from './dose.js';
import { formatNumber } from './number.js';
import { formatQuantity } from './quantity.js';
import { type Block, detail, paragraph, type Report, type Text, text, typeLine } from './report.js';
import { commandLine } from './wording/command-line.js';
import { findingSentence, partWords } from './wording/findings.js';
import { notRecognisedWords, unknownDrugWords } from './wording/interactions.js';
import { patientWords } from './wording/patient.js';

const levelNames: Readonly<Record<FindingLevel, string>> = { stop: 'STOP', ask: 'ASK', note: 'Note' };

/** What a brief answer has room for; the rest is counted. */
const most = 7;

/** The verdict first, then what is wrong, what to type, and what was and was not held against a rule. */
export function presentCheck(
  plan: CheckPlan,
  request: CheckRequest,
  context: AnswerContext,
  notices: readonly Notice[],
): Report {
  const serious = plan.findings.filter(({ level }) => level !== 'note');
  const notes = plan.findings.filter(({ level }) => level === 'note');
  const shown = serious.slice(0, most);
  const further = [...serious.slice(most), ...notes];
  return {
    title: `${verdict(plan, notices)} ${titleOf(plan, request, context)}`,
    blocks: [
      ...(shown.length === 0 ? [] : [{ kind: 'list' as const, items: shown.map(findingLine) }]),
      ...(further.length === 0 ? [] : [paragraph(`Also: ${furtherWords(further)} (--full).`)]),
      ...plan.next.map((line) => typeLine('Type', commandLine(line))),
      ...plan.unknown.map((each) => paragraph(unknownDrugWords(each))),
      ...(request.notRecognised ? [paragraph(notRecognisedWords(request.notRecognised))] : []),
      paragraph(lastLine(plan, request, context)),
      ...detail(further.length === 0 ? [] : [{ kind: 'list', items: further.map(findingLine) }]),
    ],
  };
}

/** The findings alone, a row each: for a table of values. */
export function presentFindings(...asked: Parameters<typeof presentCheck>): Report {
  const [plan] = asked;
  const { title, blocks } = presentCheck(...asked);
  return { title, blocks: [findingTable(plan.findings), ...blocks.filter(({ kind }) => kind === 'paragraph')] };
}

function titleOf({ read, deciding }: CheckPlan, { patient }: CheckRequest, { brief }: AnswerContext): string {
  const who = patientWords(patient, brief, deciding);
  const [first, ...more] = read;
  const order = first === undefined ? 'dose not read' : orderWords(first);
  const steps = more.length > 0 ? `, and ${more.length} more ${more.length === 1 ? 'step' : 'steps'}` : '';
  return `Baclofen order, oral${who && `, ${who}`}: ${order}${steps}`;
}

/** "20 mg four times daily, 80 mg per day": what was understood, both ways. */
function orderWords({ dailyDose, doses }: CheckPlan['read'][number]): string {
  const total = formatQuantity(dailyDose);
  const [first, ...others] = doses ?? [];
  if (dailyDose.value === 0 || first === undefined) return dailyDose.value === 0 ? 'none' : total;
  const same = others.every(({ value }) => value === first.value);
  return same
    ? `${formatQuantity(first)} ${frequency(others.length + 1)}, ${total}`
    : `${[first, ...others].map(({ value }) => formatNumber(value)).join(' - ')} mg, ${total}`;
}

/** Never that it is right: only what was found among what was looked at; nor that where a warning says why not. */
function verdict({ findings }: CheckPlan, notices: readonly Notice[]): string {
  const count = (level: FindingLevel) => findings.filter((each) => each.level === level).length;
  const counted = (number: number) => `${number} ${number === 1 ? 'finding' : 'findings'}`;
  const stops = count('stop');
  const asks = count('ask');
  if (stops > 0) return `STOP: ${counted(stops)}${asks > 0 ? `, and ${asks} to ask about` : ''}.`;
  if (asks > 0) return `ASK: ${counted(asks)}. Ask who wrote it.`;
  return notices.some(({ severity }) => severity === 'warning')
    ? 'READ THE WARNING: nothing else was found among what was checked.'
    : 'Nothing found among what was checked.';
}

export function findingLine(each: PlannedFinding): Text {
  const { level, passes, fromDay, citations } = each;
  const day = fromDay !== undefined && fromDay > 1 ? ` (day ${fromDay})` : '';
  const would = passes && passesWords(each.code, passes);
  return text(`${levelNames[level]}${day}: ${findingSentence(each)}${would ? ` ${would}` : ''}`, citations);
}

function passesWords(code: PlannedFinding['code'], passes: Quantity<Unit>): string {
  switch (code) {
    case 'day-above-ceiling':
    case 'child':
      return `At most ${formatQuantity(passes)}.`;
    case 'start-above':
    case 'start-below':
      return `First: ${formatQuantity(passes)}.`;
    case 'strength-disagrees':
      return `Right: ${formatQuantity(passes)}.`;
    case 'jump':
      return `Would pass: ${formatQuantity(passes)}.`;
    default:
      return '';
  }
}

function furtherWords(further: readonly PlannedFinding[]): string {
  const notes = further.filter(({ level }) => level === 'note').length;
  const others = further.length - notes;
  return [
    ...(others > 0 ? [`${others} more to ask about`] : []),
    ...(notes > 0 ? [`${notes} ${notes === 1 ? 'note' : 'notes'}`] : []),
  ].join(' and ');
}

function lastLine(
  { checked, notChecked, rules }: CheckPlan,
  { quantity, supply }: CheckRequest,
  { countries }: AnswerContext,
): string {
  // Half of what a quantity is checked by is not passed over.
  const other = quantity && !supply ? ' (needs --supply)' : supply && !quantity ? ' (needs --quantity)' : '';
  const named = (parts: CheckPlan['checked']) =>
    parts
      .map((part) => `${partWords[part]}${part === 'quantity' && notChecked.includes(part) ? other : ''}`)
      .join(', ');
  return `Checked (${countries[rules] ?? rules}): ${named(checked)}. Not checked: ${named(notChecked)}, drugs that are not listed.`;
}

function findingTable(findings: readonly PlannedFinding[]): Block {
  return {
    kind: 'table',
    head: ['level', 'code', 'written', 'limit', 'passes', 'from_day', 'message'],
    rows: findings.map((each) => [
      text(each.level),
      text(each.code),
      text(writtenWords(each)),
      text(each.limit ? formatQuantity(each.limit).trim() : ''),
      text(each.passes ? formatQuantity(each.passes).trim() : ''),
      text(each.fromDay === undefined ? '' : String(each.fromDay)),
      text(findingSentence(each), each.citations),
    ]),
  };
}

/** A unit that a prescriber wrote may be none of ours. */
function writtenWords({ code, written }: PlannedFinding): string {
  if (written === undefined) return '';
  if (code === 'unit-not-oral') return `${formatNumber(written.value)} ${written.unit}`;
  return formatQuantity(written as Quantity<Unit>).trim();
}
