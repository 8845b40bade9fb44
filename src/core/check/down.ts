import { isAbove } from '../values/thresholds.js';
import type { FindingLevel, Judged } from './types.js';

/** Whether less is ordered than is taken. */
export function comesDown({ taking, dailyDose }: Judged): boolean {
  return taking !== undefined && isAbove(taking.value, dailyDose.value);
}

/** A limit that is passed stops, but on the way down from further above, which has to be walked. */
export function unlessDown(judged: Judged, limit: number): FindingLevel {
  return comesDown(judged) && judged.taking && isAbove(judged.taking.value, limit) ? 'ask' : 'stop';
}

/** Says so in the finding. */
export function down(level: FindingLevel): { readonly down?: true } {
  return level === 'ask' ? { down: true } : {};
}
