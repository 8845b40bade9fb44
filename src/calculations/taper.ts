import { type BesideParameters, withBeside } from '../core/interactions/notices.js';
import { circumstancesOf } from '../core/renal-function/circumstances.js';
import { type FileParameters, withPatientFile } from '../core/renal-function/file-notices.js';
import { planTaper } from '../core/taper/plan.js';
import type { TaperContext, TaperRequest } from '../core/taper/types.js';

/** A taper, with what should be known of the file that the patient's data came from. */
export function taper(request: TaperRequest, parameters: TaperContext & FileParameters & BesideParameters) {
  const outcome = withPatientFile(planTaper(request, parameters), parameters);
  return withBeside(
    outcome,
    circumstancesOf(request.patient, parameters.renal, true),
    request.rules ?? 'us',
    parameters,
  );
}
