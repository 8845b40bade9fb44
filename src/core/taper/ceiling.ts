import type { Refusal } from '../answer/refusal.js';
import { selectProducts } from '../doses/product.js';
import type { Patient } from '../patient/patient.js';
import { assessRenalFunction } from '../renal-function/assess.js';
import { situationOf } from '../titration/applicable-rules.js';
import { regimenFor } from '../titration/regimen.js';
import type { Country } from '../titration/rules.js';
import type { TitrationContext } from '../titration/types.js';
import type { Citation } from '../values/citation.js';
import { cite, plain } from '../values/citation.js';
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
  const child = patient.age !== undefined && patient.age.value < context.renal.adultAge.value;
  const renal = assessRenalFunction(child ? {} : patient, context.renal);
  const found = situationOf(patient, { country }, renal, context.titration, context.renal);
  if ('refusal' in found) return found.refusal;
  const products = selectProducts(undefined, context.products);
  const { ceiling, doseCeiling, citations } = regimenFor({}, found.situation, products);
  const kind = found.situation.band?.action.kind;
  return {
    dailyDose: ceiling,
    dose: doseCeiling,
    citations: citations.ceiling,
    reduced: kind === 'scale' || kind === 'fixed',
  };
}

/** The ceiling of the country, where there is none of the patient. */
export function labelledCeiling(country: Country, { titration }: TitrationContext): Ceiling {
  const { dailyCeiling, doseCeiling } = titration.rules[country];
  return { dailyDose: plain(dailyCeiling), dose: plain(doseCeiling), citations: cite(dailyCeiling), reduced: false };
}
