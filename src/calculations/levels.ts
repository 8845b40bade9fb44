import { ordered } from '../core/answer/notice-order.js';
import type { Outcome } from '../core/answer/outcome.js';
import { withUnused } from '../core/answer/unused.js';
import { simulatedDoseNotices } from '../core/ceiling/notices.js';
import { simulateLevels } from '../core/levels/plan.js';
import type { LevelsContext, LevelsPlan, LevelsRequest } from '../core/levels/types.js';
import { type FileParameters, withPatientFile } from '../core/renal-function/file-notices.js';
import type { TitrationContext } from '../core/titration/types.js';

/** Levels in blood, held to the patient's own ceiling, with what should be known of the file that the data came from. */
export function levels(request: LevelsRequest, parameters: LevelsContext & TitrationContext & FileParameters) {
  const simulated = (each: LevelsRequest) =>
    withPatientFile(withCeiling(simulateLevels(each, parameters), parameters), parameters);
  return withUnused(request, simulated, ['doses']);
}

/** What a child may have is another question than that of a curve. */
function withCeiling(
  outcome: Outcome<LevelsRequest, LevelsPlan>,
  parameters: TitrationContext,
): Outcome<LevelsRequest, LevelsPlan> {
  if (outcome.outcome === 'refusal' && outcome.refusal.code === 'no-levels-below-age') return outcome;
  return { ...outcome, notices: ordered([...simulatedDoseNotices(outcome.request, parameters), ...outcome.notices]) };
}
