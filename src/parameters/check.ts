import * as z from 'zod/mini';
import { findingCodes } from '../core/check/finding.js';
import type { CheckParameters } from '../core/check/types.js';
import { cited, citedFraction, citedText, plainQuantity, provenance } from './cited.js';

export const checkSchema: z.ZodMiniType<CheckParameters> = z.strictObject({
  startTimes: cited('1'),
  startShare: citedFraction,
  intervalShare: citedFraction,
  fall: cited('mg/d'),
  fallShare: citedFraction,
  largestEver: cited('mg'),
  olderStop: cited('mg/d'),
  strengths: z.strictObject({ values: z.array(plainQuantity('mg/mL')), ...provenance }),
  unit: citedText,
  twoOrders: citedText,
  kidneyInRecord: citedText,
  quantity: citedText,
  cases: z.array(z.extend(citedText, { finding: z.enum(findingCodes) })),
});
