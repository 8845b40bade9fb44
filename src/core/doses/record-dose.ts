import type { PatientFile } from '../patient/file.js';
import { quantity } from '../values/quantity.js';
import type { CurrentDose } from './current-dose.js';

/** The present dose that a file told, where no flag stands instead: even over the day, or only all of it. */
export function doseTaken(file: PatientFile | undefined): CurrentDose | undefined {
  const found = file?.taken.find(({ part, use }) => part === 'currentDose' && use === 'taken');
  if (found === undefined || typeof found.value === 'string') return undefined;
  const { value, timesDaily, dailyDose, doses } = found;
  if (timesDaily !== undefined) return { dose: quantity(value.value, 'mg'), timesDaily };
  return doses ? { doses } : dailyDose && { dailyDose };
}
