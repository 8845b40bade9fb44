import { withUnused } from '../core/answer/unused.js';
import { type FileParameters, withPatientFile } from '../core/renal-function/file-notices.js';
import { planTaper } from '../core/taper/plan.js';
import type { TaperContext, TaperRequest } from '../core/taper/types.js';

/** A taper, with what should be known of the file that the patient's data came from. */
export function taper(request: TaperRequest, parameters: TaperContext & FileParameters) {
  return withUnused(request, (each) => withPatientFile(planTaper(each, parameters), parameters), ['pattern', 'from']);
}
