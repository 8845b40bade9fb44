import { changeFindings } from './changes.js';
import { worstFirst } from './finding.js';
import { limitFindings } from './limits.js';
import type { Finding, Judged, LimitParameters } from './types.js';
import type { Ladders, Who } from './who.js';

/**
 * What is wrong with an order in numbers, worst first: codes and numbers, no words, working or sources, for one patient
 * as for a million.
 * @param who from `whoIs`, once for a patient.
 * @param ladders the patient's levels as the products make them; without them a rise is held against the exact step alone,
 * and a first dose is not found too low.
 */
export function findingsOf(judged: Judged, who: Who, parameters: LimitParameters, ladders?: Ladders): Finding[] {
  return worstFirst([
    ...limitFindings(judged, who, parameters),
    ...changeFindings(judged, who, ladders, parameters.check),
  ]);
}
