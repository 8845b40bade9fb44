import type { CivilDate } from '../../core/values/calendar.js';
import { type BulkExport, bulkExport } from '../bulk/export.js';
import { fileError, shortName } from '../input-file.js';
import { ReadError } from '../read-file.js';
import type { Shell } from '../shell.js';
import { type CohortRow, type Piece, type Cohort as Read, readCohort } from './cohort.js';

/** A cohort, and how much of it has been read. */
export interface Cohort extends Read {
  readonly share: () => number | undefined;
}

/**
 * Opens the cohort that the line names.
 * @param records the rows of a folder of records.
 * @throws InputError where it cannot be read or is no cohort.
 */
export function openCohort(
  path: string,
  asOf: CivilDate | undefined,
  shell: Shell,
  records: (files: BulkExport) => Iterable<CohortRow>,
): Cohort {
  const named = { field: '<file>', name: path === '-' ? 'standard input' : shortName(path) };
  const names = shell.folder(path);
  if (names) {
    const rows = records(bulkExport(path, names, named, shell));
    return { layout: { kind: 'records' }, missing: [], pieces: partsOf(rows), share: () => undefined };
  }
  try {
    const { size, parts } = shell.readParts(path);
    let bytes = 0;
    const counted = (function* () {
      for (const part of parts) {
        bytes += part.length;
        yield part;
      }
    })();
    return {
      ...readCohort(counted, named, asOf),

      share: () => (size ? bytes / size : undefined),
    };
  } catch (error) {
    if (error instanceof ReadError) throw fileError(named, error.message, 'a cohort as CSV or NDJSON, or -');
    throw error;
  }
}

/** So many rows are written at once. */
const together = 256;

function* partsOf(rows: Iterable<CohortRow>): Generator<Piece> {
  let part: CohortRow[] = [];
  for (const row of rows) {
    part.push(row);
    if (part.length < together) continue;
    yield { rows: part };
    part = [];
  }
  if (part.length > 0) yield { rows: part };
}
