import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { type Tally, together } from '../../core/panel/tally.js';
import { type RowStatus, rowStatuses } from '../../core/panel/types.js';
import { countryOf } from '../../core/titration/country.js';
import { InputError } from '../../core/values/input-error.js';
import { panelSummary, presentPanel, rowsLine, tallyLine } from '../../report/panel.js';
import { rowWriters } from '../../report/render/panel-rows.js';
import { type Dialect, dialects, panelSelect, selectHeader } from '../../report/sql/select.js';
import { panelPage } from '../../report/views/panel-page.js';
import { bulkRows } from '../bulk/cohort.js';
import type { Call, Run } from '../command.js';
import { flag, type Given, switchFlag } from '../flags/flag.js';
import { kebab } from '../flags/names.js';
import { outputFlags } from '../flags/output.js';
import { readFlags } from '../flags/read.js';
import { rulesFlags } from '../flags/rules.js';
import { columnRanges } from '../panel/cells.js';
import { crewOf } from '../panel/crew.js';
import { finishOf } from '../panel/finish.js';
import { type Cohort, openCohort } from '../panel/open.js';
import { progressOn } from '../panel/progress.js';
import { sinkOf } from '../panel/sink.js';
import { outcomes } from '../panel/turns.js';
import { workOn } from '../panel/work.js';
import { contextOf, deliver, footerOf, printReference } from '../print.js';
import { readDate } from '../typed/date.js';
import { readChoice } from '../typed/word.js';
import { version } from '../version.js';

const group = 'Cohort';
const rowFormats = ['csv', 'ndjson', 'table'] as const;
/** A summary is a table, or a page with charts. */
const formats = [...rowFormats, 'html'] as const;
/** What a status can fail; "none" is no finding. */
const failures = rowStatuses.filter((status): status is Exclude<RowStatus, 'none'> => status !== 'none');

const { json, output, force, color, debug } = outputFlags;

const flags = {
  asOf: flag({
    takes: '<date>',
    group,
    main: true,
    words: 'the day on which ages and dates are counted: needed with creatinine_date; of records today without it',
    read: (text) => readDate(text),
  }),
  summary: switchFlag({ group, main: true, words: 'counts instead of rows; with --json as JSON' }),
  failOn: flag({
    takes: '<status>',
    group,
    main: true,
    words: `exit code 1 where a row has this status or one before it: ${failures.join(', ')}`,
    values: failures,
    read: (text) => readChoice(text, failures),
  }),
  sql: flag({
    takes: '<dialect>',
    group,
    words: `instead of reading a file: the SELECT that says the same in a database: ${dialects.join(', ')}`,
    values: dialects,
    read: (text) => readChoice(text, dialects),
  }),
  jobs: flag({
    takes: '<number>',
    group,
    words: 'threads that judge rows (default: 1, which is this one); each takes some 40 MB',
    read: (text) => (/^[1-9]\d?$/.test(text) ? { ok: Number(text) } : { wrong: 'it takes a number from 1 to 99' }),
  }),
  smallCells: switchFlag({ group, words: 'in a summary, counts below 5 too' }),
  ...rulesFlags,
  format: flag({
    takes: '<format>',
    group: 'Output',
    main: true,
    words: `of the rows: ${rowFormats.join(', ')} (default: csv); html beside --summary is a page with charts`,
    values: formats,
    read: (text) => readChoice(text, formats),
  }),
  json: { ...json, words: 'with --summary: the counts as JSON' },
  output,
  force,
  color,
  debug,
};

type PanelFlags = Given<typeof flags>;

export const panel = {
  flags,
  examples: [
    ['baclofen panel cohort.csv --as-of 2026-11-25', 'a row in, a row out'],
    ['baclofen panel cohort.csv --as-of 2026-11-25 --summary', 'how many are above what the kidney allows'],
    ['baclofen panel --sql postgres', 'the same where the records are'],
    ['baclofen panel - --fail-on stop --format ndjson', 'from a pipe, exit code 1 with any stop'],
  ],
  run(call) {
    const given = readFlags(flags, call.raw, call.shell);
    if (given.sql) return printSelect(given.sql, given, call);
    if (call.argument === undefined)
      throw new InputError('<file>', 'nothing', 'a cohort as CSV or NDJSON, a folder of a FHIR bulk export, or -');
    refuseIdle(given);
    const { parameters, shell } = call;
    const cohort = openCohort(call.argument, given.asOf, shell, (files) =>
      bulkRows(files, given.asOf ?? shell.today(), countryOf(given, parameters), parameters, shell),
    );
    const tally = passRows(cohort, given, call);
    if (given.summary) {
      const summary = panelSummary(tally, given.smallCells ?? false);
      const context = contextOf('panel', parameters);
      const { format, ...rest } = given;
      if (format === 'html') deliver(panelPage(summary, footerOf(context)), rest, shell);
      else printReference(presentPanel(summary), { summary }, context, rest, shell);
    }
    const missing = cohort.missing.length > 0 ? `Not in the cohort: ${cohort.missing.join(', ')}.\n` : '';
    shell.err(`${missing}${given.summary ? `${rowsLine(tally.rows)}.` : tallyLine(tally)}\n`);
    return hasFailed(tally, given.failOn) ? 1 : 0;
  },
} satisfies Run;

/** The digest is that of the SELECT itself, in which all data stand that it is made from. */
function printSelect(dialect: Dialect, given: PanelFlags, { argument, parameters, shell }: Call): number {
  const { rules: asked, output, force, sql: _, color: __, debug: ___, ...idle } = given;
  const [one] = Object.keys(idle);
  if (argument !== undefined) throw new InputError('--sql', 'a file', 'none: the SELECT is run where the records are');
  if (one !== undefined) throw new InputError('--sql', `--${kebab(one)} beside it`, 'nothing but --rules and --output');
  const rules = countryOf({ ...(asked && { rules: asked }) }, parameters);
  const select = panelSelect(rules, dialect, { ...parameters, ranges: columnRanges });
  const digest = createHash('sha256').update(select).digest('hex').slice(0, 16);
  deliver(`${selectHeader(rules, version, parameters.date, digest)}${select}`, { output, force }, shell);
  return 0;
}

/** Flags that would do nothing. */
function refuseIdle({ summary, json, format, smallCells }: PanelFlags): void {
  if (summary && format && format !== 'html')
    throw new InputError('format', `"${format}" beside --summary`, 'html there, or its place without --summary');
  if (format === 'html' && (!summary || json))
    throw new InputError(
      'format',
      `"html" ${json ? 'beside --json' : 'without --summary'}`,
      'its place beside --summary',
    );
  if (json && !summary)
    throw new InputError('--json', 'no --summary', 'its place beside --summary; rows take --format ndjson');
  if (smallCells && !summary) throw new InputError('--small-cells', 'no --summary', 'its place beside --summary');
}

/** Every row through the check, to where rows go. */
function passRows(cohort: Cohort, given: PanelFlags, { parameters, shell }: Call): Tally {
  const format = given.summary || given.format === 'html' ? undefined : (given.format ?? 'csv');
  const writer = format && rowWriters[format];
  const task = { layout: cohort.layout, asOf: given.asOf, country: countryOf(given, parameters), format };
  const work = workOn(task, parameters);
  // What is made for a row is of no use after it: more room for it would only be more memory.
  setFlagsFromString('--semi-space-growth-factor=1');
  const { jobs = 1 } = given;
  const crew = jobs > 1 && shell.program !== undefined ? crewOf(jobs - 1, shell.program, task) : undefined;
  const finish = finishOf(writer);
  const sink = writer && sinkOf(given, shell);
  const progress = progressOn(shell, cohort.share);
  try {
    sink?.write(writer?.head ?? '');
    for (const outcome of outcomes(cohort.pieces, work, crew)) {
      if ('error' in outcome) throw outcome.error;
      const text = finish.text(outcome.done);
      if (text.length > 0) sink?.write(text);
      progress.rows(outcome.done.rows);
    }
    const counts = [work.counts(), ...(crew?.counts() ?? [])] as const;
    progress.end();
    sink?.done();
    return { ...together(counts), secondRows: finish.secondRows() };
  } finally {
    sink?.drop();
    crew?.drop();
  }
}

/** A row that could not be read may be any: it fails with the others. */
function hasFailed({ status }: Tally, failOn: PanelFlags['failOn']): boolean {
  return failOn !== undefined && failures.slice(0, failures.indexOf(failOn) + 1).some((each) => status[each] > 0);
}
