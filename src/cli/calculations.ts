import { estimateInfantExposure, type InfantExposureRequest } from '../core/lactation.js';
import { estimateMilkDay, type MilkDayRequest } from '../core/milk.js';
import { type NewbornRequest, workOutNewbornCourse } from '../core/newborn.js';
import { withPatientFile } from '../core/patient-file.js';
import { adjustForRenalFunction, type RenalRequest } from '../core/renal.js';
import { planTaper, type TaperRequest } from '../core/taper.js';
import { planTitration, type TitrationRequest } from '../core/titration.js';
import type { Parameters as Data } from '../parameters/load.js';

/** The calculation behind each command, from its request alone: a saved request gives the same answer again. */
export const calculations = {
  titrate: (request: TitrationRequest, parameters: Data) =>
    withPatientFile(planTitration(request, parameters), parameters.renal),
  renal: (request: RenalRequest, parameters: Data) =>
    withPatientFile(adjustForRenalFunction(request, parameters), parameters.renal),
  taper: (request: TaperRequest, parameters: Data) => withPatientFile(planTaper(request, parameters), parameters.renal),
  'infant-dose': (request: InfantExposureRequest, parameters: Data) =>
    estimateInfantExposure(request, parameters.lactation),
  milk: (request: MilkDayRequest, { milk, lactation: { molarMass, publishedCase } }: Data) =>
    estimateMilkDay(request, { milk, molarMass, publishedDose: publishedCase.maternalDose }),
  newborn: (request: NewbornRequest, { newborn, products, lactation }: Data) =>
    workOutNewbornCourse(request, {
      newborn,
      products,
      milkLevel: lactation.publishedCase.level,
      milkIntake: lactation.intake,
      molarMass: lactation.molarMass,
    }),
} as const;
