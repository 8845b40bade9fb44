/**
 * The equations over bare numbers, each in the unit that it names: one patient after another of a cohort has no time for
 * quantities. `equations.ts` puts units around them and says where each was published.
 */

/** mL/min from age (years), weight (kg) and creatinine (mg/dL). */
export function cockcroftGault(age: number, weight: number, creatinine: number, isFemale: boolean): number {
  const man = ((140 - age) * weight) / (72 * creatinine);
  return isFemale ? man * 0.85 : man;
}

/** mL/min/1.73 m2 from age (years) and creatinine (mg/dL). */
export function ckdEpi2021(age: number, creatinine: number, isFemale: boolean): number {
  const ratio = creatinine / (isFemale ? 0.7 : 0.9);
  // One of the two powers is always that of 1.
  const low = ratio < 1 ? ratio ** (isFemale ? -0.241 : -0.302) : 1;
  const high = ratio > 1 ? ratio ** -1.2 : 1;
  return 142 * low * high * ofAge(age) * (isFemale ? 1.012 : 1);
}

/** The part of it that age makes; of whole years, which most ages are, it is remembered. */
function ofAge(age: number): number {
  return (Number.isInteger(age) ? ofYears[age] : undefined) ?? 0.9938 ** age;
}

const ofYears = Array.from({ length: 131 }, (_, age) => 0.9938 ** age);

/** m2 from height (cm) and weight (kg). */
export function bodySurfaceArea(height: number, weight: number): number {
  return Math.sqrt((height * weight) / 3600);
}

/** mL/min of a body from an eGFR (mL/min/1.73 m2) and its surface (m2). */
export function deindex(egfr: number, area: number): number {
  return (egfr * area) / 1.73;
}

/** kg/m2 from height (cm) and weight (kg). */
export function bodyMassIndex(height: number, weight: number): number {
  return weight / (height / 100) ** 2;
}

/** kg from height (cm). */
export function idealWeight(height: number, isFemale: boolean): number {
  return (isFemale ? 45.5 : 50) + 2.3 * (height / 2.54 - 60);
}

/** kg from two weights (kg). */
export function adjustedWeight(ideal: number, actual: number): number {
  return ideal + 0.4 * (actual - ideal);
}

/** mL/min/1.73 m2 of a child from height (cm) and creatinine (mg/dL). */
export function bedsideSchwartz(height: number, creatinine: number): number {
  return (0.413 * height) / creatinine;
}
