import type { Sex } from '../patient/patient.js';
import { creatinineMassConcentration, type Quantity, quantity } from '../values/quantity.js';

/** Creatinine as laboratories report it. */
export type Creatinine = Quantity<'mg/dL'> | Quantity<'umol/L'>;

/**
 * Creatinine clearance in mL/min by Cockcroft and Gault, from age (years), weight (kg), creatinine and sex.
 * (140 - age) x weight / (72 x creatinine in mg/dL), x 0.85 for a woman. Nephron 1976;16:31-41.
 * For adults with a stable creatinine; not indexed to body surface area.
 */
export function cockcroftGault(
  age: Quantity<'a'>,
  weight: Quantity<'kg'>,
  creatinine: Creatinine,
  sex: Sex,
): Quantity<'mL/min'> {
  const man = ((140 - age.value) * weight.value) / (72 * creatinineMassConcentration(creatinine).value);
  return quantity(sex === 'female' ? man * 0.85 : man, 'mL/min');
}

/**
 * Estimated GFR in mL/min/1.73 m2 by CKD-EPI 2021 (creatinine, without race), adults of 18 and over.
 * 142 x min(Scr/k, 1)^a x max(Scr/k, 1)^-1.2 x 0.9938^age x 1.012 for a woman;
 * k 0.7 and a -0.241 for women, 0.9 and -0.302 for men. Inker, N Engl J Med 2021;385:1737-1749.
 */
export function ckdEpi2021(age: Quantity<'a'>, creatinine: Creatinine, sex: Sex): Quantity<'mL/min/{1.73_m2}'> {
  const female = sex === 'female';
  const ratio = creatinineMassConcentration(creatinine).value / (female ? 0.7 : 0.9);
  const low = Math.min(ratio, 1) ** (female ? -0.241 : -0.302);
  const high = Math.max(ratio, 1) ** -1.2;
  return quantity(142 * low * high * 0.9938 ** age.value * (female ? 1.012 : 1), 'mL/min/{1.73_m2}');
}

/** Body surface area in m2 by Mosteller: square root of height (cm) x weight (kg) / 3600. N Engl J Med 1987;317:1098. */
export function bodySurfaceArea(height: Quantity<'cm'>, weight: Quantity<'kg'>): Quantity<'m2'> {
  return quantity(Math.sqrt((height.value * weight.value) / 3600), 'm2');
}

/** GFR in mL/min of this body: the indexed value x body surface area (m2) / 1.73. */
export function deindex(egfr: Quantity<'mL/min/{1.73_m2}'>, area: Quantity<'m2'>): Quantity<'mL/min'> {
  return quantity((egfr.value * area.value) / 1.73, 'mL/min');
}

/** Body mass index, kg/m2, from weight (kg) and height (cm). */
export function bodyMassIndex(height: Quantity<'cm'>, weight: Quantity<'kg'>): Quantity<'kg/m2'> {
  return quantity(weight.value / (height.value / 100) ** 2, 'kg/m2');
}

/**
 * Ideal body weight in kg by Devine: 50 (men) or 45.5 (women) + 2.3 per inch over 60 inches, and so on downwards below
 * 60 inches (152.4 cm), where the formula was never validated. Drug Intell Clin Pharm 1974;8:650-655.
 */
export function idealWeight(height: Quantity<'cm'>, sex: Sex): Quantity<'kg'> {
  const inchesOverFiveFeet = height.value / 2.54 - 60;
  return quantity((sex === 'female' ? 45.5 : 50) + 2.3 * inchesOverFiveFeet, 'kg');
}

/** Adjusted body weight in kg: ideal + 0.4 x (actual - ideal). */
export function adjustedWeight(ideal: Quantity<'kg'>, actual: Quantity<'kg'>): Quantity<'kg'> {
  return quantity(ideal.value + 0.4 * (actual.value - ideal.value), 'kg');
}

/**
 * Estimated GFR of a child in mL/min/1.73 m2 by the bedside equation of Schwartz: 0.413 x height (cm) / creatinine (mg/dL),
 * 1 to 17 years, enzymatic creatinine. J Am Soc Nephrol 2009;20:629-637.
 */
export function bedsideSchwartz(height: Quantity<'cm'>, creatinine: Creatinine): Quantity<'mL/min/{1.73_m2}'> {
  return quantity((0.413 * height.value) / creatinineMassConcentration(creatinine).value, 'mL/min/{1.73_m2}');
}
