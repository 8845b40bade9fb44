import * as z from 'zod/mini';
import type { LeafletParameters } from '../core/answer/leaflet.js';
import { citedText } from './cited.js';

const spoken = {
  stay: citedText,
  beforeStep: citedText,
  beforeStepDown: citedText,
  encephalopathy: citedText,
  neverStop: citedText,
  tooMuch: z.array(citedText).check(z.minLength(1)),
  withdrawal: z.array(citedText).check(z.minLength(1)),
  whomToCall: citedText,
  emergency: z.array(citedText).check(z.minLength(1)),
};

export const leafletSchema: z.ZodMiniType<LeafletParameters> = z.strictObject({
  ...spoken,
  halfTablet: citedText,
  prescription: z.strictObject({ stepUp: citedText, stepDown: citedText, neverStop: citedText }),
  child: z.strictObject({ ...spoken, advice: z.array(citedText).check(z.minLength(1)), measure: citedText }),
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
