import * as z from 'zod/mini';
import { concept } from './resource.js';

export const timing = z.object({
  code: z.optional(concept),
  event: z.optional(z.unknown()),
  repeat: z.optional(
    z.object({
      frequency: z.optional(z.number()),
      frequencyMax: z.optional(z.number()),
      period: z.optional(z.number()),
      periodMax: z.optional(z.number()),
      periodUnit: z.optional(z.string()),
      dayOfWeek: z.optional(z.unknown()),
      timeOfDay: z.optional(z.array(z.string())),
      when: z.optional(z.array(z.string())),
    }),
  ),
});

/** Codes of the value set TimingAbbreviation. */
const abbreviations: Readonly<Record<string, number>> = { QD: 1, BID: 2, TID: 3, QID: 4, Q6H: 4, Q8H: 3 };

/** How often a day, 1 to 4, where the timing says one fixed number; undefined where it says more, less or several. */
export function timesDaily(given: z.infer<typeof timing> | undefined): number | undefined {
  if (given === undefined || given.event !== undefined) return undefined;
  const said = [byCode(given), byRepeat(given)].filter((each) => each !== undefined);
  const [times] = said;
  const clear = times !== undefined && said.every((each) => each === times);
  return clear && Number.isInteger(times) && times >= 1 && times <= 4 ? times : undefined;
}

function byCode({ code }: z.infer<typeof timing>): number | undefined {
  const found = (code?.coding ?? [])
    .map((each) => each.code)
    .find((each) => each && Object.hasOwn(abbreviations, each));
  return found === undefined ? undefined : abbreviations[found];
}

/** Not a number where the repeat is there and says no fixed number a day. */
function byRepeat({ repeat }: z.infer<typeof timing>): number | undefined {
  if (repeat === undefined) return undefined;
  const { frequency, frequencyMax, period, periodMax, periodUnit, dayOfWeek, timeOfDay, when } = repeat;
  const named = timeOfDay ?? when;
  if (frequencyMax !== undefined || periodMax !== undefined || dayOfWeek !== undefined) return Number.NaN;
  if (frequency === undefined && period === undefined && periodUnit === undefined) return named?.length;
  const times = ((frequency ?? 1) * perDayOf(periodUnit)) / (period ?? 1);
  return named !== undefined && named.length !== times ? Number.NaN : times;
}

function perDayOf(periodUnit: string | undefined): number {
  return periodUnit === 'd' ? 1 : periodUnit === 'h' ? 24 : Number.NaN;
}
