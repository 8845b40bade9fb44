import { panelOf } from '../../core/panel/row.js';
import { type Counts, counting } from '../../core/panel/tally.js';
import type { JudgedRow, RowAnswer } from '../../core/panel/types.js';
import type { Country } from '../../core/titration/rules.js';
import type { CivilDate } from '../../core/values/calendar.js';
import type { Parameters } from '../../parameters/load.js';
import { panelLine, unreadLine } from '../../report/panel-row.js';
import { formulaSigns, rowWriters } from '../../report/render/panel-rows.js';
import { longestRest, writeRest } from '../../report/render/plain-line.js';
import { type CohortRow, type Layout, rowsOfLines } from './cohort.js';
import { type IdMark, markBytes, markOf, noMark } from './marks.js';
import { plainReader } from './plain.js';

/** What is done with the rows of a cohort. */
export interface Task {
  readonly layout: Layout;
  readonly asOf: CivilDate | undefined;
  readonly country: Country;
  /** How rows are written; none where they are only counted. */
  readonly format: keyof typeof rowWriters | undefined;
}

/** Rows that were judged, to be used before the next are. */
export interface Done {
  readonly rows: number;
  /** The lines of all rows, as they are printed but for what hangs on other rows. */
  readonly text: Buffer;
  /** Where the line of each row ends. */
  readonly ends: Uint32Array;
  /** Two numbers a row: the mark of its id; 0 where it has none. */
  readonly marks: Uint32Array;
}

/** The same in memory of its own, for when it is used later; in that of one that is of no use any more, where it has room. */
export function copyOf({ rows, text, ends, marks }: Done, spare?: Done): Done {
  const copy = {
    rows,
    text: Buffer.from(roomFor(text, spare?.text), 0, text.length),
    ends: new Uint32Array(roomFor(ends, spare?.ends), 0, ends.length),
    marks: new Uint32Array(roomFor(marks, spare?.marks), 0, marks.length),
  };
  copy.text.set(text);
  copy.ends.set(ends);
  copy.marks.set(marks);
  return copy;
}

/** What moves with it from one thread to another. */
export function memoryOf({ text, ends, marks }: Done): ArrayBuffer[] {
  return [text.buffer, ends.buffer, marks.buffer] as ArrayBuffer[];
}

/** That of a spare one, or new and an eighth larger, as blocks differ. */
function roomFor({ byteLength }: Uint8Array | Uint32Array, spare?: Uint8Array | Uint32Array): ArrayBuffer {
  return spare && spare.buffer.byteLength >= byteLength
    ? (spare.buffer as ArrayBuffer)
    : new ArrayBuffer(4 * Math.ceil((9 / 32) * byteLength));
}

export interface Work {
  readonly lines: (lines: Buffer) => Done;
  readonly rows: (rows: Iterable<CohortRow>) => Done;
  /** Counts of all rows so far; second rows of an id are not known here. */
  readonly counts: () => Counts;
}

/** Judges rows, counts them and writes their lines. */
export function workOn(task: Task, parameters: Parameters): Work {
  const { layout, asOf, country, format } = task;
  const { renal, check, titration } = parameters;
  const judge = panelOf(country, parameters);
  const bands = renal.bands.map(({ id }) => id);
  const counted = counting(bands, check, titration.rules[country]);
  const writer = format && rowWriters[format];
  const rowsOf = rowsOfLines(layout, asOf);
  const plain = layout.kind === 'csv' ? plainReader(layout.columns, layout.separator, asOf) : undefined;
  const lines = lineCollector();

  const take = (read: CohortRow) => {
    const answer: RowAnswer | { readonly status: 'unreadable' } =
      'fault' in read ? unread : 'answer' in read ? read.answer : judge(read.row);
    counted.add(answer);
    if (writer) {
      const line = 'fault' in read ? unreadLine(read.id, read.fault) : panelLine(read.id, answer as RowAnswer);
      lines.text(writer.line(line));
    }
    lines.end(read.id === '' ? noMark : markOf(read.id));
  };

  const mark: IdMark = { one: 0, other: 0 };
  /** A row as nearly all are; the place of the next one, or -1. */
  const takePlain = (bytes: Buffer, start: number): number => {
    if (plain === undefined) return -1;
    const next = plain.read(bytes, start);
    if (next < 0) return -1;
    const { row } = plain;
    const { idFrom, idTo } = row;
    const answer = judge(row);
    counted.add(answer);
    if (format === 'csv' && isFine(answer)) lines.plain(bytes, idFrom, idTo, answer);
    else if (writer) lines.text(writer.line(panelLine(bytes.toString('latin1', idFrom, idTo), answer)));
    markBytes(bytes, idFrom, idTo, mark);
    lines.end(mark);
    return next;
  };

  return {
    lines: (bytes) => {
      for (let start = 0; start < bytes.length; ) {
        const next = takePlain(bytes, start);
        if (next >= 0) {
          start = next;
          continue;
        }
        const end = plain === undefined ? bytes.length : bytes.indexOf(newline, start) + 1;
        for (const read of rowsOf(bytes.subarray(start, end))) take(read);
        start = end;
      }
      return lines.done();
    },
    rows: (rows) => {
      for (const read of rows) take(read);
      return lines.done();
    },
    counts: counted.counts,
  };
}

const newline = 0x0a;

const unread = { status: 'unreadable' } as const;

/** Nothing to say but numbers. */
function isFine(answer: RowAnswer): answer is JudgedRow {
  if (answer.status === 'unreadable') return false;
  const { findings, unknown, stale } = answer as JudgedRow;
  return findings.length === 0 && unknown.length === 0 && Number.isNaN(stale);
}

/** Gathers lines and what has to be known of each, in memory that is used again. */
function lineCollector() {
  const ink = { bytes: Buffer.allocUnsafe(1024 * 1024), length: 0 };
  let ends = new Uint32Array(1 << 14);
  let marks = new Uint32Array(1 << 15);
  let rows = 0;
  const room = (more: number) => {
    if (ink.length + more <= ink.bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (ink.length + more));
    ink.bytes.copy(larger, 0, 0, ink.length);
    ink.bytes = larger;
  };
  return {
    plain: (bytes: Uint8Array, from: number, to: number, answer: JudgedRow) => {
      room(to - from + longestRest);
      if (formulaBytes.includes(bytes[from] as number)) {
        ink.bytes[ink.length] = apostrophe;
        ink.length += 1;
      }
      for (let index = from; index < to; index += 1) {
        ink.bytes[ink.length] = bytes[index] as number;
        ink.length += 1;
      }
      writeRest(ink, answer);
    },
    text: (text: string) => {
      room(3 * text.length);
      ink.length += ink.bytes.write(text, ink.length);
    },
    end: ({ one, other }: IdMark) => {
      if (rows === ends.length) {
        ends = larger(ends);
        marks = larger(marks);
      }
      ends[rows] = ink.length;
      marks[2 * rows] = one;
      marks[2 * rows + 1] = other;
      rows += 1;
    },
    done: (): Done => {
      const done = {
        rows,
        text: ink.bytes.subarray(0, ink.length),
        ends: ends.subarray(0, rows),
        marks: marks.subarray(0, 2 * rows),
      };
      rows = 0;
      ink.length = 0;
      return done;
    },
  };
}

const apostrophe = 0x27;
const formulaBytes = Array.from(formulaSigns, (sign) => sign.charCodeAt(0));

function larger(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const twice = new Uint32Array(2 * numbers.length);
  twice.set(numbers);
  return twice;
}
