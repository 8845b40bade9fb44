/** One row of a table in text, or why it cannot be taken apart. */
export type RawRow = { readonly cells: readonly string[] } | { readonly fault: string };

/** Characters of one row; what is longer is said and left out, so that memory stays what it is. */
export const longestRow = 1024 * 1024;

/** A quoted cell over several lines that is longer than this is taken for a quotation mark that was never closed. */
const longestQuoted = 64 * 1024;

export const tooLong = 'a row of more than a million characters';

/** A row that ends inside what is there, or not yet. */
type Parsed = { readonly row: RawRow; readonly next: number } | 'more';

/** Takes rows out of text that comes in parts. */
export interface RowReader {
  /** The rows that end in what has come; all of them are to be taken before more is read. */
  readonly rows: (text: string, isEnd: boolean) => Iterable<RawRow>;
  /** Whether it stands between two rows, so that the next could be read by another reader. */
  readonly isBetween: () => boolean;
}

/**
 * The rows of comma-separated text that comes in parts, in constant memory; each line ends with CRLF, LF or CR. A row
 * that is broken is returned with its fault, and the next begins at the next line. A line with nothing is no row.
 */
export function csvReader(separator: string): RowReader {
  let rest = '';
  let isSkipping = false;
  return {
    isBetween: () => rest === '' && !isSkipping,
    *rows(text, isEnd) {
      rest += text;
      let start = 0;
      let newline = -1;
      while (start < rest.length) {
        if (isSkipping) {
          const next = endOfLine(rest, start, isEnd);
          if (next === undefined) {
            start = rest.length;
            break;
          }
          isSkipping = false;
          start = next;
          continue;
        }
        if (newline < start) newline = endOr(rest.indexOf('\n', start), rest.length);
        const parsed = plainRow(rest, start, newline, separator) ?? carefulRow(rest, start, isEnd, separator);
        const length = (parsed === 'more' ? rest.length : parsed.next) - start;
        if (length > longestRow) {
          yield { fault: tooLong };
          isSkipping = true;
          continue;
        }
        if (parsed === 'more') break;
        start = parsed.next;
        if (!isEmpty(parsed.row)) yield parsed.row;
      }
      rest = rest.slice(start);
    },
  };
}

function isEmpty(row: RawRow): boolean {
  return 'cells' in row && row.cells.length === 1 && row.cells[0] === '';
}

function endOr(index: number, otherwise: number): number {
  return index < 0 ? otherwise : index;
}

/** The row that nearly all are: no quotation mark, one line end. */
function plainRow(text: string, start: number, newline: number, separator: string): Parsed | undefined {
  if (newline >= text.length) return undefined;
  const line = text.slice(start, newline);
  if (line.includes('"')) return undefined;
  const carriage = line.indexOf('\r');
  if (carriage >= 0 && carriage !== line.length - 1) return undefined;
  const bare = carriage < 0 ? line : line.slice(0, -1);
  return { row: { cells: bare.split(separator) }, next: newline + 1 };
}

/** Where the next line begins, whichever way this one ends; undefined where that is still to come. */
function endOfLine(text: string, start: number, isEnd: boolean): number | undefined {
  for (let index = start; index < text.length; index += 1) {
    const character = text[index];
    if (character === '\n') return index + 1;
    if (character === '\r') {
      if (index + 1 === text.length && !isEnd) return undefined;
      return text[index + 1] === '\n' ? index + 2 : index + 1;
    }
  }
  return isEnd ? text.length : undefined;
}

function carefulRow(text: string, start: number, isEnd: boolean, separator: string): Parsed {
  const cells: string[] = [];
  for (let index = start; ; ) {
    const cell = text[index] === '"' ? quotedCell(text, index) : bareCell(text, index, separator);
    if (cell === undefined) {
      const isOpen = isEnd || text.length - index > longestQuoted;
      return isOpen ? faulty('a quotation mark that is not closed', text, start, isEnd) : 'more';
    }
    const { value, end } = cell;
    if (text[index] !== '"' && value.includes('"')) {
      return faulty('a quotation mark inside a cell without one around it', text, start, isEnd);
    }
    cells.push(value);
    const after = text[end];
    if (after === separator) index = end + 1;
    else if (after === undefined) return isEnd ? { row: { cells }, next: end } : 'more';
    else if (after === '\n' || after === '\r') {
      const next = endOfLine(text, end, isEnd);
      return next === undefined ? 'more' : { row: { cells }, next };
    } else return faulty('a quotation mark that closes before the cell does', text, start, isEnd);
  }
}

interface Cell {
  readonly value: string;
  /** The place behind it. */
  readonly end: number;
}

function bareCell(text: string, start: number, separator: string): Cell {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { value: text.slice(start, end), end };
}

/** Two quotation marks are one inside quotation marks. Undefined where the end is not there. */
function quotedCell(text: string, start: number): Cell | undefined {
  let value = '';
  for (let from = start + 1; ; ) {
    const end = text.indexOf('"', from);
    if (end < 0 || end - start > longestQuoted) return undefined;
    value += text.slice(from, end);
    if (text[end + 1] !== '"') return { value, end: end + 1 };
    value += '"';
    from = end + 2;
  }
}

/** The line at the place where the row begins is given up, and no line behind it. */
function faulty(fault: string, text: string, start: number, isEnd: boolean): Parsed {
  const next = endOfLine(text, start, isEnd);
  return next === undefined ? 'more' : { row: { fault }, next };
}
