import { InputError } from '../../core/values/input-error.js';
import { fileError } from '../input-file.js';
import type { CohortName } from '../panel/blocks.js';
import { ReadError } from '../read-file.js';
import type { Shell } from '../shell.js';
import { byteLines } from './lines.js';

/** The files of a bulk export, by the type of their resources. */
export interface BulkExport {
  /** The lines of all files of some types, as often as they are asked for. */
  readonly lines: (types: readonly string[]) => Iterable<Buffer>;
}

/**
 * Looks into each file of a folder for the type of its first resource: names of files are no standard.
 * @throws InputError where there is none of what a cohort needs, or a file cannot be read.
 */
export function bulkExport(
  path: string,
  names: readonly string[],
  named: CohortName,
  { readParts }: Pick<Shell, 'readParts'>,
): BulkExport {
  function* linesOf(name: string): Generator<Buffer> {
    try {
      yield* byteLines(readParts(`${path.replace(/\/+$/, '')}/${name}`).parts);
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      throw fileError(
        { field: named.field, name: `${named.name} with "${name}"` },
        error.message,
        'files that can be read',
      );
    }
  }
  const files = names
    .filter((name) => /\.ndjson(\.gz)?$/i.test(name))
    .map((name) => ({ name, type: typeOf(linesOf(name)) }));
  if (!files.some(({ type }) => type === 'MedicationRequest')) {
    const takes = 'a FHIR bulk export: a file of MedicationRequest, .ndjson or .ndjson.gz, and others beside it';
    throw new InputError(named.field, `${named.name}, in which no file of orders was found`, takes, [], 300);
  }
  return {
    *lines(types) {
      for (const type of types) for (const file of files) if (file.type === type) yield* linesOf(file.name);
    },
  };
}

/** A file has resources of one type. */
function typeOf(lines: Iterable<Buffer>): string | undefined {
  for (const line of lines) {
    const [, type] = /"resourceType"\s*:\s*"(\w+)"/.exec(line.toString('latin1')) ?? [];
    if (type !== undefined) return type;
  }
  return undefined;
}
