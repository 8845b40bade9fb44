import type { PanelRow, RowAnswer } from '../../core/panel/types.js';
import type { CivilDate } from '../../core/values/calendar.js';
import { InputError } from '../../core/values/input-error.js';
import { printable } from '../flags/printable.js';
import { parseStrict } from '../strict-json.js';
import { type Block, blocksOf, type CohortName } from './blocks.js';
import { type CellReader, cellReaders, emptyDraft } from './cells.js';
import { type ColumnName, columnsOf, isColumn, missingColumns } from './columns.js';
import { csvReader, type RawRow, type RowReader } from './csv.js';
import { lineReader } from './lines.js';
import { firstLine } from './text.js';

const newline = 0x0a;
const mark = 0x22;

/** One row that was read, or why it was not; its id as far as it is known. */
export type CohortRow = { readonly id: string } & (
  | { readonly row: PanelRow }
  /** Of a record, which is read and checked as one. */
  | { readonly answer: RowAnswer }
  | { readonly fault: string }
);

/** How the rows of a cohort are written: CSV with these columns, a JSON object a line, or records of a bulk export. */
export type Layout =
  | { readonly kind: 'records' }
  | { readonly kind: 'csv'; readonly columns: readonly ColumnName[]; readonly separator: string }
  | { readonly kind: 'ndjson' };

/** A part of a cohort: whole lines that can be read by themselves, or rows that were read where others begin or end. */
export type Piece = { readonly lines: Buffer } | { readonly rows: Iterable<CohortRow> };

export interface Cohort {
  readonly layout: Layout;
  /** Columns that would say more and are not there. */
  readonly missing: readonly string[];
  /** In order; each to be used whole before the next is asked for. */
  readonly pieces: Iterable<Piece>;
}

/**
 * Reads a cohort as CSV, or NDJSON where it begins with a brace, in constant memory.
 * @throws InputError on a file that is no such table; of a row that is wrong it is said in its place.
 */
export function readCohort(parts: Iterable<Uint8Array>, named: CohortName, asOf: CivilDate | undefined): Cohort {
  const blocks = blocksOf(parts, named);
  const { block, line } = firstLine(blocks, named);
  const readers = cellReaders(asOf);
  const all = following(block, blocks);
  if (line.trimStart().startsWith('{')) {
    return { layout: { kind: 'ndjson' }, missing: [], pieces: jsonPieces(all, readers, asOf !== undefined) };
  }
  const separator = ['\t', ';', ','].find((each) => line.includes(each)) ?? ',';
  const table = tableOf(all, separator);
  const { head } = table;
  if ('fault' in head)
    throw new InputError(named.field, `${named.name}, whose header has ${head.fault}`, 'a plain header');
  const columns = columnsOf(head.cells, named);
  if (columns.includes('creatinine_date') && asOf === undefined) throw dayNeeded();
  return {
    layout: { kind: 'csv', columns, separator },
    missing: missingColumns(columns),
    pieces: tablePieces(table, columns, readers),
  };
}

/** The rows of lines that can be read by themselves. */
export function rowsOfLines(layout: Layout, asOf: CivilDate | undefined): (lines: Buffer) => Iterable<CohortRow> {
  const readers = cellReaders(asOf);
  return (lines) => {
    const text = lines.toString('utf8');
    return layout.kind === 'csv'
      ? tableRows(csvReader(layout.separator).rows(text, true), layout.columns, readers)
      : jsonRows(lineReader().lines(text, true), readers, asOf !== undefined);
  };
}

function dayNeeded(): InputError {
  return new InputError('--as-of', 'nothing', 'the day of the cohort as YYYY-MM-DD, beside creatinine_date');
}

function* following(first: Block, others: Iterable<Block>): Generator<Block> {
  yield first;
  yield* others;
}

interface Table {
  readonly head: RawRow;
  readonly reader: RowReader;
  /** What was read with the header, and what follows. */
  readonly rows: readonly RawRow[];
  readonly blocks: Iterable<Block>;
  readonly textOf: (bytes: Buffer) => string;
}

/** Reads line by line until there is a row: a header may have a line end in quotation marks. */
function tableOf(blocks: Iterator<Block> & Iterable<Block>, separator: string): Table {
  const reader = csvReader(separator);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const textOf = (bytes: Buffer) => decoder.decode(bytes, { stream: true });
  for (let { value, done } = blocks.next(); !done; { value, done } = blocks.next()) {
    const { bytes, isWhole } = value as Block;
    for (let start = 0; start < bytes.length; ) {
      const end = isWhole ? bytes.indexOf(newline, start) + 1 : bytes.length;
      const [head, ...rows] = reader.rows(textOf(bytes.subarray(start, end)), false);
      start = end;
      const rest = { bytes: bytes.subarray(end), isWhole };
      if (head) return { head, reader, rows, blocks: following(rest, blocks), textOf };
    }
  }
  const [head = { cells: [] }, ...rows] = reader.rows('', true);
  return { head, reader, rows, blocks, textOf };
}

/** Lines without a quotation mark stand for themselves; what has one may go on behind the block. */
function* tablePieces(
  { reader, rows, blocks, textOf }: Table,
  columns: readonly ColumnName[],
  readers: Readonly<Record<ColumnName, CellReader>>,
): Generator<Piece> {
  yield { rows: tableRows(rows, columns, readers) };
  for (const { bytes, isWhole } of blocks) {
    if (isWhole && reader.isBetween() && !bytes.includes(mark)) yield { lines: bytes };
    else yield { rows: tableRows(reader.rows(textOf(bytes), false), columns, readers) };
  }
  yield { rows: tableRows(reader.rows('', true), columns, readers) };
}

function* jsonPieces(
  blocks: Iterable<Block>,
  readers: Readonly<Record<ColumnName, CellReader>>,
  hasDay: boolean,
): Generator<Piece> {
  const { lines, isBetween } = lineReader();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for (const { bytes, isWhole } of blocks) {
    if (isWhole && isBetween()) yield { lines: bytes };
    else yield { rows: jsonRows(lines(decoder.decode(bytes, { stream: true }), false), readers, hasDay) };
  }
  yield { rows: jsonRows(lines('', true), readers, hasDay) };
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
  lines: Iterable<{ readonly line: string } | { readonly fault: string }>,
  readers: Readonly<Record<ColumnName, CellReader>>,
  hasDay: boolean,
): Generator<CohortRow> {
  for (const raw of lines) {
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
