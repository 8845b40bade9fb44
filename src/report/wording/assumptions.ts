import type { Assumption, AssumptionName } from '../../core/plan.js';
import { frequency } from '../dose.js';
import { formatQuantity } from '../quantity.js';

interface Words {
  readonly name: string;
  readonly reason: string;
  readonly flag: string;
}

/** What each assumption is called, why it was made, and the flag that sets it. */
export const assumptionWords: Readonly<Record<AssumptionName, Words>> = {
  'times-daily': { name: 'Doses per day', reason: 'the usual division', flag: '--times' },
  'times-daily-now': {
    name: 'Doses per day',
    reason: 'the usual division; four where a dose would pass the ceiling',
    flag: '--times, or --from 20x3',
  },
  increment: { name: 'Increase of each dose', reason: 'as labelled', flag: '--increment' },
  target: { name: 'Target', reason: 'where the labelled table ends, at this clearance', flag: '--target' },
  products: { name: 'Product', reason: 'one bottle that every market has', flag: '--product' },
  supply: { name: 'Quantity to dispense covers', reason: 'to the end of the last interval', flag: '--supply' },
  clearance: { name: 'Clearance', reason: 'none was given; reduced clearance changes the plan', flag: '--crcl' },
  'weight-for-clearance': {
    name: 'Weight for Cockcroft-Gault',
    reason: 'the actual weight, as no height was given',
    flag: '--height',
  },
  'milk-level': { name: 'Milk level', reason: 'scaled from the published case', flag: '--milk' },
  'milk-intake': { name: 'Milk intake', reason: 'the standard for an exclusively breastfed infant', flag: '--intake' },
  share: { name: 'Share of the diet that is breast milk', reason: 'all of it', flag: '--share' },
  'maternal-weight': {
    name: 'Weight of the mother',
    reason: 'both values that sources use',
    flag: '--maternal-weight',
  },
};

export function assumptionValue({ value }: Assumption): string {
  if (typeof value === 'string') return value;
  return value.unit === '/d' ? frequency(value.value) : formatQuantity(value);
}
