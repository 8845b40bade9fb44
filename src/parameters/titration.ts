import * as z from 'zod/mini';
import { countries } from '../core/titration/rules.js';
import type { TitrationParameters } from '../core/titration/types.js';
import { cited, citedText, citedTimes, id, provenance } from './cited.js';

const ruleSet = z.strictObject({
  name: z.string().check(z.minLength(1)),
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  start: cited('mg'),
  timesDaily: citedTimes,
  increment: cited('mg'),
  interval: cited('d'),
  doseCeiling: cited('mg'),
  dailyCeiling: cited('mg/d'),
  target: cited('mg/d'),
  lastStep: z.exactOptional(cited('mg/d')),
  responseCheck: citedText,
});

const byAge = z.strictObject({ at: cited('kg'), perYear: cited('kg') });

const child = z.strictObject({
  fromAge: cited('a'),
  belowAge: cited('a'),
  start: cited('mg/kg/d'),
  timesDaily: citedTimes,
  step: cited('mg/kg/d'),
  interval: cited('d'),
  shortestInterval: cited('d'),
  target: cited('mg/kg/d'),
  ceilingPerKilogram: cited('mg/kg/d'),
  youngCeiling: cited('mg/d'),
  oldCeiling: cited('mg/d'),
  oldFrom: cited('a'),
  tabletFrom: cited('kg'),
  plausible: z.strictObject({
    lightest: byAge,
    heaviest: byAge,
    adolescent: z.strictObject({ from: cited('kg'), to: cited('kg') }),
  }),
  product: z.strictObject({ id, ...provenance }),
  adolescentCeiling: cited('mg/d'),
  notEstablished: citedText,
});

const adolescent = z.strictObject({
  interval: cited('d'),
  target: cited('mg/d'),
  childRulesIn: z.strictObject({ countries: z.array(z.enum(countries)), ...provenance }),
});

const weight = z.strictObject({
  light: cited('kg'),
  doubtful: cited('kg'),
  low: cited('kg'),
  step: cited('mg/kg/d'),
  severeStep: cited('mg/kg/d'),
  severeTarget: cited('mg/kg/d'),
  ceiling: cited('mg/kg/d'),
  interval: cited('d'),
  target: cited('mg/d'),
  adultHeight: cited('cm'),
});

export const titrationSchema: z.ZodMiniType<TitrationParameters> = z.strictObject({
  usualRules: z.strictObject({ country: z.enum(countries), ...provenance }),
  rules: z.strictObject({ us: ruleSet, ca: ruleSet, uk: ruleSet, au: ruleSet, de: ruleSet, fr: ruleSet }),
  older: z.strictObject({ age: cited('a'), dose: cited('mg'), interval: cited('d'), target: cited('mg/d') }),
  child,
  adolescent,
  weight,
  neverAbove: cited('mg/d'),
  wayDown: cited('d'),
  hypersensitivity: citedText,
  alreadyTaking: citedText,
  encephalopathy: citedText,
  stay: citedText,
  excipients: citedText,
  advice: z.array(citedText).check(z.minLength(1)),
});
