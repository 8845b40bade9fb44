import { type Notice, notice } from '../answer/notice.js';
import type { Outcome } from '../answer/outcome.js';
import { cite, plain, statement } from '../values/citation.js';
import { InputError } from '../values/input-error.js';
import { requireNumbers } from '../values/numbers.js';
import type { Quantity } from '../values/quantity.js';
import { isAbove, isBelow } from '../values/thresholds.js';
import { changedDose, changeNotices, changeWorking } from './change.js';
import { dangerNotices } from './danger.js';
import { workOutPump } from './pump.js';
import { refusalOf } from './refusals.js';
import type { IntrathecalParameters, IntrathecalPlan, IntrathecalRequest, PumpRequest } from './types.js';

/**
 * What the team that runs a pump works out: rate (mL per day), whole days and date until the reserve (mL) is reached,
 * and a dose (mcg per day) changed by a percentage within the published range; without any of it, the reference of
 * screening, steps and ranges by country. Every answer begins with withdrawal and overdose.
 * @returns a refusal of a conversion from a dose by mouth, a change of concentration, a concentration that is not
 * labelled, a reserve not below the reservoir, a dose above the highest labelled and a step beyond its range.
 * @throws InputError where a dose comes alone, or a pump or a change without a dose.
 */
export function workOutIntrathecal(
  request: IntrathecalRequest,
  parameters: IntrathecalParameters,
): Outcome<IntrathecalRequest, IntrathecalPlan> {
  requireNumbers(request);
  check(request);
  const danger = dangerNotices(parameters);
  const why = refusalOf(request, parameters);
  if (why) return { request, assumptions: [], notices: danger, working: [], outcome: 'refusal', refusal: why };
  const change = request.dose && request.change && changedDose(request.dose, request.change, parameters);
  const dose = change?.to ?? request.dose;
  const pump = dose && request.pump && workOutPump(dose, request.pump, parameters);
  return {
    request,
    assumptions: pump?.assumptions ?? [],
    notices: [
      ...(pump?.first ?? []),
      ...danger,
      ...(dose ? doseNotices(dose, parameters) : []),
      ...(pump?.notices ?? []),
      ...(change ? changeNotices(change, parameters) : []),
    ],
    working: [...(change ? [changeWorking(change, parameters)] : []), ...(pump?.working ?? [])],
    outcome: 'plan',
    plan: {
      purpose: statement(parameters.purpose),
      ...(dose && { dose }),
      ...(change && { change }),
      ...pump?.figures,
      whyReserve: statement(parameters.reserve.why),
      outline: parameters.outline.map(statement),
      reference: parameters.reference.map((line) => ({ topic: line.topic, where: line.where, ...statement(line) })),
      overdose: statement(parameters.moreOnOverdose),
      afterOral: parameters.doneInPrint.map(statement),
    },
  };
}

function check({ dose, pump, change, fromOral, newConcentration }: IntrathecalRequest): void {
  if (fromOral || newConcentration) return;
  if (dose?.value === 0) throw new InputError('dose', '0', 'a dose above 0 in mcg per day');
  if ((pump || change) && dose === undefined) {
    throw new InputError('dose', 'nothing', 'the present dose in mcg per day, such as 350mcg');
  }
  if (dose && pump === undefined && change === undefined) {
    throw new InputError(
      'pump.concentration',
      'nothing',
      'the concentration in the pump, such as 2000mcg/mL, with `reservoir`; or give `change` with `of`',
    );
  }
  if (pump) checkPump(pump);
}

function checkPump({ concentration, onLabel, reservoir }: PumpRequest): void {
  if (concentration.value === 0)
    throw new InputError('pump.concentration', '0', 'a concentration above 0 in mcg per mL');
  if (reservoir.value === 0) throw new InputError('pump.reservoir', '0', 'a volume above 0 in mL');
  if (onLabel && onLabel.value !== concentration.value) {
    const again = `the ${concentration.value} mcg/mL of \`concentration\` once more`;
    throw new InputError('pump.onLabel', `${onLabel.value} mcg/mL`, again);
  }
}

function doseNotices(dose: Quantity<'ug/d'>, { dose: limits }: IntrathecalParameters): Notice[] {
  const { lowest, littleExperienceAbove: above } = limits;
  if (isAbove(dose.value, above.value)) {
    return [notice('intrathecal-little-experience', { dose, above: plain(above) }, cite(above))];
  }
  return isBelow(dose.value, lowest.value)
    ? [notice('intrathecal-below-lowest', { dose, lowest: plain(lowest) }, cite(lowest))]
    : [];
}
