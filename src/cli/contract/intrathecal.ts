import * as z from 'zod/mini';
import { moments, origins } from '../../core/intrathecal/types.js';
import { quantityIn, statement } from './shapes.js';

const dose = quantityIn('ug/d');
const concentration = quantityIn('ug/mL');
const volume = quantityIn('mL');
const percent = quantityIn('%');

const change = {
  direction: z.enum(['up', 'down']),
  percent,
  of: z.enum(origins),
  at: z.enum(moments),
};

export const intrathecalRequest = z.strictObject({
  dose: z.optional(dose),
  pump: z.optional(
    z.strictObject({
      concentration,
      onLabel: z.optional(concentration),
      reservoir: volume,
      reserve: z.optional(volume),
      refilled: z.optional(z.iso.date()),
    }),
  ),
  change: z.optional(z.strictObject(change)),
  fromOral: z.optional(z.boolean()),
  newConcentration: z.optional(concentration),
});

export const intrathecalPlan = z.strictObject({
  purpose: statement,
  dose: z.optional(dose),
  change: z.optional(
    z.strictObject({ ...change, from: dose, to: dose, range: z.strictObject({ from: percent, to: percent }) }),
  ),
  concentration: z.optional(concentration),
  reservoir: z.optional(volume),
  reserve: z.optional(volume),
  rate: z.optional(quantityIn('mL/d')),
  daysToReserve: z.optional(quantityIn('d')),
  emptyOn: z.optional(z.iso.date()),
  whyReserve: statement,
  outline: z.array(statement),
  reference: z.array(z.extend(statement, { topic: z.string(), where: z.string() })),
  overdose: statement,
  afterOral: z.array(statement),
});
