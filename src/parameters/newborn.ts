import * as z from 'zod/mini';
import type { NewbornParameters } from '../core/newborn/types.js';
import { cited, citedText, id, plainQuantity, provenance, provenanceSchema } from './cited.js';

const step = z.strictObject({
  fromDay: z.int().check(z.positive()),
  toDay: z.int().check(z.positive()),
  dailyDose: plainQuantity('mg/kg/d'),
  timesDaily: z.int().check(z.minimum(1), z.maximum(4)),
});

/** Days that tile from day 1, each step below the one before. */
const steps = z.array(step).check(
  z.minLength(1),
  z.refine(
    (all) => all.every(({ fromDay, toDay }, index) => fromDay === (all[index - 1]?.toDay ?? 0) + 1 && toDay >= fromDay),
    'the days tile from day 1',
  ),
  z.refine(
    (all) =>
      all.every(({ dailyDose }, index) => index === 0 || dailyDose.value < (all[index - 1]?.dailyDose.value ?? 0)),
    'each step is below the one before',
  ),
);

const course = z.strictObject({
  id,
  name: z.string().check(z.minLength(1)),
  phases: z.strictObject({ steps, ...provenance }),
  division: provenanceSchema,
  infant: citedText,
  outcome: citedText,
  conditions: z.array(z.extend(citedText, { fromDay: z.int().check(z.positive()) })),
});

const texts = z.array(citedText).check(z.minLength(1));

export const newbornSchema: z.ZodMiniType<NewbornParameters> = z.strictObject({
  caseReports: citedText,
  weight: z.strictObject({ from: cited('kg'), to: cited('kg') }),
  dayOne: citedText,
  concentration: cited('mg/mL'),
  mark: cited('mL'),
  rounding: citedText,
  fewerDoses: citedText,
  excipients: citedText,
  lossFrom: cited('%'),
  courses: z.array(course).check(z.minLength(1)),
  onset: texts,
  signs: texts,
  observation: z.strictObject({ days: cited('d'), text: citedText }),
  scoring: z.strictObject({ rule: citedText, limits: texts }),
  ifWithdrawal: texts,
  otherCases: texts,
  milkVolume: citedText,
});
