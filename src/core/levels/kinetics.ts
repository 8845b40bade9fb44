import type { CalculationStep } from '../answer/outcome.js';
import { type Citation, cite } from '../values/citation.js';
import { quantity, tidy } from '../values/quantity.js';
import { clearanceRatio, halfLife, type Kinetics, litresPerHour } from './equations.js';
import type { LevelParameters, ModelName } from './types.js';

/** What of a patient a curve depends on: creatinine clearance (mL/min), where it is known. No set has weight in it. */
export interface Body {
  readonly clearance?: number;
}

/** A published set for this body: clearance falls with the kidney, volume is as published. */
export function kineticsOf(name: ModelName, body: Body, parameters: LevelParameters): Kinetics {
  const { absorption, clearance, volume } = parameters.sets[name];
  return {
    absorption: absorption.value,
    clearance: clearance.value * clearanceFactor(body.clearance, parameters),
    volume: volume.value,
  };
}

/** Total clearance by mouth over that with normal kidneys; 1 where no creatinine clearance is known. */
export function clearanceFactor(creatinineClearance: number | undefined, parameters: LevelParameters): number {
  if (creatinineClearance === undefined) return 1;
  return clearanceRatio(creatinineClearance, notByKidney(parameters), parameters.kidney.normal.value);
}

/** What is cleared otherwise than by the kidney, mL/min: CL/F x F - renal clearance, of the set that measured it. */
function notByKidney({ sets, kidney }: LevelParameters): number {
  const total = (sets.kochak.clearance.value / litresPerHour) * (kidney.bioavailability.value / 100);
  return total - kidney.normal.value;
}

export function kineticsCitations(name: ModelName, body: Body, parameters: LevelParameters): Citation[] {
  const { absorption, clearance, volume } = parameters.sets[name];
  const { normal, bioavailability, equals, grafted } = parameters.kidney;
  return cite(
    clearance,
    volume,
    absorption,
    ...(body.clearance === undefined ? [] : [normal, bioavailability, equals, grafted]),
  );
}

/** How the clearance by mouth and the half-life of this body come about. */
export function kineticsWorking(name: ModelName, body: Body, parameters: LevelParameters): CalculationStep[] {
  const kinetics = kineticsOf(name, body, parameters);
  const { kidney, sets } = parameters;
  const citations = kineticsCitations(name, body, parameters);
  const clearance = quantity(tidy(kinetics.clearance), 'L/h');
  const kidneySteps: CalculationStep[] =
    body.clearance === undefined
      ? []
      : [
          {
            label: 'Clearance otherwise than by the kidney',
            formula: 'total clearance by mouth x bioavailability - renal clearance, all of normal kidneys',
            inputs: {
              total: quantity(tidy(sets.kochak.clearance.value / litresPerHour), 'mL/min'),
              bioavailability: quantity(kidney.bioavailability.value, '%'),
              renal: quantity(kidney.normal.value, 'mL/min'),
            },
            result: quantity(tidy(notByKidney(parameters)), 'mL/min'),
            citations: cite(sets.kochak.clearance, kidney.bioavailability, kidney.normal),
          },
          {
            label: 'Total clearance by mouth at this creatinine clearance',
            formula: 'as published x (creatinine clearance + the rest) / (normal renal clearance + the rest)',
            inputs: {
              published: quantity(sets[name].clearance.value, 'L/h'),
              'creatinine clearance': quantity(body.clearance, 'mL/min'),
              normal: quantity(kidney.normal.value, 'mL/min'),
            },
            result: clearance,
            citations: cite(kidney.equals, kidney.grafted),
          },
        ];
  return [
    ...kidneySteps,
    {
      label: 'Half-life',
      formula: 'ln 2 x volume / clearance',
      inputs: { volume: quantity(tidy(kinetics.volume), 'L'), clearance },
      result: quantity(tidy(halfLife(kinetics)), 'h'),
      citations,
    },
  ];
}
