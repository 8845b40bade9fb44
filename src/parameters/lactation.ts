import * as z from 'zod';
import type { LactationParameters } from '../core/lactation.js';
import { cited, citedText, id } from './cited.js';

export const lactationSchema: z.ZodType<LactationParameters> = z.strictObject({
  intake: cited('mL/kg/d'),
  cautiousIntake: cited('mL/kg/d'),
  molarMass: cited('g/mol'),
  publishedCase: z.strictObject({ level: cited('mg/L'), maternalDose: cited('mg/d') }),
  maternalWeights: z.array(cited('kg')).min(1),
  relativeDoseThreshold: cited('%'),
  comparisons: z.array(z.strictObject({ id, name: z.string().min(1), dose: cited('mg/kg/d') })).min(1),
  withdrawalDose: cited('mg/kg/d'),
  equations: citedText,
  positions: z.array(citedText).min(1),
  monitoring: z.array(citedText).min(1),
  neverStop: citedText,
});
