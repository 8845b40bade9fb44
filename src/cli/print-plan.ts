import { InputError } from '../core/input-error.js';
import type { Notice } from '../core/notice.js';
import type { Outcome } from '../core/plan.js';
import type { Parameters } from '../parameters/load.js';
import type { Presentation } from '../report/answer.js';
import { drawChart } from '../report/views/chart.js';
import type { ViewContext } from '../report/views/context.js';
import { fhirBundle } from '../report/views/fhir.js';
import { renderHtml } from '../report/views/html.js';
import { type DatedPlan, renderIcs } from '../report/views/ics.js';
import { patientSheet } from '../report/views/patient.js';
import { pharmacyText } from '../report/views/pharmacy.js';
import type { PlannedDoses } from '../report/views/plan.js';
import { noticeMessage, severityNames } from '../report/wording/notices.js';
import { type Format, type OutputFlags, viewFormats } from './flags/output.js';
import { contextOf, deliver, footerOf, formatOf, paper, printOutcome, renderForTerminal } from './print.js';
import type { Shell } from './shell.js';

type ViewFormat = (typeof viewFormats)[number];

/** How a command that plans doses shows them: as a report, and as the one schedule that the views are made of. */
export interface PlanPresentation<Request, Plan> {
  readonly command: string;
  readonly present: (plan: Plan, request: Request) => Presentation;
  /** Undefined where the plan has several schedules. */
  readonly doses: (plan: Plan, request: Request) => PlannedDoses | undefined;
}

/**
 * Prints a plan in the format asked for and returns the exit code.
 * A refusal is printed as text and no file is written: there is no plan to make a sheet or a calendar of.
 * @throws InputError where a view of one schedule is asked of several.
 */
export function printPlan<Request extends object, Plan>(
  outcome: Outcome<Request, Plan>,
  { command, present, doses }: PlanPresentation<Request, Plan>,
  parameters: Parameters,
  flags: OutputFlags & { readonly chart?: boolean | undefined },
  shell: Shell,
): number {
  const context = contextOf(command, parameters);
  const format = formatOf(flags);
  if (flags.chart && format !== 'table') {
    throw new InputError('chart', `--format ${format}`, 'the table; --format html has a chart of its own');
  }
  if (!isView(format)) {
    const shown = flags.chart ? charted(present, doses, paper(flags, shell)) : present;
    return printOutcome(outcome, shown, context, flags, shell);
  }
  if (outcome.outcome === 'refusal') {
    return printOutcome(
      outcome,
      present,
      context,
      { ...flags, format: 'table', output: undefined, force: undefined },
      shell,
    );
  }
  const plan = single(doses(outcome.plan, outcome.request), `--format ${format}`);
  const viewContext: ViewContext = {
    version: context.version,
    date: context.date,
    products: context.products,
    leaflet: parameters.leaflet,
    advice: parameters.titration.advice,
    notices: outcome.notices,
    footer: footerOf(context),
  };
  deliver(views[format](plan, viewContext, flags, paper(flags, shell)), flags, shell);
  tell(outcome.notices, shell);
  return 0;
}

function single(plan: PlannedDoses | undefined, what: string): PlannedDoses {
  if (plan === undefined) throw new InputError('from', 'nothing', `the present dose, such as 60 or 20x3, for ${what}`);
  return plan;
}

/** The same presentation with the dose over time drawn below its first table. */
function charted<Request, Plan>(
  present: PlanPresentation<Request, Plan>['present'],
  doses: PlanPresentation<Request, Plan>['doses'],
  { columns, unicode }: Shell,
): PlanPresentation<Request, Plan>['present'] {
  return (plan, request) => {
    const { title, blocks } = present(plan, request);
    const lines = drawChart(single(doses(plan, request), '--chart'), columns, unicode);
    const after = blocks.findIndex(({ kind }) => kind === 'table') + 1;
    return { title, blocks: [...blocks.slice(0, after), { kind: 'figure', lines }, ...blocks.slice(after)] };
  };
}

function isView(format: Format): format is ViewFormat {
  return viewFormats.some((view) => view === format);
}

type View = (plan: PlannedDoses, context: ViewContext, flags: OutputFlags, shell: Shell) => string;

const views: Readonly<Record<ViewFormat, View>> = {
  patient: (plan, context, flags, shell) =>
    renderForTerminal(patientSheet(plan, context), context.footer, flags, shell),
  pharmacy: (plan, context, flags, shell) =>
    renderForTerminal(pharmacyText(plan, context), context.footer, flags, shell),
  html: (plan, context) => renderHtml(plan, context),
  ics: (plan, context) => renderIcs(dated(plan), context),
  fhir: (plan, context) => `${JSON.stringify(fhirBundle(plan, context), null, 2)}\n`,
};

/** A calendar needs a date. */
function dated(plan: PlannedDoses): DatedPlan {
  const { startDate, nextDate } = plan;
  if (startDate === undefined || nextDate === undefined) {
    const [flag, what] = plan.kind === 'newborn' ? ['birthDate', 'birth, day 1'] : ['startDate', 'day 1'];
    throw new InputError(flag, 'nothing', `the date of ${what}, such as 2026-12-01, for --format ics`);
  }
  return { ...plan, startDate, nextDate };
}

/** What a clinician must hear stands on no sheet for others, so it goes to stderr. */
function tell(notices: readonly Notice[], shell: Shell): void {
  for (const notice of notices.filter(({ severity }) => severity !== 'info')) {
    shell.err(`${severityNames[notice.severity]}: ${noticeMessage(notice)}\n`);
  }
}
