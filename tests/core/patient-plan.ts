import type { Patient, Sex } from '../../src/core/patient/patient.js';
import { planTitration } from '../../src/core/titration/plan.js';
import type { TitrationRequest } from '../../src/core/titration/types.js';
import { quantity } from '../../src/core/values/quantity.js';
import { loadParameters } from '../../src/parameters/load.js';

export const parameters = loadParameters();

/** A patient by years, kg, mg/dL and cm; what is left out is not known. */
export function person(sex: Sex, age: number, weight: number, creatinine: number, height?: number): Patient {
  return {
    sex,
    age: quantity(age, 'a'),
    weight: quantity(weight, 'kg'),
    creatinine: quantity(creatinine, 'mg/dL'),
    ...(height !== undefined && { height: quantity(height, 'cm') }),
  };
}

export function child(age: number, weight: number): Patient {
  return { age: quantity(age, 'a'), weight: quantity(weight, 'kg') };
}

export function clearance(value: number): Patient {
  return { creatinineClearance: quantity(value, 'mL/min') };
}

/** The bare facts of a titration: daily doses to the target, the step beyond, days between steps, ceiling. */
export interface Facts {
  readonly doses: readonly number[];
  readonly beyond?: number;
  readonly days: number;
  readonly ceiling: number;
}

/** The facts of a plan, or the code of the refusal. Below 18 years nobody is given a start, everybody else 5 mg per dose. */
export function titrate(patient: Patient, request: Omit<TitrationRequest, 'patient'> = {}): Facts | string {
  const start = patient.age !== undefined && patient.age.value < 18 ? {} : { start: quantity(5, 'mg') };
  const outcome = planTitration({ ...start, ...request, patient }, parameters);
  if (outcome.outcome === 'refusal') return outcome.refusal.code;
  const { schedule, ifNeeded, interval, ceiling } = outcome.plan;
  return {
    doses: schedule.map(({ dailyDose }) => dailyDose.value),
    ...(ifNeeded && { beyond: ifNeeded.dailyDose.value }),
    days: interval.value,
    ceiling: ceiling.dailyDose.value,
  };
}
