import * as z from 'zod/mini';
import type { SwitchPlan, SwitchRequest } from '../core/switch/types.js';
import { exactly } from './exact.js';
import { besideFields } from './fields/check.js';
import { rulesFields, sheetFields } from './fields/dose.js';
import { strengthFields, switchFields } from './fields/switch.js';
import { fieldSchema, optional } from './fields.js';
import {
  administrations,
  citations,
  commandRequest,
  currentDose,
  estimate,
  patient,
  patientFile,
  pieces,
  quantity,
  statement,
  statements,
  step,
  text,
} from './shapes.js';

const side = z
  .union([
    z.strictObject({ product: text.check(z.minLength(1), z.maxLength(100)) }),
    z.strictObject({ strength: fieldSchema(strengthFields.strength) }),
  ])
  .check(z.describe('A product, as baclofen products lists them, or a liquid of a strength'));

export const switchRequest = exactly<SwitchRequest>()(
  z.strictObject({
    from: z.exactOptional(side),
    to: z.exactOptional(side),
    dose: z.exactOptional(currentDose),
    strength: z.exactOptional(fieldSchema(strengthFields.strength)),
    label: z.exactOptional(z.array(fieldSchema(strengthFields.label)).check(z.minLength(1), z.maxLength(4))),
    ...optional({ ...switchFields, ...sheetFields, ...rulesFields, ...besideFields }),
    notRecognised: z.exactOptional(z.array(text)),
    patient: z.exactOptional(patient),
    patientFile: z.exactOptional(patientFile),
  }),
);

const made = { make: pieces, doses: administrations, perDay: pieces };

const bottle = z.union([
  z.strictObject({ product: text, ...made }),
  z.strictObject({ strength: quantity('mg/mL'), ...made }),
]);

export const switchPlan = exactly<SwitchPlan>()(
  z.strictObject({
    dose: quantity('mg'),
    dailyDose: quantity('mg/d'),
    old: bottle,
    new: bottle,
    oldAmountOfNew: z.exactOptional(z.strictObject({ dose: quantity('mg'), multiple: z.number() })),
    deciding: z.exactOptional(estimate),
    next: z.array(commandRequest),
    schedule: z.array(step),
    supply: quantity('d'),
    dispense: pieces,
    sameDose: statement,
    atHome: statements,
    standards: statements,
    excipients: z.exactOptional(statement),
    citations,
  }),
);
