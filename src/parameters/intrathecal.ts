import * as z from 'zod/mini';
import type { IntrathecalParameters } from '../core/intrathecal/types.js';
import { cited, citedText, provenance } from './cited.js';

const text = z.string().check(z.trim(), z.minLength(1));
const range = z
  .strictObject({ from: cited('%'), to: cited('%') })
  .check(
    z.refine(({ from, to }) => from.value < to.value && to.value < 100, 'a range runs upward and ends below 100%'),
  );
const byOrigin = z.strictObject({ spinal: range, cerebral: range, child: range });

export const intrathecalSchema: z.ZodMiniType<IntrathecalParameters> = z
  .strictObject({
    boxedWarning: citedText,
    withdrawal: citedText,
    overdose: citedText,
    moreOnOverdose: citedText,
    purpose: citedText,
    noConversion: citedText,
    doneInPrint: z.array(citedText).check(z.minLength(1)),
    concentrationChange: citedText,
    concentrations: z.array(cited('ug/mL')).check(z.minLength(1)),
    reserve: z.strictObject({ usual: cited('mL'), alarm: cited('mL'), why: citedText }),
    longestRefill: cited('d'),
    dose: z.strictObject({ lowest: cited('ug/d'), highest: cited('ug/d'), littleExperienceAbove: cited('ug/d') }),
    steps: z.strictObject({ titration: byOrigin, refill: byOrigin, down: range }),
    outline: z.array(citedText).check(z.minLength(1)),
    reference: z.array(z.strictObject({ topic: text, where: text, text, ...provenance })).check(z.minLength(1)),
  })
  .check(
    z.refine(
      ({ dose }) =>
        dose.lowest.value < dose.littleExperienceAbove.value && dose.littleExperienceAbove.value < dose.highest.value,
      'the doses rise from the lowest to the highest',
    ),
    z.refine(({ reserve }) => reserve.alarm.value <= reserve.usual.value, 'the usual reserve is not below the alarm'),
  );
