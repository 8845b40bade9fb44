import { type FileParameters, withPatientFile } from '../core/renal-function/file-notices.js';
import { planRestart } from '../core/restart/plan.js';
import type { RestartContext, RestartRequest } from '../core/restart/types.js';

/** The ways back after a gap, with what should be known of the file that the patient's data came from. */
export function restart(request: RestartRequest, parameters: RestartContext & FileParameters) {
  return withPatientFile(planRestart(request, parameters), parameters);
}
