import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  bodySurfaceArea,
  ckdEpi2021,
  cockcroftGault,
  deindex,
  idealWeight,
} from '../../src/core/renal-function/equations.js';
import { quantity } from '../../src/core/values/quantity.js';

const sex = z.enum(['female', 'male']);
const creatinine = z.union([
  z.strictObject({ value: z.number().positive(), unit: z.literal('mg/dL') }),
  z.strictObject({ value: z.number().positive(), unit: z.literal('umol/L') }),
]);

/** A misspelt key, a missing source or a tolerance that lets anything pass fails here. */
function entries<Inputs>(file: string, inputs: z.ZodType<Inputs>) {
  const entry = z
    .strictObject({
      inputs,
      expected: z.number().positive(),
      tolerance: z.number().positive(),
      published: z.number().positive().optional(),
      source: z.string().min(1),
      locator: z.string().min(1),
      note: z.string().min(1).optional(),
    })
    .refine(({ expected, tolerance }) => tolerance <= 0.01 * expected, 'a tolerance is at most 1%')
    .refine(
      ({ published, note }) => published === undefined || note,
      'a wrong published value needs a note that says why',
    )
    .refine(
      ({ published, expected, tolerance }) => published === undefined || Math.abs(published - expected) > tolerance,
      '"published" is for published values that are wrong',
    );
  const text = readFileSync(new URL(`../worked-examples/${file}`, import.meta.url), 'utf8');
  return z.array(entry).min(1).parse(JSON.parse(text));
}

function runExamples<Inputs>(
  file: string,
  inputs: z.ZodType<Inputs>,
  calculate: (inputs: Inputs) => number | undefined,
) {
  describe(file, () => {
    for (const { inputs: given, expected, tolerance, locator } of entries(file, inputs)) {
      it(`${JSON.stringify(given)} gives ${expected} (${locator})`, () => {
        const off = Math.abs((calculate(given) ?? Number.NaN) - expected);
        expect(off).toBeLessThanOrEqual(tolerance);
      });
    }
  });
}

const age = z.number().min(18);
const size = z.number().positive();

runExamples(
  'cockcroft-gault.json',
  z.strictObject({ sex, ageYears: age, weightKg: size, creatinine }),
  (of) => cockcroftGault(quantity(of.ageYears, 'a'), quantity(of.weightKg, 'kg'), of.creatinine, of.sex).value,
);

runExamples(
  'ckd-epi-2021.json',
  z.strictObject({ sex, ageYears: age, creatinine }),
  (of) => ckdEpi2021(quantity(of.ageYears, 'a'), of.creatinine, of.sex).value,
);

runExamples('deindexed-egfr.json', z.strictObject({ heightCm: size, weightKg: size, egfr: size }), (of) => {
  const area = bodySurfaceArea(quantity(of.heightCm, 'cm'), quantity(of.weightKg, 'kg'));
  return deindex(quantity(of.egfr, 'mL/min/{1.73_m2}'), area).value;
});

runExamples(
  'ideal-weight.json',
  z.strictObject({ sex, heightCm: size }),
  (of) => idealWeight(quantity(of.heightCm, 'cm'), of.sex)?.value,
);
