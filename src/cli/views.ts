import type { Notice } from '../core/answer/notice.js';
import type { Refusal } from '../core/answer/refusal.js';
import { InputError } from '../core/values/input-error.js';
import type { ViewContext } from '../report/views/context.js';
import { fhirBundle } from '../report/views/fhir.js';
import { operationOutcome } from '../report/views/fhir-outcome.js';
import { renderHtml } from '../report/views/html.js';
import { type DatedPlan, renderIcs } from '../report/views/ics.js';
import { readOldCalendar } from '../report/views/ics-old.js';
import type { ViewOptions } from '../report/views/options.js';
import { patientSheet } from '../report/views/patient.js';
import { pharmacyText } from '../report/views/pharmacy.js';
import { type PlannedDoses, productsUsed } from '../report/views/plan.js';
import type { viewFormats } from './flags/format.js';
import type { OutputFlags } from './flags/output.js';
import type { ViewFlags } from './flags/views.js';
import { readInput } from './input-file.js';
import { renderForTerminal } from './print.js';
import type { Shell } from './shell.js';

export type ViewFormat = (typeof viewFormats)[number];

/** The views of a plan, loaded only where one is asked for. */
export interface Views {
  /** What each view prints of a plan. @throws InputError where the plan lacks what the view needs. */
  readonly print: Readonly<Record<ViewFormat, View>>;
  /** What a view is asked for. @throws InputError where the old calendar cannot be used. */
  options(flags: ViewFlags, shell: Shell): ViewOptions;
  /** A refusal as FHIR says it. */
  refusal(refusal: Refusal, notices: readonly Notice[], context: Pick<ViewContext, 'products' | 'wording'>): string;
}

type View = (plan: PlannedDoses, context: ViewContext, flags: OutputFlags, shell: Shell) => string;

export const views: Views = {
  print: {
    patient: (plan, context, flags, shell) =>
      renderForTerminal(patientSheet(plan, context), context.footer, flags, shell),
    pharmacy: (plan, context, flags, shell) =>
      renderForTerminal(pharmacyText(plan, context), context.footer, flags, shell),
    html: (plan, context) => renderHtml(plan, context),
    ics: (plan, context) => renderIcs(dated(plan), context),
    fhir: (plan, context) => asJson(fhirBundle(holding(plan), context)),
  },
  options({ planId, replaces, reminders, bundle, largePrint }, shell) {
    return {
      ...(planId !== undefined && { planId }),
      ...(replaces !== undefined && { replaces: oldCalendar(replaces, shell) }),
      ...(reminders !== undefined && { reminders }),
      ...(bundle !== undefined && { bundle }),
      ...(largePrint && { largePrint }),
    };
  },
  refusal: (refusal, notices, { products, wording }) => asJson(operationOutcome(refusal, notices, products, wording)),
};

function asJson(resource: object): string {
  return `${JSON.stringify(resource, null, 2)}\n`;
}

function oldCalendar(path: string, shell: Shell) {
  const { text, name } = readInput(path, 'replaces', 'a calendar written by --format ics', shell);
  return readOldCalendar(text, name);
}

/** A calendar needs a date. */
function dated(plan: PlannedDoses): DatedPlan {
  const { startDate, nextDate } = plan;
  if (startDate === undefined || nextDate === undefined) {
    const [flag, what] = plan.kind === 'newborn' ? ['birthDate', 'birth, day 1'] : ['startDate', 'day 1'];
    throw new InputError(flag, 'nothing', `the date of ${what}, such as 2026-12-01, for --format ics`);
  }
  return { ...plan, startDate, nextDate };
}

/** Requests for several products hold together only by their dates. */
function holding(plan: PlannedDoses): PlannedDoses {
  if (plan.startDate === undefined && productsUsed(plan).length > 1) {
    const what = 'the date of day 1, such as 2026-12-01, for --format fhir of several products';
    throw new InputError('startDate', 'nothing', what);
  }
  return plan;
}
