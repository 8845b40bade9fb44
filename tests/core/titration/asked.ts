import type { Patient } from '../../../src/core/patient/patient.js';
import { planTitration } from '../../../src/core/titration/plan.js';
import type { TitrationPlan, TitrationRequest } from '../../../src/core/titration/types.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { loadParameters } from '../../../src/parameters/load.js';
import { mg } from '../fixtures.js';
import { row } from '../plan-facts.js';

export const parameters = loadParameters();

export const ask = (start: number, rest: Omit<TitrationRequest, 'start'> = {}) =>
  planTitration({ start: mg(start), ...rest }, parameters);

export const clearance = (value: number): { patient: Patient } => ({
  patient: { creatinineClearance: quantity(value, 'mL/min') },
});

export const days = (value: number) => quantity(value, 'd');

/** Three equal doses, two, four. */
export const three = (dose: number) => ({ morning: dose, midday: dose, bedtime: dose });
export const two = (dose: number) => ({ morning: dose, bedtime: dose });
export const four = (dose: number) => ({ morning: dose, midday: dose, evening: dose, bedtime: dose });

/** The step that is taken only if needed. */
export const beyond = ({ ifNeeded }: TitrationPlan) => ifNeeded && row(ifNeeded);

/** The labelled table: 5 mg more per dose every 3 days, three times daily. */
export const labelled = [
  [1, 3, 15, three(5)],
  [4, 6, 30, three(10)],
  [7, 9, 45, three(15)],
  [10, null, 60, three(20)],
];

export const patient = (age: number, rest: Patient = {}): { patient: Patient } => ({
  patient: { age: quantity(age, 'a'), ...rest },
});
export const child = (age: number, weight: number) => patient(age, { weight: quantity(weight, 'kg') });
export const lifted = (code: string) => ({ override: { code, reason: 'agreed' } });
/** A child is planned without a start. */
export const askChild = (age: number, weight: number, rest: Omit<TitrationRequest, 'patient'> = {}) =>
  planTitration({ ...child(age, weight), ...rest }, parameters);
