import * as z from 'zod/mini';
import type { LactationParameters } from '../core/lactation.js';
import { cited, citedText, id } from './cited.js';

export const lactationSchema: z.ZodMiniType<LactationParameters> = z.strictObject({
  intake: cited('mL/kg/d'),
  cautiousIntake: cited('mL/kg/d'),
  molarMass: cited('g/mol'),
  publishedCase: z.strictObject({ level: cited('mg/L'), maternalDose: cited('mg/d') }),
  maternalWeights: z.array(cited('kg')).check(z.minLength(1)),
  relativeDoseThreshold: cited('%'),
  comparisons: z
    .array(z.strictObject({ id, name: z.string().check(z.minLength(1)), dose: cited('mg/kg/d') }))
    .check(z.minLength(1)),
  withdrawalDose: cited('mg/kg/d'),
  equations: citedText,
  positions: z.array(citedText).check(z.minLength(1)),
  monitoring: z.array(citedText).check(z.minLength(1)),
  neverStop: citedText,
});
