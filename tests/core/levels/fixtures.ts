import { kineticsOf } from '../../../src/core/levels/kinetics.js';
import { simulateLevels } from '../../../src/core/levels/plan.js';
import type { LevelsPlan, LevelsRequest, ModelName } from '../../../src/core/levels/types.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { loadParameters } from '../../../src/parameters/load.js';

export const { levels, renal } = loadParameters();
export const context = { levels, renal };

/** A published set with normal kidneys, or at a creatinine clearance in mL/min. */
export function kinetics(name: ModelName, clearance?: number) {
  return kineticsOf(name, clearance === undefined ? {} : { clearance }, levels);
}

/** The same dose in mg so many times a day. */
export function regular(dose: number, timesDaily: number): LevelsRequest['doses'] {
  return { dose: quantity(dose, 'mg'), timesDaily };
}

export function planned(request: LevelsRequest): LevelsPlan {
  const outcome = simulateLevels(request, context);
  if (outcome.outcome !== 'plan') throw new Error(`refused: ${outcome.refusal.code}`);
  return outcome.plan;
}
