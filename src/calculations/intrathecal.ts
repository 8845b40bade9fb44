import { workOutIntrathecal } from '../core/intrathecal/plan.js';
import type { IntrathecalRequest } from '../core/intrathecal/types.js';
import type { Parameters } from '../parameters/load.js';

/** What the team that runs a pump asks. */
export function intrathecal(request: IntrathecalRequest, { intrathecal }: Pick<Parameters, 'intrathecal'>) {
  return workOutIntrathecal(request, intrathecal);
}
