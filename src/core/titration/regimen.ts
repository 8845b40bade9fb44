import type { Rule } from '../answer/rule.js';
import { reducedInterval } from '../renal-function/band.js';
import { isToStay } from './applicable-rules.js';
import {
  adolescentProposal,
  childProposal,
  cited,
  clearanceProposal,
  divisionProposal,
  highest,
  labelProposal,
  lowest,
  olderProposal,
  type Proposal,
  weightProposal,
} from './proposals.js';
import type { ApplicableRules, Asked, Part, Parts, Regimen, RuleContext } from './types.js';

/**
 * What the rules together allow this patient: the most cautious decides, part by part (judgement): the lowest first
 * level, the smallest step, the longest interval, the lowest ceiling, the earliest end. Exact numbers, before products.
 */
export function regimenFor(asked: Asked, applicable: ApplicableRules, context: RuleContext): Regimen {
  const whole = [childProposal(applicable)].reduce(cautious, labelProposal(asked, applicable));
  const parts = [
    divisionProposal(asked, applicable),
    clearanceProposal(whole, applicable, asked, context),
    olderProposal(asked, applicable),
    adolescentProposal(applicable, context),
    weightProposal(applicable, context),
  ].reduce(cautious, whole);
  const shortestInterval = shortestOf(applicable);
  const { interval } = asked;
  return {
    ...parts,
    target: lowest(parts.target, isToStay(applicable) ? parts.first : parts.ceiling),
    adoptedInterval: parts.interval,
    ...(interval && { interval: { value: interval, by: 'asked', citations: [] } }),
    timesDaily: asked.timesDaily ?? (applicable.byWeight?.rules ?? applicable.rules).timesDaily.value,
    ...(shortestInterval && { shortestInterval }),
  };
}

function cautious(parts: Parts, proposal: Proposal): Parts {
  const { first, step, interval, ceiling, largestDose, target } = proposal;
  return {
    first: first ? lowest(parts.first, first) : parts.first,
    step: step ? lowest(parts.step, step) : parts.step,
    interval: interval ? highest(parts.interval, interval) : parts.interval,
    ceiling: ceiling ? lowest(parts.ceiling, ceiling) : parts.ceiling,
    largestDose: largestDose ? lowest(parts.largestDose, largestDose) : parts.largestDose,
    target: target ? lowest(parts.target, target) : parts.target,
  };
}

/** Below which interval nothing is planned, whatever was asked; an adult without a band is only told. */
function shortestOf({ band, older, byWeight, adolescent }: ApplicableRules): Part<'d'> | undefined {
  const reduced = reducedInterval(band);
  const all: Part<'d'>[] = [
    ...(byWeight ? [cited(byWeight.rules.shortestInterval, byWeightRule(byWeight.kind))] : []),
    ...(adolescent ? [cited(adolescent.interval, 'adolescent')] : []),
    ...(reduced ? [cited(reduced, 'clearance')] : []),
    ...(older ? [cited(older.interval, 'older adult')] : []),
  ];
  return all.length === 0 ? undefined : all.reduce(highest);
}

function byWeightRule(kind: 'child' | 'light adult'): Rule {
  return kind === 'child' ? 'child' : 'weight';
}
