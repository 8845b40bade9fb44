import { type CurrentDose, dailyTotal } from '../../core/doses/current-dose.js';
import { doseTaken } from '../../core/doses/record-dose.js';
import type { PatientFile } from '../../core/patient/file.js';
import { measured } from '../../core/patient/patient.js';
import type { Quantity } from '../../core/values/quantity.js';
import { isAt } from '../../core/values/thresholds.js';

/** What a request asks beside what its record tells whoever reads it again; a flag that stands instead is kept. */
export function besideRecord(request: object, file: PatientFile): object {
  const kept = Object.entries(request).flatMap(([field, value]: [string, unknown]) => {
    const own = ownOf(field, value, file);
    return own === undefined ? [] : [[field, own] as const];
  });
  return Object.fromEntries(kept);
}

function ownOf(field: string, value: unknown, file: PatientFile): unknown {
  switch (field) {
    case 'patient':
      return Object.fromEntries(Object.entries(value as object).filter(([part, typed]) => !isTold(part, typed, file)));
    case 'from':
    case 'taking':
    case 'dose':
    case 'dailyDose':
      return isDoseTold(value, file) ? undefined : value;
    case 'drugs':
    case 'conditions':
      return othersThan(file.known?.[field] ?? [], value as readonly string[] | undefined);
    default:
      return value;
  }
}

/** Where a flag stands instead of one number of the kidney, it does so of all of them. */
function isTold(part: string, value: unknown, { taken }: PatientFile): boolean {
  const isOfTheKidney = measured.some((each) => each === part);
  const flagged = taken.some(({ part: each, use }) => use === 'flag instead' && measured.some((one) => one === each));
  if (isOfTheKidney && flagged) return false;
  const told = taken.find((each) => each.part === part && each.use === 'taken');
  return told !== undefined && JSON.stringify(told.value) === JSON.stringify(value === true ? 'yes' : value);
}

function isDoseTold(value: unknown, file: PatientFile): boolean {
  const told = doseTaken(file);
  if (told === undefined || typeof value !== 'object' || value === null) return false;
  // Where a dose was taken from the record no other one was typed.
  const total = 'unit' in value ? (value as Quantity<'mg/d'>) : dailyTotalOf(value);
  return total !== undefined && isAt(total.value, dailyTotal(told).value);
}

/** None of the product or the strength that a switch goes from. */
function dailyTotalOf(value: object): Quantity<'mg/d'> | undefined {
  return 'dailyDose' in value || 'doses' in value || 'dose' in value ? dailyTotal(value as CurrentDose) : undefined;
}

function othersThan(known: readonly string[], names: readonly string[] | undefined): readonly string[] | undefined {
  const others = names?.filter((each) => !known.includes(each));
  return others && others.length > 0 ? others : undefined;
}
