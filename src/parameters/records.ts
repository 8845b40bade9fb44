import * as z from 'zod/mini';
import type { RecordParameters } from '../core/patient/records.js';
import { cited, provenance } from './cited.js';

const system = z.enum(['loinc', 'snomed', 'rxnorm', 'atc', 'icd10']);
const codes = z.array(z.string().check(z.regex(/^[A-Z0-9.-]+$/))).check(z.minLength(1));
const codeList = z.strictObject({ system, codes, ...provenance });

/** Small letters without accents: that is what the text of a record is brought to before it is compared. */
const word = z.string().check(z.regex(/^[a-z0-9%(][a-z0-9 ./%()-]*$/));
const wordList = z.strictObject({ words: z.array(word).check(z.minLength(1)), ...provenance });

const topic = z.strictObject({ codes: z.array(codeList).check(z.minLength(1)), words: wordList });

const hour = z.extend(cited('h'), { value: z.int().check(z.minimum(0), z.maximum(23)) });

function inOrder({ morning, midday, evening, bedtime }: RecordParameters['hoursOfDay']): boolean {
  return morning.value < midday.value && midday.value < evening.value && evening.value < bedtime.value;
}

export const recordsSchema: z.ZodMiniType<RecordParameters> = z.strictObject({
  creatinine: z.strictObject({
    codes: z
      .array(z.strictObject({ system, codes, per: z.exactOptional(z.enum(['mass', 'substance'])), ...provenance }))
      .check(z.minLength(1)),
    words: wordList,
  }),
  egfr: topic,
  creatinineClearance: topic,
  weight: z.array(codeList).check(z.minLength(1)),
  height: z.array(codeList).check(z.minLength(1)),
  weightAsked: wordList,
  otherMaterial: topic,
  dialysis: topic,
  transplant: topic,
  kidneyDisease: topic,
  namedKidneyDiseases: z
    .array(
      z.extend(topic, {
        name: z.string().check(z.minLength(1)),
        below: z.exactOptional(cited('mL/min/{1.73_m2}')),
        currentFor: z.exactOptional(cited('d')),
        dialysis: z.exactOptional(z.boolean()),
      }),
    )
    .check(z.minLength(1)),
  pregnancy: z.strictObject({
    status: z.array(codeList).check(z.minLength(1)),
    pregnant: topic,
    test: topic,
    positive: wordList,
    dueDate: z.array(codeList).check(z.minLength(1)),
    currentFor: cited('d'),
  }),
  pump: wordList,
  pumpRemoval: wordList,
  pumpReplacement: wordList,
  baclofen: topic,
  arbaclofen: wordList,
  notByMouth: wordList,
  byMouth: topic,
  oralForms: wordList,
  denied: wordList,
  asNeeded: wordList,
  changes: wordList,
  sameDayDiffers: cited('%'),
  orderCurrentFor: cited('d'),
  hoursOfDay: z
    .strictObject({ morning: hour, midday: hour, evening: hour, bedtime: hour })
    .check(z.refine(inOrder, 'each time of day begins after the one before it')),
});
