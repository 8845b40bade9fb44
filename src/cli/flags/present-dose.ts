import type { CurrentDose } from '../../core/doses/current-dose.js';
import { readDose } from '../typed/dose.js';
import { takes } from './reader.js';

/** What is taken now: "60" in mg per day, "20x3", or "10-10-20" for morning, midday and bedtime. */
export const presentDose = takes((text): CurrentDose | undefined => {
  const read = readDose(text, { to: 1000, bare: 'daily' });
  return 'ok' in read ? read.ok : undefined;
}, 'the present dose: mg per day such as 60, a dose and times per day such as 20x3, or each dose such as 10-10-20');
