import type { PanelRow } from '../../core/panel/types.js';
import type { CivilDate } from '../../core/values/calendar.js';
import { InputError } from '../../core/values/input-error.js';
import { printable } from '../flags/printable.js';
import { parseStrict } from '../strict-json.js';
import { type CellReader, cellReaders, emptyDraft } from './cells.js';
import { type ColumnName, columnsOf, isColumn, missingColumns } from './columns.js';
import { csvRows, type RawRow } from './csv.js';
import { linesOf } from './lines.js';
import { type CohortName, firstLine, textOf } from './text.js';

/** One row that was read, or why it was not; its id as far as it is known. */
export type CohortRow = { readonly id: string } & ({ readonly row: PanelRow } | { readonly fault: string });

export interface Cohort {
  /** Columns that would say more and are not there. */
  readonly missing: readonly string[];
  readonly rows: Iterable<CohortRow>;
}

/**
 * Reads a cohort as CSV, or NDJSON where it begins with a brace, in constant memory.
 * @throws InputError on a file that is no such table; of a row that is wrong it is said in its place.
 */
export function readCohort(parts: Iterable<Uint8Array>, named: CohortName, asOf: CivilDate | undefined): Cohort {
  const texts = textOf(parts, named);
  const { line, read } = firstLine(texts, named);
  const all = following(read, texts);
  const readers = cellReaders(asOf);
  if (line.trimStart().startsWith('{')) {
    return { missing: [], rows: jsonRows(all, readers, asOf !== undefined) };
  }
  const separator = ['\t', ';', ','].find((each) => line.includes(each)) ?? ',';
  const rows = csvRows(all, separator);
  const head = rows.next().value as RawRow;
  if ('fault' in head)
    throw new InputError(named.field, `${named.name}, whose header has ${head.fault}`, 'a plain header');
  const columns = columnsOf(head.cells, named);
  if (columns.includes('creatinine_date') && asOf === undefined) throw dayNeeded();
  return { missing: missingColumns(columns), rows: tableRows(rows, columns, readers) };
}

function dayNeeded(): InputError {
  return new InputError('--as-of', 'nothing', 'the day of the cohort as YYYY-MM-DD, beside creatinine_date');
}

function* following(first: string, others: Iterable<string>): Generator<string> {
  yield first;
  yield* others;
}

function* tableRows(
  rows: Iterable<RawRow>,
  columns: readonly ColumnName[],
  readers: Readonly<Record<ColumnName, CellReader>>,
): Generator<CohortRow> {
  const ordered = columns.map((name) => readers[name]);
  const idAt = columns.indexOf('id');
  for (const raw of rows) {
    if ('fault' in raw) yield { id: '', fault: raw.fault };
    else if (raw.cells.length !== columns.length) {
      yield { id: raw.cells[idAt] ?? '', fault: `${raw.cells.length} cells where the header has ${columns.length}` };
    } else yield rowOf(raw.cells, ordered);
  }
}

/** @param hasDay whether there is a day that the age of a creatinine is counted from. */
function* jsonRows(
  texts: Iterable<string>,
  readers: Readonly<Record<ColumnName, CellReader>>,
  hasDay: boolean,
): Generator<CohortRow> {
  for (const raw of linesOf(texts)) {
    const object = 'fault' in raw ? raw : objectIn(raw.line);
    if ('fault' in object) {
      yield { id: '', fault: object.fault };
      continue;
    }
    const { cells } = object;
    if (!hasDay && 'creatinine_date' in cells) throw dayNeeded();
    const names = Object.keys(cells);
    const unknown = names.find((name) => !isColumn(name));
    const id = cells.id ?? '';
    if (unknown !== undefined) yield { id, fault: `a field "${printable(unknown.slice(0, 40))}" that is not known` };
    else if ('creatinine_mg_dl' in cells && 'creatinine_umol_l' in cells)
      yield { id, fault: 'two values of creatinine' };
    else {
      const known = names.filter(isColumn);
      yield rowOf(
        known.map((name) => cells[name] ?? ''),
        known.map((name) => readers[name]),
      );
    }
  }
}

/** The fields of a line as texts: numbers and booleans as they would stand in a cell, null as nothing. */
function objectIn(line: string): { readonly cells: Readonly<Record<string, string>> } | { readonly fault: string } {
  const parsed = parseStrict(line);
  if ('fault' in parsed) return { fault: `a line ${parsed.fault.replace('which', 'that')}` };
  const { content } = parsed;
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    return { fault: 'a line that is no object' };
  const entries = Object.entries(content).filter(([, value]) => value !== null);
  const texts = entries.flatMap(([name, value]) => {
    const text = textIn(value);
    return text === undefined ? [] : [[name, text] as const];
  });
  return texts.length === entries.length
    ? { cells: Object.fromEntries(texts) }
    : { fault: 'a field that is no text, number or list of texts' };
}

function textIn(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.every((each) => typeof each === 'string') ? value.join(';') : undefined;
  return typeof value === 'object' ? undefined : String(value);
}

/** Reads the cells of one row, each by its own reader. */
function rowOf(cells: readonly string[], readers: readonly CellReader[]): CohortRow {
  const draft = emptyDraft();
  let fault: string | undefined;
  for (let index = 0; index < cells.length; index += 1) {
    const text = (cells[index] ?? '').trim();
    if (text === '') continue;
    const wrong = text.includes('\uFFFD') ? 'a byte that is not UTF-8' : readers[index]?.(text, draft);
    fault ??= wrong;
  }
  const { id } = draft;
  if (fault !== undefined) return { id, fault };
  if (id === '') return { id, fault: 'no id' };
  return Number.isNaN(draft.dailyDose) ? { id, fault: 'no daily_dose_mg' } : { id, row: draft };
}
