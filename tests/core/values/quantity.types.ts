import { creatinineMassConcentration, perDay, type Quantity, quantity } from '../../../src/core/values/quantity.js';
import { mg, mgPerDay } from '../fixtures.js';

/** Never called. `npm run types` fails where one of these lines begins to compile. */
export function refusedByTheCompiler(): void {
  // @ts-expect-error a daily dose is not a dose
  const dose: Quantity<'mg'> = mgPerDay(15);
  // @ts-expect-error a dose is not a daily dose
  const dailyDose: Quantity<'mg/d'> = mg(15);
  // @ts-expect-error a clearance is not an indexed eGFR
  const egfr: Quantity<'mL/min/{1.73_m2}'> = quantity(30, 'mL/min');
  // @ts-expect-error a bare number has no unit
  const bare: Quantity<'mg'> = 15;
  // @ts-expect-error micrograms per day are not milligrams per day
  const micrograms: Quantity<'mg/d'> = quantity(100, 'ug/d');
  // @ts-expect-error a daily dose is not taken several times a day
  perDay(mgPerDay(15), 3);
  // @ts-expect-error mg/L is no unit of a creatinine
  creatinineMassConcentration(quantity(14, 'mg/L'));
  // @ts-expect-error not a unit
  quantity(5, 'tablets');
  void [dose, dailyDose, egfr, bare, micrograms];
}
