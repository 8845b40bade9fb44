import type { ShownEstimate } from '../../core/answer/notice.js';
import { formatQuantity } from '../quantity.js';
import { methodNames } from './patient.js';

/** An estimate by its equation, weight and value. */
export function estimateName({ method, weight, value }: ShownEstimate): string {
  const name = methodNames[method];
  // A number that nobody estimated here.
  if (method === 'given-clearance' || method === 'given-egfr')
    return `${name.replace(' as given', '')} ${formatQuantity(value)}`;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}${weight ? ` with ${weight.kind} weight` : ''}, ${formatQuantity(value)},`;
}
