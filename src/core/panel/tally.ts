import type { CheckParameters } from '../check/types.js';
import type { RuleSet } from '../titration/rules.js';
import { isAbove, isAtLeast } from '../values/thresholds.js';
import { type JudgedRow, type RowAnswer, type RowStatus, rowStatuses } from './types.js';

/** From which daily dose (mg/d) on a column of the summary counts, or above which. */
export interface DoseClass {
  readonly from?: number;
  readonly above?: number;
}

/** Counts of rows, and of those whose id came before. */
export interface Tally extends Counts {
  readonly secondRows: number;
}

/** Counts of rows; the statuses add up to the rows, and so do the unreadable and the cells of all bands. */
export interface Counts {
  readonly rows: number;
  readonly status: Readonly<Record<RowStatus, number>>;
  readonly aboveCeiling: number;
  readonly avoid: number;
  /** Rows whose creatinine is older than it may be. */
  readonly stale: number;
  readonly doses: readonly DoseClass[];
  /** For each band, dialysis or no number of the kidney: how many rows have a dose of each class. */
  readonly bands: Readonly<Record<string, readonly number[]>>;
}

export interface Counting {
  readonly add: (answer: RowAnswer | { readonly status: 'unreadable' }) => void;
  readonly counts: () => Counts;
}

/**
 * Counts rows as they pass. Doses are classed by the data: below the dose that is stopped in an older adult, from there
 * to the target of the label, up to its ceiling, above it.
 * @param bands the ids of the bands, in their order.
 */
export function counting(
  bands: readonly string[],
  { olderStop }: Pick<CheckParameters, 'olderStop'>,
  rules: RuleSet,
): Counting {
  const doses: DoseClass[] = [
    {},
    { from: olderStop.value },
    { from: rules.target.value },
    { above: rules.dailyCeiling.value },
  ];
  const cells = new Map([...bands, 'dialysis', 'unknown'].map((band) => [band, doses.map(() => 0)]));
  const status: Record<RowStatus, number> = { unreadable: 0, stop: 0, ask: 0, 'no-kidney-data': 0, none: 0 };
  const parts = { aboveCeiling: 0, avoid: 0, stale: 0 };
  return {
    add: (answer) => {
      status[answer.status] += 1;
      if (answer.status === 'unreadable') return;
      const { findings, stale, band, dialysis, dailyDose, ceiling } = answer as JudgedRow;
      if (findings.some(({ code }) => code === 'avoid')) parts.avoid += 1;
      if (isAbove(dailyDose, ceiling)) parts.aboveCeiling += 1;
      if (!Number.isNaN(stale)) parts.stale += 1;
      const row = cells.get(dialysis ? 'dialysis' : (band ?? 'unknown'));
      const place = placeOf(dailyDose, doses);
      if (row) row[place] = (row[place] ?? 0) + 1;
    },
    counts: () => ({
      rows: rowStatuses.reduce((sum, each) => sum + status[each], 0),
      status: { ...status },
      ...parts,
      doses,
      bands: Object.fromEntries([...cells].map(([band, row]) => [band, [...row]])),
    }),
  };
}

function placeOf(dailyDose: number, doses: readonly DoseClass[]): number {
  let place = doses.length - 1;
  for (; place > 0; place -= 1) {
    const { from = 0, above } = doses[place] as DoseClass;
    if (above === undefined ? isAtLeast(dailyDose, from) : isAbove(dailyDose, above)) break;
  }
  return place;
}

/** Counts of several parts of a cohort together; they are of the same bands and doses. */
export function together([first, ...others]: readonly [Counts, ...Counts[]]): Counts {
  return others.reduce(
    (sum, each) => ({
      rows: sum.rows + each.rows,
      status: Object.fromEntries(
        rowStatuses.map((one) => [one, sum.status[one] + each.status[one]]),
      ) as Counts['status'],
      aboveCeiling: sum.aboveCeiling + each.aboveCeiling,
      avoid: sum.avoid + each.avoid,
      stale: sum.stale + each.stale,
      doses: sum.doses,
      bands: Object.fromEntries(
        Object.entries(sum.bands).map(([band, row]) => [
          band,
          row.map((count, place) => count + (each.bands[band]?.[place] ?? 0)),
        ]),
      ),
    }),
    first,
  );
}
