import { withRecordProduct } from '../core/doses/record-product.js';
import { type BesideParameters, withBeside } from '../core/interactions/notices.js';
import { circumstancesOf } from '../core/renal-function/circumstances.js';
import { type FileParameters, withPatientFile } from '../core/renal-function/file-notices.js';
import { planRestart } from '../core/restart/plan.js';
import type { RestartContext, RestartRequest } from '../core/restart/types.js';

/** The ways back after a gap, with other drugs and conditions, and what should be known of the patient's file. */
export function restart(request: RestartRequest, parameters: RestartContext & FileParameters & BesideParameters) {
  const { patient, rules = 'us' } = request;
  const outcome = withPatientFile(withRecordProduct(planRestart(request, parameters), parameters.products), parameters);
  return withBeside(outcome, () => circumstancesOf(patient, parameters.renal), rules, parameters, 'say');
}
