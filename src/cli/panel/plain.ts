import { type CivilDate, daysBetween, parseDate } from '../../core/values/calendar.js';
import { inMgPerDl } from '../../core/values/quantity.js';
import { answers, columnRanges, type Draft, emptyDraft, sexes } from './cells.js';
import type { ColumnName } from './columns.js';

/** A row as its bytes say it: the numbers, and where the id stands. */
export interface PlainRow extends Draft {
  idFrom: number;
  idTo: number;
}

export interface PlainReader {
  /** What was read last. */
  readonly row: PlainRow;
  /** Reads the line that begins at a place: the place of the next one, or -1 where this one needs another reader. */
  readonly read: (bytes: Uint8Array, start: number) => number;
}

const newline = 0x0a;
const carriage = 0x0d;
const point = 0x2e;
const dash = 0x2d;
const zero = 0x30;
const space = 0x20;

/** More digits than that are no longer exact while they are gathered. */
const exactDigits = 15;
const powers = Array.from({ length: exactDigits }, (_, decimals) => 10 ** decimals);
const longestId = 200;

/**
 * Reads rows that are as nearly all are, without making a text of any cell: ASCII, no quotation marks, every number in
 * its range. Whatever is odd in a row, and whatever is wrong, is left to the reader of texts, which knows the words.
 */
export function plainReader(
  columns: readonly ColumnName[],
  separator: string,
  asOf: CivilDate | undefined,
): PlainReader {
  const row: PlainRow = { ...emptyDraft(), idFrom: 0, idTo: 0 };
  const limit = separator.charCodeAt(0);
  const last = columns.length - 1;
  // In a field, where a number is written over the last one; a variable would be a new object each time.
  const read = { number: Number.NaN };

  /** The place behind digits, or -1 where they are no plain number from `low` to `high`. */
  const numberAt = (bytes: Uint8Array, start: number, low: number, high: number): number => {
    let gathered = 0;
    let at = start;
    let pointAt = -1;
    for (; ; at += 1) {
      const byte = bytes[at] as number;
      if (byte >= zero && byte <= zero + 9) gathered = gathered * 10 + (byte - zero);
      else if (byte === point && pointAt < 0) pointAt = at;
      else break;
    }
    const decimals = pointAt < 0 ? 0 : at - pointAt - 1;
    const digits = at - start - (pointAt < 0 ? 0 : 1);
    if (digits > exactDigits || digits === decimals || (pointAt >= 0 && decimals === 0)) return -1;
    // Both are exact, so that the quotient is the number that the text would be read as.
    read.number = decimals === 0 ? gathered : gathered / (powers[decimals] as number);
    return read.number < low || read.number > high ? -1 : at;
  };

  const idAt = (bytes: Uint8Array, start: number): number => {
    let at = start;
    for (; bytes[at] !== limit; at += 1) {
      const byte = bytes[at] as number;
      if (byte === newline || byte === carriage) break;
      if (byte < space || byte > 0x7e) return -1;
    }
    if (at - start > longestId || bytes[start] === space || bytes[at - 1] === space) return -1;
    row.idFrom = start;
    row.idTo = at;
    return at;
  };

  const wordAt = <T>(bytes: Uint8Array, start: number, words: readonly (readonly [Uint8Array, T])[]) => {
    for (const word of words) if (isAt(bytes, start, word[0])) return word;
    return undefined;
  };

  // A cohort has few days and many rows.
  const ages = new Map<number, number>();
  const dateAt = (bytes: Uint8Array, start: number): number => {
    let key = 0;
    for (let index = 0; index < 10; index += 1) {
      const byte = bytes[start + index] as number;
      if (index === 4 || index === 7) {
        if (byte !== dash) return -1;
      } else if (byte >= zero && byte <= zero + 9) key = key * 10 + (byte - zero);
      else return -1;
    }
    const known = ages.get(key);
    const age = known ?? ageOf(bytes.subarray(start, start + 10), asOf);
    if (age < 0) return -1;
    if (known === undefined) ages.set(key, age);
    row.creatinineAge = age;
    return start + 10;
  };

  /** Reads the cell of a column, which is not empty: the place behind it, or -1. */
  const cellOf = (column: ColumnName): ((bytes: Uint8Array, start: number) => number) => {
    switch (column) {
      case 'id':
        return idAt;
      case 'sex':
        return (bytes, start) => {
          const found = wordAt(bytes, start, sexWords);
          if (found) row.sex = found[1];
          return found ? start + found[0].length : -1;
        };
      case 'dialysis':
        return (bytes, start) => {
          const found = wordAt(bytes, start, answerWords);
          if (found) row.dialysis = found[1];
          return found ? start + found[0].length : -1;
        };
      case 'creatinine_date':
        return dateAt;
      case 'with':
        return () => -1;
      default: {
        const { from, to } = columnRanges[column];
        return (bytes, start) => {
          const end = numberAt(bytes, start, from, to);
          if (end >= 0) put(row, column, read.number);
          return end;
        };
      }
    }
  };
  const cells = columns.map(cellOf);

  return {
    row,
    read: (bytes, start) => {
      clear(row);
      let at = start;
      for (let index = 0; ; index += 1) {
        let byte = bytes[at];
        if (byte !== limit && byte !== newline && byte !== carriage) {
          at = (cells[index] as (typeof cells)[number])(bytes, at);
          if (at < 0) return -1;
          byte = bytes[at];
        }
        if (index < last) {
          if (byte !== limit) return -1;
          at += 1;
          continue;
        }
        if (byte === carriage) at += 1;
        return bytes[at] === newline && row.idTo > row.idFrom && !Number.isNaN(row.dailyDose) ? at + 1 : -1;
      }
    },
  };
}

type NumberColumn = keyof typeof columnRanges;

function put(row: PlainRow, column: NumberColumn, value: number): void {
  switch (column) {
    case 'age':
      row.age = value;
      return;
    case 'weight_kg':
      row.weight = value;
      return;
    case 'height_cm':
      row.height = value;
      return;
    case 'creatinine_mg_dl':
      row.creatinine = value;
      return;
    case 'creatinine_umol_l':
      row.creatinine = inMgPerDl(value);
      return;
    case 'crcl':
      row.clearance = value;
      return;
    case 'egfr':
      row.egfr = value;
      return;
    case 'daily_dose_mg':
      row.dailyDose = value;
      return;
  }
}

function clear(row: PlainRow): void {
  row.age = Number.NaN;
  row.sex = undefined;
  row.weight = Number.NaN;
  row.height = Number.NaN;
  row.creatinine = Number.NaN;
  row.clearance = Number.NaN;
  row.egfr = Number.NaN;
  row.dialysis = false;
  row.dailyDose = Number.NaN;
  row.creatinineAge = Number.NaN;
  row.idFrom = 0;
  row.idTo = 0;
}

const bytesOf = (word: string) => Uint8Array.from(word, (letter) => letter.charCodeAt(0));

/** Longest first: "f" begins "female". */
function wordsOf<T>(words: ReadonlyMap<string, T>): readonly (readonly [Uint8Array, T])[] {
  return [...words]
    .map(([word, value]) => [bytesOf(word), value] as const)
    .sort(([one], [other]) => other.length - one.length);
}

const sexWords = wordsOf(sexes);
const answerWords = wordsOf(answers);

/** Whether a word stands at a place, in small letters or large ones. */
function isAt(bytes: Uint8Array, start: number, word: Uint8Array): boolean {
  for (let index = 0; index < word.length; index += 1) {
    const letter = word[index] as number;
    const byte = bytes[start + index] as number;
    if (byte !== letter && (letter < 0x61 || (byte | 0x20) !== letter)) return false;
  }
  return true;
}

/** How many days before a day a date is; -1 where it is none, or comes after. */
function ageOf(bytes: Uint8Array, asOf: CivilDate | undefined): number {
  const date = parseDate(String.fromCharCode(...bytes));
  return date === undefined || asOf === undefined ? -1 : Math.max(-1, daysBetween(date, asOf));
}
