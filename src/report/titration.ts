import type { Rule } from '../core/answer/rule.js';
import { dailyTotal } from '../core/doses/current-dose.js';
import type { TitrationPlan, TitrationRequest } from '../core/titration/types.js';
import { addDays } from '../core/values/calendar.js';
import type { AnswerContext } from './answer.js';
import { formatDate } from './date.js';
import { disagreementBlocks } from './disagreements.js';
import { dispenseSentence, doseLines, doseSentence } from './dose.js';
import { othersLine } from './others.js';
import { ceilingWords, formatQuantity } from './quantity.js';
import { type Block, detail, inShort, paragraph, type Report, statementSection } from './report.js';
import { gridKey, nameLine, scheduleTable } from './schedule.js';
import { bandName } from './wording/notices.js';
import { patientWords } from './wording/patient.js';
import { ruleNames } from './wording/rules.js';
import { tellLine } from './wording/tell.js';

/** A titration by its patient, or by its levels where nothing is known of the patient; the present dose first. */
function title(
  plan: TitrationPlan,
  { patient, from }: TitrationRequest,
  { brief }: Pick<AnswerContext, 'brief'>,
): string {
  const who = patientWords(patient, brief, plan.renal.deciding);
  const now = from ? `, now ${formatQuantity(dailyTotal(from))}` : '';
  return who === ''
    ? `Baclofen titration, oral, adult${now}: ${levels(plan)}`
    : `Baclofen titration, oral: ${who}${now}`;
}

/** What the plan is called on a sheet, which names no patient: by its first and last level. */
export function titrationTitle(plan: TitrationPlan): string {
  return `Baclofen titration: ${levels(plan)}`;
}

/** What every view says before the doses: when they are taken on dialysis, what is in a child's liquid. */
export function titrationRemarks({ afterSession, excipients }: TitrationPlan): string[] {
  return [afterSession, excipients].flatMap((each) => each?.text ?? []);
}

function levels({ schedule, target }: TitrationPlan): string {
  const first = doseLines(schedule[0]?.doses ?? []).join(', ');
  // "5 mg once daily, bedtime" ends before what comes.
  const comma = first.includes(',') ? ',' : '';
  return schedule.length === 1 ? first : `${first}${comma} up to ${formatQuantity(target)}`;
}

/** A titration schedule for a clinician: the levels, where to stop, the ceiling, what to dispense and to say. */
export function presentTitration(plan: TitrationPlan, request: TitrationRequest, context: AnswerContext): Report {
  const { products, brief } = context;
  return {
    title: title(plan, request, context),
    blocks: [
      ...nameLine(request.name),
      ...(plan.now
        ? [paragraph(`Now: ${doseSentence(plan.now.doses, products)}; ${formatQuantity(plan.now.dailyDose)}.`)]
        : []),
      scheduleTable(plan.schedule, plan.products, products),
      paragraph(
        [
          gridKey(plan.schedule, plan.products, products),
          plan.afterSession?.text ?? '',
          brief.titration.stay.text,
          beyond(plan, context),
          ceilingWords(plan.ceiling.dailyDose, plan.ceiling.dose),
          dispenseSentence(plan, products, until(plan)),
        ]
          .filter(Boolean)
          .join(' '),
        plan.ceiling.citations,
      ),
      paragraph(tellLine(request.patient, plan.dispense, brief)),
      ...othersLine(plan.alternatives, plan.disagreements, context),
      followed(plan, context),
      ...detail([
        paragraph(`Each step at least ${formatQuantity(plan.interval)}.`, plan.citations),
        ...bandLine(plan),
        ...statementSection('Response and advice', [
          plan.stay,
          plan.encephalopathy,
          plan.responseCheck,
          ...(plan.excipients ? [plan.excipients] : []),
          ...plan.advice,
        ]),
        ...disagreementBlocks(plan.alternatives, plan.disagreements),
      ]),
    ],
  };
}

function bandLine({ renal: { deciding, band } }: TitrationPlan): Block[] {
  if (deciding === undefined || band === undefined) return [];
  return [paragraph(`Clearance ${formatQuantity(deciding.value)}: band ${bandName(band)}.`, deciding.citations)];
}

function until({ schedule: [first], supply }: TitrationPlan): string {
  return first?.fromDate ? ` (until ${formatDate(addDays(first.fromDate, supply.value - 1))})` : '';
}

function beyond({ ifNeeded }: TitrationPlan, { products }: Pick<AnswerContext, 'products'>): string {
  if (ifNeeded === undefined) return '';
  const date = ifNeeded.fromDate ? ` (${formatDate(ifNeeded.fromDate)})` : '';
  return `From day ${ifNeeded.fromDay}${date}, only if needed: ${made(ifNeeded, products)}, ${formatQuantity(ifNeeded.dailyDose)}.`;
}

/** The pieces stand in the table already, but for a liquid, whose mL are said with every dose. */
function made(
  { doses }: Pick<TitrationPlan['schedule'][number], 'doses'>,
  products: AnswerContext['products'],
): string {
  const liquid = doses.some(({ make }) => make.some((piece) => 'volume' in piece));
  return liquid ? doseSentence(doses, products) : doseLines(doses).join(', ');
}

/** What the parts of a regimen are called. */
const partNames: Readonly<Record<string, string>> = {
  first: 'first level',
  step: 'step',
  interval: 'interval',
  ceiling: 'ceiling',
  largestDose: 'largest dose',
  target: 'end',
};

/** Whose rules the plan follows: the one that decides the most, and by name what another decides. */
function followed({ decidedBy, rules }: TitrationPlan, { countries }: Pick<AnswerContext, 'countries'>): Block {
  const parts = (rule: Rule) =>
    Object.entries(decidedBy)
      .filter(([, by]) => by === rule)
      .map(([part]) => partNames[part] ?? part);
  const name = (rule: Rule) => (rule === 'label' ? (countries[rules] ?? rules) : ruleNames[rule]);
  const byParts = [...new Set(Object.values(decidedBy))].sort((a, b) => parts(b).length - parts(a).length);
  const named = byParts.map((rule, index) => (index === 0 ? name(rule) : `${parts(rule).join(', ')}: ${name(rule)}`));
  return inShort(`Followed: ${named.join('; ')}.`, `Followed: ${byParts.map(name).join('; ')}.`);
}
