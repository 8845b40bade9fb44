import type { Outcome } from '../core/answer/outcome.js';
import { checkPrescription } from '../core/check/plan.js';
import { isFound } from '../core/check/record.js';
import type { CheckContext, CheckPlan, CheckRequest } from '../core/check/types.js';
import { type FileParameters, withPatientFile } from '../core/renal-function/file-notices.js';

/** The check of an order, with what should be known of the file that the patient's data came from and is no finding. */
export function check(
  request: CheckRequest,
  parameters: CheckContext & FileParameters,
): Outcome<CheckRequest, CheckPlan> {
  const outcome = withPatientFile(checkPrescription(request, parameters), parameters);
  if (outcome.outcome === 'refusal') return outcome;
  const { findings } = outcome.plan;
  return { ...outcome, notices: outcome.notices.filter((each) => !isFound(each, findings)) };
}
