import type { Notice, Severity } from '../core/answer/notice.js';
import type { Outcome } from '../core/answer/outcome.js';
import type { AnswerContext } from './answer.js';
import { formatPieces } from './dose.js';
import { takenSection } from './patient-file.js';
import { formatQuantity } from './quantity.js';
import { type Block, detail, heading, inShort, paragraph, type Report, section, type Text, text } from './report.js';
import { assumedBriefly, assumptionValue, assumptionWords } from './wording/assumptions.js';
import { noticeMessage } from './wording/notices.js';
import { refusalWords } from './wording/refusals.js';

/** How a plan is shown; its notices stand before it, whatever it makes of them. */
export type Presentation<Plan, Request> = (
  plan: Plan,
  request: Request,
  context: AnswerContext,
  notices: readonly Notice[],
) => Report;

/**
 * An outcome as a report: warnings and cautions before any number, what would change the answer if it were wrong, the
 * plan or the refusal, then what it stands on.
 */
export function toReport<Request, Plan>(
  outcome: Outcome<Request, Plan>,
  present: Presentation<Plan, Request>,
  context: AnswerContext,
  explain: boolean,
): Report {
  const unused = outcome.notices
    .filter(({ code }) => code === 'not-used')
    .map((each) => noticeMessage(each, context.wording));
  const infos = noticesOf(outcome.notices, 'info', context).filter(({ text }) => !unused.includes(text));
  const { title, blocks } =
    outcome.outcome === 'plan'
      ? present(outcome.plan, outcome.request, context, outcome.notices)
      : presentRefusal(outcome.refusal, context);
  return {
    title,
    blocks: [
      ...urgentNotices(outcome.notices, context),
      ...assumedBriefly(outcome.assumptions, outcome.notices).map(({ words, short }) => inShort(words, short)),
      ...unused.map((line) => paragraph(line)),
      ...blocks,
      ...detail(infos.length === 0 ? [] : [heading('Notices'), { kind: 'notices', items: infos }]),
      ...detail(takenSection(outcome.request)),
      ...detail(section('Assumptions', outcome.assumptions.map(assumptionLine))),
      ...(explain
        ? section(
            'Working',
            outcome.working.map((each) => workingLine(each, context)),
          )
        : []),
    ],
  };
}

/** Every warning, then every caution, in the words of the data. */
export function urgentNotices(notices: readonly Notice[], context: Wording, worded?: Worded): Block[] {
  const items = (['warning', 'caution'] as const).flatMap((severity) => noticesOf(notices, severity, context, worded));
  return items.length === 0 ? [] : [{ kind: 'notices', items }];
}

type Wording = Pick<AnswerContext, 'wording'>;
type Worded = (notice: Notice) => string;

function noticesOf(
  notices: readonly Notice[],
  severity: Severity,
  { wording }: Wording,
  worded: Worded = (each) => noticeMessage(each, wording),
) {
  return notices
    .filter((each) => each.severity === severity)
    .map((each) => ({ ...text(worded(each), each.citations), severity }));
}

function presentRefusal(
  refusal: Extract<Outcome<unknown, unknown>, { outcome: 'refusal' }>['refusal'],
  { products, command, wording }: AnswerContext,
): Report {
  const { reason, instead } = refusalWords(refusal, products, wording);
  // The lines to type stand last.
  const firstLine = instead.length - (refusal.instead ?? []).length;
  return {
    title: `Refused: baclofen ${command}`,
    blocks: [
      paragraph(reason, refusal.citations),
      ...section(
        'What to do instead',
        instead.map((line, index) => ({ text: line, ...(index >= firstLine && { whole: true as const }) })),
      ),
    ],
  };
}

function assumptionLine(assumption: Outcome<unknown, unknown>['assumptions'][number]): Text {
  const { name, reason, flag } = assumptionWords[assumption.name];
  return text(`${name}: ${assumptionValue(assumption)} (${reason}). Set with ${flag}.`, assumption.citations);
}

function workingLine(
  { label, formula, inputs, result, citations }: Outcome<unknown, unknown>['working'][number],
  { products }: AnswerContext,
): Text {
  const printed = (each: typeof result) => {
    if (typeof each === 'string') return each;
    return 'unit' in each ? formatQuantity(each) : formatPieces(each, products);
  };
  const given = Object.entries(inputs).map(([name, value]) => `${name} ${printed(value)}`);
  return text(`${label}: ${formula}; ${given.join(', ')}; gives ${printed(result)}.`, citations);
}
