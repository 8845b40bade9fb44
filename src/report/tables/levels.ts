import type { LevelsPlan } from '../../core/levels/types.js';
import { type TidyTable, tidyTable } from './table.js';

/** A row a point of the curve, with the band of the other sets of parameters. */
export function levelsTable({ points, band }: LevelsPlan): TidyTable {
  return tidyTable(
    ['hours', 'level_ug_per_l', 'lowest_ug_per_l', 'highest_ug_per_l'],
    points.map(({ hours, level }) => {
      const around = band.points.find((each) => each.hours === hours);
      return {
        hours,
        level_ug_per_l: level.value,
        lowest_ug_per_l: around?.lowest.value,
        highest_ug_per_l: around?.highest.value,
      };
    }),
  );
}
