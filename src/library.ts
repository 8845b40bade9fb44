import { calculations } from './calculations.js';
import type { Outcome } from './core/answer/outcome.js';
import type { CheckPlan, CheckRequest } from './core/check/types.js';
import type { InfantExposurePlan, InfantExposureRequest } from './core/infant-dose/types.js';
import type { IntrathecalPlan, IntrathecalRequest } from './core/intrathecal/types.js';
import type { LevelsPlan, LevelsRequest } from './core/levels/types.js';
import type { MilkDayPlan, MilkDayRequest } from './core/milk/types.js';
import type { NewbornPlan, NewbornRequest } from './core/newborn/types.js';
import type { RenalPlan, RenalRequest } from './core/renal/types.js';
import type { RestartPlan, RestartRequest } from './core/restart/types.js';
import type { SwitchPlan, SwitchRequest } from './core/switch/types.js';
import type { TaperPlan, TaperRequest } from './core/taper/types.js';
import type { TitrationPlan, TitrationRequest } from './core/titration/types.js';
import type { Parameters } from './parameters/load.js';

/**
 * A titration schedule (mg per dose) to a target (mg/d), with its ceilings and the quantity to dispense.
 * @returns a plan, or a refusal where no schedule should be followed.
 * @throws InputError where a field of the request is not what it takes: another unit, or out of its range.
 */
export function planTitration(
  request: TitrationRequest,
  parameters: Parameters,
): Outcome<TitrationRequest, TitrationPlan> {
  return calculations.titrate.ask(request, parameters);
}

/**
 * Estimates of renal function (mL/min and mL/min/1.73 m2), the band of the lowest, and what it means for the dose.
 * @returns a plan, also where its advice is to avoid the drug; a refusal for a child.
 * @throws InputError where a field of the request is not what it takes, or nothing tells of renal function.
 */
export function adjustForRenalFunction(
  request: RenalRequest,
  parameters: Parameters,
): Outcome<RenalRequest, RenalPlan> {
  return calculations.renal.ask(request, parameters);
}

/**
 * A taper to zero from a daily dose (mg/d), or from each usual dose where none is given; it never rises.
 * @returns a plan, or a refusal where the dose cannot be made, has no level below it, or would stop at once.
 * @throws InputError where a field of the request is not what it takes.
 */
export function planTaper(request: TaperRequest, parameters: Parameters): Outcome<TaperRequest, TaperPlan> {
  return calculations.taper.ask(request, parameters);
}

/**
 * The ways back after missed doses (h): the previous dose (mg/d), half of it or a new start, each a judgement or sourced.
 * @returns a plan, or a refusal where signs, a pump, the kidney or a dose above the ceiling ask for something else first.
 * @throws InputError where a field of the request is not what it takes, or the dose or the gap is not said.
 */
export function planRestart(request: RestartRequest, parameters: Parameters): Outcome<RestartRequest, RestartPlan> {
  return calculations.restart.ask(request, parameters);
}

/**
 * The same doses (mg) from another product or strength (mg/mL), both volumes (mL) side by side.
 * @returns a plan, or a refusal of another drug or route, of an unknown strength, or of a dose that cannot be made.
 * @throws InputError where a field of the request is not what it takes, or a strength was said in two ways.
 */
export function planSwitch(request: SwitchRequest, parameters: Parameters): Outcome<SwitchRequest, SwitchPlan> {
  return calculations.switch.ask(request, parameters);
}

/**
 * What an infant takes in through breast milk: infant dose (mg/kg/d) = milk level (mg/L) x intake (L/kg/d) x share of
 * the diet, and the relative infant dose (%) by mouth.
 * @throws InputError where a field of the request is not what it takes, or there is neither a level nor a dose.
 */
export function estimateInfantExposure(
  request: InfantExposureRequest,
  parameters: Parameters,
): Outcome<InfantExposureRequest, InfantExposurePlan> {
  return calculations['infant-dose'].ask(request, parameters);
}

/**
 * The milk level (mg/L) over the day for the same dose (mg) at fixed times, at steady state.
 * @throws InputError where a field of the request is not what it takes.
 */
export function estimateMilkDay(request: MilkDayRequest, parameters: Parameters): Outcome<MilkDayRequest, MilkDayPlan> {
  return calculations.milk.ask(request, parameters);
}

/**
 * A published course of one newborn, worked out for a weight (kg), dose by dose (mg and mL).
 * @returns a plan, or a refusal outside the published weights or concentrations.
 * @throws InputError where a field of the request is not what it takes.
 */
export function workOutNewbornCourse(
  request: NewbornRequest,
  parameters: Parameters,
): Outcome<NewbornRequest, NewbornPlan> {
  return calculations.newborn.ask(request, parameters);
}

/**
 * Findings of somebody else's order (mg per dose) for this patient, worst first: limits, first dose, changes, products,
 * quantity, other drugs and conditions. What is written is never an input error.
 * @returns a plan, also where nothing is found; a refusal where the patient's data cannot be right.
 * @throws InputError where a field of the request is not what it takes.
 */
export function checkPrescription(request: CheckRequest, parameters: Parameters): Outcome<CheckRequest, CheckPlan> {
  return calculations.check.ask(request, parameters);
}

/**
 * The level in blood (mcg/L) over hours after one dose (mg) or regular ones: a simulation, never a dose.
 * @returns a plan, or a refusal below the age of adults, on dialysis, and where the clearance is too low.
 * @throws InputError where a field of the request is not what it takes, or a single dose is missed or doubled.
 */
export function simulateLevels(request: LevelsRequest, parameters: Parameters): Outcome<LevelsRequest, LevelsPlan> {
  return calculations.levels.ask(request, parameters);
}

/**
 * For the team that runs a pump: rate (mL/d), whole days and date to the reserve (mL), and a changed dose (mcg/d).
 * @returns a plan, or a refusal: of a conversion from a dose by mouth and of a change of concentration always.
 * @throws InputError where a field of the request is not what it takes, or a dose stands alone.
 */
export function workOutIntrathecal(
  request: IntrathecalRequest,
  parameters: Parameters,
): Outcome<IntrathecalRequest, IntrathecalPlan> {
  return calculations.intrathecal.ask(request, parameters);
}
