import * as z from 'zod/mini';
import type { LactationParameters } from '../core/infant-dose/types.js';
import { cited, citedText, id, plainQuantity } from './cited.js';

const cautions = z.strictObject({
  termFrom: cited('wk'),
  pretermReason: citedText,
  youngBelow: cited('mo'),
  youngBelowDays: cited('d'),
  clearanceBelow: cited('mL/min'),
  exposedBeforeBirth: citedText,
  sedatives: citedText,
  farFromPublished: cited('1'),
});

const position = z.extend(citedText, {
  name: z.string().check(z.minLength(1)),
  date: z.string().check(z.minLength(1)),
  stance: z.enum(['for', 'against']),
  byPump: z.exactOptional(z.enum(['for', 'against'])),
});

const reference = z.strictObject({
  id,
  name: z.string().check(z.minLength(1)),
  date: z.string().check(z.minLength(1)),
  milk: cited('mg/L'),
  intake: cited('mL/kg/d'),
  infantDose: z.exactOptional(cited('mg/kg/d')),
  figures: z
    .array(z.strictObject({ published: cited('%'), maternalDose: cited('mg/d'), maternalWeight: cited('kg') }))
    .check(z.minLength(1)),
  remark: citedText,
});

/** Ages rise and intakes fall, so that the next younger age never gives the lower exposure. */
const intakeByAge = z
  .array(z.strictObject({ age: plainQuantity('mo'), exclusive: z.boolean(), intake: cited('mL/kg/d') }))
  .check(
    z.minLength(1),
    z.refine(
      (all) => all.every(({ age }, index) => index === 0 || age.value > (all[index - 1]?.age.value ?? 0)),
      'ages rise',
    ),
    z.refine(
      (all) => all.every(({ intake }, index) => index === 0 || intake.value < (all[index - 1]?.intake.value ?? 0)),
      'intakes fall with age',
    ),
  );

export const lactationSchema: z.ZodMiniType<LactationParameters> = z.strictObject({
  intake: cited('mL/kg/d'),
  cautiousIntake: cited('mL/kg/d'),
  intakeByAge,
  betweenAges: citedText,
  molarMass: cited('g/mol'),
  publishedCase: z.strictObject({
    level: cited('mg/L'),
    lowest: cited('mg/L'),
    highest: cited('mg/L'),
    maternalDose: cited('mg/d'),
  }),
  intrathecalCase: z.strictObject({
    level: cited('ug/L'),
    maternalDose: cited('ug/d'),
    noRelativeDose: citedText,
  }),
  maternalWeights: z.array(cited('kg')).check(z.minLength(1)),
  relativeDoseThreshold: cited('%'),
  comparisons: z
    .array(z.strictObject({ id, name: z.string().check(z.minLength(1)), dose: cited('mg/kg/d') }))
    .check(z.minLength(1)),
  withdrawalDose: cited('mg/kg/d'),
  cautions,
  equations: citedText,
  positions: z.array(position).check(z.minLength(1)),
  monitoring: z.array(citedText).check(z.minLength(1)),
  whenToWorry: z.array(citedText).check(z.minLength(1)),
  neverStop: citedText,
  whyNotStop: z.array(citedText).check(z.minLength(1)),
  references: z.array(reference).check(z.minLength(1)),
});
