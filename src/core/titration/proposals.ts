import type { Rule } from '../answer/rule.js';
import type { FixedDose } from '../renal-function/band.js';
import type { RenalParameters } from '../renal-function/types.js';
import { type Citation, type Cited, cite, plain } from '../values/citation.js';
import { type Fraction, type Quantity, quantity, tidy, type Unit } from '../values/quantity.js';
import { isAt, isBelow } from '../values/thresholds.js';
import { isToStay } from './applicable-rules.js';
import type { ChildRules } from './rules.js';
import type { ApplicableRules, Asked, Part, Parts, RuleContext } from './types.js';

/** What one rule allows of each part that it has a say in. */
export type Proposal = Partial<Parts>;

type How = Part<Unit>['how'];

function part<U extends Unit>(value: Quantity<U>, by: Rule, citations: readonly Citation[], how?: How): Part<U> {
  return { value, by, citations, ...(how && { how }) };
}

/** A value of the data as it stands. */
export function cited<U extends Unit>(value: Cited<U>, by: Rule): Part<U> {
  return part(plain(value), by, cite(value));
}

/** mg/kg/d times kg gives mg/d. */
export function ofWeight(dose: Quantity<'mg/kg/d'>, weight: Quantity<'kg'>): Quantity<'mg/d'> {
  return quantity(tidy(dose.value * weight.value), 'mg/d');
}

function byKilogram(dose: Cited<'mg/kg/d'>, weight: Quantity<'kg'>, by: Rule): Part<'mg/d'> {
  const how = { formula: 'dose per kg x weight', inputs: { 'dose per kg': plain(dose), weight } };
  return part(ofWeight(dose, weight), by, cite(dose), how);
}

/** The label of the country, and what was asked in its place. */
export function labelProposal(asked: Asked, { rules, byWeight, band }: ApplicableRules): Parts {
  const { start, increment, timesDaily } = asked;
  const times = timesDaily ?? (byWeight ? byWeight.rules : rules).timesDaily.value;
  // Where a band fixes the dose `start` is one a day, and of no matter unless it is lower.
  const fixed = band?.action.kind === 'fixed' ? band.action : undefined;
  const startTimes = fixed ? 1 : times;
  const labelled = byWeight ? rules.timesDaily.value : times;
  const asIs =
    start === undefined ||
    (fixed ? !isBelow(start.value, fixed.dose.value) : isAt(start.value, rules.start.value) && times === labelled);
  const fromStart = asIs ? perDose(rules.start, labelled) : perDose(start, startTimes);
  const changed = timesDaily !== undefined && timesDaily !== rules.timesDaily.value;
  return {
    first: part(
      fromStart.value,
      asIs ? 'label' : 'asked',
      asIs ? cite(rules.start, rules.timesDaily) : [],
      fromStart.how,
    ),
    step: stepOf(byWeight ? undefined : increment, byWeight ? labelled : times, changed && !byWeight, rules),
    interval: cited(rules.interval, 'label'),
    ceiling: cited(rules.dailyCeiling, 'label'),
    largestDose: cited(rules.doseCeiling, 'label'),
    target: cited(rules.target, 'label'),
  };
}

function perDose(
  dose: Quantity<'mg'>,
  times: number,
): { readonly value: Quantity<'mg/d'>; readonly how: NonNullable<How> } {
  return {
    value: quantity(tidy(dose.value * times), 'mg/d'),
    how: { formula: 'dose x times per day', inputs: { dose: plain(dose), 'times per day': String(times) } },
  };
}

function stepOf(
  increment: Quantity<'mg'> | undefined,
  times: number,
  changed: boolean,
  rules: ApplicableRules['rules'],
): Part<'mg/d'> {
  const each = increment ?? plain(rules.increment);
  const value = quantity(tidy(each.value * times), 'mg/d');
  const how = {
    formula: 'increase of each dose x times per day',
    inputs: { increase: each, 'times per day': String(times) },
  };
  const byAsking = increment !== undefined || changed;
  return part(value, byAsking ? 'asked' : 'label', increment ? [] : cite(rules.increment, rules.timesDaily), how);
}

/** No more than the number of doses a day holds: four unless another was asked for. */
export function divisionProposal({ timesDaily }: Asked, { rules }: ApplicableRules): Proposal {
  const times = timesDaily ?? 4;
  const value = quantity(tidy(times * rules.doseCeiling.value), 'mg/d');
  const how = {
    formula: 'largest dose x times per day',
    inputs: { 'largest dose': plain(rules.doseCeiling), 'times per day': String(times) },
  };
  return { ceiling: part(value, timesDaily === undefined ? 'label' : 'asked', cite(rules.doseCeiling), how) };
}

/** One small dose a day, the same again at each step, whatever the start was; an asked start where lower. */
export function olderProposal({ start }: Asked, { older }: ApplicableRules): Proposal {
  if (older === undefined) return {};
  const lower = start && isBelow(start.value, older.dose.value) ? start : undefined;
  const once = (dose: Quantity<'mg'>) => quantity(dose.value, 'mg/d');
  return {
    first: part(once(lower ?? older.dose), lower ? 'asked' : 'older adult', lower ? [] : cite(older.dose)),
    step: part(once(older.dose), 'older adult', cite(older.dose)),
    interval: cited(older.interval, 'older adult'),
    target: cited(older.target, 'older adult'),
  };
}

/** A child, or an adult as light as one. */
export function childProposal({ byWeight, weight, age }: ApplicableRules): Proposal {
  if (byWeight === undefined || weight === undefined) return {};
  const { rules, kind } = byWeight;
  const by = kind === 'child' ? 'child' : 'weight';
  return {
    first: byKilogram(rules.start, weight, by),
    step: byKilogram(rules.step, weight, by),
    interval: cited(rules.interval, by),
    target: byKilogram(rules.target, weight, by),
    ceiling: lowest(cited(ceilingOfAge(rules, age), by), byKilogram(rules.ceilingPerKilogram, weight, by)),
  };
}

function ceilingOfAge(
  { oldFrom, youngCeiling, oldCeiling }: ChildRules,
  age: Quantity<'a'> | undefined,
): Cited<'mg/d'> {
  return age && isBelow(age.value, oldFrom.value) ? youngCeiling : oldCeiling;
}

/** From 12 to 17 years under the adult schedule: slower, and no more than a child of that weight. */
export function adolescentProposal(
  { adolescent, weight, rules, lifted }: ApplicableRules,
  { titration: { child } }: RuleContext,
): Proposal {
  if (adolescent === undefined || weight === undefined) return {};
  const label = quantity(tidy(rules.start.value * rules.timesDaily.value), 'mg/d');
  const raised = lifted?.code === 'target-above-ceiling';
  return {
    first: part(label, 'adolescent', cite(rules.start, rules.timesDaily)),
    step: part(label, 'adolescent', cite(rules.increment, rules.timesDaily)),
    interval: cited(adolescent.interval, 'adolescent'),
    target: highest(cited(adolescent.target, 'adolescent'), byKilogram(child.target, weight, 'adolescent')),
    ...(!raised && { ceiling: cited(child.adolescentCeiling, 'adolescent') }),
  };
}

/** What a weight allows, of whatever age; the slower schedule of a low weight. */
export function weightProposal(
  applicable: ApplicableRules,
  { titration: { weight: limits, child } }: RuleContext,
): Proposal {
  const { weight, lowWeight, band, byWeight } = applicable;
  if (weight === undefined) return {};
  const severe = band?.action.kind === 'fixed' && byWeight !== undefined;
  const step = byKilogram(severe ? limits.severeStep : limits.step, weight, 'weight');
  return {
    first: step,
    step,
    ceiling: severe && isToStay(applicable) ? step : byKilogram(limits.ceiling, weight, 'weight'),
    ...(severe && { target: byKilogram(limits.severeTarget, weight, 'weight') }),
    ...(lowWeight && {
      interval: cited(lowWeight.interval, 'weight'),
      target: scaledBy(highest(cited(lowWeight.target, 'weight'), byKilogram(child.target, weight, 'weight')), band),
    }),
  };
}

/** The same part in a band that keeps a fraction; decided by the clearance where it does. */
export function scaledBy<U extends Unit>(whole: Part<U>, band: ApplicableRules['band']): Part<U> {
  if (band?.action.kind !== 'scale') return whole;
  const { keep } = band.action;
  return part(kept(whole.value, keep), 'clearance', [...whole.citations, ...cite(keep)], {
    formula: 'daily dose x fraction kept',
    inputs: { 'daily dose': whole.value, 'fraction kept': `${keep.numerator}/${keep.denominator}` },
  });
}

function kept<U extends Unit>({ value, unit }: Quantity<U>, { numerator, denominator }: Fraction): Quantity<U> {
  return quantity(tidy((value * numerator) / denominator), unit);
}

/** What the clearance leaves of the parts that hold without it. */
export function clearanceProposal(
  whole: Parts,
  { band, older, byWeight, clearance }: ApplicableRules,
  { start }: Asked,
  { renal }: RuleContext,
): Proposal {
  const end = usualEnd(clearance, renal);
  switch (band?.action.kind) {
    case 'scale':
      return {
        first: scaledBy(whole.first, band),
        step: scaledBy(whole.step, band),
        ceiling: scaledBy(whole.ceiling, band),
        interval: cited(band.action.interval, 'clearance'),
        target: end ? lowest(scaledBy(whole.target, band), end) : scaledBy(whole.target, band),
      };
    case 'fixed':
      return fixedProposal(band.action, older ? renal.olderCeiling : undefined, {
        ...(start && { start }),
        ...(end && { end }),
        largest: byWeight === undefined,
      });
    default:
      return end ? { target: end } : {};
  }
}

function fixedProposal(
  { dose, ceiling, interval }: FixedDose,
  olderCeiling: Cited<'mg/d'> | undefined,
  { start, end, largest }: { readonly start?: Quantity<'mg'>; readonly end?: Part<'mg/d'>; readonly largest: boolean },
): Proposal {
  const once = quantity(dose.value, 'mg/d');
  const lower = start && isBelow(start.value, dose.value) ? start : undefined;
  const most = cited(ceiling, 'clearance');
  return {
    first: lower ? part(quantity(lower.value, 'mg/d'), 'asked', []) : part(once, 'clearance', cite(dose)),
    step: part(once, 'clearance', cite(dose)),
    ceiling: olderCeiling ? lowest(most, cited(olderCeiling, 'clearance')) : most,
    interval: cited(interval, 'clearance'),
    target: end ?? part(once, 'clearance', cite(dose)),
    ...(largest && { largestDose: part(plain(dose), 'clearance', cite(dose)) }),
  };
}

/** Where a plan ends by default at a low clearance, mg/d. */
function usualEnd(clearance: number | undefined, { usualEnd: ends }: RenalParameters): Part<'mg/d'> | undefined {
  if (clearance === undefined) return undefined;
  const holding = ends
    .filter(({ below }) => isBelow(clearance, below.value))
    .map(({ target }) => cited(target, 'clearance'));
  return holding.length === 0 ? undefined : holding.reduce(lowest);
}

/** The lower of two parts; the first where they are equal. */
export function lowest<U extends Unit>(a: Part<U>, b: Part<U>): Part<U> {
  return isBelow(b.value.value, a.value.value) ? b : a;
}

/** The higher of two parts; the first where they are equal. */
export function highest<U extends Unit>(a: Part<U>, b: Part<U>): Part<U> {
  return isBelow(a.value.value, b.value.value) ? b : a;
}
