import * as z from 'zod/mini';
import { signs } from '../core/answer/signs.js';
import type { TaperPlan, TaperRequest } from '../core/taper/types.js';
import { exactly } from './exact.js';
import { besideFields } from './fields/check.js';
import { patternFields, productFields, rulesFields, sheetFields, taperEndFields, taperFields } from './fields/dose.js';
import { fieldSchema, optional } from './fields.js';
import {
  administrations,
  citations,
  currentDose,
  patient,
  patientFile,
  pieces,
  quantity,
  statement,
  statements,
  step,
  text,
} from './shapes.js';

const every = fieldSchema(patternFields.every);

export const taperRequest = exactly<TaperRequest>()(
  z.strictObject({
    from: z.exactOptional(currentDose),
    to: z.exactOptional(z.union([fieldSchema(taperEndFields.dailyDose), z.literal('ceiling')])),
    signs: z.exactOptional(z.array(z.enum(signs)).check(z.minLength(1), z.maxLength(signs.length))),
    pattern: z.exactOptional(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('days'), days: fieldSchema(patternFields.days) }),
        z.strictObject({ kind: z.literal('reduce'), reduction: fieldSchema(patternFields.reduction), every }),
        z.strictObject({ kind: z.literal('percent'), percent: fieldSchema(patternFields.percent), every }),
      ]),
    ),
    ...optional({ ...taperFields, ...sheetFields, ...productFields, ...rulesFields, ...besideFields }),
    notRecognised: z.exactOptional(z.array(text)),
    patient: z.exactOptional(patient),
    patientFile: z.exactOptional(patientFile),
  }),
);

const schedule = {
  from: quantity('mg/d'),
  now: z.strictObject({ dailyDose: quantity('mg/d'), doses: administrations }),
  reaches: z.strictObject({ dailyDose: quantity('mg/d') }),
  timesDaily: quantity('/d'),
  schedule: z.array(step),
  days: quantity('d'),
  supply: quantity('d'),
  dispense: pieces,
};

const words = {
  products: z.array(text),
  withdrawalSigns: statements,
  ifSignsAppear: statements,
  emergency: statement,
  excipients: z.exactOptional(statement),
  disagreements: statements,
  citations,
};

export const taperPlan = exactly<TaperPlan>()(
  z.union([
    z.strictObject({ ...words, ...schedule }),
    z.strictObject({ ...words, schedules: z.array(z.strictObject(schedule)) }),
  ]),
);
