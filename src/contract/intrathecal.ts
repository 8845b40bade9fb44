import * as z from 'zod/mini';
import { type IntrathecalPlan, type IntrathecalRequest, moments, origins } from '../core/intrathecal/types.js';
import { exactly } from './exact.js';
import { changeFields, intrathecalFields, pumpFields } from './fields/intrathecal.js';
import { fieldSchema, optional } from './fields.js';
import { quantity, statement, statements, statementWith, text } from './shapes.js';

const { onLabel, reserve, refilled } = pumpFields;
const direction = z.enum(['up', 'down']);

export const intrathecalRequest = exactly<IntrathecalRequest>()(
  z.strictObject({
    ...optional(intrathecalFields),
    pump: z.exactOptional(
      z.strictObject({
        concentration: fieldSchema(pumpFields.concentration),
        reservoir: fieldSchema(pumpFields.reservoir),
        ...optional({ onLabel, reserve, refilled }),
        today: z.exactOptional(z.iso.date()),
      }),
    ),
    change: z.exactOptional(
      z.strictObject({
        direction,
        percent: fieldSchema(changeFields.percent),
        of: fieldSchema(changeFields.of),
        at: fieldSchema(changeFields.at),
      }),
    ),
  }),
);

const dose = quantity('ug/d');
const percent = quantity('%');

export const intrathecalPlan = exactly<IntrathecalPlan>()(
  z.strictObject({
    purpose: statement,
    dose: z.exactOptional(dose),
    change: z.exactOptional(
      z.strictObject({
        direction,
        percent,
        of: z.enum(origins),
        at: z.enum(moments),
        from: dose,
        to: dose,
        range: z.strictObject({ from: percent, to: percent }),
      }),
    ),
    concentration: z.exactOptional(quantity('ug/mL')),
    reservoir: z.exactOptional(quantity('mL')),
    reserve: z.exactOptional(quantity('mL')),
    rate: z.exactOptional(quantity('mL/d')),
    daysToReserve: z.exactOptional(quantity('d')),
    emptyOn: z.exactOptional(z.iso.date()),
    whyReserve: statement,
    outline: statements,
    reference: z.array(statementWith({ topic: text, where: text })),
    overdose: statement,
    afterOral: statements,
  }),
);
