import { forEstimates, type Patient } from '../patient/patient.js';
import { type Quantity, quantity } from '../values/quantity.js';
import { assessRenalFunction } from './assess.js';
import type { RenalParameters } from './types.js';

/** What makes a pair of drugs worse: a number of the kidney (mL/min; 0 on dialysis), and a dose on its way down. */
export function circumstancesOf(
  patient: Patient = {},
  parameters: RenalParameters,
  tapering = false,
): { readonly clearance?: Quantity<'mL/min'>; readonly tapering: boolean } {
  const { deciding } = assessRenalFunction(forEstimates(patient, parameters.adultAge), parameters);
  const number = patient.dialysis ? 0 : deciding?.value.value;
  return { tapering, ...(number !== undefined && { clearance: quantity(number, 'mL/min') }) };
}
