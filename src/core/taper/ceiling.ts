import type { Refusal } from '../answer/refusal.js';
import type { Patient } from '../patient/patient.js';
import { boundsOf, climb, madeCeiling } from '../titration/ladder.js';
import type { Country } from '../titration/rules.js';
import type { Asked, TitrationContext } from '../titration/types.js';
import { type Citation, cite, plain } from '../values/citation.js';
import type { Quantity } from '../values/quantity.js';

/** The most that this patient may have in a day and in one dose. */
export interface Ceiling {
  readonly dailyDose: Quantity<'mg/d'>;
  readonly dose: Quantity<'mg'>;
  readonly citations: readonly Citation[];
  /** Lowered for the kidney. */
  readonly reduced: boolean;
  /** Lower still for an older adult, of a patient whose age is not known. */
  readonly hangsOnAge: boolean;
}

/** The ceiling that titration keeps for this patient with these products, or why titration plans nothing. */
export function ceilingFor(
  patient: Patient,
  asked: Pick<Asked, 'country' | 'products'>,
  context: TitrationContext,
): Ceiling | Refusal {
  const bounds = boundsOf(patient, asked, context);
  if ('code' in bounds) return bounds;
  const { applicable, regimen, renal } = bounds;
  const kind = applicable.band?.action.kind;
  const ladder = climb(applicable, renal, asked, context);
  const made = 'code' in ladder ? madeCeiling(bounds, context.products, asked.products) : ladder.ceiling;
  return {
    dailyDose: made ?? regimen.ceiling.value,
    dose: regimen.largestDose.value,
    citations: regimen.ceiling.citations,
    reduced: kind === 'scale' || kind === 'fixed',
    hangsOnAge: kind === 'fixed' && patient.age === undefined,
  };
}

/** The ceiling of the country, where there is none of the patient. */
export function labelledCeiling(country: Country, { titration }: TitrationContext): Ceiling {
  const { dailyCeiling, doseCeiling } = titration.rules[country];
  return {
    dailyDose: plain(dailyCeiling),
    dose: plain(doseCeiling),
    citations: cite(dailyCeiling),
    reduced: false,
    hangsOnAge: false,
  };
}
