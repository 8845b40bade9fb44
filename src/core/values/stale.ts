import { type CivilDate, daysBetween } from './calendar.js';
import { type Quantity, quantity } from './quantity.js';

interface Checked {
  readonly source: string;
  /** The day on which somebody last held the value against its source. */
  readonly checked: CivilDate;
}

/** A value and how long ago it was checked; below 0 where the check is still to come. */
export type Aged<T> = T & { readonly age: Quantity<'d'> };

/** What of one source is stale. */
export interface StaleSource {
  readonly id: string;
  readonly oldestCheck: CivilDate;
  readonly age: Quantity<'d'>;
  readonly values: number;
}

export interface Stale<T> {
  readonly today: CivilDate;
  readonly moreThan: Quantity<'d'>;
  /** How many values were looked at. */
  readonly outOf: number;
  /** The oldest check of all, stale or not. */
  readonly oldest?: Pick<StaleSource, 'oldestCheck' | 'age'>;
  readonly newestCheck?: CivilDate;
  /** Oldest first. */
  readonly values: readonly Aged<T>[];
  readonly sources: readonly StaleSource[];
}

/** The values whose check lies more than so many days before today, and how many of which source. */
export function staleValues<T extends Checked>(all: readonly T[], today: CivilDate, moreThan: Quantity<'d'>): Stale<T> {
  const aged = all
    .map((each) => ({ ...each, age: quantity(daysBetween(each.checked, today), 'd') }))
    .sort((one, other) => other.age.value - one.age.value);
  const values = aged.filter(({ age }) => age.value > moreThan.value);
  const [oldest] = aged;
  const newest = aged.at(-1);
  return {
    today,
    moreThan,
    outOf: all.length,
    ...(oldest && { oldest: { oldestCheck: oldest.checked, age: oldest.age } }),
    ...(newest && { newestCheck: newest.checked }),
    values,
    sources: bySource(values),
  };
}

/** The first value of a source is its oldest, as the values come oldest first. */
function bySource(values: readonly Aged<Checked>[]): StaleSource[] {
  const sources = new Map<string, StaleSource>();
  for (const { source: id, checked: oldestCheck, age } of values) {
    const before = sources.get(id) ?? { id, oldestCheck, age, values: 0 };
    sources.set(id, { ...before, values: before.values + 1 });
  }
  return [...sources.values()];
}
