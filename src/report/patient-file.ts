import type { PatientFile, TakenPart } from '../core/patient/file.js';
import { frequency } from './dose.js';
import { formatQuantity } from './quantity.js';
import { type Block, section, text } from './report.js';
import { firstOf, inSentence } from './wording/interactions.js';
import { partName } from './wording/patient-file.js';

/** What was taken from a file, from which place in it, and how old it is, and what in it is not known; nothing without one. */
export function takenSection(request: unknown): Block[] {
  const { patientFile: file, notRecognised = [] } = request as Read;
  return [
    ...(file ? listed('Taken from the file', file.taken.map(takenLine)) : []),
    ...(notRecognised.length > inSentence
      ? listed('Not known here, and not checked', [firstOf(notRecognised, most)])
      : []),
  ];
}

/** A record may list hundreds. */
const most = 100;

interface Read {
  readonly patientFile?: PatientFile;
  readonly notRecognised?: readonly string[];
}

function listed(title: string, lines: readonly string[]): Block[] {
  return section(
    title,
    lines.map((each) => text(each)),
  );
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
