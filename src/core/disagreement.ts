import { type Citation, type Cited, type Disagreement, disagreement, plain } from './citation.js';
import { type Product, smallestDose } from './product.js';
import type { Quantity } from './quantity.js';
import { labelledRegimen, type Regimen, type Situation, scaledRegimen, type Wishes } from './regimen.js';
import type { RenalStatement } from './renal-function.js';

/** What the plan would be if a source that disagrees were followed. */
export type Consequence =
  | { readonly kind: 'avoid' }
  | { readonly kind: 'doses'; readonly dailyDoses: readonly Quantity<'mg/d'>[]; readonly ceiling: Quantity<'mg/d'> }
  | { readonly kind: 'start'; readonly dailyDose: Quantity<'mg/d'> };

export interface StatementHere {
  readonly text: string;
  readonly citations: readonly Citation[];
  /** For this patient; absent where the source gives no number. */
  readonly here?: Consequence;
}

/** What each source would give for this patient, where it says so in numbers. */
export function consequences(
  statements: readonly RenalStatement[],
  wishes: Wishes,
  { rules }: Situation,
  products: readonly Product[],
): StatementHere[] {
  return statements.map(({ text, citations, gives }): StatementHere => {
    switch (gives?.kind) {
      case 'avoid':
        return { text, citations, here: { kind: 'avoid' } };
      case 'start':
        return { text, citations, here: { kind: 'start', dailyDose: plain(gives) } };
      case 'keep': {
        const keep = { numerator: gives.numerator, denominator: gives.denominator, source: '', locator: '' };
        const scaled = scaledRegimen(labelledRegimen(wishes, rules), rules.interval, keep, smallestDose(products));
        const dailyDoses = scaled.rungs.map(({ dailyDose }) => dailyDose);
        return { text, citations, here: { kind: 'doses', dailyDoses, ceiling: scaled.ceiling } };
      }
      default:
        return { text, citations };
    }
  });
}

/** Other values of the rule that decided a part; where another rule or the user overruled it they would change nothing. */
export function alternatives(
  { rules, older, child }: Situation,
  { decidedBy, rungs, interval: followed }: Regimen,
  target: Quantity<'mg/d'>,
): Disagreement[] {
  const steps = rungs.filter(({ dailyDose }) => dailyDose.value < target.value).length + 1;
  const interval: Partial<Record<Regimen['decidedBy']['interval'], Cited<'d'>>> = {
    label: rules.interval,
    ...(older && { 'older adult': older.interval }),
    ...(child && { child: child.rules.interval }),
  };
  const pace = interval[decidedBy.interval];
  return [
    ...(decidedBy.start === 'label' ? disagreement('Start', rules.start) : []),
    ...(pace?.value === followed.value
      ? disagreement('Days between steps', pace).map((each) => reaching(each, steps, target))
      : []),
    ...(decidedBy.ceiling === 'label' ? disagreement('Ceiling', rules.dailyCeiling) : []),
  ];
}

/** Adds on which day each pace would reach the target. */
function reaching(each: Disagreement, steps: number, target: Quantity<'mg/d'>): Disagreement {
  const day = (interval: number) => 1 + (steps - 1) * interval;
  return {
    ...each,
    reaches: { target, day: day(each.adopted.value) },
    others: each.others.map((other) => ({ ...other, reachesOnDay: day(other.value.value) })),
  };
}
