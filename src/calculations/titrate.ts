import { withUnused } from '../core/answer/unused.js';
import { withRecordProduct } from '../core/doses/record-product.js';
import { type BesideParameters, withBeside } from '../core/interactions/notices.js';
import { circumstancesOf } from '../core/renal-function/circumstances.js';
import { type FileParameters, withPatientFile } from '../core/renal-function/file-notices.js';
import { planTitration } from '../core/titration/plan.js';
import type { TitrationContext, TitrationRequest } from '../core/titration/types.js';

/** A titration, with other drugs and conditions, and what should be known of the file that the data came from. */
export function titrate(request: TitrationRequest, parameters: TitrationContext & FileParameters & BesideParameters) {
  const planned = (each: TitrationRequest) => {
    const outcome = withPatientFile(
      withRecordProduct(planTitration(each, parameters), parameters.products),
      parameters,
    );
    return withBeside(
      outcome,
      () => circumstancesOf(each.patient, parameters.renal),
      each.rules ?? 'us',
      parameters,
      'refuse',
    );
  };
  return withUnused(request, planned, ['start']);
}
