import * as z from 'zod/mini';
import type { TaperPlan, TaperRequest } from '../core/taper/types.js';
import { exactly } from './exact.js';
import {
  patternFields,
  presentDoseFields,
  productFields,
  rulesFields,
  sheetFields,
  taperFields,
} from './fields/dose.js';
import { fieldSchema, optional } from './fields.js';
import { citations, patient, patientFile, pieces, quantity, statement, statements, step, text } from './shapes.js';

const every = fieldSchema(patternFields.every);

export const taperRequest = exactly<TaperRequest>()(
  z.strictObject({
    from: z.exactOptional(
      z.union([
        z.strictObject({ dailyDose: fieldSchema(presentDoseFields.dailyDose) }),
        z.strictObject({
          dose: fieldSchema(presentDoseFields.dose),
          timesDaily: fieldSchema(presentDoseFields.timesDaily),
        }),
      ]),
    ),
    pattern: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('days'), days: fieldSchema(patternFields.days) }),
      z.strictObject({ kind: z.literal('reduce'), reduction: fieldSchema(patternFields.reduction), every }),
      z.strictObject({ kind: z.literal('percent'), percent: fieldSchema(patternFields.percent), every }),
    ]),
    ...optional({ ...taperFields, ...sheetFields, ...productFields, ...rulesFields }),
    patient: z.exactOptional(patient),
    patientFile: z.exactOptional(patientFile),
  }),
);

const schedule = {
  from: quantity('mg/d'),
  timesDaily: quantity('/d'),
  schedule: z.array(step),
  days: quantity('d'),
  dispense: pieces,
};

const words = {
  products: z.array(text),
  withdrawalSigns: statements,
  ifSignsAppear: statements,
  emergency: statement,
  disagreements: statements,
  citations,
};

export const taperPlan = exactly<TaperPlan>()(
  z.union([
    z.strictObject({ ...words, ...schedule }),
    z.strictObject({ ...words, schedules: z.array(z.strictObject(schedule)) }),
  ]),
);
