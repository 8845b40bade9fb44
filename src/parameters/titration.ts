import * as z from 'zod/mini';
import type { TitrationParameters } from '../core/titration.js';
import { cited, citedText } from './cited.js';

const ruleSet = z.strictObject({
  name: z.string().check(z.minLength(1)),
  start: cited('mg'),
  timesDaily: cited('/d'),
  increment: cited('mg'),
  interval: cited('d'),
  doseCeiling: cited('mg'),
  dailyCeiling: cited('mg/d'),
  target: cited('mg/d'),
});

export const titrationSchema: z.ZodMiniType<TitrationParameters> = z.strictObject({
  rules: z.strictObject({ us: ruleSet }),
  neverAbove: cited('mg/d'),
  responseCheck: citedText,
  advice: z.array(citedText).check(z.minLength(1)),
});
