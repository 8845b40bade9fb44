import type { Provenance } from '../../core/citation.js';
import type { Quantity, Unit } from '../../core/quantity.js';
import { frequency } from '../../report/dose.js';
import { formatQuantity } from '../../report/quantity.js';

/** A default as help prints it: the value and where it stands. */
export function defaultWords(cited: Quantity<Unit> & Pick<Provenance, 'source'>): string {
  const value = cited.unit === '/d' ? frequency(cited.value) : formatQuantity(cited);
  return `${value}, ${cited.source}`;
}
