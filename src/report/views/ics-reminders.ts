import type { TimeOfDay } from '../../core/doses/schedule.js';
import { addDays, type CivilDate } from '../../core/values/calendar.js';
import type { ClockTime } from '../../core/values/clock.js';
import { InputError } from '../../core/values/input-error.js';
import type { ViewContext } from './context.js';
import { isOpen, type PlannedDoses } from './plan.js';
import { listed, taken, timesUsed } from './words.js';

/** The dose of one time of day, from a date on. */
export interface Reminder {
  readonly id: string;
  readonly date: CivilDate;
  readonly time: ClockTime;
  /** None where the dose goes on: a reminder that falls silent would be a sudden stop. */
  readonly days?: number;
  readonly summary: string;
}

/**
 * A reminder for each dose of each step, at the times that were asked for, one for each time of day of the plan.
 * @throws InputError where these are more or fewer, or the plan is one by the hour.
 */
export function remindersOf(
  plan: PlannedDoses & { readonly startDate: CivilDate },
  { options: { reminders }, products }: ViewContext,
): Reminder[] {
  if (reminders === undefined) return [];
  const clock = clockOf(plan, reminders);
  return plan.steps.flatMap((step, index) =>
    step.doses.map((dose) => ({
      id: `dose-${index + 1}-${dose.time}`,
      date: addDays(plan.startDate, step.fromDay - 1),
      time: clock[dose.time] ?? '',
      ...(isOpen(plan, step)
        ? { summary: `Baclofen now: ${taken(dose, products)}, unless your clinician has changed it` }
        : { days: step.toDay - step.fromDay + 1, summary: `Baclofen now: ${taken(dose, products)}` }),
    })),
  );
}

/** The first time is that of the first dose of the day, and so on. */
function clockOf(plan: PlannedDoses, reminders: readonly ClockTime[]): Readonly<Partial<Record<TimeOfDay, ClockTime>>> {
  const given = reminders.join(',');
  if (plan.steps.some(({ everyHours }) => everyHours !== undefined)) {
    throw new InputError('reminders', `"${given}" for doses by the hour`, 'a plan with times of day');
  }
  const times = timesUsed(plan);
  if (times.length !== reminders.length) {
    const wanted = `${times.length === 1 ? '1 time' : `${times.length} times`}, for ${listed(times)}`;
    throw new InputError('reminders', `"${given}"`, wanted);
  }
  return Object.fromEntries(times.map((time, index) => [time, reminders[index]]));
}
