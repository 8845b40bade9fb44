import type { CalculationStep, Outcome } from '../core/answer/outcome.js';
import { schemaId } from '../core/answer/schema-id.js';
import type { Product } from '../core/doses/product.js';
import type { Consequence, StatementHere } from '../core/titration/types.js';
import type { Citation, Disagreement } from '../core/values/citation.js';
import { citedSources, numberCitations } from './citations.js';
import { formatPieces } from './dose.js';
import { takenSection } from './patient-file.js';
import { formatList, formatQuantity } from './quantity.js';
import { type Block, heading, paragraph, type Report, section, type Text, text } from './report.js';
import type { PrintedSource } from './source.js';
import { assumptionValue, assumptionWords } from './wording/assumptions.js';
import { noticeMessage } from './wording/notices.js';
import { refusalWords } from './wording/refusals.js';

/** What every answer is printed with. */
export interface AnswerContext {
  readonly command: string;
  readonly version: string;
  /** The date of the data, YYYY-MM-DD. */
  readonly date: string;
  readonly sources: readonly PrintedSource[];
  readonly products: readonly Product[];
}

/** How a plan of one kind is presented: a title, and the blocks between the warnings and the notices. */
export interface Presentation {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** An outcome in the form that --json prints, the same for every command. */
export function toAnswer<Request, Plan>(outcome: Outcome<Request, Plan>, context: AnswerContext): object {
  const words = outcome.outcome === 'refusal' ? refusalWords(outcome.refusal, context.products) : undefined;
  return {
    schema: schemaId(context.command),
    version: context.version,
    data: context.date,
    outcome: outcome.outcome,
    request: outcome.request,
    assumptions: outcome.assumptions.map((assumption) => {
      const { reason, flag } = assumptionWords[assumption.name];
      return { name: assumption.name, value: assumption.value, reason, flag, citations: assumption.citations };
    }),
    ...(outcome.outcome === 'plan'
      ? { plan: outcome.plan }
      : {
          refusal: {
            code: outcome.refusal.code,
            ...words,
            params: outcome.refusal.params,
            citations: outcome.refusal.citations,
          },
        }),
    notices: outcome.notices.map((notice) => ({
      code: notice.code,
      severity: notice.severity,
      message: noticeMessage(notice),
      params: notice.params,
      citations: notice.citations,
    })),
    working: outcome.working,
    sources: citedSources(outcome).map((id) => context.sources.find((source) => source.id === id)),
  };
}

/** An outcome as a report: warnings before any number, then the plan or the refusal, then what it stands on. */
export function toReport<Request, Plan>(
  outcome: Outcome<Request, Plan>,
  present: (plan: Plan, request: Request) => Presentation,
  context: AnswerContext,
  explain: boolean,
): Report {
  const notices = outcome.notices.map((each) => ({
    ...text(noticeMessage(each), each.citations),
    severity: each.severity,
  }));
  const warnings = notices.filter(({ severity }) => severity === 'warning');
  const others = notices.filter(({ severity }) => severity !== 'warning');
  const { title, blocks } =
    outcome.outcome === 'plan' ? present(outcome.plan, outcome.request) : presentRefusal(outcome.refusal, context);
  return numberCitations(
    {
      title,
      blocks: [
        ...(warnings.length === 0 ? [] : [{ kind: 'notices' as const, items: warnings }]),
        ...blocks,
        ...(others.length === 0 ? [] : [heading('Notices'), { kind: 'notices' as const, items: others }]),
        ...takenSection(outcome.request),
        ...section('Assumptions', outcome.assumptions.map(assumptionLine)),
        ...(explain
          ? section(
              'Working',
              outcome.working.map((each) => workingLine(each, context.products)),
            )
          : []),
      ],
    },
    context.sources,
  );
}

function presentRefusal(
  refusal: Extract<Outcome<unknown, unknown>, { outcome: 'refusal' }>['refusal'],
  { products, command }: AnswerContext,
): Presentation {
  const { reason, instead } = refusalWords(refusal, products);
  return {
    title: `Refused: baclofen ${command}`,
    blocks: [
      paragraph(reason, refusal.citations),
      ...section(
        'What to do instead',
        instead.map((line) => text(line)),
      ),
    ],
  };
}

function assumptionLine(assumption: Parameters<typeof assumptionValue>[0]): Text {
  const { name, reason, flag } = assumptionWords[assumption.name];
  return text(`${name}: ${assumptionValue(assumption)} (${reason}). Set with ${flag}.`, assumption.citations);
}

function workingLine(
  { label, formula, inputs, result, citations }: CalculationStep,
  products: readonly Product[],
): Text {
  const printed = (each: CalculationStep['result']) => {
    if (typeof each === 'string') return each;
    return 'unit' in each ? formatQuantity(each) : formatPieces(each, products);
  };
  const given = Object.entries(inputs).map(([name, value]) => `${name} ${printed(value)}`);
  return text(`${label}: ${formula}; ${given.join(', ')}; gives ${printed(result)}.`, citations);
}

/** Values that sources disagree on and what they would change, and what other sources say. */
export function disagreementBlocks(
  alternatives: readonly Disagreement[],
  statements: readonly StatementHere[],
): Block[] {
  return section('Sources disagree', [
    ...alternatives.flatMap(({ part, adopted, reaches, citations, others }) => [
      text(
        `${part}: ${formatQuantity(adopted)} here${reaches ? `, ${formatQuantity(reaches.target)} on day ${reaches.day}` : ''}.`,
        citations,
      ),
      ...others.map(({ value, note, reachesOnDay, citations: theirs }) => {
        const then = reachesOnDay === undefined ? '' : `, on day ${reachesOnDay}`;
        return text(`${part}: ${formatQuantity(value)}${then}. ${note}`, theirs);
      }),
    ]),
    ...statements.map(({ text: words, here, citations }) =>
      text(here ? `${words} ${consequence(here)}` : words, citations),
    ),
  ]);
}

function consequence(here: Consequence): string {
  switch (here.kind) {
    case 'avoid':
      return 'For this patient: no baclofen.';
    case 'start':
      return `For this patient: start with ${formatQuantity(here.dailyDose)}.`;
    case 'doses':
      return `For this patient: ${formatList(here.dailyDoses)}, ceiling ${formatQuantity(here.ceiling)}.`;
  }
}

export function statementSection(
  title: string,
  statements: readonly { readonly text: string; readonly citations: readonly Citation[] }[],
): Block[] {
  return section(
    title,
    statements.map(({ text: words, citations }) => text(words, citations)),
  );
}
