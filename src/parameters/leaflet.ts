import * as z from 'zod';
import type { LeafletParameters } from '../core/leaflet.js';
import { citedText } from './cited.js';

export const leafletSchema: z.ZodType<LeafletParameters> = z.strictObject({
  beforeStep: citedText,
  tooMuch: z.array(citedText).min(1),
  withdrawal: z.array(citedText).min(1),
  whomToCall: citedText,
  emergency: z.array(citedText).min(1),
  newborn: z.strictObject({
    evidence: citedText,
    syringe: citedText,
    giving: z.array(citedText).min(1),
    watch: citedText,
    tooMuch: z.array(citedText).min(1),
    withdrawal: z.array(citedText).min(1),
    whomToCall: citedText,
    emergency: z.array(citedText).min(1),
  }),
});
