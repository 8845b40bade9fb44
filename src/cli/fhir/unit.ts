import type { Unit } from '../../core/values/quantity.js';
import { inUnit } from '../typed/unit.js';

/** Units that records spell out, by their short form. */
const words: ReadonlyMap<string, string> = new Map([
  ['pound', 'lb'],
  ['pounds', 'lb'],
  ['inch', 'in'],
  ['inches', 'in'],
  ['feet', 'ft'],
  ['foot', 'ft'],
]);

/**
 * A value in the unit asked for. The UCUM code says the unit, or the printed unit where there is no code.
 * Undefined where neither is known, or the two say different things.
 */
export function measuredIn(
  value: number,
  written: { readonly code: string | undefined; readonly unit: string | undefined },
  unit: Unit,
): number | undefined {
  const read = (spelling: string | undefined) => {
    if (spelling === undefined) return undefined;
    return inUnit(value, words.get(spelling.toLowerCase()) ?? spelling, unit);
  };
  const [byCode, byUnit] = [read(written.code), read(written.unit)];
  if (written.code !== undefined && byCode === undefined) return undefined;
  if (byCode !== undefined && byUnit !== undefined && byCode !== byUnit) return undefined;
  return byCode ?? byUnit;
}
