import { estimateInfantExposure } from '../core/lactation.js';
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
  'infant-dose': (request: Parameters<typeof estimateInfantExposure>[0], parameters: Data) =>
    estimateInfantExposure(request, parameters.lactation),
} as const;
