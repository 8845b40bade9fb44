import ical, { ICalEventTransparency } from 'ical-generator';
import type { Product } from '../../core/doses/product.js';
import { addDays, type CivilDate } from '../../core/values/calendar.js';
import { formatNumber } from '../number.js';
import { formatQuantity } from '../quantity.js';
import { evidenceOf, type ViewContext } from './context.js';
import { planId } from './identity.js';
import { liftedWords } from './lifted.js';
import { isOpen, type PlannedDoses, type PlannedStep } from './plan.js';
import { daySig, dayWords, taken, timeWords } from './words.js';

/** A plan with a date for day 1. */
export type DatedPlan = PlannedDoses & { readonly startDate: CivilDate; readonly nextDate: CivilDate };

/**
 * A calendar (RFC 5545): an all-day event for each step, and one on the day after the last.
 * Dates go in as YYYY-MM-DD, which JavaScript reads as UTC and ical-generator prints as UTC: no time zone shifts them.
 * UIDs come from the plan, so importing it twice adds nothing. DTSTAMP has to be there and no clock is read: it is the
 * date of the clinical data, the last thing that could have changed what an event says.
 */
export function renderIcs(plan: DatedPlan, context: ViewContext): string {
  const { products, date, version } = context;
  const before = [...evidenceOf(plan, context), ...(plan.name === undefined ? [] : [`For ${plan.name}.`])];
  const calendar = ical({
    name: 'Baclofen',
    prodId: { company: 'baclofen', product: `baclofen ${version}`, language: 'EN' },
  });
  const id = planId(plan);
  const add = (part: string, from: CivilDate, to: CivilDate, summary: string, description: string) =>
    calendar.createEvent({
      id: `${part}-${id}@baclofen.invalid`,
      stamp: date,
      start: from,
      end: addDays(to, 1),
      allDay: true,
      summary,
      description: [...before, description, ...liftedWords(context)].join('\n'),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  for (const [index, step] of plan.steps.entries()) {
    const from = addDays(plan.startDate, step.fromDay - 1);
    const to = addDays(plan.startDate, step.toDay - 1);
    add(`step-${index + 1}`, from, to, summaryOf(plan, step, products), descriptionOf(plan, step, products));
  }
  add('next', plan.nextDate, plan.nextDate, nextSummary(plan), nextDescription(plan, context));
  return `${calendar.toString()}\r\n`;
}

function summaryOf({ kind }: PlannedDoses, step: PlannedStep, products: readonly Product[]): string {
  const drug = kind === 'newborn' ? 'Published single case: baclofen' : 'Baclofen';
  return `${drug} ${formatQuantity(step.dailyDose)}: ${daySig(step, products)}`;
}

function descriptionOf(plan: PlannedDoses, step: PlannedStep, products: readonly Product[]): string {
  const doses =
    step.everyHours === undefined
      ? step.doses.map((dose) => `${taken(dose, products)} ${timeWords[dose.time]}`)
      : [daySig(step, products)];
  const goesOn = isOpen(plan, step) ? ['This dose goes on until your clinician changes it.'] : [];
  const days = dayWords(plan, step);
  return [`${days.charAt(0).toUpperCase()}${days.slice(1)}, each day:`, ...doses, ...goesOn].join('\n');
}

function nextSummary({ goesOn, supplyDays, nextDay }: PlannedDoses): string {
  if (!goesOn) return 'No more baclofen from today';
  return supplyDays === nextDay - 1 ? 'Baclofen: next supply needed' : 'Baclofen: the planned days are over';
}

function nextDescription({ kind, goesOn, nextDay }: PlannedDoses, { leaflet }: ViewContext): string {
  const watch = kind === 'newborn' ? `\n${leaflet.newborn.watch.text}` : '';
  return goesOn
    ? 'The planned days are over. Go on with the last dose and ask your clinician how to go on.'
    : `Day ${formatNumber(nextDay)}: the first day without baclofen.${watch}`;
}
