import type { CommandRequest } from '../answer/command-request.js';
import { type Refusal, refusal } from '../answer/refusal.js';
import { dailyTotal } from '../doses/current-dose.js';
import type { RenalFunction } from '../renal-function/types.js';
import { cite, plain } from '../values/citation.js';
import { quantity, tidy } from '../values/quantity.js';
import { isAtLeast, isBelow } from '../values/thresholds.js';
import { meanLevel } from './equations.js';
import { kineticsOf } from './kinetics.js';
import type { LevelsContext, LevelsRequest } from './types.js';

const hoursPerDay = 24;

/** Why no curve is drawn: a child, dialysis, or a clearance at which the curve would reassure wrongly. */
export function refusalOf(
  request: LevelsRequest,
  { deciding }: RenalFunction,
  { levels, renal }: LevelsContext,
): Refusal | undefined {
  const { age, dialysis } = request.patient ?? {};
  if (age && isBelow(age.value, renal.adultAge.value)) {
    const { adultsOnly } = levels;
    return refusal(
      'no-levels-below-age',
      { age, from: plain(renal.adultAge), reason: adultsOnly.text },
      cite(adultsOnly),
    );
  }
  const line = asked(request);
  if (dialysis) {
    const { onDialysis } = levels;
    return refusal('no-levels-on-dialysis', { reason: onDialysis.text, line }, cite(onDialysis));
  }
  if (deciding === undefined || isAtLeast(deciding.value.value, levels.drawnFrom.value)) return undefined;
  const { dose, timesDaily, clearance } = levels.harm;
  const harmful = kineticsOf(levels.usual.set, { clearance: clearance.value }, levels);
  return refusal(
    'no-levels-at-clearance',
    {
      clearance: deciding.value,
      below: plain(levels.drawnFrom),
      dose: plain(dose),
      timesDaily: timesDaily.value,
      at: plain(clearance),
      mean: quantity(tidy(meanLevel(harmful, dose.value, hoursPerDay / timesDaily.value)), 'ug/L'),
      quotedFrom: plain(levels.quoted.from),
      quotedTo: plain(levels.quoted.to),
      line,
    },
    cite(levels.drawnFrom, dose),
  );
}

/** The line that says what to do with these doses and this kidney. */
function asked({ doses, patient = {} }: LevelsRequest): CommandRequest {
  const dailyDose = 'timesDaily' in doses && dailyTotal(doses);
  return { command: 'renal', request: { patient, ...(dailyDose && { dailyDose }) } };
}
