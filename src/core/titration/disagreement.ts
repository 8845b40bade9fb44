import { type Product, smallestDose } from '../doses/product.js';
import type { RenalStatement } from '../renal-function/types.js';
import { type Cited, type Disagreement, disagreement, plain } from '../values/citation.js';
import type { Quantity } from '../values/quantity.js';
import { labelledRegimen, scaledRegimen } from './regimen.js';
import type { Regimen, Situation, StatementHere, Wishes } from './types.js';

/** What each source would give for this patient, where it says so in numbers. */
export function consequences(
  statements: readonly RenalStatement[],
  wishes: Wishes,
  { rules }: Situation,
  products: readonly Product[],
): StatementHere[] {
  return statements.map(({ gives, ...said }): StatementHere => {
    switch (gives?.kind) {
      case 'avoid':
        return { ...said, here: { kind: 'avoid' } };
      case 'start':
        return { ...said, here: { kind: 'start', dailyDose: plain(gives) } };
      case 'keep': {
        const keep = { numerator: gives.numerator, denominator: gives.denominator, source: '', locator: '' };
        const scaled = scaledRegimen(labelledRegimen(wishes, rules), rules.interval, keep, smallestDose(products));
        const dailyDoses = scaled.rungs.map(({ dailyDose }) => dailyDose);
        return { ...said, here: { kind: 'doses', dailyDoses, ceiling: scaled.ceiling } };
      }
      default:
        return said;
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
