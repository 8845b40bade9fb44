import * as z from 'zod/mini';
import type { RenalParameters } from '../core/renal-function/types.js';
import { cited, citedFraction, citedText, id, plainQuantity, provenanceSchema } from './cited.js';

const fixedDose = {
  dose: cited('mg'),
  timesDaily: z.array(z.int().check(z.minimum(1), z.maximum(4))).check(z.minLength(1)),
  interval: cited('d'),
  ceiling: cited('mg/d'),
};

const fraction = { numerator: z.int().check(z.positive()), denominator: z.int().check(z.positive()) };

const gives = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('avoid') }),
  z.strictObject({ kind: z.literal('keep'), ...fraction }),
  z.strictObject({ kind: z.literal('start'), value: z.number().check(z.positive()), unit: z.literal('mg/d') }),
]);

const renalText = z.extend(citedText, { gives: z.exactOptional(gives) });

const action = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('usual') }),
  z.strictObject({ kind: z.literal('scale'), keep: citedFraction, interval: cited('d') }),
  z.strictObject({ kind: z.literal('fixed'), ...fixedDose }),
  z.strictObject({ kind: z.literal('avoid'), reason: citedText, ifOverridden: z.strictObject(fixedDose) }),
]);

const band = z.strictObject({
  id,
  from: plainQuantity('mL/min'),
  below: z.nullable(plainQuantity('mL/min')),
  edges: provenanceSchema,
  action,
});

/** Half-open bands, lowest first, from zero upward with no gap and no overlap; only the last has no end. */
const bands = z.array(band).check(
  z.minLength(1),
  z.refine((all) => all[0]?.from.value === 0, 'the first band starts at 0'),
  z.refine((all) => all.at(-1)?.below === null, 'the last band has no upper end'),
  z.refine(
    (all) => all.every(({ below }, index) => index === all.length - 1 || below?.value === all[index + 1]?.from.value),
    'each band starts where the one before ends',
  ),
  z.refine(
    (all) => all.every(({ from, below }) => below === null || from.value < below.value),
    'a band ends above its start',
  ),
);

const range = <U extends 'kg' | 'cm' | 'mg/dL'>(unit: U) => z.strictObject({ from: cited(unit), to: cited(unit) });

export const renalSchema: z.ZodMiniType<RenalParameters> = z.strictObject({
  bands,
  adultAge: cited('a'),
  equations: z.strictObject({
    cockcroftGault: provenanceSchema,
    ckdEpi2021: provenanceSchema,
    bodySurfaceArea: provenanceSchema,
    idealWeight: provenanceSchema,
    adjustedWeight: provenanceSchema,
    deindex: provenanceSchema,
    schwartz: provenanceSchema,
  }),
  idealWeightFrom: cited('kg/m2'),
  adjustedWeightFrom: cited('kg/m2'),
  idealWeightHeight: cited('cm'),
  lowestDecides: provenanceSchema,
  childFrom: cited('mL/min'),
  creatinineCurrentFor: cited('d'),
  weightCurrentFor: z.strictObject({
    below: plainQuantity('a'),
    young: cited('d'),
    child: cited('d'),
    until: plainQuantity('a'),
    grown: cited('d'),
  }),
  spinalCordInjury: z.strictObject({
    paraplegia: cited('1'),
    tetraplegia: cited('1'),
    unspecified: cited('1'),
    advice: citedText,
  }),
  usual: z.strictObject({ creatinine: range('mg/dL'), weight: range('kg'), height: range('cm') }),
  older: z.strictObject({ age: cited('a'), avoidBelow: cited('mL/min/{1.73_m2}') }),
  accumulation: citedText,
  poisoning: z.strictObject({ clearanceBelow: cited('mL/min'), words: z.array(citedText).check(z.minLength(1)) }),
  statements: z.array(
    z.extend(renalText, { from: z.exactOptional(plainQuantity('mL/min')), below: plainQuantity('mL/min') }),
  ),
  dialysisStatements: z.array(renalText).check(z.minLength(1)),
  dialysis: z.strictObject(fixedDose),
  usualEnd: z.array(z.strictObject({ below: plainQuantity('mL/min'), target: cited('mg/d') })),
  olderCeiling: cited('mg/d'),
  lowestToxic: cited('mg/d'),
  afterSession: citedText,
});
