import type { FilePart, PatientFile, TakenPart } from '../../core/patient/file.js';
import type { Patient } from '../../core/patient/patient.js';
import { InputError } from '../../core/values/input-error.js';
import { type Quantity, quantity } from '../../core/values/quantity.js';
import type { Call } from '../command.js';
import { type PatientFlags, patientOf } from '../flags/patient.js';
import type { ContentPart, PartValue } from './content.js';

export interface Given {
  readonly patient: Patient;
  readonly patientFile?: PatientFile;
}

/** Parts that say how well the kidney works: a flag for one of them stands instead of all that a file says. */
const kidney: readonly FilePart[] = ['creatinine', 'creatinineClearance', 'egfr'];

/**
 * The patient out of the flags and of the file that `--patient` names; a flag stands instead of what the file says.
 * @param currentDose what becomes of a present dose in the file.
 */
export function patientGiven(
  flags: PatientFlags,
  { shell, parameters, readPatientFile }: Pick<Call, 'shell' | 'parameters' | 'readPatientFile'>,
  currentDose: TakenPart['use'],
): Given {
  const fromFlags = patientOf(flags);
  if (flags.patient === undefined) return { patient: fromFlags };
  if (readPatientFile === undefined) throw new Error('the readers of patient files are not loaded');
  const { form, parts, leftOut } = readPatientFile(flags.patient, shell, parameters.renal.adultAge.value);
  const useOf = ({ part, value }: ContentPart): TakenPart['use'] => {
    if (part === 'currentDose') return currentDose;
    const group = kidney.includes(part) ? kidney : [part];
    const flagged = group.some((each) => Object.hasOwn(fromFlags, each));
    const same = flagged && sameAs(fromFlags[part], value);
    return flagged && !same ? 'flag instead' : 'taken';
  };
  const used = parts.map((part) => ({ ...part, use: useOf(part) }));
  const taken = used.filter(({ part, use }) => use === 'taken' && part !== 'currentDose');
  const fromFile = Object.fromEntries(taken.map(({ part, value }) => [part, value()]));
  return {
    // The readers prove each part against the range and the unit that Patient has it in.
    patient: { ...(fromFile as Patient), ...fromFlags },
    patientFile: { form, readOn: shell.today(), taken: used.map(takenPart), leftOut },
  };
}

/** The present dose that a file told, where no flag stands instead. */
export function doseTaken(file: PatientFile | undefined): { dose: Quantity<'mg'>; timesDaily: number } | undefined {
  const found = file?.taken.find(({ part, use }) => part === 'currentDose' && use === 'taken');
  if (found === undefined || typeof found.value === 'string' || found.timesDaily === undefined) return undefined;
  return { dose: quantity(found.value.value, 'mg'), timesDaily: found.timesDaily };
}

function sameAs(flag: unknown, value: () => PartValue): boolean {
  const inFile = readable(value);
  return JSON.stringify(flag) === JSON.stringify(inFile);
}

/** What stands in the file where a flag stands instead: shown if it can be read, and never in the way. */
function readable(value: () => PartValue): PartValue {
  try {
    return value();
  } catch (error) {
    if (error instanceof InputError) return 'not understood';
    throw error;
  }
}

function takenPart({ value, ...part }: ContentPart & Pick<TakenPart, 'use'>): TakenPart {
  const inFile = readable(value);
  return { ...part, value: typeof inFile === 'boolean' ? (inFile ? 'yes' : 'no') : inFile };
}
