import type { MilkDayPlan } from '../../core/milk/types.js';
import { type TidyTable, tidyTable } from './table.js';

/** A row a half hour of the day. */
export function milkTable({ curve }: MilkDayPlan): TidyTable {
  return tidyTable(
    ['time', 'level_mg_per_l'],
    curve.map(({ time, level }) => ({ time, level_mg_per_l: level.value })),
  );
}
