import type { BriefParameters } from '../core/answer/brief.js';
import type { Outcome } from '../core/answer/outcome.js';
import { schemaId } from '../core/answer/schema-id.js';
import type { WordingParameters } from '../core/answer/wording.js';
import type { CheckPlan } from '../core/check/types.js';
import type { Product } from '../core/doses/product.js';
import { citedSources } from './citations.js';
import { withMessages } from './finding-messages.js';
import type { PrintedSource } from './source.js';
import { assumptionWords } from './wording/assumptions.js';
import { noticeMessage } from './wording/notices.js';
import { refusalWords } from './wording/refusals.js';

/** What every answer is printed with. */
export interface AnswerContext {
  readonly command: string;
  /** Whether its plans have sheets for others: patient, pharmacy, calendar. */
  readonly sheets: boolean;
  readonly version: string;
  /** The date of the data, YYYY-MM-DD. */
  readonly date: string;
  readonly sources: readonly PrintedSource[];
  readonly products: readonly Product[];
  readonly brief: BriefParameters;
  readonly wording: WordingParameters;
  /** The data files that are not those that were released. */
  readonly changed?: readonly string[];
  /** Whose label each country's rules follow, by its code. */
  readonly countries: Readonly<Record<string, string>>;
}

/** An outcome in the form that --json prints, the same for every command. */
export function toAnswer<Request, Plan>(outcome: Outcome<Request, Plan>, context: AnswerContext): object {
  const words =
    outcome.outcome === 'refusal' ? refusalWords(outcome.refusal, context.products, context.wording) : undefined;
  return {
    schema: schemaId(context.command),
    version: context.version,
    data: context.date,
    ...(context.changed && { changedData: context.changed }),
    outcome: outcome.outcome,
    request: outcome.request,
    assumptions: outcome.assumptions.map((assumption) => {
      const { reason, flag } = assumptionWords[assumption.name];
      const { lowers, citations } = assumption;
      return { name: assumption.name, value: assumption.value, reason, flag, ...(lowers && { lowers }), citations };
    }),
    ...(outcome.outcome === 'plan'
      ? { plan: printed(outcome.plan, context) }
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
      message: noticeMessage(notice, context.wording),
      params: notice.params,
      citations: notice.citations,
    })),
    working: outcome.working,
    sources: citedSources(outcome).map((id) => context.sources.find((source) => source.id === id)),
  };
}

/** The findings of a check leave with their sentences, as notices do. */
function printed<Plan>(plan: Plan, { command }: AnswerContext): Plan | CheckPlan {
  return command === 'check' ? withMessages(plan as CheckPlan) : plan;
}
