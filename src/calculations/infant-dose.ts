import { withUnused } from '../core/answer/unused.js';
import { estimateInfantExposure } from '../core/infant-dose/estimate.js';
import type { InfantExposureRequest } from '../core/infant-dose/types.js';
import type { Parameters } from '../parameters/load.js';

export function infantDose(request: InfantExposureRequest, { lactation }: Pick<Parameters, 'lactation'>) {
  return withUnused(request, (each) => estimateInfantExposure(each, lactation));
}
