import { withUnused } from '../core/answer/unused.js';
import { adjustForRenalFunction } from '../core/renal/plan.js';
import type { RenalRequest } from '../core/renal/types.js';
import { type FileParameters, withPatientFile } from '../core/renal-function/file-notices.js';
import type { TitrationContext } from '../core/titration/types.js';

/** The adjustment for renal function, with what should be known of the file that the patient's data came from. */
export function renal(request: RenalRequest, parameters: TitrationContext & FileParameters) {
  return withUnused(request, (each) => withPatientFile(adjustForRenalFunction(each, parameters), parameters));
}
