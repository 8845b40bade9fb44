import { type FileParameters, withPatientFile } from '../core/renal-function/file-notices.js';
import { planSwitch } from '../core/switch/plan.js';
import type { SwitchContext, SwitchRequest } from '../core/switch/types.js';

/** A switch of products, with what should be known of the file that the patient's data came from. */
export function switchProducts(request: SwitchRequest, parameters: SwitchContext & FileParameters) {
  return withPatientFile(planSwitch(request, parameters), parameters);
}
