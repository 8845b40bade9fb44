import { changedDose } from '../../../src/core/intrathecal/change.js';
import { daysToReserve, pumpRate } from '../../../src/core/intrathecal/pump.js';
import type { ChangeRequest, IntrathecalParameters, IntrathecalRequest } from '../../../src/core/intrathecal/types.js';
import { quantity } from '../../../src/core/values/quantity.js';

/** Never called. `npm run types` fails where one of these lines begins to compile: milligrams have no way in. */
export function refusedByTheCompiler(change: ChangeRequest, parameters: IntrathecalParameters): void {
  // @ts-expect-error a dose in mg per day
  const dose: IntrathecalRequest = { dose: quantity(0.35, 'mg/d') };
  // @ts-expect-error a single dose in mcg is no dose per day
  const bolus: IntrathecalRequest = { dose: quantity(350, 'ug') };
  // @ts-expect-error a dose in mg
  const single: IntrathecalRequest = { dose: quantity(0.35, 'mg') };
  // @ts-expect-error a bare number
  const bare: IntrathecalRequest = { dose: 350 };
  // @ts-expect-error a concentration in mg per mL
  const strength: IntrathecalRequest = { newConcentration: quantity(2, 'mg/mL') };
  // @ts-expect-error a pump filled in mg per mL
  const pump: IntrathecalRequest = { pump: { concentration: quantity(2, 'mg/mL'), reservoir: quantity(20, 'mL') } };
  // @ts-expect-error a dose by mouth is not carried, only that it was asked
  const oral: IntrathecalRequest = { fromOral: quantity(60, 'mg/d') };
  // @ts-expect-error a rate of milligrams
  pumpRate(quantity(0.35, 'mg/d'), quantity(2000, 'ug/mL'));
  // @ts-expect-error a rate through mg per mL
  pumpRate(quantity(350, 'ug/d'), quantity(2, 'mg/mL'));
  // @ts-expect-error days of milligrams
  daysToReserve(quantity(0.35, 'mg/d'), quantity(2000, 'ug/mL'), quantity(20, 'mL'), quantity(4, 'mL'));
  // @ts-expect-error a change of milligrams
  changedDose(quantity(0.35, 'mg/d'), change, parameters);
  void [dose, bolus, single, bare, strength, pump, oral];
}
