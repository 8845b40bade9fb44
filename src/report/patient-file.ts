import type { PatientFile, TakenPart } from '../core/patient/file.js';
import { frequency } from './dose.js';
import { formatQuantity } from './quantity.js';
import { type Block, section, text } from './report.js';
import { partName } from './wording/patient-file.js';

/** What was taken from a file, from which place in it, and how old it is; nothing where no file was read. */
export function takenSection(request: unknown): Block[] {
  const file = (request as { readonly patientFile?: PatientFile }).patientFile;
  return file
    ? section(
        'Taken from the file',
        file.taken.map((each) => text(takenLine(each))),
      )
    : [];
}

const uses: Readonly<Record<TakenPart['use'], string>> = {
  taken: '',
  'flag instead': ' Not used: the flag stands instead.',
  'less cautious': ' Not used: another number of the kidney is the more cautious.',
};

function takenLine({ part, value, timesDaily, doses, from, date, old, status, use }: TakenPart): string {
  const amount = typeof value === 'string' ? value : formatQuantity(value);
  const each =
    doses && timesDaily === undefined
      ? ` (${doses.map(({ time, dose }) => `${formatQuantity(dose)} ${time}`).join(', ')})`
      : '';
  const often = timesDaily === undefined ? '' : ` ${frequency(timesDaily)}`;
  const where = [from, date && dated(date, old), status].filter((each) => each !== undefined).join(', ');
  return `${partName(part)}: ${amount}${often}${each}${where && ` (${where})`}.${uses[use]}`;
}

function dated(date: string, old: TakenPart['old']): string {
  return old === undefined ? date : `${date}, ${old.value === 0 ? 'today' : `${formatQuantity(old)} ago`}`;
}
