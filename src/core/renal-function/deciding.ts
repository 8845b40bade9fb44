import type { Patient, Sex } from '../patient/patient.js';
import { creatinineMassConcentration } from '../values/quantity.js';
import { isAtLeast, isBelow } from '../values/thresholds.js';
import * as bare from './bare.js';
import type { EstimateMethod, RenalParameters } from './types.js';

/** What is known of a patient's kidney as bare numbers; NaN where it is not known. */
export interface KidneyNumbers {
  /** a */
  readonly age: number;
  readonly sex: Sex | undefined;
  /** kg */
  readonly weight: number;
  /** cm */
  readonly height: number;
  /** mg/dL */
  readonly creatinine: number;
  /** Given, mL/min. */
  readonly clearance: number;
  /** Given, mL/min/1.73 m2. */
  readonly egfr: number;
}

/** The number that decides, and how it was got. */
export interface Deciding {
  readonly method: EstimateMethod;
  /** mL/min, or mL/min/1.73 m2 where the method says so. */
  readonly value: number;
}

type DecidingParameters = Pick<RenalParameters, 'adultAge' | 'idealWeightFrom' | 'adjustedWeightFrom'>;

export function kidneyNumbers(patient: Patient): KidneyNumbers {
  const { age, sex, weight, height, creatinine, creatinineClearance, egfr } = patient;
  return {
    age: age?.value ?? Number.NaN,
    sex,
    weight: weight?.value ?? Number.NaN,
    height: height?.value ?? Number.NaN,
    creatinine: creatinine ? creatinineMassConcentration(creatinine).value : Number.NaN,
    clearance: creatinineClearance?.value ?? Number.NaN,
    egfr: egfr?.value ?? Number.NaN,
  };
}

/**
 * The lowest of the numbers given; without any, of the clearance by the adopted weight and the eGFR of this body size.
 * Of a child a creatinine counts beside them, by height, and an eGFR as it is given.
 * @param factor what a clearance by Cockcroft-Gault is corrected with, 1 where nothing was stated.
 * @returns undefined where nothing is known, or a creatinine lacks what an estimate needs.
 */
export function decidingNumber(
  kidney: KidneyNumbers,
  parameters: DecidingParameters,
  factor = 1,
): Deciding | undefined {
  const { age, sex, weight, height, creatinine, clearance, egfr } = kidney;
  const isChild = isBelow(age, parameters.adultAge.value);
  const isSized = !Number.isNaN(height) && !Number.isNaN(weight);
  let method: EstimateMethod | undefined;
  let value = Number.NaN;
  // A comparison with what is not known is false: the first known number is taken, then only a lower one.
  const take = (candidate: number, by: EstimateMethod) => {
    if (Number.isNaN(candidate) || candidate >= value) return;
    method = by;
    value = candidate;
  };
  take(clearance, 'given-clearance');
  take(egfr, 'given-egfr');
  // A child's stays indexed, as what is normal for children is.
  if (isSized && !isChild) take(bare.deindex(egfr, bare.bodySurfaceArea(height, weight)), 'ckd-epi-2021-deindexed');
  if (isChild) take(bare.bedsideSchwartz(height, creatinine), 'schwartz');
  else if (method === undefined && sex !== undefined && !Number.isNaN(creatinine)) {
    const isFemale = sex === 'female';
    const adopted = adoptedWeight(weight, height, isFemale, parameters);
    take(bare.cockcroftGault(age, adopted, creatinine, isFemale) * factor, 'cockcroft-gault');
    const indexed = bare.ckdEpi2021(age, creatinine, isFemale);
    if (isSized) take(bare.deindex(indexed, bare.bodySurfaceArea(height, weight)), 'ckd-epi-2021-deindexed');
    else take(indexed, 'ckd-epi-2021');
  }
  return method && { method, value };
}

/** The weight (kg) that Cockcroft-Gault decides with. */
function adoptedWeight(actual: number, height: number, isFemale: boolean, parameters: DecidingParameters): number {
  if (Number.isNaN(height)) return actual;
  const ideal = bare.idealWeight(height, isFemale);
  switch (adoptedKind(actual, height, ideal, parameters)) {
    case 'actual':
      return actual;
    case 'ideal':
      return ideal;
    case 'adjusted':
      return bare.adjustedWeight(ideal, actual);
  }
}

/** Which weight decides, by body mass index; the actual one where the height (cm) gives no ideal one (kg). */
export function adoptedKind(
  actual: number,
  height: number,
  ideal: number,
  { idealWeightFrom, adjustedWeightFrom }: DecidingParameters,
): 'actual' | 'ideal' | 'adjusted' {
  // The equation goes below zero with heights that no adult has; these are refused before any dose.
  if (ideal <= 0) return 'actual';
  const index = bare.bodyMassIndex(height, actual);
  if (isBelow(index, idealWeightFrom.value)) return 'actual';
  if (isAtLeast(index, adjustedWeightFrom.value)) return 'adjusted';
  return isBelow(ideal, actual) ? 'ideal' : 'actual';
}
