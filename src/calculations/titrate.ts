import { type BesideParameters, withBeside } from '../core/interactions/notices.js';
import { circumstancesOf } from '../core/renal-function/circumstances.js';
import { type FileParameters, withPatientFile } from '../core/renal-function/file-notices.js';
import { planTitration } from '../core/titration/plan.js';
import type { TitrationContext, TitrationRequest } from '../core/titration/types.js';

/** A titration, with what should be known of the file that the patient's data came from. */
export function titrate(request: TitrationRequest, parameters: TitrationContext & FileParameters & BesideParameters) {
  const outcome = withPatientFile(planTitration(request, parameters), parameters);
  return withBeside(outcome, circumstancesOf(request.patient, parameters.renal), request.rules ?? 'us', parameters);
}
