import * as z from 'zod/mini';
import type { ConditionParameters } from '../core/interactions/conditions.js';
import { nameKey } from '../core/interactions/names.js';
import { countries } from '../core/titration/rules.js';
import { citedText, id, provenanceSchema } from './cited.js';

const name = z.string().check(z.trim(), z.minLength(2));
const country = z.enum(countries);

const condition = z.strictObject({
  id,
  name,
  synonyms: z.array(name).check(z.minLength(1)),
  icd10: z.exactOptional(z.array(z.string().check(z.regex(/^[A-Z]\d{2}(\.\d+)?$/)))),
  snomed: z.exactOptional(z.array(z.string().check(z.regex(/^\d{6,18}$/)))),
  refusal: z.exactOptional(z.extend(citedText, { countries: z.array(country).check(z.minLength(1)) })),
  lines: z.array(z.extend(citedText, { country: z.enum([...countries, 'other']) })).check(z.minLength(1)),
});

export const conditionsSchema: z.ZodMiniType<ConditionParameters> = z
  .strictObject({
    codes: z.strictObject({ synonyms: provenanceSchema, icd10: provenanceSchema, snomed: provenanceSchema }),
    conditions: z.array(condition).check(z.minLength(1)),
  })
  .check(
    z.refine(({ conditions }) => {
      // The id may be a word of the name or of a synonym; two conditions may share none.
      const names = conditions.flatMap((each) => [
        ...new Set([each.id, each.name, ...each.synonyms].map((word) => nameKey(word))),
      ]);
      return new Set(names).size === names.length;
    }, 'one name stands for two conditions'),
    z.refine(({ conditions }) => {
      const codes = conditions.flatMap(({ icd10 = [], snomed = [] }) => [...icd10, ...snomed]);
      return new Set(codes).size === codes.length;
    }, 'one code stands for two conditions'),
    z.refine(
      ({ conditions }) =>
        conditions.every(({ lines }) => {
          const own = lines.map((line) => line.country).filter((each) => each !== 'other');
          return new Set(own).size === own.length;
        }),
      'a country says two things on one condition',
    ),
  );
