import type { Outcome } from '../core/answer/outcome.js';
import type { Product } from '../core/doses/product.js';
import { assessRenalFunction } from '../core/renal-function/assess.js';
import { buildsUp } from '../core/renal-function/poisoning.js';
import type { RenalParameters } from '../core/renal-function/types.js';
import { InputError } from '../core/values/input-error.js';
import type { Presentation } from '../report/compose.js';
import { drawChart } from '../report/views/chart.js';
import type { ViewContext } from '../report/views/context.js';
import type { PlannedDoses } from '../report/views/plan.js';
import { severityNames } from '../report/wording/notices.js';
import type { Call } from './command.js';
import { type Format, viewFormats } from './flags/format.js';
import type { OutputFlags } from './flags/output.js';
import { proveViewFlags, type ViewFlags } from './flags/views.js';
import { contextOf, deliver, footerOf, formatOf, paper, printOutcome, tell } from './print.js';
import type { Shell } from './shell.js';
import type { ViewFormat } from './views.js';

/** How a command that plans doses shows them: as a report, and as the one schedule that the views are made of. */
export interface PlanPresentation<Request, Plan> {
  readonly command: string;
  readonly present: Presentation<Plan, Request>;
  /** Products of this request beside those of the data. */
  readonly products?: readonly Product[];
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
  { command, present, doses, products = [] }: PlanPresentation<Request, Plan>,
  flags: OutputFlags & ViewFlags & { readonly chart?: boolean | undefined },
  { parameters, shell, views }: Pick<Call, 'parameters' | 'shell' | 'views'>,
): number {
  const known = contextOf(command, parameters, true);
  const context = { ...known, products: [...known.products, ...products] };
  const format = formatOf(flags);
  if (flags.chart && format !== 'table') {
    throw new InputError('chart', `--format ${format}`, 'the table; --format html has a chart of its own');
  }
  proveViewFlags(flags, format);
  if (!isView(format)) {
    // A table of numbers has no place for words.
    if (format === 'csv' && outcome.outcome === 'plan') {
      const { unreviewed, remarks = [] } = doses(outcome.plan, outcome.request) ?? {};
      for (const remark of [...(unreviewed === undefined ? [] : [unreviewed]), ...remarks])
        shell.err(`${severityNames.caution}: ${remark}\n`);
    }
    const shown = flags.chart ? charted(present, doses, paper(flags, shell)) : present;
    return printOutcome(outcome, shown, context, flags, shell);
  }
  if (views === undefined) throw new Error(`the views are not loaded for --format ${format}`);
  const options = views.options(flags, shell);
  if (outcome.outcome === 'refusal') {
    if (format === 'fhir') {
      shell.out(views.refusal(outcome.refusal, outcome.notices, context));
      return 1;
    }
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
    codes: parameters.products.codes,
    syringe: parameters.products.syringe,
    leaflet: parameters.leaflet,
    parentsBelow: parameters.brief.parentsBelow,
    adultFrom: parameters.brief.adultFrom,
    kidney: kidneyOf(plan, parameters.renal),
    wording: parameters.wording,
    advice: parameters.titration.advice,
    notices: outcome.notices,
    footer: footerOf(context),
    ...(context.changed && { changed: context.changed }),
    options,
    making: shell,
  };
  deliver(views.print[format](plan, viewContext, flags, paper(flags, shell)), flags, shell);
  // The prescription text says all of it itself; in a file that is not read here.
  if (format !== 'pharmacy' || flags.output !== undefined) tell(outcome.notices, context.wording, shell);
  return 0;
}

function single(plan: PlannedDoses | undefined, what: string): PlannedDoses {
  if (plan === undefined) throw new InputError('from', 'nothing', `the present dose, such as 60 or 20x3, for ${what}`);
  return plan;
}

/** As every answer judges it. */
function kidneyOf({ patient = {} }: PlannedDoses, renal: RenalParameters): ViewContext['kidney'] {
  const assessed = assessRenalFunction(patient, renal);
  return { ...(assessed.deciding && { deciding: assessed.deciding }), slow: buildsUp(patient, assessed, renal) };
}

/** The same presentation with the dose over time drawn below its first table. */
function charted<Request, Plan>(
  present: PlanPresentation<Request, Plan>['present'],
  doses: PlanPresentation<Request, Plan>['doses'],
  { columns, ascii }: Shell,
): PlanPresentation<Request, Plan>['present'] {
  return (plan, request, ...beside) => {
    const { title, blocks } = present(plan, request, ...beside);
    const lines = drawChart(single(doses(plan, request), '--chart'), columns, !ascii);
    const after = blocks.findIndex(({ kind }) => kind === 'table') + 1;
    return { title, blocks: [...blocks.slice(0, after), { kind: 'figure', lines }, ...blocks.slice(after)] };
  };
}

function isView(format: Format): format is ViewFormat {
  return viewFormats.some((view) => view === format);
}
