import * as z from 'zod/mini';
import type { RestartParameters } from '../core/restart/types.js';
import { cited, citedText } from './cited.js';

const texts = z.array(citedText).check(z.minLength(1));
const answer = z.strictObject({ reason: citedText, instead: texts });

export const restartSchema: z.ZodMiniType<RestartParameters> = z.strictObject({
  sameUpTo: cited('h'),
  optionsUpTo: cited('h'),
  half: z.strictObject({ fromAge: cited('a'), belowClearance: cited('mL/min'), aboveDose: cited('mg/d') }),
  supply: cited('d'),
  bases: z.strictObject({
    'same-dose': citedText,
    'previous-dose': citedText,
    half: citedText,
    'half-lifted': citedText,
    'new-start': citedText,
  }),
  notReviewed: citedText,
  poisoning: texts,
  askSigns: citedText,
  withdrawal: answer,
  poisoned: citedText,
  pump: z.extend(answer, {
    signs: z.strictObject({
      'suspected-toxicity': citedText,
      'suspected-withdrawal': citedText,
      'toxicity-or-withdrawal': citedText,
    }),
  }),
  avoided: answer,
  reasons: z.strictObject({ 'ran-out': texts, vomiting: texts, surgery: texts }),
});
