import { type Refusal, refusal } from '../answer/refusal.js';
import { cite, plain } from '../values/citation.js';
import type { Quantity } from '../values/quantity.js';
import { isAbove, isAtLeast } from '../values/thresholds.js';
import { changedDose, stepRange } from './change.js';
import type { IntrathecalParameters, IntrathecalRequest, PumpRequest } from './types.js';

/** Why nothing is worked out, the gravest first; undefined where nothing stands against it. */
export function refusalOf(request: IntrathecalRequest, parameters: IntrathecalParameters): Refusal | undefined {
  const { noConversion, doneInPrint, concentrationChange } = parameters;
  if (request.fromOral) {
    const done = doneInPrint.map(({ text }) => text);
    return refusal('no-oral-conversion', { reason: noConversion.text, done }, cite(noConversion, ...doneInPrint));
  }
  if (request.newConcentration) {
    return refusal('concentration-change', { reason: concentrationChange.text }, cite(concentrationChange));
  }
  return (
    (request.pump && pumpRefusal(request.pump, parameters)) ??
    (request.dose && tooHigh(request.dose, parameters)) ??
    changeRefusal(request, parameters)
  );
}

function pumpRefusal(
  { concentration, onLabel, reservoir, reserve }: PumpRequest,
  parameters: IntrathecalParameters,
): Refusal | undefined {
  const { concentrations, reserve: known } = parameters;
  if (onLabel === undefined && !isKnown(concentration, parameters)) {
    const labelled = concentrations.map(plain);
    return refusal('concentration-not-labelled', { asked: concentration, known: labelled }, cite(...concentrations));
  }
  const kept = reserve ?? plain(known.usual);
  return isAtLeast(kept.value, reservoir.value)
    ? refusal('reserve-not-below-reservoir', { reserve: kept, reservoir }, cite(known.usual))
    : undefined;
}

/** Whether a concentration is one that products are sold in. */
export function isKnown(asked: Quantity<'ug/mL'>, { concentrations }: IntrathecalParameters): boolean {
  return concentrations.some(({ value }) => value === asked.value);
}

function tooHigh(dose: Quantity<'ug/d'>, { dose: { highest } }: IntrathecalParameters): Refusal | undefined {
  return isAbove(dose.value, highest.value)
    ? refusal('intrathecal-dose-too-high', { asked: dose, highest: plain(highest) }, cite(highest))
    : undefined;
}

function changeRefusal({ dose, change }: IntrathecalRequest, parameters: IntrathecalParameters): Refusal | undefined {
  if (dose === undefined || change === undefined) return undefined;
  const { from, to } = stepRange(change, parameters);
  return isAbove(change.percent.value, to.value)
    ? refusal('intrathecal-step-too-large', { ...change, range: { from: plain(from), to: plain(to) } }, cite(to))
    : tooHigh(changedDose(dose, change, parameters).to, parameters);
}
