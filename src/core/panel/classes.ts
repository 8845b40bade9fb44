import { type BareLimits, dayCeiling } from '../check/limits.js';
import { type Who, whoIs } from '../check/who.js';
import type { Country } from '../titration/rules.js';
import { isAtLeast, isBelow } from '../values/thresholds.js';
import type { CeilingOf } from './ceilings.js';
import { patientOf } from './patient.js';
import type { PanelContext, PanelRow } from './types.js';

/** What holds for everybody of a class: the limits that a dose is held against, and the rules that they come from. */
export interface PatientClass extends BareLimits {
  readonly bounds: Who['bounds'];
  /** mg/d as the products make it; NaN where nothing may be given. */
  readonly madeCeiling: number;
}

/** How many weights of a class are remembered: those below 50 kg to a tenth are a few hundred. */
const most = 1_000;

/**
 * The class of one adult after another. What may be given hangs on the band, on being an older adult, and on a weight as
 * far as it forbids something: who is alike in these has the same limits, which are made once, by the rules of a single
 * patient, and remembered.
 * @returns a function of an adult whose size and age are plausible, and the place of the band (-1 without one).
 */
export function classesOf(
  country: Country,
  ceilingOf: CeilingOf,
  context: PanelContext,
): (row: PanelRow, band: number) => PatientClass {
  const { rules, older, weight: limits } = context.titration;
  const highest = Math.max(...Object.values(rules).map(({ dailyCeiling }) => dailyCeiling.value));
  // From here on no weight forbids anything, and one that is not known does not either.
  const free = Math.max(limits.low.value, highest / limits.ceiling.value);
  const heavy: PatientClass[] = [];
  const light: Map<number, PatientClass>[] = [];
  const made = (row: PanelRow) => classOf(whoIs(patientOf(row), country, context), ceilingOf, context);
  return (row, band) => {
    const { weight, age, dialysis } = row;
    const place = 2 * (dialysis ? 0 : band + 2) + (isAtLeast(age, older.age.value) ? 1 : 0);
    if (!isBelow(weight, free)) {
      heavy[place] ??= made(row);
      return heavy[place];
    }
    light[place] ??= new Map();
    const known = light[place];
    const found = known.get(weight) ?? made(row);
    if (known.size >= most) known.clear();
    known.set(weight, found);
    return found;
  };
}

function classOf(who: Who, ceilingOf: CeilingOf, context: PanelContext): PatientClass {
  const { bounds, patient } = who;
  return {
    bounds,
    isAvoided: 'code' in bounds && (patient.dialysis === true || bounds.code === 'clearance-too-low'),
    ceiling: dayCeiling(who, context).value.value,
    madeCeiling: ceilingOf(who),
  };
}
