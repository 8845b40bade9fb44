import type { RenalStatement } from '../renal-function/types.js';
import { type Cited, type Disagreement, disagreement, plain } from '../values/citation.js';
import type { Quantity } from '../values/quantity.js';
import { isBelow } from '../values/thresholds.js';
import type { ApplicableRules, Ladder, StatementHere } from './types.js';

/**
 * What each source says, and what it would give where it says so in numbers; where the dose is fixed or the drug avoided
 * no number that is not followed is printed at all.
 */
export function consequences(statements: readonly RenalStatement[], severe: boolean): StatementHere[] {
  return statements.map(({ gives, ...said }): StatementHere => {
    if (gives?.kind === 'avoid') return { ...said, here: { kind: 'avoid' } };
    return gives?.kind === 'start' && !severe ? { ...said, here: { kind: 'start', dailyDose: plain(gives) } } : said;
  });
}

/** Where no figure is printed that is not followed. */
export function isSevere({ band }: Pick<ApplicableRules, 'band'>): boolean {
  return band?.action.kind === 'fixed' || band?.action.kind === 'avoid';
}

/** Other values of the label where it decided a part; where another rule or the user overruled it they change nothing. */
export function alternatives({ applicable, regimen, levels }: Ladder, target: Quantity<'mg/d'>): Disagreement[] {
  const { rules, older, byWeight } = applicable;
  const steps = levels.filter(({ dailyDose }) => isBelow(dailyDose.value, target.value)).length + 1;
  const pace: Partial<Record<string, Cited<'d'>>> = {
    label: rules.interval,
    ...(older && { 'older adult': older.interval }),
    ...(byWeight && { [byWeight.kind === 'child' ? 'child' : 'weight']: byWeight.rules.interval }),
  };
  const interval = pace[regimen.interval.by];
  return [
    ...(regimen.first.by === 'label' ? disagreement('Start', rules.start) : []),
    ...(interval ? disagreement('Days between steps', interval).map((each) => reaching(each, steps, target)) : []),
    ...(regimen.ceiling.by === 'label' ? disagreement('Ceiling', rules.dailyCeiling) : []),
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
