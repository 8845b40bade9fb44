import { simulateLevels } from '../core/levels/plan.js';
import type { LevelsContext, LevelsRequest } from '../core/levels/types.js';
import { type FileParameters, withPatientFile } from '../core/renal-function/file-notices.js';

/** Levels in blood, with what should be known of the file that the patient's data came from. */
export function levels(request: LevelsRequest, parameters: LevelsContext & FileParameters) {
  return withPatientFile(simulateLevels(request, parameters), parameters);
}
