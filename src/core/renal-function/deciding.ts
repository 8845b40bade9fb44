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

/** A place for it, used again for one row of a cohort after another: no method where nothing is known. */
export interface DecidingPlace {
  method: EstimateMethod | undefined;
  value: number;
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
  factor: number,
): Deciding | undefined {
  const place: DecidingPlace = { method: undefined, value: Number.NaN };
  decide(kidney, parameters, factor, place);
  const { method, value } = place;
  return method && { method, value };
}

/** The same, put into a place. */
export function decide(
  { age, sex, weight, height, creatinine, clearance, egfr }: KidneyNumbers,
  parameters: DecidingParameters,
  factor: number,
  into: DecidingPlace,
): void {
  into.method = undefined;
  into.value = Number.NaN;
  const isChild = isBelow(age, parameters.adultAge.value);
  const isSized = !Number.isNaN(height) && !Number.isNaN(weight);
  take(into, clearance, 'given-clearance');
  take(into, egfr, 'given-egfr');
  // A child's stays indexed, as what is normal for children is.
  if (isSized && !isChild) {
    take(into, bare.deindex(egfr, bare.bodySurfaceArea(height, weight)), 'ckd-epi-2021-deindexed');
  }
  if (isChild) take(into, bare.bedsideSchwartz(height, creatinine), 'schwartz');
  else if (into.method === undefined && sex !== undefined && !Number.isNaN(creatinine)) {
    const isFemale = sex === 'female';
    const adopted = adoptedWeight(weight, height, isFemale, parameters);
    take(into, bare.cockcroftGault(age, adopted, creatinine, isFemale) * factor, 'cockcroft-gault');
    const indexed = bare.ckdEpi2021(age, creatinine, isFemale);
    if (isSized) take(into, bare.deindex(indexed, bare.bodySurfaceArea(height, weight)), 'ckd-epi-2021-deindexed');
    else take(into, indexed, 'ckd-epi-2021');
  }
}

/** The first known number, then only a lower one: a comparison with what is not known is false. */
function take(into: DecidingPlace, candidate: number, method: EstimateMethod): void {
  if (Number.isNaN(candidate) || candidate >= into.value) return;
  into.method = method;
  into.value = candidate;
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
