import type { CivilDate } from '../../core/values/calendar.js';
import { fileError, shortName } from '../input-file.js';
import { ReadError } from '../read-file.js';
import type { Shell } from '../shell.js';
import { type Cohort as Read, readCohort } from './cohort.js';

/** A cohort, and how much of it has been read. */
export interface Cohort extends Read {
  readonly share: () => number | undefined;
}

/** Opens the cohort that the line names. @throws InputError where it cannot be read or is no cohort. */
export function openCohort(path: string, asOf: CivilDate | undefined, shell: Shell): Cohort {
  const named = { field: '<file>', name: path === '-' ? 'standard input' : shortName(path) };
  try {
    const { size, parts } = shell.readParts(path);
    let bytes = 0;
    const counted = (function* () {
      for (const part of parts) {
        bytes += part.length;
        yield part;
      }
    })();
    return { ...readCohort(counted, named, asOf), share: () => (size ? bytes / size : undefined) };
  } catch (error) {
    if (error instanceof ReadError) throw fileError(named, error.message, 'a cohort as CSV or NDJSON, or -');
    throw error;
  }
}
