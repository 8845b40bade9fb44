import * as z from 'zod/mini';
import type { LeafletParameters } from '../core/answer/leaflet.js';
import { citedText } from './cited.js';

export const leafletSchema: z.ZodMiniType<LeafletParameters> = z.strictObject({
  stay: citedText,
  beforeStep: citedText,
  halfTablet: citedText,
  beforeStepDown: citedText,
  encephalopathy: citedText,
  tooMuch: z.array(citedText).check(z.minLength(1)),
  withdrawal: z.array(citedText).check(z.minLength(1)),
  whomToCall: citedText,
  emergency: z.array(citedText).check(z.minLength(1)),
  newborn: z.strictObject({
    evidence: citedText,
    syringe: citedText,
    giving: z.array(citedText).check(z.minLength(1)),
    watch: citedText,
    tooMuch: z.array(citedText).check(z.minLength(1)),
    withdrawal: z.array(citedText).check(z.minLength(1)),
    whomToCall: citedText,
    emergency: z.array(citedText).check(z.minLength(1)),
  }),
});
