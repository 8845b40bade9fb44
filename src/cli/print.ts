import type { Outcome } from '../core/answer/outcome.js';
import { schemaId } from '../core/answer/schema-id.js';
import { InputError } from '../core/values/input-error.js';
import type { Parameters } from '../parameters/load.js';
import { type AnswerContext, type Presentation, toAnswer, toReport } from '../report/answer.js';
import { numberCitations } from '../report/citations.js';
import { toAscii } from '../report/render/ascii.js';
import { renderCsv } from '../report/render/csv.js';
import { renderMarkdown } from '../report/render/markdown.js';
import { plain } from '../report/render/paint.js';
import { renderPlain } from '../report/render/plain.js';
import { renderTerminal } from '../report/render/terminal.js';
import { type Report, section, text } from '../report/report.js';
import { requestLines } from '../report/wording/request.js';
import type { Format } from './flags/format.js';
import type { OutputFlags } from './flags/output.js';
import type { Shell } from './shell.js';
import { version } from './version.js';

export function contextOf(command: string, { date, sources, products }: Parameters): AnswerContext {
  return { command, version: version, date, sources, products: products.products };
}

/** Prints an outcome in the format asked for and returns the exit code: 0 for a plan, 1 for a refusal. */
export function printOutcome<Request extends object, Plan>(
  outcome: Outcome<Request, Plan>,
  present: (plan: Plan, request: Request) => Presentation,
  context: AnswerContext,
  flags: OutputFlags,
  shell: Shell,
): number {
  const format = formatOf(flags);
  if (format === 'json') deliver(`${JSON.stringify(toAnswer(outcome, context), null, 2)}\n`, flags, shell);
  else {
    const note = format === 'note';
    const report = toReport(outcome, present, context, note || (flags.explain ?? false));
    printReport(note ? withRequest(report, outcome.request) : report, context, flags, shell);
  }
  return outcome.outcome === 'plan' ? 0 : 1;
}

/** A note for the record begins with what was asked. */
function withRequest(report: Report, request: object): Report {
  const asked = requestLines(request).map((line) => text(line));
  return { ...report, blocks: [...section('Asked', asked), ...report.blocks] };
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
    const answer = { schema: schemaId(command), version: tool, data: date, ...content };
    deliver(`${JSON.stringify(answer, null, 2)}\n`, flags, shell);
  } else printReport(numberCitations(presentation, context.sources), context, flags, shell);
}

export function formatOf({ format, json }: OutputFlags): Format {
  if (json && format !== undefined && format !== 'json') {
    throw new InputError('format', `"${format}" beside --json`, 'json there; leave one of the two out');
  }
  return json ? 'json' : (format ?? 'table');
}

function printReport(report: Report, context: AnswerContext, flags: OutputFlags, shell: Shell): void {
  deliver(rendered(report, footerOf(context), flags, paper(flags, shell)), flags, shell);
}

/** Where an answer goes: to the terminal, or into the file that was asked for. */
export function deliver(text: string, { output, force }: OutputFlags, shell: Shell): void {
  if (output === undefined) {
    if (force) throw new InputError('force', 'no --output', 'its place beside --output');
    shell.out(text);
    return;
  }
  shell.save(output, text, force ?? false);
  shell.out(`Written to ${output}.\n`);
}

const fileColumns = 80;

/** A file has no colour, no width of a terminal and every letter. */
export function paper({ output }: OutputFlags, shell: Shell): Shell {
  return output === undefined ? shell : { ...shell, paints: plain, columns: fileColumns, ascii: false };
}

export function footerOf({ version: tool, date }: AnswerContext): string {
  return `baclofen ${tool}, data of ${date}. Supports a clinician's decision and does not replace it; check against the label.`;
}

function rendered(report: Report, footer: string, flags: OutputFlags, shell: Shell): string {
  const format = formatOf(flags);
  if (format === 'markdown') return renderMarkdown(report, footer);
  if (format === 'csv') return renderCsv(report, footer);
  if (format === 'note') return renderPlain(report, footer, shell.columns);
  return renderForTerminal(report, footer, flags, shell);
}

export function renderForTerminal(report: Report, footer: string, flags: OutputFlags, shell: Shell): string {
  const { columns, ascii, paints } = shell;
  const text = renderTerminal(report, footer, { columns, ascii, paints: flags.color ? paints : plain });
  return ascii ? toAscii(text) : text;
}
