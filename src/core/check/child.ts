import { isChild } from '../renal-function/estimates.js';
import { perKilogram } from '../titration/applicable-rules.js';
import { plain } from '../values/citation.js';
import type { Quantity } from '../values/quantity.js';
import { isAbove, isBelow } from '../values/thresholds.js';
import { comesDown, down, unlessDown } from './down.js';
import { finding } from './finding.js';
import type { Finding, Judged, LimitParameters } from './types.js';
import type { Who } from './who.js';

/** What is different below 18 years: limits by weight and age, the kidney, and tablets. */
export function childFindings(judged: Judged, who: Who, parameters: LimitParameters): Finding[] {
  const { age } = who.patient;
  if (judged.dailyDose.value === 0) return [];
  const missing = missingPart(who);
  if (age === undefined || !isChild(who.patient, parameters.renal)) return missing;
  return [
    ...missing,
    ...notPlanned(judged, who, age, parameters),
    ...aboveCeiling(judged, who, parameters),
    ...tablet(judged, who, parameters),
  ];
}

/** What has to be known before anything is given; the rest is judged without it. */
function missingPart({ missing, patient: { age } }: Who): Finding[] {
  switch (missing?.code) {
    case 'age-needed': {
      const { weight: written, below: limit } = missing.params;
      return [finding('child', 'ask', { why: 'no-age', written, limit })];
    }
    case 'child-creatinine':
      return age ? [finding('child', 'ask', { why: 'no-height', written: missing.params.creatinine, age })] : [];
    default:
      return [];
  }
}

/** On the way to nothing somebody has to come down from what should not have been given. */
const levelOf = (judged: Judged) => (judged.leaving && comesDown(judged) ? 'ask' : 'stop');

function notPlanned(
  judged: Judged,
  { bounds }: Who,
  age: Quantity<'a'>,
  { titration: { child } }: LimitParameters,
): Finding[] {
  if (!('code' in bounds)) return [];
  const level = levelOf(judged);
  switch (bounds.code) {
    case 'under-age':
      return [finding('child', level, { why: 'under-age', age, limit: bounds.params.from, ...down(level) })];
    case 'child-with-clearance': {
      const { below: limit, number } = bounds.params;
      const params = { why: 'kidney' as const, age, limit, ...(number && { written: number }), ...down(level) };
      return [finding('child', level, params)];
    }
    case 'child-weight-missing':
      return [finding('child', isBelow(age.value, child.belowAge.value) ? 'stop' : 'ask', { why: 'no-weight', age })];
    default:
      return [];
  }
}

/** By weight, or without one by age alone. */
function aboveCeiling(judged: Judged, who: Who, parameters: LimitParameters): Finding[] {
  const ceiling = ceilingOf(who, parameters);
  const { dailyDose: written } = judged;
  if (ceiling === undefined || !isAbove(written.value, ceiling.limit.value)) return [];
  const level = unlessDown(judged, ceiling.limit.value);
  const { weight } = who.patient;
  const perKg = weight && { perKilogram: perKilogram(written, weight) };
  return [finding('child', level, { why: 'ceiling', written, ...ceiling, ...perKg, ...down(level) })];
}

function ceilingOf({ bounds, patient: { age } }: Who, { titration: { child } }: LimitParameters) {
  if (!('code' in bounds)) {
    const { value: limit, by: rule } = bounds.regimen.ceiling;
    return rule === 'label' || rule === 'clearance' ? undefined : { limit, rule };
  }
  if (bounds.code !== 'child-weight-missing' || age === undefined) return undefined;
  const limit = plain(isBelow(age.value, child.oldFrom.value) ? child.youngCeiling : child.oldCeiling);
  return { limit, rule: 'child' as const };
}

function tablet({ solid }: Judged, { patient: { weight } }: Who, { titration: { child } }: LimitParameters): Finding[] {
  if (!solid || weight === undefined || !isBelow(weight.value, child.tabletFrom.value)) return [];
  return [finding('child', 'ask', { why: 'tablet', written: weight, limit: plain(child.tabletFrom) })];
}
