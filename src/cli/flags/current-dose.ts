import type { CurrentDose } from '../../core/doses/current-dose.js';
import type { TaperEnd } from '../../core/taper/types.js';
import { quantity } from '../../core/values/quantity.js';
import { readDose } from '../typed/dose.js';
import { takes } from './reader.js';

/** What is taken now: "60" in mg per day, "20x3" as a dose and how often, or "10-10-20" as the dose at each time of day. */
export const currentDose = takes((text): CurrentDose | undefined => {
  const read = readDose(text, { to: 10_000, bare: 'daily' });
  return 'ok' in read ? read.ok : undefined;
}, 'the present dose: mg per day such as 60, a dose and times per day such as 20x3, or each dose of the day such as 10-10-20');

/** What a taper ends at: "10" in mg per day, "0", or the word "ceiling". */
export const taperEnd = takes((text): TaperEnd | undefined => {
  if (text === 'ceiling') return text;
  return /^\d+(\.\d+)?$/.test(text) && Number(text) <= 1000 ? quantity(Number(text), 'mg/d') : undefined;
}, 'what the taper ends at: mg per day such as 10, 0 for none, or the word ceiling');
