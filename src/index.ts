export type { CivilDate } from './core/calendar.js';
export type { Citation, Cited, Disagreement, Provenance, Statement } from './core/citation.js';
export {
  adjustedWeight,
  bodyMassIndex,
  bodySurfaceArea,
  ckdEpi2021,
  cockcroftGault,
  deindex,
  idealWeight,
} from './core/clearance.js';
export { InputError } from './core/input-error.js';
export {
  estimateInfantExposure,
  type InfantExposurePlan,
  type InfantExposureRequest,
} from './core/lactation.js';
export { estimateMilkDay, type MilkContext, type MilkDayPlan, type MilkDayRequest } from './core/milk.js';
export type { MilkLevel } from './core/milk-level.js';
export { type NewbornContext, type NewbornPlan, type NewbornRequest, workOutNewbornCourse } from './core/newborn.js';
export type { Notice, NoticeCode, Severity } from './core/notice.js';
export type { Patient, Sex, SpinalCordInjury } from './core/patient.js';
export type { Assumption, CalculationStep, Outcome } from './core/plan.js';
export { makeDose, nearestDoses, type Piece, type Product } from './core/product.js';
export { type Quantity, quantity, type Unit } from './core/quantity.js';
export type { Refusal, RefusalCode } from './core/refusal.js';
export { adjustForRenalFunction, type RenalPlan, type RenalRequest } from './core/renal.js';
export type { Administration, Step, TimeOfDay } from './core/schedule.js';
export { type CurrentDose, planTaper, type TaperPlan, type TaperRequest } from './core/taper.js';
export type { TaperPattern } from './core/taper-levels.js';
export { planTitration, type TitrationPlan, type TitrationRequest } from './core/titration.js';
export { DataError } from './parameters/data-error.js';
export { loadParameters, type Parameters } from './parameters/load.js';
