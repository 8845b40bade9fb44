import * as z from 'zod/mini';
import type { SwitchParameters } from '../core/switch/types.js';
import { cited, citedText, plainQuantity } from './cited.js';

const texts = z.array(citedText).check(z.minLength(1));

const names = z.array(z.string().check(z.regex(/^[a-z]+([- ][a-z]+)*$/))).check(z.minLength(1));

export const switchSchema: z.ZodMiniType<SwitchParameters> = z.strictObject({
  compounded: z.array(cited('mg/mL')),
  marks: z.strictObject({ step: cited('mL'), fineStep: z.extend(cited('mL'), { below: plainQuantity('mL') }) }),
  warning: z.strictObject({ from: cited('1'), downTo: cited('1') }),
  supply: cited('d'),
  supplyAbove: cited('d'),
  implausibleAbove: cited('mg/d'),
  sameDose: citedText,
  sameAmount: citedText,
  atHome: z.array(z.extend(citedText, { of: z.exactOptional(z.enum(['liquid', 'solid'])) })).check(z.minLength(1)),
  standards: texts,
  otherDrugs: z.array(z.strictObject({ names, statements: texts })),
  routes: names,
});
