import { withUnused } from '../core/answer/unused.js';
import { withRecordProduct } from '../core/doses/record-product.js';
import { type BesideParameters, withBeside } from '../core/interactions/notices.js';
import { circumstancesOf } from '../core/renal-function/circumstances.js';
import { type FileParameters, withPatientFile } from '../core/renal-function/file-notices.js';
import { planTaper } from '../core/taper/plan.js';
import type { TaperContext, TaperRequest } from '../core/taper/types.js';

/** A taper, with other drugs and conditions, and what should be known of the file that the data came from. */
export function taper(request: TaperRequest, parameters: TaperContext & FileParameters & BesideParameters) {
  const planned = (each: TaperRequest) => {
    const outcome = withPatientFile(withRecordProduct(planTaper(each, parameters), parameters.products), parameters);
    const circumstances = () => circumstancesOf(each.patient, parameters.renal, true);
    return withBeside(outcome, circumstances, each.rules ?? 'us', parameters, 'say');
  };
  return withUnused(request, planned, ['pattern', 'from', 'to']);
}
