import * as z from 'zod/mini';
import type { TitrationPlan, TitrationRequest } from '../core/titration/types.js';
import { exactly } from './exact.js';
import { besideFields } from './fields/check.js';
import { productFields, rulesFields, sheetFields, titrationFields } from './fields/dose.js';
import { optional } from './fields.js';
import {
  administrations,
  citations,
  country,
  currentDose,
  disagreement,
  estimate,
  patient,
  patientFile,
  pieces,
  quantity,
  rule,
  statement,
  statementHere,
  statements,
  step,
  text,
} from './shapes.js';

const override = z.strictObject({ code: text, reason: text.check(z.minLength(1), z.maxLength(200)) });

export const titrationRequest = exactly<TitrationRequest>()(
  z.strictObject({
    from: z.exactOptional(currentDose),
    taking: z.exactOptional(currentDose),
    ...optional({ ...titrationFields, ...productFields, ...sheetFields, ...rulesFields, ...besideFields }),
    notRecognised: z.exactOptional(z.array(text)),
    patient: z.exactOptional(patient),
    patientFile: z.exactOptional(patientFile),
    override: z.exactOptional(override),
  }),
);

export const titrationPlan = exactly<TitrationPlan>()(
  z.strictObject({
    schedule: z.array(step),
    now: z.exactOptional(z.strictObject({ dailyDose: quantity('mg/d'), doses: administrations })),
    ifNeeded: z.exactOptional(step),
    interval: quantity('d'),
    target: quantity('mg/d'),
    ceiling: z.strictObject({ dailyDose: quantity('mg/d'), dose: quantity('mg'), citations }),
    rules: country,
    decidedBy: z.strictObject({
      first: rule,
      step: rule,
      interval: rule,
      ceiling: rule,
      largestDose: rule,
      target: rule,
    }),
    override: z.exactOptional(override),
    renal: z.strictObject({ deciding: z.exactOptional(estimate), band: z.exactOptional(text) }),
    products: z.array(text),
    supply: quantity('d'),
    dispense: pieces,
    responseCheck: statement,
    stay: statement,
    encephalopathy: statement,
    excipients: z.exactOptional(statement),
    afterSession: z.exactOptional(statement),
    advice: statements,
    disagreements: z.array(statementHere),
    alternatives: z.array(disagreement),
    citations,
  }),
);
