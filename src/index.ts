export type { Notice, NoticeCode, Severity } from './core/answer/notice.js';
export type { Assumption, CalculationStep, Outcome } from './core/answer/outcome.js';
export type { Piece } from './core/answer/piece.js';
export type { Refusal, RefusalCode } from './core/answer/refusal.js';
export type {
  CheckPlan,
  CheckRequest,
  Finding,
  FindingCode,
  FindingLevel,
  WrittenDose,
  WrittenStep,
} from './core/check/types.js';
export type { CurrentDose, TimedDose } from './core/doses/current-dose.js';
export { makeDose, nearestDoses, type Product } from './core/doses/product.js';
export type { Administration, Step, TimeOfDay } from './core/doses/schedule.js';
export type { InfantExposurePlan, InfantExposureRequest } from './core/infant-dose/types.js';
export {
  type ConditionFinding,
  type ConditionFindings,
  conditionFindings,
  conditionOfCode,
  recogniseCondition,
} from './core/interactions/conditions.js';
export { drugOfCode, recogniseDrug } from './core/interactions/drugs.js';
export { interactionFindings } from './core/interactions/findings.js';
export type {
  InteractionCircumstances,
  InteractionFinding,
  InteractionFindings,
  RecognisedDrug,
  UnknownName,
} from './core/interactions/types.js';
export type { IntrathecalPlan, IntrathecalRequest } from './core/intrathecal/types.js';
export type { LevelsPlan, LevelsRequest } from './core/levels/types.js';
export type { MilkLevel } from './core/milk/level.js';
export type { MilkDayPlan, MilkDayRequest } from './core/milk/types.js';
export type { NewbornPlan, NewbornRequest } from './core/newborn/types.js';
export type { Patient, Sex, SpinalCordInjury } from './core/patient/patient.js';
export type { RenalPlan, RenalRequest } from './core/renal/types.js';
export {
  adjustedWeight,
  bodyMassIndex,
  bodySurfaceArea,
  ckdEpi2021,
  cockcroftGault,
  deindex,
  idealWeight,
} from './core/renal-function/equations.js';
export type { RestartPlan, RestartRequest } from './core/restart/types.js';
export type { SwitchPlan, SwitchRequest } from './core/switch/types.js';
export type { TaperPattern } from './core/taper/levels.js';
export type { TaperEnd, TaperPlan, TaperRequest } from './core/taper/types.js';
export type { TitrationPlan, TitrationRequest } from './core/titration/types.js';
export type { CivilDate } from './core/values/calendar.js';
export type { Citation, Cited, Disagreement, Provenance, Statement } from './core/values/citation.js';
export { InputError } from './core/values/input-error.js';
export { type Quantity, quantity, type Unit } from './core/values/quantity.js';
export {
  adjustForRenalFunction,
  checkPrescription,
  estimateInfantExposure,
  estimateMilkDay,
  planRestart,
  planSwitch,
  planTaper,
  planTitration,
  simulateLevels,
  workOutIntrathecal,
  workOutNewbornCourse,
} from './library.js';
export { DataError } from './parameters/data-error.js';
export { loadParameters } from './parameters/load.js';
export { type Parameters, parametersOf } from './parameters/prove.js';
