import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  type ICalCalendar,
  type ICalEventData,
  ICalEventRepeatingFreq,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { Product } from '../../core/doses/product.js';
import { addDays, type CivilDate } from '../../core/values/calendar.js';
import type { ClockTime } from '../../core/values/clock.js';
import { formatDate } from '../date.js';
import { formatNumber } from '../number.js';
import { formatQuantity } from '../quantity.js';
import { evidenceOf, type ViewContext } from './context.js';
import type { OldEvent } from './ics-old.js';
import { type Reminder, remindersOf } from './ics-reminders.js';
import { lastingId } from './identity.js';
import { liftedWords } from './lifted.js';
import { isOpen, type PlannedDoses, type PlannedStep } from './plan.js';
import { neverStopWords, sheetWords, signWords, stepWords } from './sheet-words.js';
import { daySig, dayWords, taken, timeWords } from './words.js';

/** A plan with a date for day 1. */
export type DatedPlan = PlannedDoses & { readonly startDate: CivilDate; readonly nextDate: CivilDate };

/**
 * A calendar (RFC 5545): an all-day event for each step, one on the day after the last, and one some days before the
 * supply ends; with reminders a timed event for each dose as well.
 * Dates go in as YYYY-MM-DD and times as UTC, which ical-generator prints as they are: no time zone shifts them.
 * UIDs come from the name of the plan, so a changed plan takes the place of the old one: SEQUENCE and DTSTAMP rise
 * with the clock. What an old calendar has and the new one has not is cancelled.
 */
export function renderIcs(plan: DatedPlan, context: ViewContext): string {
  const { version, options, making } = context;
  const stamp = making.now();
  const calendar = ical({
    name: 'Baclofen',
    prodId: { company: 'baclofen', product: `baclofen ${version}`, language: 'EN' },
  });
  const id = lastingId(plan, options.planId);
  const old = options.replaces?.events ?? [];
  const common = { stamp, sequence: sequenceOf(stamp, old), transparency: ICalEventTransparency.TRANSPARENT };
  const events = [
    ...planEvents(plan, context).map((event) => ({ ...event, ...common })),
    ...remindersOf(plan, context).map((reminder) => ({ ...timed(reminder), ...common })),
  ].map((event) => ({ ...event, id: `${event.id}-${id}@baclofen.invalid` }));
  for (const event of events) add(calendar, event);
  const kept = new Set(events.map((event) => event.id));
  for (const event of old.filter(({ uid }) => !kept.has(uid))) add(calendar, { ...cancelled(event), ...common });
  return `${calendar.toString()}\r\n`;
}

/** @param alarmAfter seconds from the beginning of the event. */
type Event = ICalEventData & { readonly id: string; readonly alarm?: string; readonly alarmAfter?: number };

function add(calendar: ICalCalendar, { alarm, alarmAfter = 0, ...event }: Event): void {
  const created = calendar.createEvent(event);
  if (alarm !== undefined) {
    const display = { type: ICalAlarmType.display, trigger: -alarmAfter, description: alarm };
    created.createAlarm(display).relatesTo(ICalAlarmRelatesTo.start);
  }
}

const firstMoment = Date.UTC(2026, 0, 1);

/** Seconds of the clock, so that what is made later counts; above all that an old calendar has. */
function sequenceOf(stamp: string, old: readonly OldEvent[]): number {
  const seconds = Math.max(0, Math.floor((Date.parse(stamp) - firstMoment) / 1000));
  return Math.max(seconds, ...old.map(({ sequence }) => sequence + 1));
}

/** An all-day event for each step, one on the day after the last, and one before the supply ends. */
function planEvents(plan: DatedPlan, context: ViewContext): Event[] {
  const { tooHigh } = sheetWords(plan, context);
  const before = [
    ...evidenceOf(plan, context),
    ...(plan.name === undefined ? [] : [`For ${plan.name}.`]),
    ...(tooHigh === undefined ? [] : [tooHigh]),
  ];
  const allDay = (id: string, from: CivilDate, to: CivilDate, summary: string, words: readonly string[]): Event => ({
    id,
    start: from,
    end: addDays(to, 1),
    allDay: true,
    summary,
    description: [...before, ...words, ...liftedWords(context)].join('\n'),
  });
  return [
    ...plan.steps.map((step, index) =>
      allDay(
        `step-${index + 1}`,
        addDays(plan.startDate, step.fromDay - 1),
        addDays(plan.startDate, step.toDay - 1),
        summaryOf(plan, step, context.products),
        descriptionOf(plan, step, index, context),
      ),
    ),
    ...supplyEvents(plan, allDay, context),
    allDay('next', plan.nextDate, plan.nextDate, nextSummary(plan), nextDescription(plan, context)),
  ];
}

/** To run out is a sudden stop: where doses go on behind the supply, the next one is fetched before it ends. */
function supplyEvents(
  plan: DatedPlan,
  allDay: (id: string, from: CivilDate, to: CivilDate, summary: string, words: readonly string[]) => Event,
  context: ViewContext,
): Event[] {
  const { goesOn, supplyDays, startDate } = plan;
  if (!goesOn) return [];
  const day = addDays(startDate, Math.max(0, supplyDays - context.leaflet.supplyLead.value));
  const summary = `Baclofen: fetch the next supply, this one ends on ${formatDate(addDays(startDate, supplyDays - 1))}`;
  const [first] = context.options.reminders ?? [];
  return [
    {
      ...allDay('supply', day, day, summary, [neverStopWords(plan, context)]),
      ...(first !== undefined && { alarm: summary, alarmAfter: secondsOf(first) }),
    },
  ];
}

/** Of the day, of a time such as 08:00. */
function secondsOf(time: ClockTime): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return 60 * (60 * hours + minutes);
}

/** The doses of one time of day over the days of a step, or each day from it on: a quarter of an hour, with an alarm at its beginning. */
function timed({ id, date, time, days, summary }: Reminder): Event {
  const start = Date.parse(`${date}T00:00:00Z`) + 1000 * secondsOf(time);
  return {
    id,
    start: new Date(start),
    end: new Date(start + 15 * 60_000),
    floating: true,
    summary,
    ...(days !== 1 && {
      repeating: { freq: ICalEventRepeatingFreq.DAILY, ...(days !== undefined && { count: days }) },
    }),
    alarm: summary,
  };
}

/** An event of the old plan that the new one has none in the place of. */
function cancelled({ uid, start, end, summary }: OldEvent): Event {
  const allDay = !start.includes('T');
  const moment = (value: string) =>
    value.replace(/^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2}))?Z?$/, (_, y, m, d, h, min, s) =>
      h === undefined ? `${y}-${m}-${d}` : `${y}-${m}-${d}T${h}:${min}:${s}Z`,
    );
  return {
    id: uid,
    start: moment(start),
    ...(end !== undefined && { end: moment(end) }),
    ...(allDay ? { allDay: true } : { floating: !start.endsWith('Z') }),
    summary: `Cancelled, the plan was changed: ${summary}`,
    status: ICalEventStatus.CANCELLED,
  };
}

function summaryOf({ kind }: PlannedDoses, step: PlannedStep, products: readonly Product[]): string {
  const drug = kind === 'newborn' ? 'Published single case: baclofen' : 'Baclofen';
  return `${drug} ${formatQuantity(step.dailyDose)}: ${daySig(step, products)}`;
}

function descriptionOf(plan: PlannedDoses, step: PlannedStep, index: number, context: ViewContext): string[] {
  const { products } = context;
  const doses =
    step.everyHours === undefined
      ? step.doses.map((dose) => `${taken(dose, products)} ${timeWords[dose.time]}`)
      : [daySig(step, products)];
  const goesOn = isOpen(plan, step) ? ['This dose goes on until your clinician changes it.'] : [];
  const days = dayWords(plan, step);
  return [
    `${days.charAt(0).toUpperCase()}${days.slice(1)}, each day:`,
    ...doses,
    ...goesOn,
    ...stepWords(plan, index, context),
    neverStopWords(plan, context),
    ...signWords(plan, context),
  ];
}

function nextSummary({ goesOn, milk }: PlannedDoses): string {
  if (goesOn) return 'Baclofen: the planned days are over, go on with the last dose';
  return milk ? 'No more doses of baclofen from today; the milk goes on' : 'No more baclofen from today';
}

function nextDescription(plan: PlannedDoses, context: ViewContext): string[] {
  const { kind, goesOn, nextDay, milk } = plan;
  if (goesOn) {
    return [
      'The planned days are over. Go on with the last dose and ask your clinician how to go on.',
      neverStopWords(plan, context),
      ...signWords(plan, context),
    ];
  }
  return [
    `Day ${formatNumber(nextDay)}: the first day without ${milk ? 'a dose' : 'baclofen'}.`,
    ...(milk ? [context.leaflet.newborn.milk.text] : []),
    ...(kind === 'newborn' ? [context.leaflet.newborn.watch.text] : []),
    ...signWords(plan, context),
  ];
}
