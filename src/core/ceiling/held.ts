import type { Patient } from '../patient/patient.js';
import { isToAvoid } from '../titration/applicable-rules.js';
import { countryOf } from '../titration/country.js';
import { boundsOf, madeCeiling } from '../titration/ladder.js';
import type { TitrationContext } from '../titration/types.js';
import type { Citation } from '../values/citation.js';
import type { Quantity } from '../values/quantity.js';
import { isAbove } from '../values/thresholds.js';

/** A daily dose that is more than somebody may have: a ceiling (mg/d) below it, or none where baclofen is to be avoided. */
export interface TooMuch {
  readonly ceiling?: Quantity<'mg/d'>;
  readonly citations: readonly Citation[];
}

/**
 * Whether a daily dose (mg/d) is above the ceiling that `renal` and `titrate` give the same patient.
 * @returns undefined where it is not, or where no ceiling is known.
 * @throws InputError on a creatinine without age or sex.
 */
export function tooMuch(
  // An allergy or a length of use moves no ceiling.
  { hypersensitivity: _, usedFor: __, ...patient }: Patient,
  dailyDose: Quantity<'mg/d'>,
  context: TitrationContext,
): TooMuch | undefined {
  const bounds = boundsOf(patient, { country: countryOf({}, context) }, context);
  if ('code' in bounds) return isToAvoid(bounds) ? { citations: bounds.citations } : undefined;
  const ceiling = madeCeiling(bounds, context.products);
  return ceiling && isAbove(dailyDose.value, ceiling.value)
    ? { ceiling, citations: bounds.regimen.ceiling.citations }
    : undefined;
}
