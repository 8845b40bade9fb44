import { withUnused } from '../core/answer/unused.js';
import { maternalDoseNotices } from '../core/ceiling/notices.js';
import { estimateInfantExposure } from '../core/infant-dose/estimate.js';
import type { InfantExposureRequest } from '../core/infant-dose/types.js';
import { withBeside } from '../core/interactions/notices.js';
import type { Parameters } from '../parameters/load.js';

export function infantDose(
  request: InfantExposureRequest,
  parameters: Pick<Parameters, 'lactation' | 'interactions' | 'conditions' | 'titration' | 'renal' | 'products'>,
) {
  return withUnused(request, (each) => {
    const { maternalClearance: clearance } = each;
    const estimated = estimateInfantExposure(each, parameters.lactation);
    const outcome = { ...estimated, notices: [...maternalDoseNotices(each, parameters), ...estimated.notices] };
    return withBeside(outcome, () => (clearance ? { clearance } : {}), 'us', parameters, 'refuse');
  });
}
