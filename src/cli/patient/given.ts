import type { WrittenOrder } from '../../core/check/types.js';
import type { CurrentDose } from '../../core/doses/current-dose.js';
import { doseTaken } from '../../core/doses/record-dose.js';
import type { LeftOut, PatientFile, SpokenOf, TakenPart } from '../../core/patient/file.js';
import { measured, type Patient } from '../../core/patient/patient.js';
import { assessRenalFunction } from '../../core/renal-function/assess.js';
import type { RenalParameters } from '../../core/renal-function/types.js';
import { InputError } from '../../core/values/input-error.js';
import { leftOutReason } from '../../report/wording/patient-file.js';
import type { Call } from '../command.js';
import type { Format } from '../flags/format.js';
import type { OutputFlags } from '../flags/output.js';
import { type PatientFlags, patientOf } from '../flags/patient.js';
import { showsWhole } from '../flags/printable.js';
import type { ContentPart, PartValue } from './content.js';

export interface Given {
  readonly patient: Patient;
  readonly patientFile?: PatientFile;
}

function isOfTheKidney(part: SpokenOf): part is (typeof measured)[number] {
  return measured.some((each) => each === part);
}

/** The patient, without the orders of the file. */
export function patientGiven(...asked: Parameters<typeof patientAndOrders>): Given {
  const { orders: _, ...given } = patientAndOrders(...asked);
  return given;
}

/**
 * The patient out of the flags and of the file that `--patient` names; a flag stands instead of what the file says.
 * @param currentDose what becomes of a present dose in the file.
 */
export function patientAndOrders(
  flags: PatientFlags & Pick<OutputFlags, 'format'>,
  { shell, parameters, readPatientFile }: Pick<Call, 'shell' | 'parameters' | 'readPatientFile'>,
  currentDose: TakenPart['use'],
): Given & { readonly orders?: readonly WrittenOrder[] } {
  const fromFlags = patientOf(flags);
  if (flags.patient === undefined) return { patient: fromFlags };
  if (readPatientFile === undefined) throw new Error('the readers of patient files are not loaded');
  const { renal, records, leaflet } = parameters;
  const { parts, leftOut, orders, ...content } = readPatientFile(flags.patient, shell, {
    adultAge: renal.adultAge.value,
    records,
    leaflet,
  });
  const used = parts.map((part) => ({ ...part, use: useOf(part, fromFlags, currentDose) }));
  const taken = used.filter(({ use }) => use !== 'flag instead');
  const values = taken.map(({ part, value }) => [part, value()] as const);
  const fromFile = Object.fromEntries(values.filter(([part]) => part !== 'currentDose'));
  // The readers prove each part against the range and the unit that Patient has it in.
  const patient = { ...(fromFile as Patient), ...fromFlags };
  const lessCautious = lessCautiousIn(patient, fromFile as Patient, renal);
  const kept = Object.fromEntries(
    Object.entries(patient).filter(([part]) => !lessCautious.some((each) => each === part)),
  );
  proveSexAndAge(kept, leftOut, renal.adultAge.value);
  return {
    ...(orders && { orders }),
    patient: kept,
    patientFile: {
      ...content,
      ...nameOf(flags.patient, flags.format),
      readOn: shell.today(),
      taken: used.map((each) =>
        takenPart(lessCautious.some((part) => part === each.part) ? { ...each, use: 'less cautious' } : each),
      ),
      leftOut: leftOut.flatMap((each) => leftOutBeside(each, fromFlags, currentDose)),
    },
  };
}

/** What is pasted into a record or goes to another system names no file of this machine, nor a name that cannot be seen. */
const leaving: readonly Format[] = ['note', 'fhir', 'cds-hooks'];

function nameOf(path: string, format: Format | undefined): Pick<PatientFile, 'name'> {
  const isLeft = format !== undefined && leaving.includes(format);
  return path === '-' || isLeft || !showsWhole(path) ? {} : { name: path };
}

function useOf({ part, value }: ContentPart, fromFlags: Patient, currentDose: TakenPart['use']): TakenPart['use'] {
  if (part === 'currentDose') return currentDose;
  const group: readonly (keyof Patient)[] = isOfTheKidney(part) ? measured : [part];
  const flagged = group.some((each) => Object.hasOwn(fromFlags, each));
  return flagged && !sameAs(fromFlags[part], value) ? 'flag instead' : 'taken';
}

/** What flags say needs no more to be said of the file. */
function leftOutBeside(left: LeftOut, fromFlags: Patient, currentDose: TakenPart['use']): LeftOut[] {
  const flagged = measured.some((each) => Object.hasOwn(fromFlags, each));
  // A number that was typed is newer than a disease that is past by its name.
  const settled = left.part === 'kidneyDisease' && (left.disease === undefined || left.date !== undefined);
  if (flagged && (isOfTheKidney(left.part) || settled)) return [];
  if (Object.hasOwn(fromFlags, left.part)) return [];
  // A pump, or another way into the body, beside what was typed is no other dose by mouth.
  if (left.part === 'baclofenNamed' && left.why === 'route') return [left];
  if (left.part === 'baclofenNamed' && currentDose === 'flag instead') return [{ ...left, part: 'currentDose' }];
  return [left];
}

/** Of several numbers of the kidney in a file, taken at one time, all but the one that gives the lowest. */
function lessCautiousIn(patient: Patient, fromFile: Patient, renal: RenalParameters): (typeof measured)[number][] {
  const several = measured.filter((part) => fromFile[part] !== undefined && patient[part] !== undefined);
  const child = patient.age !== undefined && patient.age.value < renal.adultAge.value;
  if (several.length < 2 || child) return [];
  const ranked = several
    .map((part) => ({ part, lowest: lowestBy(part, patient, renal) }))
    .sort((one, other) => one.lowest - other.lowest);
  return ranked.slice(1).map(({ part }) => part);
}

/** The number that would decide if this were the only part that speaks of the kidney; none where it cannot be made. */
function lowestBy(part: (typeof measured)[number], patient: Patient, renal: RenalParameters): number {
  const { creatinine, creatinineClearance, egfr, ...others } = patient;
  const alone = { ...others, [part]: patient[part] };
  if (part === 'creatinine' && (patient.age === undefined || patient.sex === undefined))
    return Number.POSITIVE_INFINITY;
  return assessRenalFunction(alone, renal).deciding?.value.value ?? Number.POSITIVE_INFINITY;
}

/** An estimate needs both; what stands in the file in another form is named, and not said to be missing. */
function proveSexAndAge(patient: Patient, leftOut: readonly LeftOut[], adultAge: number): void {
  const { creatinine, creatinineClearance, egfr, age } = patient;
  if (!creatinine || creatinineClearance || egfr || (age && age.value < adultAge)) return;
  for (const [part, takes] of [
    ['age', 'the age in years, which an estimate from creatinine needs'],
    ['sex', 'female or male, which an estimate from creatinine needs'],
  ] as const) {
    const left = leftOut.find((each) => each.part === part);
    if (patient[part] !== undefined || left === undefined) continue;
    const shown = left.text === undefined ? '' : `, "${left.text}"`;
    throw new InputError(part, `what cannot be used of ${left.from}${shown}`, takes);
  }
}

/**
 * The present dose that a file told, for a command that cannot do without it.
 * @throws InputError that names an order in the file that was not read.
 */
export function doseNeeded(file: PatientFile | undefined, field: string, takes: string): CurrentDose | undefined {
  const taken = doseTaken(file);
  const unread = file?.leftOut.find(({ part }) => part === 'baclofenNamed' || part === 'currentDose');
  if (taken === undefined && unread) {
    throw new InputError(field, `${unread.from}: ${leftOutReason(unread)}`, takes);
  }
  return taken;
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
