import * as z from 'zod/mini';
import { findingCodes } from '../core/check/finding.js';
import {
  type CheckPlan,
  type CheckRequest,
  findingLevels,
  type PlannedFinding,
  type WrittenDose,
  type WrittenStep,
} from '../core/check/types.js';
import type { CurrentDose } from '../core/doses/current-dose.js';
import { exactly } from './exact.js';
import { besideFields, checkFields } from './fields/check.js';
import { presentDoseFields, productFields, rulesFields } from './fields/dose.js';
import { fieldSchema, optional } from './fields.js';
import {
  anyQuantity,
  citations,
  commandRequest,
  country,
  currentDose,
  estimate,
  patient,
  patientFile,
  quantity,
  text,
  timeOfDay,
} from './shapes.js';

const amount = z.strictObject({ value: z.number().check(z.minimum(0)), unit: text });

const dose = exactly<WrittenDose>()(
  z.union([
    z.strictObject({ each: amount, timesDaily: fieldSchema(checkFields.timesDaily) }),
    z.strictObject({ doses: z.array(amount) }),
    z.strictObject({ day: amount }),
  ]),
);

const { volume, strength, timesDaily, days, on, supply, quantity: written, pump } = checkFields;

const step = exactly<WrittenStep>()(
  z.strictObject({ dose: z.exactOptional(dose), ...optional({ volume, strength, timesDaily, days }) }),
);

/** What is taken, none included. */
const { dailyDose, dose: oneDose } = presentDoseFields;
const taken = { ...dailyDose, in: { 'mg/d': { from: 0, to: dailyDose.in['mg/d'].to } } } as const;
const taking = exactly<CurrentDose>()(
  z.union([
    z.strictObject({ dailyDose: fieldSchema(taken) }),
    z.strictObject({ dose: fieldSchema(oneDose), timesDaily: fieldSchema(timesDaily) }),
    z.strictObject({
      doses: z
        .array(z.strictObject({ time: timeOfDay, dose: fieldSchema(oneDose) }))
        .check(z.minLength(1), z.maxLength(4)),
    }),
  ]),
);

export const checkRequest = exactly<CheckRequest>()(
  z.strictObject({
    steps: z.exactOptional(z.array(step)),
    taper: z.exactOptional(z.strictObject({ from: currentDose, days: fieldSchema(days) })),
    others: z.exactOptional(z.array(step)),
    unread: z.exactOptional(z.array(text)),
    taking: z.exactOptional(taking),
    stillActive: z.exactOptional(z.boolean()),
    notRecognised: z.exactOptional(z.array(text)),
    ...optional({ pump, on, supply, quantity: written, ...besideFields, ...productFields, ...rulesFields }),
    patient: z.exactOptional(patient),
    patientFile: z.exactOptional(patientFile),
  }),
);

const said = {
  code: z.enum(findingCodes),
  level: z.enum(findingLevels),
  fromDay: z.exactOptional(z.int()),
  written: z.exactOptional(z.union([anyQuantity, amount])),
  limit: z.exactOptional(anyQuantity),
  passes: z.exactOptional(anyQuantity),
  params: z.record(text, z.unknown()).check(z.describe('The numbers of the sentence')),
  message: z.exactOptional(text),
  citations,
};

/** Described once for all codes, as notices are; the numbers of each code stand in core. */
const finding = z.strictObject(said) as unknown as z.ZodMiniType<PlannedFinding>;

const parts = z.array(
  z.enum([
    'unit',
    'strength',
    'products',
    'largest-dose',
    'ceiling',
    'kidney',
    'age',
    'weight',
    'start',
    'change',
    'interactions',
    'conditions',
    'quantity',
    'allergies',
    'pregnancy',
  ]),
);

export const checkPlan = exactly<CheckPlan>()(
  z.strictObject({
    findings: z.array(finding).check(z.describe('Worst first: stop, ask, note')),
    read: z.array(
      z.strictObject({
        dailyDose: quantity('mg/d'),
        doses: z.exactOptional(z.array(quantity('mg'))),
        days: z.exactOptional(quantity('d')),
      }),
    ),
    ceiling: z.exactOptional(quantity('mg/d')),
    deciding: z.exactOptional(estimate),
    checked: parts,
    notChecked: parts,
    unknown: z.array(z.strictObject({ kind: z.literal('unknown'), name: text, meant: z.exactOptional(text) })),
    next: z.array(commandRequest),
    rules: country,
  }),
);
