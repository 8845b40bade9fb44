import * as z from 'zod/mini';
import type { RenalPlan, RenalRequest } from '../core/renal/types.js';
import { exactly } from './exact.js';
import { presentDoseFields, rulesFields } from './fields/dose.js';
import { optional } from './fields.js';
import {
  citations,
  commandRequest,
  country,
  estimate,
  fraction,
  patient,
  patientFile,
  quantity,
  statement,
  statementHere,
  text,
} from './shapes.js';

export const renalRequest = exactly<RenalRequest>()(
  z.strictObject({
    patient,
    patientFile: z.exactOptional(patientFile),
    ...optional({ dailyDose: presentDoseFields.dailyDose, ...rulesFields }),
  }),
);

export const renalPlan = exactly<RenalPlan>()(
  z.strictObject({
    estimates: z.array(estimate),
    deciding: z.exactOptional(estimate),
    band: z.strictObject({
      id: text,
      from: quantity('mL/min'),
      below: z.nullable(quantity('mL/min')),
      citations,
    }),
    recommendation: z.discriminatedUnion('action', [
      z.strictObject({
        action: z.enum(['usual', 'reduce']),
        dailyDoses: z.exactOptional(z.array(quantity('mg/d'))),
        timesDaily: z.exactOptional(z.array(z.int())),
        interval: quantity('d'),
        ceiling: quantity('mg/d'),
        fraction: z.exactOptional(fraction),
        citations,
      }),
      z.strictObject({ action: z.literal('avoid'), reason: statement, citations }),
    ]),
    next: z.array(commandRequest),
    accumulation: statement,
    rules: country,
    disagreements: z.array(statementHere),
  }),
);
