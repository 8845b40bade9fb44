import * as z from 'zod';
import type { TitrationParameters } from '../core/titration.js';
import { cited, citedText } from './cited.js';

const ruleSet = z.strictObject({
  name: z.string().min(1),
  start: cited('mg'),
  timesDaily: cited('/d'),
  increment: cited('mg'),
  interval: cited('d'),
  doseCeiling: cited('mg'),
  dailyCeiling: cited('mg/d'),
  target: cited('mg/d'),
});

export const titrationSchema: z.ZodType<TitrationParameters> = z.strictObject({
  rules: z.strictObject({ us: ruleSet }),
  neverAbove: cited('mg/d'),
  responseCheck: citedText,
  advice: z.array(citedText).min(1),
});
