import type { IntrathecalPlan } from '../../core/intrathecal/types.js';
import { quantityTable } from './quantities.js';
import { type TidyTable, tidyTable } from './table.js';

/** The numbers of a pump; where none was given, a row a line of the reference. */
export function intrathecalTable(plan: IntrathecalPlan): TidyTable {
  if (plan.dose !== undefined) return quantityTable(plan);
  return tidyTable(
    ['topic', 'where', 'text', 'source'],
    plan.reference.map(({ topic, where, text, citations }) => ({ topic, where, text, source: citations[0]?.source })),
  );
}
