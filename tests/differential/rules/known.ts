import { child, labelOf } from './numbers.js';
import { kindOf } from './patient.js';
import type { Asked } from './titration.js';

/**
 * Where the rules are silent or can be read in two ways, this model reads them so:
 * - several refusals of one request may come in any order; any of them is right;
 * - a level is rounded down from the last made level plus the step, and what is printed as the ceiling can be made;
 * - `--target` asked for: no rung "only if needed" is offered; the next rung belongs to the default end;
 * - `--times` asked for: never one dose more than that, and the ceiling is what they can hold;
 * - a start above the first level is refused as well where the products make no first level;
 * - a lifted refusal is planned from the first level, of a liquid rounded down; to lift the ceiling a target is needed;
 * - below 30 mL/min a dose is 5 mg, whatever the country's largest, and its number of doses is fixed;
 * - an increment is refused from 65 years, too, as the rule of the older adult names mg per day;
 * - the label's own step from 60 to 80 is for the labelled increment only;
 * - "7 days from 65 with a number below 60" is the whole quantity;
 * - a light adult has the ceiling of a child of 8 years and over, and parts of a day as that child;
 * - of two ways with as few pieces of as many products, whole ones go before halves;
 * - the level at or above which a dose goes down is rounded by tablets to the nearest, halfway to the gentler;
 * - `--to` with no level above it: a week of that dose is dispensed;
 * - a taper whose end or whose present dose cannot be made may say so of the day or of the dose;
 * - check: a rise up to the adopted step is no jump, though it passes a rung; above the ceiling no jump is named;
 *   "avoid" and the kidney of a child silence what follows from them; packets are as tablets below 33 kg;
 * - check: an age or a height that titration refuses to go on without is asked about, and the rest is judged: a light
 *   body without an age as an adult of that weight;
 * - a present dose that is no whole number of the finest marks of a liquid cannot be made.
 *
 * Not generated, as the rules do not fix it: liquids beside tablets, several liquids, sets of tablets that are no
 * multiples of their smallest piece, a start or an increment of a child, sedatives and conditions, a taper of a light
 * patient without a product, tablets for a light patient in check.
 */
interface Known<Request> {
  /** Of which topic, and of those whose names begin with it. */
  readonly topic: string;
  /** The sentence of the rules that the program does not follow. */
  readonly rule: string;
  readonly command: string;
  readonly request: Request;
  readonly of: (request: Request, difference: string) => boolean;
}

const known = <Request>(one: Known<Request>): Known<never> => one as unknown as Known<never>;

const young = ({ person, country }: Asked, limit?: number): boolean => {
  const { age = 0, weight = 0 } = person;
  const ceiling = limit ?? (age < child.oldFrom ? child.youngCeiling : child.oldCeiling);
  return kindOf(person, country) === 'child' && weight * child.target > ceiling;
};

const ownLiquid = (products: readonly string[] | undefined): boolean =>
  products === undefined || products.every((id) => /^(solution|suspension)/.test(id));

/** What the program does otherwise than the rules say. An entry that no longer differs fails, and is then taken out. */
export const differences: readonly Known<never>[] = [
  known<Asked>({
    topic: 'titrate',
    rule: '§4: "Ends by default at 0.75 mg/kg/day rounded down"; the 40 mg per day of fr is the default target of §2, of adults',
    command: 'baclofen titrate --age 11 --weight 64 --rules fr',
    request: { person: { age: 11, weight: 64 }, country: 'fr' },
    of: (request) => request.country === 'fr' && young(request, labelOf('fr').target),
  }),
  known<Asked>({
    topic: 'titrate',
    rule: '§1: "Liquids: the doses of a day are equal, rounded down to the mark; unequal volumes only where asked for"',
    command: 'baclofen titrate --from 5 --on 10 --age 8 --weight 30.8',
    request: { person: { age: 8, weight: 30.8 }, country: 'us', from: 5, on: 10 },
    of: ({ from, on, products }, difference) =>
      from !== undefined && on !== undefined && ownLiquid(products) && difference.startsWith('doses'),
  }),
];
