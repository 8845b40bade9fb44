import { type Notice, notice } from '../answer/notice.js';
import type { Patient } from '../patient/patient.js';
import { cite, plain } from '../values/citation.js';
import { creatinineMassConcentration, type Quantity } from '../values/quantity.js';
import { isAbove, isAtLeast, isBelow } from '../values/thresholds.js';
import { isChild } from './estimates.js';
import type { Estimate, RenalParameters, UsualRange } from './types.js';

interface Assessed {
  readonly estimates: readonly Estimate[];
  /** Those of which the lowest decides. */
  readonly candidates: readonly Estimate[];
  readonly deciding: Estimate | undefined;
}

/** What a clinician should know about the numbers on renal function. */
export function renalNotices(patient: Patient, assessed: Assessed, parameters: RenalParameters): Notice[] {
  return [
    ...olderAdultNotices(patient, assessed, parameters),
    ...disagreeing(assessed, parameters),
    ...missing(patient, assessed),
    ...weightNotices(patient, assessed, parameters),
    ...injuryNotices(patient, assessed, parameters),
    ...unusualNotices(patient, parameters),
  ];
}

function isGiven({ method }: Estimate): boolean {
  return method === 'given-clearance' || method === 'given-egfr';
}

/** Old enough for the criteria, and the deciding number below theirs. */
function olderAdultNotices(
  { age, dialysis }: Patient,
  { deciding, estimates }: Assessed,
  { older }: RenalParameters,
): Notice[] {
  if (age === undefined || isBelow(age.value, older.age.value)) return [];
  const low = deciding !== undefined && isBelow(deciding.value.value, older.avoidBelow.value);
  if (!low && !dialysis) return [];
  const higher = filtrationAbove(estimates, older.avoidBelow);
  const params = {
    age: plain(older.age),
    below: plain(older.avoidBelow),
    number: !low ? ('dialysis' as const) : isFiltration(deciding.method) ? ('eGFR' as const) : ('clearance' as const),
    ...(higher && { higher }),
  };
  return [notice('avoid-in-older-adult', params, cite(older.avoidBelow))];
}

/** An eGFR among the numbers that is not below what the criteria of older adults name, which is an eGFR. */
export function filtrationAbove(
  estimates: readonly Estimate[],
  below: Quantity<'mL/min/{1.73_m2}'>,
): Quantity<'mL/min/{1.73_m2}'> | undefined {
  const found = estimates.find(({ method, value }) => isFiltration(method) && isAtLeast(value.value, below.value));
  return found?.value.unit === 'mL/min/{1.73_m2}' ? { value: found.value.value, unit: found.value.unit } : undefined;
}

function isFiltration(method: Estimate['method']): boolean {
  return method !== 'cockcroft-gault' && method !== 'given-clearance';
}

/** Numbers that fall into different bands: a given one above an estimate, and the two estimates among themselves. */
function disagreeing(
  { estimates, candidates, deciding }: Assessed,
  { lowestDecides, bands }: RenalParameters,
): Notice[] {
  if (deciding === undefined) return [];
  const order = ({ band }: Estimate) => bands.findIndex(({ id }) => id === band);
  const sorted = [...candidates].sort((a, b) => order(a) - order(b));
  const highest = sorted.at(-1);
  const below = estimates.filter((each) => !candidates.includes(each) && order(each) < order(deciding));
  const lowest = [...below].sort((a, b) => a.value.value - b.value.value)[0];
  return [
    ...(lowest && isGiven(deciding)
      ? [notice('given-above-estimate', { given: deciding.value, estimate: lowest }, cite(lowestDecides))]
      : []),
    ...(highest && highest.band !== deciding.band
      ? [notice('estimates-in-different-bands', { lowest: deciding.band, highest: highest.band }, cite(lowestDecides))]
      : []),
  ];
}

/** A creatinine that could tell more, and with it perhaps a lower band. */
function missing(patient: Patient, { estimates }: Assessed): Notice[] {
  const { creatinine, weight, height } = patient;
  if (creatinine === undefined) return [];
  const adult = estimates.some(({ method }) => method === 'ckd-epi-2021');
  if (!adult && !estimates.some(({ method }) => method === 'schwartz')) {
    return [notice('creatinine-not-used', { creatinine }, [])];
  }
  if (!adult || estimates.some(isGiven)) return [];
  const parts = [...(weight ? [] : (['weight'] as const)), ...(height ? [] : (['height'] as const))];
  return parts.length === 0 ? [] : [notice('estimate-could-be-lower', { parts }, [])];
}

function weightNotices({ height }: Patient, { estimates }: Assessed, { idealWeightHeight }: RenalParameters): Notice[] {
  const byIdeal = estimates.some(({ weight }) => weight?.kind === 'ideal');
  return height && byIdeal && isBelow(height.value, idealWeightHeight.value)
    ? [notice('ideal-weight-not-validated', { height, from: plain(idealWeightHeight) }, cite(idealWeightHeight))]
    : [];
}

function injuryNotices(
  { spinalCordInjury: stated }: Patient,
  { estimates, candidates }: Assessed,
  { spinalCordInjury }: RenalParameters,
): Notice[] {
  const injury = candidates.find(({ correctedFor }) => correctedFor)?.correctedFor;
  if (injury !== undefined) {
    const factor = spinalCordInjury[injury];
    return [
      notice('correction-for-spinal-cord-injury', { factor: factor.value }, cite(factor, spinalCordInjury.advice)),
    ];
  }
  const clearance = estimates.find(({ method }) => method === 'given-clearance');
  return stated && clearance
    ? [notice('given-clearance-in-spinal-cord-injury', { clearance: clearance.value }, cite(spinalCordInjury.advice))]
    : [];
}

/** Values that are possible and strange. Of a child every size is usual. */
function unusualNotices(patient: Patient, parameters: RenalParameters): Notice[] {
  const { creatinine, weight, height } = patient;
  const { usual } = parameters;
  const outside = <U extends 'kg' | 'cm' | 'mg/dL'>(value: Quantity<U>, { from, to }: UsualRange<U>) =>
    isBelow(value.value, from.value) || isAbove(value.value, to.value);
  const grown = !isChild(patient, parameters);
  return [
    ...(creatinine && grown && outside(creatinineMassConcentration(creatinine), usual.creatinine)
      ? [notice('creatinine-unusual', { creatinine }, cite(usual.creatinine.from))]
      : []),
    ...(weight && grown && outside(weight, usual.weight)
      ? [notice('weight-unusual', { weight }, cite(usual.weight.from))]
      : []),
    ...(height && grown && outside(height, usual.height)
      ? [notice('height-unusual', { height }, cite(usual.height.from))]
      : []),
  ];
}
