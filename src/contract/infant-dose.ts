import * as z from 'zod/mini';
import type { Reproduction } from '../core/infant-dose/published.js';
import type { Exposure, InfantExposurePlan, InfantExposureRequest } from '../core/infant-dose/types.js';
import { exactly } from './exact.js';
import { besideFields } from './fields/check.js';
import { exposureFields, maternalDoseFields, pairFields } from './fields/milk.js';
import { fieldSchema, optional } from './fields.js';
import { anyQuantity, citations, quantity, statement, statements, statementWith, text } from './shapes.js';

const asked = {
  ...optional({ ...exposureFields, ...besideFields }),
  assume: z.exactOptional(text),
  pair: z.exactOptional(z.strictObject({ peak: fieldSchema(pairFields.peak), trough: fieldSchema(pairFields.trough) })),
};

export const infantDoseRequest = exactly<InfantExposureRequest>()(
  z.union([
    z.strictObject({
      ...asked,
      route: z.exactOptional(z.literal('oral')),
      maternalDose: z.exactOptional(fieldSchema(maternalDoseFields.byMouth)),
    }),
    z.strictObject({
      ...asked,
      route: z.literal('intrathecal'),
      maternalDose: z.exactOptional(fieldSchema(maternalDoseFields.byPump)),
    }),
  ]),
);

const relativeInfantDose = z.array(z.strictObject({ maternalWeight: quantity('kg'), value: quantity('%') }));

const exposures = exactly<readonly Exposure[]>()(
  z.array(
    z.strictObject({
      intake: quantity('mL/kg/d'),
      kind: z.enum(['asked', 'by-age', 'standard', 'cautious']),
      infantDose: quantity('mg/kg/d'),
      dailyDose: z.exactOptional(quantity('mg/d')),
      relativeInfantDose,
      citations,
    }),
  ),
);

const reproduction = exactly<Reproduction>()(
  z.strictObject({
    id: text,
    name: text,
    date: text,
    assumptions: z.array(
      z.strictObject({
        name: z.enum(['milk-level', 'milk-intake', 'maternal-dose', 'maternal-weight']),
        value: anyQuantity,
        note: text,
        citations,
      }),
    ),
    figures: z.array(
      z.strictObject({
        name: z.enum(['infant-dose', 'relative-infant-dose']),
        published: anyQuantity,
        computed: anyQuantity,
        difference: anyQuantity,
        maternalDose: z.exactOptional(quantity('mg/d')),
        maternalWeight: z.exactOptional(quantity('kg')),
        citations,
      }),
    ),
    remark: statement,
  }),
);

export const infantDosePlan = exactly<InfantExposurePlan>()(
  z.strictObject({
    milk: quantity('mg/L'),
    origin: z.enum(['measured', 'mean-of-pair', 'scaled']),
    share: quantity('1'),
    infantDose: quantity('mg/kg/d'),
    relativeInfantDose,
    exposures,
    range: z.array(
      z.strictObject({
        kind: z.enum(['lowest-published', 'highest-published', 'trough', 'peak', 'used']),
        level: quantity('mg/L'),
        maternalDose: z.exactOptional(quantity('mg/d')),
        scaled: z.exactOptional(z.boolean()),
        citations,
        exposures,
      }),
    ),
    comparisons: z.array(
      z.strictObject({ id: text, name: text, dose: quantity('mg/kg/d'), share: quantity('%'), citations }),
    ),
    threshold: z.strictObject({ value: quantity('%'), citations }),
    withdrawalDose: z.strictObject({ value: quantity('mg/kg/d'), citations }),
    reproduction: z.exactOptional(reproduction),
    disagreements: z.array(statementWith({ name: text, date: text, stance: z.enum(['for', 'against']) })),
    monitoring: statements,
    whenToWorry: statements,
    neverStop: statement,
    whyNotStop: statements,
  }),
);
