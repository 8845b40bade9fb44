import type { Outcome } from '../core/answer/outcome.js';
import type { CheckedPart, CheckPlan, CheckRequest, FindingLevel, PlannedFinding } from '../core/check/types.js';
import type { Citation } from '../core/values/citation.js';
import type { AnswerContext } from './answer.js';
import { formatQuantity } from './quantity.js';
import { commandLine } from './wording/command-line.js';
import { findingSentence, partWords } from './wording/findings.js';
import { firstOf, unknownDrugWords } from './wording/interactions.js';
import { noticeMessage } from './wording/notices.js';
import { refusalWords } from './wording/refusals.js';

type Indicator = 'critical' | 'warning' | 'info';

/** One card of CDS Hooks 1.0. */
export interface Card {
  readonly summary: string;
  readonly detail?: string;
  readonly indicator: Indicator;
  readonly source: { readonly label: string; readonly url?: string };
  readonly suggestions?: readonly { readonly label: string; readonly actions: readonly object[] }[];
  readonly selectionBehavior?: 'at-most-one';
  readonly overrideReasons?: readonly { readonly code: string; readonly system: string; readonly display: string }[];
}

const indicators: Readonly<Record<FindingLevel, Indicator>> = { stop: 'critical', ask: 'warning', note: 'info' };

const system = 'urn:baclofen:override-reasons';

/** What a prescriber may answer, in plain words. */
const reasons = [
  { code: 'data-wrong', system, display: 'The data of this patient are not right' },
  { code: 'taken-already', system, display: 'The patient takes this dose already and is well' },
  { code: 'specialist', system, display: 'A specialist for this patient has agreed' },
  { code: 'watched', system, display: 'The patient is watched in hospital' },
];

/** Summaries have fewer than so many characters. */
const longest = 140;

/**
 * The cards of a check: one for each finding, worst first, then what was not held against a rule.
 * @param order the draft, as "MedicationRequest/1", that a stop suggests to take away.
 */
export function cardsOf(
  outcome: Outcome<CheckRequest, CheckPlan>,
  order: string | undefined,
  context: AnswerContext,
): { readonly cards: readonly Card[] } {
  if (outcome.outcome === 'refusal') {
    const { reason, instead } = refusalWords(outcome.refusal, context.products, context.wording);
    const detail = [reason, ...instead.map((line) => `- ${line}`)].join('\n');
    return { cards: [card(reason, detail, 'critical', outcome.refusal.citations, context)] };
  }
  const { plan, notices, request } = outcome;
  const warnings = notices
    .filter(({ severity }) => severity === 'warning')
    .map((each) => {
      const message = noticeMessage(each, context.wording);
      return card(message, message, 'warning', each.citations, context);
    });
  return {
    cards: [
      ...plan.findings.map((each) => findingCard(each, plan, order, context)),
      ...warnings,
      ...notCheckedCard(plan, request, context),
    ],
  };
}

function findingCard(each: PlannedFinding, plan: CheckPlan, order: string | undefined, context: AnswerContext): Card {
  const sentence = findingSentence(each);
  const passes = each.passes && `What would pass: ${formatQuantity(each.passes)}.`;
  const lines = each.level === 'note' ? [] : plan.next.map((line) => `- \`${commandLine(line)}\``);
  const detail = [sentence, passes, ...lines].filter((line) => line !== undefined).join('\n');
  const made = card(`Baclofen: ${sentence}`, detail, indicators[each.level], each.citations, context);
  if (each.level === 'note') return made;
  const remove = each.level === 'stop' && order !== undefined ? removal(order) : {};
  return { ...made, ...remove, overrideReasons: reasons };
}

function removal(order: string): Pick<Card, 'suggestions' | 'selectionBehavior'> {
  const actions = [{ type: 'delete', description: 'Remove this order of baclofen', resourceId: order }];
  return { suggestions: [{ label: 'Remove this order', actions }], selectionBehavior: 'at-most-one' };
}

/** What makes the other cards incomplete: no number of the kidney, names that are not known. */
function notCheckedCard(plan: CheckPlan, { notRecognised }: CheckRequest, context: AnswerContext): Card[] {
  const parts: readonly CheckedPart[] = ['ceiling', 'kidney', 'age', 'interactions', 'conditions'];
  const missing = plan.notChecked.filter((part) => parts.includes(part)).map((part) => partWords[part]);
  const unknown = [
    ...plan.unknown.map(unknownDrugWords),
    ...(notRecognised
      ? [`Medications and conditions not known here, and not checked: ${firstOf(notRecognised, 30)}.`]
      : []),
  ];
  if (missing.length + unknown.length === 0) return [];
  const summary = missing.length > 0 ? `Baclofen, not checked: ${missing.join(', ')}.` : (unknown[0] ?? '');
  const all = `Not checked: ${plan.notChecked.map((part) => partWords[part]).join(', ')}, drugs that are not listed.`;
  return [card(summary, [all, ...unknown].join('\n'), 'info', [], context)];
}

function card(
  summary: string,
  detail: string,
  indicator: Indicator,
  citations: readonly Citation[],
  { sources, version }: AnswerContext,
): Card {
  const [cited] = citations.filter(({ source }) => source !== 'judgement');
  const source = sources.find(({ id }) => id === cited?.source);
  const label = source ? source.title : `baclofen ${version}, rules of the project`;
  return { summary: short(summary), detail, indicator, source: { label, ...(source?.url && { url: source.url }) } };
}

/** Cut between words where it is too long; the whole stands in the detail. */
function short(sentence: string): string {
  if (sentence.length < longest) return sentence;
  const cut = sentence.slice(0, longest - 4);
  return `${cut.slice(0, cut.lastIndexOf(' '))}...`;
}

/** Of drafts that are not in numbers, or of no draft of baclofen at all. */
export function unreadCards(
  drafts: readonly { readonly from: string }[],
  context: AnswerContext,
): ReturnType<typeof cardsOf> {
  const summary = 'Baclofen, not checked: dose and timing are not in numbers, and words are not read.';
  return { cards: drafts.map(({ from }) => card(summary, `${from}: ${summary}`, 'info', [], context)) };
}
