import * as z from 'zod/mini';
import type { BriefParameters } from '../core/answer/brief.js';
import { cited, citedText, withPlaces } from './cited.js';

export const briefSchema: z.ZodMiniType<BriefParameters> = z.strictObject({
  adultFrom: cited('a'),
  parentsBelow: cited('a'),
  titration: z.strictObject({
    stay: citedText,
    tell: citedText,
    tellParents: citedText,
    tellParentsOfLiquid: citedText,
  }),
  taper: z.strictObject({
    withdrawal: citedText,
    emergency: citedText,
    short: citedText,
    others: citedText,
    othersDays: cited('d'),
  }),
  infantDose: z.strictObject({
    watch: citedText,
    sameDay: citedText,
    emergency: citedText,
    neverStop: citedText,
    accepted: withPlaces(['threshold']),
    for: citedText,
    against: citedText,
  }),
});
