import { type Quantity, quantity } from '../values/quantity.js';

/**
 * The dose of the infant as a share of the dose of the mother, each by body weight (%), not rounded.
 * Relative infant dose = 100 x infant dose (mg/kg/d) / (maternal dose (mg/d) / maternal weight (kg)).
 * Bennett, Drugs and human lactation, chapter 5.
 */
export function relativeInfantDose(
  infantDose: Quantity<'mg/kg/d'>,
  maternalDose: Quantity<'mg/d'>,
  maternalWeight: Quantity<'kg'>,
): Quantity<'%'> {
  return quantity((100 * infantDose.value * maternalWeight.value) / maternalDose.value, '%');
}

/** The dose of an infant in a day (mg/d), not rounded: infant dose (mg/kg/d) x weight (kg). */
export function absoluteInfantDose(infantDose: Quantity<'mg/kg/d'>, weight: Quantity<'kg'>): Quantity<'mg/d'> {
  return quantity(infantDose.value * weight.value, 'mg/d');
}

/** The infant dose as a share of another dose by weight (%), not rounded. */
export function shareOfDose(infantDose: Quantity<'mg/kg/d'>, dose: Quantity<'mg/kg/d'>): Quantity<'%'> {
  return quantity((100 * infantDose.value) / dose.value, '%');
}
