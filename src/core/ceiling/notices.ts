import type { CommandRequest } from '../answer/command-request.js';
import { type Notice, notice } from '../answer/notice.js';
import { dailyTotal } from '../doses/current-dose.js';
import type { InfantExposureRequest } from '../infant-dose/types.js';
import type { LevelsRequest } from '../levels/types.js';
import { forEstimates, type Patient } from '../patient/patient.js';
import type { TitrationContext } from '../titration/types.js';
import { quantity, tidy } from '../values/quantity.js';
import { tooMuch } from './held.js';

/** Whether the doses whose levels are simulated are more than this patient may have; a single one, more than in a day. */
export function simulatedDoseNotices({ doses, patient = {} }: LevelsRequest, context: TitrationContext): Notice[] {
  const known = forEstimates(patient, context.renal.adultAge);
  if ('timesDaily' in doses) {
    const dailyDose = dailyTotal(doses);
    const held = tooMuch(known, dailyDose, context);
    if (held === undefined) return [];
    return [
      held.ceiling
        ? notice('daily-dose-above-ceiling', { dailyDose, ceiling: held.ceiling }, held.citations)
        : notice('daily-dose-where-avoided', { dailyDose }, held.citations),
    ];
  }
  const held = tooMuch(known, quantity(doses.dose.value, 'mg/d'), context);
  return held?.ceiling
    ? [notice('single-dose-above-ceiling', { dose: doses.dose, ceiling: held.ceiling }, held.citations)]
    : [];
}

/** Whether the mother takes more by mouth than her own kidney allows: that comes before what is in her milk. */
export function maternalDoseNotices(
  { maternalDose, maternalClearance }: InfantExposureRequest,
  context: TitrationContext,
): Notice[] {
  if (maternalDose?.unit !== 'mg/d' || maternalClearance === undefined) return [];
  const patient: Patient = { creatinineClearance: maternalClearance };
  const held = tooMuch(patient, maternalDose, context);
  if (held === undefined) return [];
  const line: CommandRequest = { command: 'renal', request: { patient, dailyDose: maternalDose } };
  const { ceiling, citations } = held;
  if (ceiling === undefined) return [notice('maternal-dose-where-avoided', { maternalDose, line }, citations)];
  const times = tidy(maternalDose.value / ceiling.value);
  return [notice('maternal-dose-above-ceiling', { maternalDose, ceiling, times, line }, citations)];
}
