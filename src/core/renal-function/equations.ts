import type { Sex } from '../patient/patient.js';
import { creatinineMassConcentration, type Quantity, quantity } from '../values/quantity.js';
import * as bare from './bare.js';

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
  const { value } = creatinineMassConcentration(creatinine);
  return quantity(bare.cockcroftGault(age.value, weight.value, value, sex === 'female'), 'mL/min');
}

/**
 * Estimated GFR in mL/min/1.73 m2 by CKD-EPI 2021 (creatinine, without race), adults of 18 and over.
 * 142 x min(Scr/k, 1)^a x max(Scr/k, 1)^-1.2 x 0.9938^age x 1.012 for a woman;
 * k 0.7 and a -0.241 for women, 0.9 and -0.302 for men. Inker, N Engl J Med 2021;385:1737-1749.
 */
export function ckdEpi2021(age: Quantity<'a'>, creatinine: Creatinine, sex: Sex): Quantity<'mL/min/{1.73_m2}'> {
  const { value } = creatinineMassConcentration(creatinine);
  return quantity(bare.ckdEpi2021(age.value, value, sex === 'female'), 'mL/min/{1.73_m2}');
}

/** Body surface area in m2 by Mosteller: square root of height (cm) x weight (kg) / 3600. N Engl J Med 1987;317:1098. */
export function bodySurfaceArea(height: Quantity<'cm'>, weight: Quantity<'kg'>): Quantity<'m2'> {
  return quantity(bare.bodySurfaceArea(height.value, weight.value), 'm2');
}

/** GFR in mL/min of this body: the indexed value x body surface area (m2) / 1.73. */
export function deindex(egfr: Quantity<'mL/min/{1.73_m2}'>, area: Quantity<'m2'>): Quantity<'mL/min'> {
  return quantity(bare.deindex(egfr.value, area.value), 'mL/min');
}

/** Body mass index, kg/m2, from weight (kg) and height (cm). */
export function bodyMassIndex(height: Quantity<'cm'>, weight: Quantity<'kg'>): Quantity<'kg/m2'> {
  return quantity(bare.bodyMassIndex(height.value, weight.value), 'kg/m2');
}

/**
 * Ideal body weight in kg by Devine: 50 (men) or 45.5 (women) + 2.3 per inch over 60 inches, and so on downwards below
 * 60 inches (152.4 cm), where the formula was never validated. Drug Intell Clin Pharm 1974;8:650-655.
 */
export function idealWeight(height: Quantity<'cm'>, sex: Sex): Quantity<'kg'> {
  return quantity(bare.idealWeight(height.value, sex === 'female'), 'kg');
}

/** Adjusted body weight in kg: ideal + 0.4 x (actual - ideal). */
export function adjustedWeight(ideal: Quantity<'kg'>, actual: Quantity<'kg'>): Quantity<'kg'> {
  return quantity(bare.adjustedWeight(ideal.value, actual.value), 'kg');
}

/**
 * Estimated GFR of a child in mL/min/1.73 m2 by the bedside equation of Schwartz: 0.413 x height (cm) / creatinine (mg/dL),
 * 1 to 17 years, enzymatic creatinine. J Am Soc Nephrol 2009;20:629-637.
 */
export function bedsideSchwartz(height: Quantity<'cm'>, creatinine: Creatinine): Quantity<'mL/min/{1.73_m2}'> {
  return quantity(
    bare.bedsideSchwartz(height.value, creatinineMassConcentration(creatinine).value),
    'mL/min/{1.73_m2}',
  );
}
