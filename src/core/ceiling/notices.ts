import type { CommandRequest } from '../answer/command-request.js';
import { type Notice, notice } from '../answer/notice.js';
import type { Refusal } from '../answer/refusal.js';
import { dailyTotal } from '../doses/current-dose.js';
import type { InfantExposureRequest } from '../infant-dose/types.js';
import type { LevelsRequest } from '../levels/types.js';
import { forEstimates, type Patient } from '../patient/patient.js';
import { countryOf } from '../titration/country.js';
import { type Bounds, boundsOf } from '../titration/ladder.js';
import type { TitrationContext } from '../titration/types.js';
import { type Quantity, quantity, tidy } from '../values/quantity.js';
import { tooMuch } from './held.js';

/** Of a daily dose (mg/d) above the ceiling of the day, or of one where baclofen is to be avoided. */
export function dailyDoseNotices(
  dailyDose: Quantity<'mg/d'>,
  bounds: Bounds | Refusal,
  { products }: Pick<TitrationContext, 'products'>,
): Notice[] {
  const held = tooMuch(bounds, dailyDose, products);
  if (held === undefined) return [];
  const { ceiling, citations } = held;
  return [
    ceiling
      ? notice('daily-dose-above-ceiling', { dailyDose, ceiling }, citations)
      : notice('daily-dose-where-avoided', { dailyDose }, citations),
  ];
}

/** Whether the doses whose levels are simulated are more than this patient may have; a single one, more than in a day. */
export function simulatedDoseNotices({ doses, patient = {} }: LevelsRequest, context: TitrationContext): Notice[] {
  // An allergy or a length of use moves no ceiling.
  const { hypersensitivity: _, usedFor: __, ...known } = forEstimates(patient, context.renal.adultAge);
  const bounds = boundsFor(known, context);
  if ('timesDaily' in doses) return dailyDoseNotices(dailyTotal(doses), bounds, context);
  const held = tooMuch(bounds, quantity(doses.dose.value, 'mg/d'), context.products);
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
  const held = tooMuch(boundsFor(patient, context), maternalDose, context.products);
  if (held === undefined) return [];
  const line: CommandRequest = { command: 'renal', request: { patient, dailyDose: maternalDose } };
  const { ceiling, citations } = held;
  if (ceiling === undefined) return [notice('maternal-dose-where-avoided', { maternalDose, line }, citations)];
  const times = tidy(maternalDose.value / ceiling.value);
  return [notice('maternal-dose-above-ceiling', { maternalDose, ceiling, times, line }, citations)];
}

function boundsFor(patient: Patient, context: TitrationContext): Bounds | Refusal {
  return boundsOf(patient, { country: countryOf({}, context) }, context);
}
