import type { Refusal } from '../answer/refusal.js';
import type { Patient } from '../patient/patient.js';
import { assessRenalFunction } from '../renal-function/assess.js';
import type { RenalFunction } from '../renal-function/types.js';
import { type Bounds, boundsOf, ladderOf, madeCeiling } from '../titration/ladder.js';
import type { Country } from '../titration/rules.js';
import type { Ladder, RuleContext, TitrationContext } from '../titration/types.js';
import { plain } from '../values/citation.js';
import type { Quantity } from '../values/quantity.js';
import { isAtLeast } from '../values/thresholds.js';

/** A patient as the rules see them: what they may be given, or why titration plans nothing. */
export interface Who {
  readonly patient: Patient;
  /** As they are judged where something is missing that must be asked: see `missing`. */
  readonly judgedAs: Patient;
  /** What no plan is made without; an order is judged all the same, and asked about. */
  readonly missing: Missing | undefined;
  readonly country: Country;
  readonly renal: RenalFunction;
  readonly bounds: Bounds | Refusal;
  /** From 18 years: the same without what only the weight forbids. */
  readonly labelled: Bounds | undefined;
}

type Missing = Extract<Refusal, { readonly code: 'age-needed' | 'child-creatinine' }>;

/**
 * Asked once for a patient, however many orders are judged.
 * @throws InputError on a creatinine without age or sex.
 */
export function whoIs(patient: Patient, country: Country, context: RuleContext): Who {
  const renal = assessRenalFunction(patient, context.renal);
  const found = boundsOf(patient, { country }, context, renal);
  const missing = missingIn(found);
  const judgedAs = missing ? withoutQuestion(patient, missing, context) : patient;
  const bounds = missing ? boundsOf(judgedAs, { country }, context, renal) : found;
  return {
    patient,
    judgedAs,
    missing,
    country,
    renal,
    bounds,
    // Asked for only where a dose changes, and as much work as all the rest.
    get labelled() {
      return 'code' in bounds ? undefined : labelledBounds(patient, country, renal, context);
    },
  };
}

function missingIn(found: Bounds | Refusal): Missing | undefined {
  return 'code' in found && (found.code === 'age-needed' || found.code === 'child-creatinine') ? found : undefined;
}

/** A child without a creatinine that says nothing; a light body without an age as an adult of that weight. */
function withoutQuestion(patient: Patient, { code }: Missing, { renal }: RuleContext): Patient {
  if (code === 'age-needed') return { ...patient, age: plain(renal.adultAge) };
  const { creatinine: _, ...others } = patient;
  return others;
}

function labelledBounds(
  patient: Patient,
  country: Country,
  renal: RenalFunction,
  context: RuleContext,
): Bounds | undefined {
  const others = unweighed(patient, context);
  if (others === undefined) return undefined;
  const bounds = boundsOf(others, { country }, context, renal);
  return 'code' in bounds ? undefined : bounds;
}

/** The patient without the weight; none where there is no weight, or it is not known to be an adult's. */
function unweighed({ weight, ...others }: Patient, { renal: { adultAge } }: RuleContext): Patient | undefined {
  const grown = others.age !== undefined && isAtLeast(others.age.value, adultAge.value);
  return grown && weight !== undefined ? others : undefined;
}

/** What says that the patient's data cannot be right; nothing is judged by them. */
const unjudged: readonly Refusal['code'][] = ['weight-implausible', 'height-implausible'];

/** Why nothing can be judged for this patient, if so. */
export function unjudgedBy({ bounds }: Who): Refusal | undefined {
  return 'code' in bounds && unjudged.includes(bounds.code) ? bounds : undefined;
}

/** The patient's levels as the products make them; none where the patient is not planned or no products do. */
export function ladderFor(
  { judgedAs, country, renal }: Pick<Who, 'judgedAs' | 'country' | 'renal'>,
  context: TitrationContext,
  products: { readonly products?: readonly string[] } = {},
): Ladder | undefined {
  const made = ladderOf(judgedAs, { country, ...products }, context, renal);
  return 'code' in made ? undefined : made;
}

/** The levels of a patient, and from 18 years those that the label alone would make. */
export interface Ladders {
  readonly own: Ladder | undefined;
  readonly labelled: Ladder | undefined;
}

/** @param own the patient's levels as the products make them. */
export function laddersOf(
  own: Ladder | undefined,
  who: Who,
  context: TitrationContext,
  products: { readonly products?: readonly string[] },
): Ladders {
  return {
    own,
    // Asked for only where a rise is more than the weight allows.
    get labelled() {
      const judgedAs = unweighed(who.patient, context);
      return judgedAs && ladderFor({ ...who, judgedAs }, context, products);
    },
  };
}

/** The most that this patient may have in a day (mg/d), made of products; none where nothing may be given. */
export function ceilingFor(
  who: Who,
  context: TitrationContext,
  ladder: Ladder | undefined = ladderFor(who, context),
): Quantity<'mg/d'> | undefined {
  return ladder?.ceiling ?? ('code' in who.bounds ? undefined : madeCeiling(who.bounds, context.products));
}
