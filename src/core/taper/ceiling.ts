import type { Refusal } from '../answer/refusal.js';
import type { Patient } from '../patient/patient.js';
import { boundsOf, madeCeiling } from '../titration/ladder.js';
import type { Country } from '../titration/rules.js';
import type { TitrationContext } from '../titration/types.js';
import { type Citation, cite, plain } from '../values/citation.js';
import type { Quantity } from '../values/quantity.js';

/** The most that this patient may have in a day and in one dose. */
export interface Ceiling {
  readonly dailyDose: Quantity<'mg/d'>;
  readonly dose: Quantity<'mg'>;
  readonly citations: readonly Citation[];
  /** Lowered for the kidney. */
  readonly reduced: boolean;
}

/** The ceiling that titration keeps for this patient, or why titration plans nothing. */
export function ceilingFor(patient: Patient, country: Country, context: TitrationContext): Ceiling | Refusal {
  const bounds = boundsOf(patient, { country }, context);
  if ('code' in bounds) return bounds;
  const { applicable, regimen } = bounds;
  const kind = applicable.band?.action.kind;
  return {
    dailyDose: madeCeiling(bounds, context.products) ?? regimen.ceiling.value,
    dose: regimen.largestDose.value,
    citations: regimen.ceiling.citations,
    reduced: kind === 'scale' || kind === 'fixed',
  };
}

/** The ceiling of the country, where there is none of the patient. */
export function labelledCeiling(country: Country, { titration }: TitrationContext): Ceiling {
  const { dailyCeiling, doseCeiling } = titration.rules[country];
  return { dailyDose: plain(dailyCeiling), dose: plain(doseCeiling), citations: cite(dailyCeiling), reduced: false };
}
