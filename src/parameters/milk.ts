import * as z from 'zod/mini';
import type { MilkParameters } from '../core/milk/types.js';
import { parseClockTime } from '../core/values/clock.js';
import { cited, citedText, provenance } from './cited.js';

const clock = z.string().check(z.refine((text) => parseClockTime(text) !== undefined, 'a time of day, HH:MM'));

export const milkSchema: z.ZodMiniType<MilkParameters> = z
  .strictObject({
    dose: cited('mg'),
    peak: cited('mg/L'),
    timeToPeak: cited('h'),
    halfLife: cited('h'),
    model: citedText,
    singleDoseCheck: z.strictObject({ time: cited('h'), level: cited('umol/L') }),
    regimenCheck: z.strictObject({
      dose: cited('mg'),
      times: z.strictObject({ clock: z.array(clock).check(z.minLength(1)), ...provenance }),
      readings: z.array(z.strictObject({ clock, level: cited('mg/L') })).check(z.minLength(1)),
      mean: cited('mg/L'),
    }),
    timing: z.array(citedText).check(z.minLength(1)),
    limits: z.array(citedText).check(z.minLength(1)),
  })
  .check(
    z.refine(
      ({ timeToPeak, halfLife }) => timeToPeak.value > 0 && timeToPeak.value < halfLife.value / Math.LN2,
      'the peak comes before one half-life over ln 2',
    ),
  );
