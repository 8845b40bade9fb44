import { type BesideInRecord, besideInRecord } from '../../core/interactions/record.js';
import type { PatientFile } from '../../core/patient/file.js';
import type { Parameters } from '../../parameters/load.js';
import { besideFlags } from '../flags/beside.js';
import { type Given, placed } from '../flags/flag.js';

/**
 * Other drugs and conditions as typed, and as the record lists them; what is not recognised there is counted, and the file
 * keeps which of them are its own.
 */
export function besideOf(
  given: Given<typeof besideFlags>,
  file: PatientFile | undefined,
  parameters: Pick<Parameters, 'interactions' | 'conditions' | 'records'>,
): Partial<Omit<BesideInRecord, 'past'>> & { readonly patientFile?: PatientFile } {
  const typed = placed(besideFlags, given);
  if (file?.medications === undefined) return typed;
  const { drugs, conditions, past, ...rest } = besideInRecord(file, parameters);
  const all = {
    drugs: [...new Set([...(typed.drugs ?? []), ...drugs])],
    conditions: [...new Set([...(typed.conditions ?? []), ...conditions])],
  };
  return {
    ...rest,
    patientFile: { ...file, leftOut: [...file.leftOut, ...past], known: { drugs, conditions } },
    ...(all.drugs.length > 0 && { drugs: all.drugs }),
    ...(all.conditions.length > 0 && { conditions: all.conditions }),
  };
}
