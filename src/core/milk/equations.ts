import { type Quantity, quantity } from '../values/quantity.js';

/**
 * What an infant takes in through milk (mg/kg/d), not rounded.
 * Infant dose = milk level (mg/L) x intake (mL/kg/d) x share of the diet that is milk / 1000.
 * Bennett, Drugs and human lactation, chapter 5.
 */
export function infantDose(milk: Quantity<'mg/L'>, intake: Quantity<'mL/kg/d'>, share: number): Quantity<'mg/kg/d'> {
  return quantity((milk.value * intake.value * share) / 1000, 'mg/kg/d');
}
