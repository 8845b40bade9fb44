import type { ClockTime } from '../../core/values/clock.js';
import type { OldCalendar } from './ics-old.js';

export const bundleTypes = ['collection', 'transaction'] as const;

/** What a view can be asked for beside the plan; none of it changes a dose. */
export interface ViewOptions {
  /** What the plan is called, so that a changed one takes the place of the old. */
  readonly planId?: string;
  /** The calendar of the plan that this one replaces. */
  readonly replaces?: OldCalendar;
  /** The times of the doses of a day: an alarm at each. */
  readonly reminders?: readonly ClockTime[];
  readonly bundle?: (typeof bundleTypes)[number];
  readonly largePrint?: boolean;
}

/** When a view is made, and names that no other has. */
export interface Making {
  /** UTC, YYYY-MM-DDTHH:MM:SSZ. */
  readonly now: () => string;
  readonly uuid: () => string;
}
