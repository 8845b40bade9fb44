import { type Notice, notice } from '../answer/notice.js';
import type { CalculationStep } from '../answer/outcome.js';
import { cite, plain } from '../values/citation.js';
import { type Quantity, quantity, tidy } from '../values/quantity.js';
import { isBelow } from '../values/thresholds.js';
import type { ChangedDose, ChangeRequest, IntrathecalParameters, StepRange } from './types.js';

/** The percentages that sources give for a change: down is the same for everyone. */
export function stepRange({ direction, of, at }: ChangeRequest, { steps }: IntrathecalParameters): StepRange {
  return direction === 'down' ? steps.down : steps[at][of];
}

/** The present dose (mcg per day) changed by a percentage, not rounded: dose x (1 + percent / 100). */
export function changedDose(
  dose: Quantity<'ug/d'>,
  change: ChangeRequest,
  parameters: IntrathecalParameters,
): ChangedDose {
  const sign = change.direction === 'up' ? 1 : -1;
  const { from, to } = stepRange(change, parameters);
  return {
    ...change,
    from: dose,
    to: quantity(tidy(dose.value * (1 + (sign * change.percent.value) / 100)), 'ug/d'),
    range: { from: plain(from), to: plain(to) },
  };
}

/** A change below the usual range is told, not refused. */
export function changeNotices({ percent, ...change }: ChangedDose, parameters: IntrathecalParameters): Notice[] {
  const { from } = stepRange({ percent, ...change }, parameters);
  return isBelow(percent.value, from.value)
    ? [notice('intrathecal-step-small', { percent, from: plain(from) }, cite(from))]
    : [];
}

export function changeWorking(change: ChangedDose, parameters: IntrathecalParameters): CalculationStep {
  const { from, to } = stepRange(change, parameters);
  return {
    label: 'New dose',
    formula: `present dose x (1 ${change.direction === 'up' ? '+' : '-'} percent / 100)`,
    inputs: { present: change.from, percent: change.percent },
    result: change.to,
    citations: cite(from, to),
  };
}
