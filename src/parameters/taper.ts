import * as z from 'zod/mini';
import type { TaperParameters } from '../core/taper/types.js';
import { cited, citedText, citedTimes, plainQuantity, provenance, provenanceSchema } from './cited.js';

const signsAnswer = z.strictObject({ reason: citedText, instead: z.array(citedText).check(z.minLength(1)) });

export const taperSchema: z.ZodMiniType<TaperParameters> = z.strictObject({
  shortest: cited('d'),
  toCeiling: cited('d'),
  supplyAtEnd: cited('d'),
  longest: cited('d'),
  largestFall: cited('mg/d'),
  longUse: z.strictObject({ usedFor: cited('d'), advised: cited('d') }),
  usualDoses: z.strictObject({ dailyDoses: z.array(plainQuantity('mg/d')).check(z.minLength(1)), ...provenance }),
  timesDaily: citedTimes,
  implausibleAbove: cited('mg/d'),
  levels: z.strictObject({
    atLeast: z.int().check(z.positive()),
    daysPerLevel: z.int().check(z.positive()),
    ...provenance,
  }),
  percentRounding: provenanceSchema,
  poisoning: z.array(citedText).check(z.minLength(1)),
  signs: z.strictObject({
    'suspected-toxicity': signsAnswer,
    'suspected-withdrawal': signsAnswer,
    'toxicity-or-withdrawal': signsAnswer,
    withdrawalWhereAvoided: citedText,
  }),
  abruptStop: citedText,
  withdrawalSigns: z.array(citedText).check(z.minLength(1)),
  ifSignsAppear: z.array(citedText).check(z.minLength(1)),
  emergency: citedText,
  durations: z.array(citedText).check(z.minLength(1)),
});
