import { withRecordFrom } from '../core/doses/record-product.js';
import { type BesideParameters, withBeside } from '../core/interactions/notices.js';
import { circumstancesOf } from '../core/renal-function/circumstances.js';
import { type FileParameters, withPatientFile } from '../core/renal-function/file-notices.js';
import { planSwitch } from '../core/switch/plan.js';
import type { SwitchContext, SwitchRequest } from '../core/switch/types.js';

/** A switch of products, with other drugs and conditions, and what should be known of the patient's file. */
export function switchProducts(request: SwitchRequest, parameters: SwitchContext & FileParameters & BesideParameters) {
  const { patient, rules = 'us' } = request;
  const planned = withRecordFrom(planSwitch(request, parameters), parameters.products);
  const outcome = withPatientFile(planned, parameters);
  return withBeside(outcome, () => circumstancesOf(patient, parameters.renal), rules, parameters, 'say');
}
