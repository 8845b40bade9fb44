import { checkPrescription } from '../core/check/plan.js';
import type { CheckContext, CheckRequest } from '../core/check/types.js';
import { type FileParameters, withPatientFile } from '../core/renal-function/file-notices.js';

/** The check of an order, with what should be known of the file that the patient's data came from. */
export function check(request: CheckRequest, parameters: CheckContext & FileParameters) {
  return withPatientFile(checkPrescription(request, parameters), parameters);
}
