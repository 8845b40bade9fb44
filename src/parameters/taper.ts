import * as z from 'zod';
import type { TaperParameters } from '../core/taper.js';
import { cited, citedText, citedTimes, plainQuantity, provenance, provenanceSchema } from './cited.js';

export const taperSchema: z.ZodType<TaperParameters> = z.strictObject({
  shortest: cited('d'),
  longUse: z.strictObject({ usedFor: cited('d'), advised: cited('d') }),
  usualDoses: z.strictObject({ dailyDoses: z.array(plainQuantity('mg/d')).min(1), ...provenance }),
  timesDaily: citedTimes,
  implausibleAbove: cited('mg/d'),
  levels: z.strictObject({ atLeast: z.int().positive(), daysPerLevel: z.int().positive(), ...provenance }),
  percentRounding: provenanceSchema,
  abruptStop: citedText,
  withdrawalSigns: z.array(citedText).min(1),
  ifSignsAppear: z.array(citedText).min(1),
  emergency: citedText,
  durations: z.array(citedText).min(1),
});
