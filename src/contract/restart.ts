import * as z from 'zod/mini';
import { signs } from '../core/answer/signs.js';
import type { RestartPlan, RestartRequest } from '../core/restart/types.js';
import { exactly } from './exact.js';
import { besideFields } from './fields/check.js';
import { productFields, rulesFields, sheetFields } from './fields/dose.js';
import { restartFields } from './fields/restart.js';
import { optional } from './fields.js';
import {
  administrations,
  citations,
  currentDose,
  estimate,
  patient,
  patientFile,
  pieces,
  quantity,
  statement,
  statementHere,
  statements,
  step,
  text,
} from './shapes.js';

export const restartRequest = exactly<RestartRequest>()(
  z.strictObject({
    from: z.exactOptional(currentDose),
    signs: z.exactOptional(z.array(z.enum(signs)).check(z.minLength(1), z.maxLength(signs.length))),
    ...optional({ ...restartFields, ...productFields, ...sheetFields, ...rulesFields, ...besideFields }),
    notRecognised: z.exactOptional(z.array(text)),
    patient: z.exactOptional(patient),
    patientFile: z.exactOptional(patientFile),
  }),
);

const option = z
  .strictObject({
    code: z.enum(['same-dose', 'previous-dose', 'half', 'new-start']),
    adopted: z.boolean(),
    judgement: z.boolean(),
    basis: statement,
    schedule: z.array(step),
  })
  .check(z.describe('One way back, and whether a source or a judgement of ours stands behind it'));

export const restartPlan = exactly<RestartPlan>()(
  z.strictObject({
    missed: quantity('h'),
    previous: z.strictObject({ dailyDose: quantity('mg/d'), doses: administrations }),
    options: z.array(option),
    halfBecause: z.exactOptional(z.array(z.enum(['age', 'clearance', 'dose']))),
    ceiling: quantity('mg/d'),
    largestDose: quantity('mg'),
    deciding: z.exactOptional(estimate),
    products: z.array(text),
    supply: quantity('d'),
    dispense: pieces,
    notReviewed: z.exactOptional(statement),
    askSigns: statement,
    reason: statements,
    excipients: z.exactOptional(statement),
    disagreements: z.array(statementHere),
    citations,
  }),
);
