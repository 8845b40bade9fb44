import type { Refusal } from '../answer/refusal.js';
import type { Patient } from '../patient/patient.js';
import { assessRenalFunction } from '../renal-function/assess.js';
import type { RenalFunction } from '../renal-function/types.js';
import { type Bounds, boundsOf, ladderOf, madeCeiling } from '../titration/ladder.js';
import type { Country } from '../titration/rules.js';
import type { Ladder, RuleContext, TitrationContext } from '../titration/types.js';
import type { Quantity } from '../values/quantity.js';
import { isAtLeast } from '../values/thresholds.js';

/** A patient as the rules see them: what they may be given, or why titration plans nothing. */
export interface Who {
  readonly patient: Patient;
  readonly country: Country;
  readonly renal: RenalFunction;
  readonly bounds: Bounds | Refusal;
  /** From 18 years: the same without what only the weight forbids. */
  readonly labelled: Bounds | undefined;
}

/**
 * Asked once for a patient, however many orders are judged.
 * @throws InputError on a creatinine without age or sex.
 */
export function whoIs(patient: Patient, country: Country, context: RuleContext): Who {
  const renal = assessRenalFunction(patient, context.renal);
  const bounds = boundsOf(patient, { country }, context, renal);
  return {
    patient,
    country,
    renal,
    bounds,
    // Asked for only where a dose changes, and as much work as all the rest.
    get labelled() {
      return 'code' in bounds ? undefined : labelledBounds(patient, country, renal, context);
    },
  };
}

function labelledBounds(
  patient: Patient,
  country: Country,
  renal: RenalFunction,
  context: RuleContext,
): Bounds | undefined {
  const { weight, ...others } = patient;
  const { adultAge } = context.renal;
  const grown = patient.age
    ? isAtLeast(patient.age.value, adultAge.value)
    : weight !== undefined && isAtLeast(weight.value, context.titration.weight.doubtful.value);
  if (!grown || weight === undefined) return undefined;
  const bounds = boundsOf(others, { country }, context, renal);
  return 'code' in bounds ? undefined : bounds;
}

/** What says that the patient's data cannot be right, or that they do not suffice; nothing is judged by them. */
const unjudged: readonly Refusal['code'][] = [
  'weight-implausible',
  'height-implausible',
  'age-needed',
  'child-creatinine',
];

/** Why nothing can be judged for this patient, if so. */
export function unjudgedBy({ bounds }: Who): Refusal | undefined {
  return 'code' in bounds && unjudged.includes(bounds.code) ? bounds : undefined;
}

/** The patient's levels as the products make them; none where the patient is not planned or no products do. */
export function ladderFor(
  { patient, country, renal }: Who,
  context: TitrationContext,
  products: { readonly products?: readonly string[] } = {},
): Ladder | undefined {
  const made = ladderOf(patient, { country, ...products }, context, renal);
  return 'code' in made ? undefined : made;
}

/** The most that this patient may have in a day (mg/d), made of products; none where nothing may be given. */
export function ceilingFor(
  who: Who,
  context: TitrationContext,
  ladder: Ladder | undefined = ladderFor(who, context),
): Quantity<'mg/d'> | undefined {
  return ladder?.ceiling ?? ('code' in who.bounds ? undefined : madeCeiling(who.bounds, context.products));
}
