import { checkPrescription } from '../../../src/core/check/plan.js';
import type { CheckPlan, CheckRequest, PlannedFinding, WrittenStep } from '../../../src/core/check/types.js';
import type { Patient } from '../../../src/core/patient/patient.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { loadParameters } from '../../../src/parameters/load.js';
import { mg, mgPerDay } from '../fixtures.js';

export const parameters = loadParameters();

export const years = (value: number) => quantity(value, 'a');
export const kg = (value: number) => quantity(value, 'kg');
export const crcl = (value: number): Patient => ({ creatinineClearance: quantity(value, 'mL/min') });
export const days = (value: number) => quantity(value, 'd');

/** 20 mg four times daily: each(20, 4). */
export const each = (value: number, timesDaily: number, unit = 'mg'): WrittenStep => ({
  dose: { each: { value, unit }, timesDaily },
});

/** So much a day, however divided. */
export const day = (value: number): WrittenStep => ({ dose: { day: { value, unit: 'mg' } } });

export const taken = (dose: number, timesDaily = 1): Pick<CheckRequest, 'taking'> =>
  dose === 0 ? { taking: { dailyDose: mgPerDay(0) } } : { taking: { dose: mg(dose), timesDaily } };

export function check(step: WrittenStep, patient: Patient = {}, rest: Partial<CheckRequest> = {}): CheckPlan {
  return planOf({ steps: [step], patient, ...rest });
}

export function planOf(request: CheckRequest): CheckPlan {
  const outcome = checkPrescription(request, parameters);
  if (outcome.outcome === 'refusal') throw new Error(`refused: ${outcome.refusal.code}`);
  return outcome.plan;
}

/** The codes and levels, worst first: "stop day-above-ceiling". */
export const said = ({ findings }: CheckPlan): string[] => findings.map(({ level, code }) => `${level} ${code}`);

export const stops = ({ findings }: CheckPlan): boolean => findings.some(({ level }) => level === 'stop');

export function findingIn<Code extends PlannedFinding['code']>({ findings }: CheckPlan, code: Code) {
  const found = findings.find((one) => one.code === code);
  if (found === undefined) throw new Error(`no ${code} among ${findings.map((one) => one.code).join(', ')}`);
  return found as Extract<PlannedFinding, { readonly code: Code }>;
}
