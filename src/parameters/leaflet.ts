import * as z from 'zod/mini';
import { emergencyRisks, type LeafletParameters } from '../core/answer/leaflet.js';
import { cited, citedText, withPlaces } from './cited.js';

const signs = z
  .array(z.extend(citedText, { emergencyIf: z.exactOptional(z.array(z.enum(emergencyRisks)).check(z.minLength(1))) }))
  .check(z.minLength(1));

const reasoned = withPlaces(['reason']);

const spoken = {
  stay: citedText,
  beforeStep: citedText,
  beforeStepDown: citedText,
  encephalopathy: citedText,
  slowKidneys: citedText,
  neverStop: citedText,
  sedatives: withPlaces(['drugs']),
  unreviewed: citedText,
  dose: z.strictObject({ above: citedText, avoided: citedText }),
  tooMuch: signs,
  withdrawal: signs,
  whomToCall: citedText,
  emergency: z.array(citedText).check(z.minLength(1)),
  emergencyIf: z.strictObject({ overdose: citedText, gap: citedText, overdoseOrGap: citedText, allergy: citedText }),
};

export const leafletSchema: z.ZodMiniType<LeafletParameters> = z.strictObject({
  ...spoken,
  supplyLead: cited('d'),
  halfTablet: citedText,
  packet: citedText,
  measure: citedText,
  conditions: z.array(z.extend(citedText, { condition: z.string().check(z.minLength(1)) })),
  lifted: z.strictObject({
    dialysis: reasoned,
    'clearance-too-low': reasoned,
    'target-above-ceiling': reasoned,
    weight: reasoned,
  }),
  prescription: z.strictObject({ stepUp: citedText, stepDown: citedText, neverStop: citedText, milk: citedText }),
  child: z.strictObject({ ...spoken, advice: z.array(citedText).check(z.minLength(1)) }),
  newborn: z.strictObject({
    evidence: citedText,
    syringe: citedText,
    giving: z.array(citedText).check(z.minLength(1)),
    milk: citedText,
    watch: citedText,
    tooMuch: z.array(citedText).check(z.minLength(1)),
    withdrawal: z.array(citedText).check(z.minLength(1)),
    whomToCall: citedText,
    emergency: z.array(citedText).check(z.minLength(1)),
  }),
});
