import type { Notice } from '../core/answer/notice.js';
import type { Outcome } from '../core/answer/outcome.js';
import { schemaId } from '../core/answer/schema-id.js';
import type { WordingParameters } from '../core/answer/wording.js';
import { InputError } from '../core/values/input-error.js';
import type { Parameters } from '../parameters/load.js';
import { type AnswerContext, toAnswer } from '../report/answer.js';
import { briefly, briefRows } from '../report/brief.js';
import { numberCitations } from '../report/citations.js';
import { type Presentation, toReport } from '../report/compose.js';
import { toAscii } from '../report/render/ascii.js';
import { renderCsv } from '../report/render/csv.js';
import { renderMarkdown } from '../report/render/markdown.js';
import { renderNote } from '../report/render/note.js';
import { plain } from '../report/render/paint.js';
import { renderTerminal, type TerminalOptions } from '../report/render/terminal.js';
import { paragraph, type Report } from '../report/report.js';
import { referenceTable, tableOf } from '../report/tables/of.js';
import { changedWords } from '../report/wording/changed.js';
import { noticeMessage, severityNames } from '../report/wording/notices.js';
import { requestLines } from '../report/wording/request.js';
import type { Format } from './flags/format.js';
import type { OutputFlags } from './flags/output.js';
import type { Shell } from './shell.js';
import { version } from './version.js';

export function contextOf(command: string, parameters: Parameters, sheets = false): AnswerContext {
  const { date, sources, products, brief, titration } = parameters;
  const countries = Object.fromEntries(Object.entries(titration.rules).map(([code, { name }]) => [code, name]));
  return {
    command,
    sheets,
    version,
    date,
    sources,
    products: products.products,
    brief,
    countries,
    ...(parameters.changed && { changed: parameters.changed }),
    // Read where there is something to say.
    get wording() {
      return parameters.wording;
    },
  };
}

/** Prints an outcome in the format asked for and returns the exit code: 0 for a plan, 1 for a refusal. */
export function printOutcome<Request extends object, Plan>(
  outcome: Outcome<Request, Plan>,
  present: Presentation<Plan, Request>,
  context: AnswerContext,
  flags: OutputFlags,
  shell: Shell,
): number {
  if (formatOf(flags) === 'json') deliver(`${JSON.stringify(toAnswer(outcome, context), null, 2)}\n`, flags, shell);
  else if (formatOf(flags) === 'csv') {
    deliver(renderCsv(tableOf(outcome, context)), flags, shell);
    for (const words of changedWords(context.changed)) shell.err(`${severityNames.warning}: ${words}\n`);
    tell(outcome.notices, context.wording, shell);
  } else {
    const report = toReport(outcome, present, context, flags.explain ?? false);
    const asked = formatOf(flags) === 'note' ? withRequest(report, outcome.request) : report;
    printReport(asked, !flags.full, context, flags, shell);
  }
  return outcome.outcome === 'plan' ? 0 : 1;
}

/** A note for the record says what was asked. */
function withRequest(report: Report, request: object): Report {
  return { ...report, blocks: [paragraph(`Asked: ${requestLines(request).join('; ')}.`), ...report.blocks] };
}

/** Prints something looked up, which is no calculation: a report, or as JSON what it was made of. */
export function printReference(
  report: Report,
  content: object,
  context: AnswerContext,
  flags: OutputFlags,
  shell: Shell,
): void {
  if (formatOf(flags) === 'json') {
    const { command, version: tool, date, changed } = context;
    const answer = {
      schema: schemaId(command),
      version: tool,
      data: date,
      ...(changed && { changedData: changed }),
      ...content,
    };
    deliver(`${JSON.stringify(answer, null, 2)}\n`, flags, shell);
  } else if (formatOf(flags) === 'csv') {
    deliver(renderCsv(referenceTable(context.command, content)), flags, shell);
  } else {
    printReport(report, !flags.full, context, flags, shell);
  }
}

export function formatOf({ format, json }: OutputFlags): Format {
  if (json && format !== undefined && format !== 'json') {
    throw new InputError('format', `"${format}" beside --json`, 'json there; leave one of the two out');
  }
  return json ? 'json' : (format ?? 'table');
}

/** Brief, or whole with its sources by number. */
function printReport(report: Report, isBrief: boolean, context: AnswerContext, flags: OutputFlags, shell: Shell): void {
  const warned = withChanges(report, context);
  const shown = isBrief
    ? briefly(warned, restLine(context, flags), context.sources)
    : numberCitations(warned, context.sources);
  const long = !isBrief || context.command === 'sources';
  const paged = long && flags.pager !== false ? { ...shell, out: shell.page } : shell;
  deliver(rendered(shown, isBrief, context, flags, paper(flags, shell)), flags, paged);
}

/** Changed data are spoken of before anything else. */
function withChanges(report: Report, { changed }: AnswerContext): Report {
  const items = changedWords(changed).map((words) => ({ text: words, severity: 'warning' as const }));
  return items.length === 0 ? report : { ...report, blocks: [{ kind: 'notices', items }, ...report.blocks] };
}

/** Nothing in a note: what else there is to type does not belong into a record. */
function restLine({ sheets }: AnswerContext, { explain, ...flags }: OutputFlags): string | undefined {
  if (formatOf(flags) === 'note') return undefined;
  const more = [
    '--full',
    ...(explain ? [] : ['--explain']),
    ...(sheets ? ['--format patient', 'baclofen monograph'] : []),
  ];
  return `More: ${[...more, 'baclofen sources'].join(', ')}`;
}

/** What a clinician must hear stands in no table and on no sheet for others, so it goes to stderr. */
export function tell(notices: readonly Notice[], wording: WordingParameters, shell: Shell): void {
  for (const notice of notices.filter(({ severity }) => severity !== 'info')) {
    shell.err(`${severityNames[notice.severity]}: ${noticeMessage(notice, wording)}\n`);
  }
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
  return `baclofen ${tool}, data of ${date}. Supports a decision; check the label.`;
}

/** Where no row is to spare, what else there is stands beside version and date. */
function inFewRows({ blocks }: Report, { version: tool, date }: AnswerContext) {
  const hasRest = blocks.some((block) => block.spared || (block.kind === 'paragraph' && block.short === ''));
  return {
    rows: briefRows,
    ...(hasRest && { shortFooter: `baclofen ${tool}, data of ${date}. Check the label. More: --full, --explain.` }),
  };
}

function rendered(report: Report, isBrief: boolean, context: AnswerContext, flags: OutputFlags, shell: Shell): string {
  const footer = footerOf(context);
  switch (formatOf(flags)) {
    case 'markdown':
      return renderMarkdown(report, footer);
    case 'note':
      return renderNote(report, footer);
    default:
      return renderForTerminal(report, footer, flags, shell, isBrief ? inFewRows(report, context) : {});
  }
}

export function renderForTerminal(
  report: Report,
  footer: string,
  flags: OutputFlags,
  { columns, ascii, paints }: Shell,
  few: Pick<TerminalOptions, 'rows' | 'shortFooter'> = {},
): string {
  const options = { columns, ascii, paints: flags.color ? paints : plain, ...few };
  const text = renderTerminal(report, footer, options);
  return ascii ? toAscii(text) : text;
}
