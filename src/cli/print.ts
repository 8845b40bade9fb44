import { InputError } from '../core/input-error.js';
import type { Outcome } from '../core/plan.js';
import type { Parameters } from '../parameters/load.js';
import { type AnswerContext, type Presentation, toAnswer, toReport } from '../report/answer.js';
import { numberCitations } from '../report/citations.js';
import { toAscii } from '../report/render/ascii.js';
import { renderCsv } from '../report/render/csv.js';
import { renderMarkdown } from '../report/render/markdown.js';
import { plain } from '../report/render/paint.js';
import { renderTerminal } from '../report/render/terminal.js';
import type { Report } from '../report/report.js';
import type { Format } from './flags/format.js';
import type { OutputFlags } from './flags/output.js';
import type { Shell } from './shell.js';
import { version } from './version.js';

export function contextOf(command: string, { date, sources, products }: Parameters): AnswerContext {
  return { command, version: version(), date, sources, products: products.products };
}

/** Prints an outcome in the format asked for and returns the exit code: 0 for a plan, 1 for a refusal. */
export function printOutcome<Request, Plan>(
  outcome: Outcome<Request, Plan>,
  present: (plan: Plan, request: Request) => Presentation,
  context: AnswerContext,
  flags: OutputFlags,
  shell: Shell,
): number {
  if (formatOf(flags) === 'json') shell.out(`${JSON.stringify(toAnswer(outcome, context), null, 2)}\n`);
  else printReport(toReport(outcome, present, context, flags.explain ?? false), context, flags, shell);
  return outcome.outcome === 'plan' ? 0 : 1;
}

/** Prints something looked up, which is no calculation: a report, or as JSON what it was made of. */
export function printReference(
  presentation: Presentation,
  content: object,
  context: AnswerContext,
  flags: OutputFlags,
  shell: Shell,
): void {
  if (formatOf(flags) === 'json') {
    const { command, version: tool, date } = context;
    const answer = { schema: `baclofen/${command}@1`, version: tool, data: date, ...content };
    shell.out(`${JSON.stringify(answer, null, 2)}\n`);
  } else printReport(numberCitations(presentation, context.sources), context, flags, shell);
}

function formatOf({ format, json }: OutputFlags): Format {
  if (json && format !== undefined && format !== 'json') {
    throw new InputError('format', `"${format}" beside --json`, 'json there; leave one of the two out');
  }
  return json ? 'json' : (format ?? 'table');
}

function printReport(report: Report, context: AnswerContext, flags: OutputFlags, shell: Shell): void {
  const footer = `baclofen ${context.version}, data of ${context.date}. Supports a clinician's decision and does not replace it; check against the label.`;
  shell.out(rendered(report, footer, flags, shell));
}

function rendered(report: Report, footer: string, flags: OutputFlags, { paints, columns, ascii }: Shell): string {
  const format = formatOf(flags);
  if (format === 'markdown') return renderMarkdown(report, footer);
  if (format === 'csv') return renderCsv(report, footer);
  const text = renderTerminal(report, footer, { columns, ascii, paints: flags.color ? paints : plain });
  return ascii ? toAscii(text) : text;
}
