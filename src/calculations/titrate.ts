import { withUnused } from '../core/answer/unused.js';
import { type FileParameters, withPatientFile } from '../core/renal-function/file-notices.js';
import { planTitration } from '../core/titration/plan.js';
import type { TitrationContext, TitrationRequest } from '../core/titration/types.js';

/** A titration, with what should be known of the file that the patient's data came from. */
export function titrate(request: TitrationRequest, parameters: TitrationContext & FileParameters) {
  return withUnused(request, (each) => withPatientFile(planTitration(each, parameters), parameters), ['start']);
}
