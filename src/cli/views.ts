import { InputError } from '../core/values/input-error.js';
import type { ViewContext } from '../report/views/context.js';
import { fhirBundle } from '../report/views/fhir.js';
import { renderHtml } from '../report/views/html.js';
import { type DatedPlan, renderIcs } from '../report/views/ics.js';
import { patientSheet } from '../report/views/patient.js';
import { pharmacyText } from '../report/views/pharmacy.js';
import type { PlannedDoses } from '../report/views/plan.js';
import type { viewFormats } from './flags/format.js';
import type { OutputFlags } from './flags/output.js';
import { renderForTerminal } from './print.js';
import type { Shell } from './shell.js';

export type ViewFormat = (typeof viewFormats)[number];

/** What each view prints of a plan. */
export type Views = Readonly<Record<ViewFormat, View>>;

type View = (plan: PlannedDoses, context: ViewContext, flags: OutputFlags, shell: Shell) => string;

export const views: Views = {
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
